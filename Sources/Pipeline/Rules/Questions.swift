/// The three qualifying questions (method, section 1).
public struct Questions: Hashable, Sendable {
    private var findings: [QuestionFinding] = []

    /// What was last learned from a question; nil when it was not asked.
    public internal(set) subscript(question: Question) -> QuestionFinding? {
        get { findings.first { $0.question == question } }
        set {
            findings.removeAll { $0.question == question }
            if let newValue { findings.append(newValue) }
        }
    }

    /// Unasked, satisfied or disqualifying.
    public func value(of question: Question) -> Question.Value {
        self[question]?.value ?? .unasked
    }

    /// The first answer that disqualifies, in the order of the questions: one is enough.
    public var disqualifying: QuestionFinding? {
        findings.isEmpty ? nil : Question.allCases.lazy.compactMap { self[$0] }.first { $0.value == .disqualifying }
    }
}
