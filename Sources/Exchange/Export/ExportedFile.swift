/// A file for other programs.
public struct ExportedFile: Sendable {
    /// What it holds.
    public let bytes: [UInt8]
    /// What its format cannot hold, in one clause each, if there was such.
    public let losses: [String]

    /// A file of any format, which holds everything unless losses are given.
    public init(bytes: [UInt8], losses: [String] = []) {
        self.bytes = bytes
        self.losses = losses
    }
}
