/// Who only says "call me next month" (method, section 3).
public struct PutOffs: Hashable, Sendable {
    /// Put-offs in a row since the last progress.
    public internal(set) var streak = 0
    /// When the first of them was.
    public internal(set) var since: Moment?
    // The reasons that were given since the last progress: the same one given twice is no new reason.
    private var reasons: [String] = []

    /// How a lead puts off.
    public enum State: String, CaseIterable, Sendable {
        case fresh, stalling, lingering
    }

    /// Progress: a trait newly learned to be yes, a meeting booked, an order.
    mutating func reset() {
        self = PutOffs()
    }

    /// Counts a "not now". A promise whose day came and which ends in another was broken, and counts too.
    ///
    /// - Returns: true when it is a promise: a reason, and one that was not given before.
    mutating func add(because reason: String?, isBroken: Bool, at time: Moment) -> Bool {
        if isBroken { count(at: time) }
        let reason = reason?.trimmed.lowercased() ?? ""
        if !reason.isEmpty, !reasons.contains(reason) {
            reasons.append(reason)
            return true
        }
        count(at: time)
        return false
    }

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
