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
        /// They named a day and no reason.
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
    mutating func setNextStep(after attempt: Attempt, at time: Moment) {
        guard let due = attempt.next else {
            if attempt.outcome.isConversation { next = nil }
            return
        }
        let kind: NextStep.Kind =
            switch attempt.outcome {
            case .notNow: attempt.because == nil ? .putOff : .promise
            case .meeting: .meeting
            default: .step
            }
        next = NextStep(due: due, why: attempt.because ?? attempt.note, kind: kind, set: time)
    }
}

extension Pipeline {
    /// The soonest day on which a next step becomes due. Linear in the number of leads.
    public func nextDue(after now: Now) -> DueTime? {
        leads.lazy.filter { $0.isOnFile && $0.doNotContact == nil }.compactMap { $0.next?.due.local(in: now.zone) }
            .filter { $0.day > now.today }.min { ($0.day, $0.minute ?? -1) < ($1.day, $1.minute ?? -1) }
    }
}
