/// Reads the rows of one format, one after another.
protocol RowSource: Sendable {
    /// The columns found so far, in their order.
    var columns: [Column] { get }
    /// The system that wrote the list.
    var system: String? { get }
    /// How much is read, from 0 to 1.
    var fraction: Double { get }

    /// The next row that is not blank; nil at the end.
    mutating func next() throws(ImportFault) -> ImportRow?
}
