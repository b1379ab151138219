/// Where a lead stands this morning, and why.
public struct Verdict: Hashable, Sendable {
    /// The section that takes it.
    public let section: Section
    /// The smaller, the nearer to the top of the section.
    public let rank: Int64
    /// What put it there.
    public let reason: Reason

    init(_ section: Section, rank: Int64, _ reason: Reason) {
        self.section = section
        self.rank = rank
        self.reason = reason
    }

    /// What puts a lead on the morning list.
    public enum Reason: Hashable, Sendable {
        /// They made contact then, and nobody has answered.
        case waiting(since: Moment)
        /// The goodbye was begun today; these are left to send.
        case goodbye(missing: [Channel])
        /// A step is due.
        case due(NextStep, streak: Int, since: Moment?)
        /// A decision is wanted.
        case decide(Cause)
        /// A prospect, or a suspect who was interested, not touched since then.
        case prospect(isProspect: Bool, tier: Assessment.Tier?, since: Moment?)
        /// Top tier and no prospect yet, not touched since then.
        case topTier(score: Int, since: Moment?)
        /// A customer not touched since then, or never.
        case customer(since: Moment?)
        /// Parked until that day.
        case parked(until: Day, why: String?)
        /// On file since then, and never tried.
        case neverTried(since: Moment)
        /// Last tried then, after so many attempts in this round, so many of them dials.
        case untouched(since: Moment, attempts: Int, dials: Int, neverEmailed: Bool)
    }
}

extension Lead {
    /// Judges the lead for the morning list (method, section 7): the first section that takes it. Nil when it is in none
    /// today.
    public func verdict(_ now: Now, _ rules: Rules) -> Verdict? {
        guard isOnFile, doNotContact == nil else { return nil }
        let place = place(now)
        if case .letGo = place { return nil }
        if let waitingSince { return Verdict(.answer, rank: waitingSince.seconds, .waiting(since: waitingSince)) }
        switch place {
        case .letGo: return nil
        case .parked(let until, let why):
            // What was promised since the lead was parked holds.
            if let promised = promised(now) { return promised }
            // Whoever was tried today is not shown again today.
            let isTried = lastOutbound.map { now.day(of: $0) >= now.today } ?? false
            guard until <= now.today, !isTried else { return nil }
            return Verdict(.reassess, rank: Int64(until.number), .parked(until: until, why: why))
        case .sayingGoodbye:
            let missing = goodbye?.missing(third: thirdGoodbyeChannel) ?? []
            return Verdict(.goodbye, rank: Int64(missing.count), .goodbye(missing: missing))
        case .awaitingReply: return decision(now, rules)
        case .onTheList: return promised(now) ?? decision(now, rules) ?? call(now, rules)
        }
    }

    /// Sections 3 and 7: a step that is due; those with a time of day by time, then the longest overdue.
    private func promised(_ now: Now) -> Verdict? {
        guard let next, next.kind == .promise || next.kind == .meeting, isDue(next, now) else { return nil }
        let due = next.due.local(in: now.zone)
        let isTimedToday = due.day == now.today && due.minute != nil
        // No day is a million before 1970.
        let rank = Int64(isTimedToday ? Int(due.minute ?? 0) : 1_000_000 + Int(due.day.number))
        return Verdict(.promised, rank: rank, .due(next, streak: putOffs.streak, since: putOffs.since))
    }

    private func decision(_ now: Now, _ rules: Rules) -> Verdict? {
        guard let cause = cause(now, rules, settled: settledByKeep(now, rules)) else { return nil }
        let untouched = (lastAttempt ?? added)?.seconds ?? 0
        return Verdict(.decide, rank: Int64(cause.order) << 40 + untouched, .decide(cause))
    }

    /// The sections of those to call: prospects, worth more, call back, new, try again.
    private func call(_ now: Now, _ rules: Rules) -> Verdict? {
        let tier = assessment?.tier(rules.settings.numbers)
        let (standing, isWarm) = (standing, isWarm)
        // A customer is more than a prospect, and is called back in good time.
        if isWarm || (tier == .top && standing != .customer) {
            if let next, !isDue(next, now) { return nil }
            if next == nil, now.today < restEnds(now, rules) { return nil }
            let rank = (tier == .top ? 0 : 1 << 40) + (lastAttempt?.seconds ?? 0)
            let step = next.map { Verdict.Reason.due($0, streak: putOffs.streak, since: putOffs.since) }
            let untouched: Verdict.Reason =
                isWarm
                ? .prospect(isProspect: standing == .prospect, tier: tier, since: lastAttempt)
                : .topTier(score: assessment?.score ?? 0, since: lastAttempt)
            return Verdict(isWarm ? .prospects : .worthMore, rank: rank, step ?? untouched)
        }
        // Lowest streak first, then the longest due.
        let streak = Int64(putOffs.streak) << 40
        if let next {
            guard isDue(next, now) else { return nil }
            let due = next.due.local(in: now.zone)
            let rank = streak + Int64(due.day.number) * 1440 + Int64(due.minute ?? 0)
            return Verdict(.callBack, rank: rank, .due(next, streak: putOffs.streak, since: putOffs.since))
        }
        let rested = restEnds(now, rules)
        guard rested <= now.today else { return nil }
        if standing == .customer {
            let rank = streak + Int64(rested.number) * 1440
            return Verdict(.callBack, rank: rank, .customer(since: lastAttempt))
        }
        guard lifetime.attempts > 0, let lastAttempt else {
            // The newest source first.
            return added.map { Verdict(.new, rank: -$0.seconds, .neverTried(since: $0)) }
        }
        return Verdict(
            .tryAgain, rank: lastAttempt.seconds,
            .untouched(
                since: lastAttempt, attempts: round.attempts, dials: round.dials,
                neverEmailed: email != nil && round.attempts(by: .email) == 0))
    }

    /// A prospect, or a suspect whose last conversation was *interested*.
    private var isWarm: Bool {
        standing == .prospect || (standing == .suspect && lastConversation == .interested)
    }

    /// True for a step whose day has come. Nobody is shown again on the day of an attempt, unless that day was agreed in
    /// it or after it, or a time of that day which still was to come.
    private func isDue(_ next: NextStep, _ now: Now) -> Bool {
        guard now.isDue(next.due) else { return false }
        guard let lastAttempt, now.day(of: lastAttempt) >= now.today else { return true }
        let due = next.due.local(in: now.zone)
        guard due.day == now.today else { return false }
        guard let minute = due.minute else { return lastAttempt.seconds <= next.set.seconds }
        return lastAttempt.seconds < now.zone.moment(of: due.day, minute: Int(minute)).seconds
    }
}
