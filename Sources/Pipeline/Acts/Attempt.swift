public import FoundationEssentials

/// One try at contact (method, section 2).
public struct Attempt: Hashable, Sendable {
    // The longer fields come first: in the bits that the shorter ones do not use, behind what any other act holds, `Act`
    // has room to say which it is.

    /// What the user wrote down about it.
    public var note: String?
    // Two million attempts are held at once, and few have any of these: one reference in place of seven fields.
    private var rare: Rare?
    /// How it was made.
    public var channel: Channel
    /// What came of it.
    public var outcome: Outcome
    /// True when it says so that they contacted us; see `isInbound`.
    public var inbound: Bool
    /// True when there was something in it for them.
    public var conveyedValue: Bool
    /// Minutes spent, 0 to 65535; nil for the channel's usual.
    public var minutes: UInt16?

    /// An attempt. Only the channel and the outcome are needed.
    ///
    /// - Parameters:
    ///   - next: the day, or day and time, that was agreed or set for the next step.
    ///   - because: what will have changed by then; with `not now` it makes a promise of a put-off.
    ///   - again: the answer to "may I try again?" after `not interested`.
    ///   - amount: the order, with `bought`, in the user's currency.
    public init(
        _ channel: Channel, _ outcome: Outcome, inbound: Bool = false, conveyedValue: Bool = false,
        minutes: UInt16? = nil, note: String? = nil, number: String? = nil, address: String? = nil,
        next: DueTime? = nil, because: String? = nil, again: Again? = nil, purpose: Purpose? = nil,
        amount: Decimal? = nil
    ) {
        let isPlain =
            number == nil && address == nil && next == nil && because == nil && again == nil && purpose == nil
            && amount == nil
        rare =
            isPlain
            ? nil
            : Rare(
                number: number, address: address, next: next, because: because, again: again, purpose: purpose,
                amount: amount)
        self.note = note
        self.channel = channel
        self.outcome = outcome
        self.inbound = inbound
        self.conveyedValue = conveyedValue
        self.minutes = minutes
    }

    /// The phone number that was used.
    public var number: String? { rare?.number }
    /// The e-mail address that was used.
    public var address: String? { rare?.address }
    /// When the next step is due.
    public var next: DueTime? { rare?.next }
    /// What will have changed by then.
    public var because: String? { rare?.because }
    /// Whether they may be tried again, after `not interested`.
    public var again: Again? { rare?.again }
    /// What the attempt was for, if it was for anything but selling.
    public var purpose: Purpose? { rare?.purpose }
    /// What they ordered, in the user's currency.
    public var amount: Decimal? { rare?.amount }

    /// True when they contacted us: noted so, or *replied*, which says as much.
    public var isInbound: Bool { inbound || outcome == .replied }

    /// True for an outbound attempt by phone, whatever came of it (method, section 8).
    public var isDial: Bool { !isInbound && channel.isDialled }

    /// The answer to "may I try again later this year, next year, or not at all?" (method, section 3).
    public enum Again: String, CaseIterable, Sendable {
        case later
        case nextYear = "next year"
        case never
    }

    /// What an attempt was for.
    public enum Purpose: String, CaseIterable, Sendable {
        case goodbye
    }

    private final class Rare: Hashable, Sendable {
        let number: String?
        let address: String?
        let next: DueTime?
        let because: String?
        let again: Again?
        let purpose: Purpose?
        let amount: Decimal?

        init(
            number: String?, address: String?, next: DueTime?, because: String?, again: Again?, purpose: Purpose?,
            amount: Decimal?
        ) {
            self.number = number
            self.address = address
            self.next = next
            self.because = because
            self.again = again
            self.purpose = purpose
            self.amount = amount
        }

        static func == (a: Rare, b: Rare) -> Bool {
            a.number == b.number && a.address == b.address && a.next == b.next && a.because == b.because
                && a.again == b.again && a.purpose == b.purpose && a.amount == b.amount
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(number)
            hasher.combine(next)
            hasher.combine(because)
        }
    }
}
