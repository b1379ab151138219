public import Pipeline

/// How import reads what it does not read itself.
public struct Decoders: Sendable {
    /// Reads one JSON value, or throws.
    public var json: @Sendable (ArraySlice<UInt8>) throws -> JSON
    /// Turns bytes of a named character set into UTF-8; nil if the system does not know it, or they are none.
    public var characters: @Sendable (_ bytes: [UInt8], _ charset: String) -> [UInt8]?

    /// Decoders of the caller's.
    public init(
        json: @escaping @Sendable (ArraySlice<UInt8>) throws -> JSON,
        characters: @escaping @Sendable (_ bytes: [UInt8], _ charset: String) -> [UInt8]?
    ) {
        self.json = json
        self.characters = characters
    }
}
