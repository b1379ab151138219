public import FoundationEssentials

/// The work of the stretch since the lead last came onto the list (method, section 1).
public struct Round: Sendable {
    /// 1 for the first.
    public let number: Int
    /// Outbound attempts.
    public internal(set) var attempts = 0
    /// How many of them conveyed value.
    public internal(set) var conveyedValue = 0
    /// How many of them ended in a conversation, those in which they contacted us included.
    public internal(set) var conversations = 0
    /// When the lead came onto the list.
    public internal(set) var began: Moment?
    /// The latest attempt of the round in either direction, or order: it may be entered late, and lie before `began`.
    public internal(set) var lastTouch: Moment?
    private var counts = InlineArray<11, UInt16>(repeating: 0)

    init(number: Int = 1, began: Moment? = nil) {
        self.number = number
        self.began = began
    }

    /// Outbound attempts through a channel: 0 to 65535.
    public func attempts(by channel: Channel) -> Int {
        Int(counts[channel.ordinal])
    }

    /// Outbound attempts that were dials.
    var dials: Int {
        var dials = 0
        for channel in Channel.allCases where channel.isDialled { dials += attempts(by: channel) }
        return dials
    }

    /// The channels that were used, in the order of the method.
    public var channels: [Channel] { Channel.allCases.filter { attempts(by: $0) > 0 } }

    mutating func touch(at time: Moment) {
        lastTouch = max(lastTouch ?? time, time)
    }

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
    mutating func count(_ attempt: Attempt, at time: Moment, _ rules: Rules) {
        if !attempt.isInbound { round.count(attempt) }
        round.touch(at: time)
        lifetime.attempts += 1
        lifetime.minutes += rules.settings.minutes(of: attempt)
        if attempt.outcome.isConversation {
            round.conversations += 1
            if conversation.map({ $0.at.seconds <= time.seconds }) ?? true { conversation = (time, attempt.outcome) }
        }
        // Attempts may be back-dated, so the newest entry need not be the latest attempt.
        lastAttempt = max(lastAttempt ?? time, time)
        if attempt.isInbound {
            // Whoever spoke with them has answered them; what they wrote still wants an answer.
            if attempt.outcome.isConversation, attempt.channel.isLive {
                answered(at: time)
            } else if lastAnswer.map({ $0.seconds <= time.seconds }) ?? true {
                // At the same second the later entry has the last word.
                unanswered.append(time)
            }
        } else {
            lastOutbound = max(lastOutbound ?? time, time)
            answered(at: time)
        }
    }

    private mutating func answered(at time: Moment) {
        lastAnswer = max(lastAnswer ?? time, time)
        if !unanswered.isEmpty { unanswered.removeAll { $0.seconds <= time.seconds } }
    }

    /// Since when somebody who made contact has waited for an answer: since the first time that nobody answered. Nil when
    /// nobody waits.
    public var waitingSince: Moment? { unanswered.min() }

    /// How the latest conversation went, by when it was.
    public var lastConversation: Outcome? { conversation?.outcome }

    /// Counts an order.
    mutating func count(order amount: Decimal?, at time: Moment) {
        round.touch(at: time)
        lifetime.orders += 1
        lifetime.earned += amount ?? 0
        putOffs.reset()
    }
}
