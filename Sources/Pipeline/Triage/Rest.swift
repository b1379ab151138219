extension Lead {
    /// The day on which a lead on the list without a next step is to be called again (method, section 7): for prospects
    /// and the top tier after 3 days, for customers after 90, for others after the cool-down, each since the lead was last
    /// in touch in this round.
    func restEnds(_ now: Now, _ rules: Rules) -> Day {
        let numbers = rules.settings.numbers
        guard let last = round.lastTouch else { return round.began.map { now.day(of: $0) } ?? now.today }
        let days =
            switch standing {
            case .prospect: numbers.prospectRestDays
            case .suspect where lastConversation == .interested: numbers.prospectRestDays
            case .suspect where assessment?.tier(numbers) == .top: numbers.prospectRestDays
            case .customer: numbers.customerRestDays
            case .suspect: numbers.rest(afterAttempts: round.attempts)
            }
        return now.day(of: last).adding(days: max(1, days))
    }

    /// On which day, and why, a lead on the list will be in a section when it is in none today: its next step, or the end
    /// of its rest. Nil for a lead elsewhere.
    public func comesUp(_ now: Now, _ rules: Rules) -> (on: DueTime, why: String?, kind: String)? {
        let place = place(now)
        if let next {
            let isOver = now.isDue(next.due) && verdict(now, rules) == nil
            if !isOver { return (next.due, next.why, next.kind.rawValue) }
            if case .awaitingReply(let until) = place { return (DueTime(until), "a reply may come until then", "rest") }
            // It was due, and was tried today: nobody is called twice a day.
            return (DueTime(now.today.adding(days: 1)), next.why, next.kind.rawValue)
        }
        guard place == .onTheList, verdict(now, rules) == nil else { return nil }
        return (DueTime(restEnds(now, rules)), "rests until then", "rest")
    }
}
