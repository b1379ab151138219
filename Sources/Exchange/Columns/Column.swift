/// A column of a list and what becomes of it.
public struct Column: Hashable, Sendable {
    /// The header as it is written; `Column 7` for one without a header. Unique in its file.
    public let header: String
    /// The field that its cells go to.
    public let target: ColumnTarget
    /// Up to three of its first values, for the user to judge the mapping by.
    public internal(set) var samples: [String] = []

    static let sampleLimit = 3
}
