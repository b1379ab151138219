/// What stands in the way of recording.
public struct Trouble: Hashable, Sendable {
    /// One or two words for the first row: `read-only`.
    public let title: String
    /// What is wrong, where and what to do, in a sentence.
    public let sentence: String
    /// True when nothing can be recorded until somebody mends it; else every act is tried all the same.
    public let isLasting: Bool

    /// A trouble, as the screens show it.
    public init(_ title: String, _ sentence: String, isLasting: Bool) {
        self.title = title
        self.sentence = sentence
        self.isLasting = isLasting
    }
}

extension Session {
    /// Takes in whether anything can be recorded, and says it when that changed.
    mutating func take(_ trouble: Trouble?) {
        guard trouble != self.trouble else { return }
        self.trouble = trouble
        if let trouble { refuse(trouble.sentence) } else { say("Everything can be saved again.") }
    }

    /// Why nothing can be recorded, in a sentence; nil when it may be tried.
    var readOnlyReason: String? { trouble.flatMap { $0.isLasting ? $0.sentence : nil } }
}
