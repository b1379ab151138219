/// One of the three qualifying questions (method, section 1).
public enum Question: String, CaseIterable, Sendable {
    case process, budget, decision

    /// What the answer was to the user.
    public enum Value: String, CaseIterable, Sendable {
        case unasked, satisfied, disqualifying
    }
}

/// What was learned from a qualifying question.
public struct QuestionFinding: Hashable, Sendable {
    /// Which of the three.
    public var question: Question
    /// What the answer was to the user.
    public var value: Question.Value
    /// The answer in words.
    public var why: String?

    /// What was learned from a question.
    public init(_ question: Question, _ value: Question.Value, why: String? = nil) {
        self.question = question
        self.value = value
        self.why = why
    }
}
