/// Who only says "call me next month" (method, section 3).
public struct PutOffs: Hashable, Sendable {
    /// Put-offs in a row since the last progress.
    public internal(set) var streak = 0
    /// When the first of them was.
    public internal(set) var since: Moment?
    // The reasons that were given since the last progress: the same one given twice is no new reason.
    private var reasons: [String] = []
    // The day of the promise that no conversation has settled yet. Dials that reach nobody may move the next step
    // meanwhile, and that keeps no promise.
    private var promise: DueTime?

    /// How a lead puts off.
    public enum State: String, CaseIterable, Sendable {
        case fresh, stalling, lingering
    }

    /// Progress: a trait newly learned to be yes, a meeting booked, an order. A promise is still to be kept.
    mutating func reset() {
        (streak, since, reasons) = (0, nil, [])
    }

    /// A conversation: whatever was promised before it is settled.
    mutating func settlePromise() {
        promise = nil
    }

    /// Counts a "not now". A promise whose day came and which ends in another was broken, and counts too.
    ///
    /// - Parameters:
    ///   - day: the day that they named, if they did.
    ///   - today: the user's day on which they said it.
    /// - Returns: true when it is a promise: a day, and a reason that was not given before.
    mutating func add(because reason: String?, on day: DueTime?, at time: Moment, today: Day, _ zone: Zone) -> Bool {
        if let promise, promise.local(in: zone).day <= today { count(at: time) }
        promise = nil
        let isNew = isNew(reason)
        if isNew, let reason { reasons.append(PutOffs.known(reason)) }
        guard isNew, let day else {
            count(at: time)
            return false
        }
        promise = day
        return true
    }

    /// False for no reason, and for one that was given before, since the last progress.
    public func isNew(_ reason: String?) -> Bool {
        let reason = PutOffs.known(reason ?? "")
        return !reason.isEmpty && !reasons.contains(reason)
    }

    /// A reason as it is known again.
    private static func known(_ reason: String) -> String { reason.trimmed.lowercased() }

    private mutating func count(at time: Moment) {
        streak += 1
        since = since ?? time
    }

    /// Stalling from a streak of 2 on, lingering from 3 on.
    public func state(_ numbers: MethodNumbers) -> State {
        if streak >= numbers.lingeringStreak { return .lingering }
        return streak >= numbers.stallingStreak ? .stalling : .fresh
    }
}
