extension Pipeline {
    /// An act as it is to be recorded: an assessment says under which criteria it was made and what it was worth, so that
    /// it counts when the criteria are others.
    public func completed(_ draft: Draft) -> Draft {
        guard case .assess(let answers, nil, _) = draft.act else { return draft }
        var draft = draft
        let criteria = rules.settings.criteria
        draft.act = .assess(answers, criteria: criteria.digest, score: criteria.score(answers))
        return draft
    }
}
