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
    /// nobody is shown again on the day of an attempt, unless a time of that day is agreed and still was to come.
    public func verdict(_ now: Now) -> Verdict? {
        guard let added, doNotContact == nil else { return nil }
        let triedToday = lastAttempt.map { now.day(of: $0) >= now.today } ?? false
        if let next {
            guard now.isDue(next.due) else { return nil }
            let due = next.due.local(in: now.zone)
            let minuteToday = due.day == now.today ? due.minute.map(Int.init) : nil
            if triedToday, let lastAttempt {
                guard let minuteToday, lastAttempt.seconds < now.zone.moment(of: due.day, minute: minuteToday).seconds
                else { return nil }
            }
            // Those with a time of day by time, then the longest overdue: no day is a million before 1970.
            let rank = Int64(minuteToday ?? 1_000_000 + Int(due.day.number))
            let isPromise = next.kind == .promise || next.kind == .meeting
            return Verdict(section: isPromise ? .promised : .callBack, rank: rank, reason: .due(next))
        }
        if triedToday { return nil }
        if let lastAttempt {
            return Verdict(section: .tryAgain, rank: lastAttempt.seconds, reason: .untouched(since: lastAttempt))
        }
        // The newest source first.
        return Verdict(section: .new, rank: -added.seconds, reason: .neverTried(since: added))
    }

    /// The channel to use next: a phone call, or the first for which there is data. Nil when there is no working way, and
    /// for one who asked not to be contacted.
    public var suggestedChannel: Channel? {
        if doNotContact != nil { return nil }
        if phone != nil { return .phone }
        return email == nil ? nil : .email
    }
}
