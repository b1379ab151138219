extension Pipeline {
    /// An act as it is to be recorded: an assessment says under which criteria it was made and what it was worth, so that
    /// it counts when the criteria are others.
    public func completed(_ draft: Draft) -> Draft {
        guard case .assess(let answers, let digest, let score) = draft.act else { return draft }
        var draft = draft
        let criteria = rules.settings.criteria
        let isOfToday = digest == nil || digest == criteria.digest
        // What an assessment under other criteria was worth is known to whoever made it, if to anybody.
        let worth = isOfToday ? criteria.score(answers) : score ?? criteria.score(answers)
        draft.act = .assess(answers, criteria: digest ?? criteria.digest, score: worth)
        return draft
    }
}
