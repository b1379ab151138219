public import Pipeline

/// What becomes of a row.
public enum ImportDecision: Hashable, Sendable {
    /// It is nobody on file.
    case add
    /// It is somebody on file already.
    case skip(ImportMatch)
    /// It may be somebody on file: it is added, and the user told.
    case doubt(ImportMatch)
    /// It is nobody: it has no name, company, phone or e-mail.
    case leave
}

/// Who a row is, or may be, the same as.
public struct ImportMatch: Hashable, Sendable {
    /// The one that it is compared with.
    public let other: Other
    /// What they have in common: "the same e-mail".
    public let why: String

    /// Somebody, and what they have in common.
    public init(other: Other, why: String) {
        self.other = other
        self.why = why
    }

    /// Somebody on file, or in the file itself.
    public enum Other: Hashable, Sendable {
        case lead(LeadID)
        /// A row of the same file that is added, by the line that it starts on.
        case line(Int)
    }
}
