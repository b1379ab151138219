/// What is to be done next with a lead, and when.
public struct NextStep: Hashable, Sendable {
    /// The day, or day and time.
    public let due: DueTime
    /// The reason, in words: for a promise, what will have changed.
    public let why: String?
    /// What kind of step it is.
    public let kind: Kind
    /// When it was set.
    public let set: Moment

    /// What makes a step due (method, sections 3 and 7).
    public enum Kind: String, CaseIterable, Sendable {
        /// They named a day and what will have changed by then.
        case promise
        /// They named a day and no reason, or one that they gave before.
        case putOff = "put-off"
        /// They agreed to meet.
        case meeting
        /// The user's own plan.
        case step
    }
}

extension Lead {
    /// A conversation settles what was agreed before it and may set what comes next; an attempt that reached nobody
    /// leaves the next step as it was, unless the user set another.
    mutating func setNextStep(after attempt: Attempt, at time: Moment, _ rules: Rules) {
        // When nobody was reached, what was agreed is only moved, and stays what it was.
        let moved = attempt.outcome.isConversation || attempt.isInbound ? nil : next
        let kind: NextStep.Kind
        switch attempt.outcome {
        case .notNow:
            let isPromise = putOffs.add(
                because: attempt.because, on: attempt.next, at: time, today: rules.zone.day(of: time), rules.zone)
            kind = isPromise ? .promise : .putOff
        case .meeting: kind = .meeting
        default: kind = moved?.kind ?? .step
        }
        if attempt.outcome.isConversation {
            // One that is entered late settles nothing that was agreed after it.
            if let next, next.set.seconds <= time.seconds { (self.next, snoozes) = (nil, 0) }
            if attempt.outcome != .notNow { putOffs.settlePromise() }
        }
        guard let due = attempt.next, !isLetGo else { return }
        next = NextStep(due: due, why: attempt.because ?? moved?.why ?? attempt.note, kind: kind, set: time)
        snoozes = 0
    }

    /// Sets or moves the next step. Moving one that is due to a later day, without an attempt since it was, is a snooze
    /// (method, section 3).
    mutating func setNextStep(_ due: DueTime?, why: String?, at time: Moment, _ rules: Rules) {
        guard let due else {
            next = nil
            snoozes = 0
            return
        }
        if let old = next, isDue(old.due, at: time, rules.zone),
            due.local(in: rules.zone).day > old.due.local(in: rules.zone).day,
            lastOutbound.map({ !isDue(old.due, at: $0, rules.zone) }) ?? true
        {
            snoozes += 1
        }
        if isLetGo { return }
        // A callback that is moved stays what it was: a promise, say.
        next = NextStep(due: due, why: why ?? next?.why, kind: next?.kind ?? .step, set: time)
    }

    private func isDue(_ due: DueTime, at time: Moment, _ zone: Zone) -> Bool {
        zone.day(of: time) >= due.local(in: zone).day
    }
}

extension Pipeline {
    /// The soonest day on which a next step becomes due. Linear in the number of leads.
    public func nextDue(after now: Now) -> DueTime? {
        leads.lazy.filter { $0.isOnFile && $0.doNotContact == nil }.compactMap { $0.next?.due.local(in: now.zone) }
            .filter { $0.day > now.today }.min { ($0.day, $0.minute ?? -1) < ($1.day, $1.minute ?? -1) }
    }
}
