/// Where a lead stands this morning, and why.
public struct Verdict: Hashable, Sendable {
    /// The section that takes it.
    public let section: Section
    /// The smaller, the nearer to the top of the section.
    public let rank: Int64
    /// What put it there.
    public let reason: Reason

    /// What puts a lead on the morning list.
    public enum Reason: Hashable, Sendable {
        /// A step is due.
        case due(NextStep)
        /// On file since then, and never tried.
        case neverTried(since: Moment)
        /// Last tried then.
        case untouched(since: Moment)
    }
}

extension Lead {
    /// Judges the lead: due first, then never tried, then the longest untouched. Nil when it is not to be called today:
    /// nobody is shown again on the day of an attempt, unless something with a time of day is agreed.
    public func verdict(_ now: Now) -> Verdict? {
        guard isOnFile, doNotContact == nil else { return nil }
        let triedToday = lastAttempt.map { now.day(of: $0) >= now.today } ?? false
        if let next {
            guard now.isDue(next.due) else { return nil }
            let due = next.due.local(in: now.zone)
            if triedToday && (due.day < now.today || due.minute == nil) { return nil }
            // Those with a time of day by time, then the longest overdue.
            let isTimedToday = due.day == now.today && due.minute != nil
            let rank = isTimedToday ? Int64(due.minute ?? 0) : 2000 + Int64(due.day.number)
            let isPromise = next.kind == .promise || next.kind == .meeting
            return Verdict(section: isPromise ? .promised : .callBack, rank: rank, reason: .due(next))
        }
        if triedToday { return nil }
        guard let lastAttempt, let added else {
            // The newest source first.
            return added.map { Verdict(section: .new, rank: -$0.seconds, reason: .neverTried(since: $0)) }
        }
        return Verdict(
            section: .tryAgain, rank: lastAttempt.seconds, reason: .untouched(since: max(lastAttempt, added)))
    }

    /// The channel to use next: a phone call, or the first for which there is data. Nil when there is no working way.
    public var suggestedChannel: Channel? {
        if phone != nil { return .phone }
        return email == nil ? nil : .email
    }
}
