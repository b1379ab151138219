/// Why a decision about a lead is wanted (method, section 7), in the order of the method.
public enum Cause: Hashable, Sendable {
    /// A qualifying question was answered so that it disqualifies.
    case disqualified(QuestionFinding)
    case antithesis(cycles: Int, letDowns: Int)
    /// Hours of work in twelve months that earned little.
    case littlePayoff(Payoff)
    /// So many put-offs in a row since then.
    case lingering(Int, since: Moment?)
    /// One callback, moved so often.
    case snoozed(Int)
    /// The goodbye of that day was not answered.
    case unanswered(since: Day)
    /// No working way of contact is left.
    case unreachable
    case bottomTier(score: Int)
    /// So many attempts through so many channels in this round, and no conversation.
    case workedOut(attempts: Int, channels: Int)

    /// What the cause is, without its figures: by it a keep knows the causes that it was made for.
    public enum Kind: Hashable, Sendable {
        case disqualified(Question)
        case antithesis, littlePayoff, lingering, snoozed, unanswered, unreachable, bottomTier, workedOut
    }

    /// What the cause is, without its figures.
    public var kind: Kind {
        switch self {
        case .disqualified(let finding): .disqualified(finding.question)
        case .antithesis: .antithesis
        case .littlePayoff: .littlePayoff
        case .lingering: .lingering
        case .snoozed: .snoozed
        case .unanswered: .unanswered
        case .unreachable: .unreachable
        case .bottomTier: .bottomTier
        case .workedOut: .workedOut
        }
    }

    /// Its place in the order: 0 to 8.
    public var order: Int {
        switch self {
        case .disqualified: 0
        case .antithesis: 1
        case .littlePayoff: 2
        case .lingering: 3
        case .snoozed: 4
        case .unanswered: 5
        case .unreachable: 6
        case .bottomTier: 7
        case .workedOut: 8
        }
    }
}

extension Lead {
    /// The first cause for a decision but those of the kinds that are `settled`; nil when there is none.
    public func cause(_ now: Now, _ rules: Rules, settled: Set<Cause.Kind> = []) -> Cause? {
        let numbers = rules.settings.numbers
        let place = place(now)
        // While a reply may come the break-up has settled whatever was wrong.
        if case .awaitingReply(let until) = place, now.today < until { return nil }
        for question in Question.allCases where !settled.contains(.disqualified(question)) {
            if let finding = questions[question], finding.value == .disqualifying { return .disqualified(finding) }
        }
        if !signals.isEmpty, !settled.contains(.antithesis) {
            let antithesis = Antithesis(signals)
            if antithesis.level(numbers) == .antithesis {
                return .antithesis(cycles: antithesis.cycles, letDowns: antithesis.letDowns)
            }
        }
        // Only a lead that ever had that much work needs the look at twelve months.
        if lifetime.minutes >= numbers.hoursBeforePayoff * 60, !settled.contains(.littlePayoff) {
            let payoff = payoff(now, rules.settings)
            if payoff.isLittle(rules.settings) { return .littlePayoff(payoff) }
        }
        if putOffs.state(numbers) == .lingering, !settled.contains(.lingering) {
            return .lingering(putOffs.streak, since: putOffs.since)
        }
        if snoozes >= numbers.mostSnoozes, !settled.contains(.snoozed) { return .snoozed(snoozes) }
        if case .awaitingReply = place, let goodbye { return .unanswered(since: goodbye.day) }
        if !isReachable, !settled.contains(.unreachable) { return .unreachable }
        if let score = assessment?.score, assessment?.tier(numbers) == .bottom, !settled.contains(.bottomTier) {
            return .bottomTier(score: score)
        }
        if hasEnoughWork(numbers), round.conversations == 0, !settled.contains(.workedOut) {
            return .workedOut(attempts: round.attempts, channels: round.channels.count)
        }
        return nil
    }

    /// False when no way of contact is left. Of whom none was ever known is yet to be looked up, and has lost none.
    var isReachable: Bool {
        if phone != nil || fax != nil || email != nil || fields.address != nil || fields.site != nil { return true }
        return !hasLostWay && fields.phones.isEmpty && fields.emails.isEmpty
    }
}
