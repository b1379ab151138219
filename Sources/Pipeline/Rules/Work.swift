public import FoundationEssentials

/// The work of the stretch since the lead last came onto the list (method, section 1).
public struct Round: Sendable {
    /// 1 for the first.
    public internal(set) var number = 1
    /// Outbound attempts.
    public internal(set) var attempts = 0
    /// How many of them conveyed value.
    public internal(set) var conveyedValue = 0
    private var counts = InlineArray<11, UInt16>(repeating: 0)

    /// Outbound attempts through a channel: 0 to 65535.
    public func attempts(by channel: Channel) -> Int {
        Int(counts[channel.ordinal])
    }

    /// The channels that were used, in the order of the method.
    public var channels: [Channel] { Channel.allCases.filter { attempts(by: $0) > 0 } }

    mutating func count(_ attempt: Attempt) {
        attempts += 1
        if attempt.conveyedValue { conveyedValue += 1 }
        let index = attempt.channel.ordinal
        if counts[index] < .max { counts[index] += 1 }
    }
}

/// The work of all rounds, and what came of it.
public struct Lifetime: Hashable, Sendable {
    /// Attempts in both directions.
    public internal(set) var attempts = 0
    /// Minutes spent on them.
    public internal(set) var minutes = 0
    /// Orders, however small.
    public internal(set) var orders = 0
    /// The sum of the orders, in the user's currency.
    public internal(set) var earned: Decimal = 0
}

extension Lead {
    /// Counts an attempt. A round's work is what the user did: when they contact us, only the lifetime grows.
    mutating func count(_ attempt: Attempt, at time: Moment) {
        if !attempt.inbound { round.count(attempt) }
        lifetime.attempts += 1
        lifetime.minutes += attempt.minutesSpent
        if attempt.outcome == .bought {
            lifetime.orders += 1
            lifetime.earned += attempt.amount ?? 0
        }
        // Attempts may be back-dated, so the newest entry need not be the latest attempt.
        lastAttempt = max(lastAttempt ?? time, time)
    }
}
