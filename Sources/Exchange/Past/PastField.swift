/// What a column says of the time before a lead came in.
public enum PastField: String, CaseIterable, Sendable {
    /// The day of the last contact, whatever it was.
    case contacted = "last contacted"
    /// The day of the last call.
    case called = "last called"
    /// The day of the last e-mail that was sent.
    case emailed = "last e-mailed"
    /// How many attempts there were.
    case attempts
    /// What came of the last call.
    case outcome
    /// Where the lead stands in the words of the other system.
    case status
    /// The day of an order.
    case ordered
    /// The day on which something is to be done next.
    case next = "next step"
}

/// A cell of such a column, as it is written.
struct PastCell: Hashable, Sendable {
    let field: PastField
    /// The index of its column.
    let column: Int
    let text: String
}
