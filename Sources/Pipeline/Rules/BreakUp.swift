/// Where a lead stands in breaking up (method, section 5): which of the three steps, what it says, and what is left to
/// send.
public struct BreakUp: Hashable, Sendable {
    /// 1 assess the lead, 2 assess the work, 3 say goodbye.
    public let step: Int
    /// What the step says.
    public let verdict: Verdict
    /// The channels through which the goodbye is yet to be said; in step 3 only.
    public let missing: [Channel]

    /// What a step says.
    public enum Verdict: String, CaseIterable, Sendable {
        /// Not assessed yet.
        case assess
        /// Top tier: a deliberate decision to go on.
        case invest
        /// Bottom tier: park, or let go; no goodbye is needed.
        case moveOn = "move on"
        /// Not enough attempts or channels yet.
        case reconsider
        /// The work is done.
        case sayGoodbye = "say goodbye"
        /// Begun today; not all is sent.
        case finishToday = "finish today"
        /// The day was over before all was sent: the three start again.
        case lapsed
        /// All is sent; a reply may still come.
        case awaiting
        /// No reply came.
        case unanswered
    }
}

extension Lead {
    /// Where the lead stands in breaking up; nil when it is parked or let go.
    public func breakUp(_ now: Now, _ rules: Rules) -> BreakUp? {
        let numbers = rules.settings.numbers
        switch place(now) {
        case .parked, .letGo: return nil
        case .awaitingReply(let until):
            return BreakUp(step: 3, verdict: now.today >= until ? .unanswered : .awaiting, missing: [])
        case .sayingGoodbye:
            return BreakUp(step: 3, verdict: .finishToday, missing: goodbye?.missing(third: thirdGoodbyeChannel) ?? [])
        case .onTheList: break
        }
        let all = Goodbye(day: now.today).missing(third: thirdGoodbyeChannel)
        if standpoint == .goodbye { return BreakUp(step: 3, verdict: .lapsed, missing: all) }
        switch assessment?.tier(numbers) {
        case nil: return BreakUp(step: 1, verdict: .assess, missing: [])
        case .top: return BreakUp(step: 1, verdict: .invest, missing: [])
        case .bottom: return BreakUp(step: 1, verdict: .moveOn, missing: [])
        case .maybe:
            if !hasEnoughWork(numbers) { return BreakUp(step: 2, verdict: .reconsider, missing: []) }
            return BreakUp(step: 3, verdict: .sayGoodbye, missing: all)
        }
    }

    /// True from 20 attempts and 3 channels in this round on.
    public func hasEnoughWork(_ numbers: MethodNumbers) -> Bool {
        round.attempts >= numbers.enoughAttempts && round.channels.count >= numbers.enoughChannels
    }

    /// True when the goodbye that is under way was said before the work was done, so that it may not work.
    public var saidGoodbyeEarly: Bool { goodbye?.isEarly ?? false }
}
