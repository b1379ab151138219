/// The answers to the criteria for one lead on one day (method, section 4).
public struct Assessment: Hashable, Sendable {
    /// The answer to each criterion, by name.
    public let answers: [String: String]
    /// The digest of the criteria that were in force; nil when it was not written down.
    public let criteria: String?
    /// When it was made.
    public let at: Moment
    /// 0 to 100; nil until every criterion is answered, and when it was made under others and nobody wrote it down.
    public let score: Int?
    /// True when it was made under other criteria than today's. It counts until it is redone.
    public let isOutdated: Bool

    init(_ answers: [String: String], criteria: String?, score: Int?, at: Moment, _ settings: Settings) {
        let today = settings.criteria
        self.answers = answers
        self.criteria = criteria
        self.at = at
        isOutdated = criteria != nil && criteria != settings.criteriaDigest
        // Under other criteria today's cannot tell what the answers were worth.
        self.score = isOutdated ? score ?? today.score(answers) : today.score(answers) ?? score
    }

    /// What is derived from the score.
    public enum Tier: String, CaseIterable, Sendable {
        case top, maybe, bottom
    }

    /// What the score makes of the lead; nil without one.
    public func tier(_ numbers: MethodNumbers) -> Tier? { score.map(numbers.tier) }
}

extension MethodNumbers {
    /// Top from 70 on, bottom below 35, maybe between.
    ///
    /// - Parameter score: 0 to 100.
    public func tier(_ score: Int) -> Assessment.Tier {
        score >= topScore ? .top : score < maybeScore ? .bottom : .maybe
    }
}
