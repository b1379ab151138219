/// An instant, to the second, and the offset from UTC at which it was written down.
///
/// Moments compare by instant first. The offset is what a person saw on the clock; it decides no rule.
public struct Moment: Hashable, Comparable, Sendable {
    // Seconds in the upper 52 bits and the offset, in minutes from -2048, in the lower 12: two million attempts are
    // held in memory at once.
    private let packed: Int64

    /// An instant `seconds` after 1970-01-01T00:00:00Z, seen at `offset` minutes east of UTC.
    ///
    /// The offset is held within 18 hours, and the instant within what a clock at that offset calls the years 1 to
    /// 9999.
    public init(seconds: Int64, offset: Int = 0) {
        let offset = min(max(offset, -1080), 1080)
        let east = Int64(offset) * 60
        let held = min(max(seconds, Moment.earliest - east), Moment.latest - east)
        packed = held << 12 | Int64(offset + 2048)
    }

    /// 0001-01-01T00:00:00Z.
    private static let earliest: Int64 = -62_135_596_800
    /// 9999-12-31T23:59:59Z.
    private static let latest: Int64 = 253_402_300_799

    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64 { packed >> 12 }

    /// Minutes east of UTC at which it was written.
    public var offset: Int { Int(packed & 0xFFF) - 2048 }

    /// The day on the clock at which it was written.
    public var writtenDay: Day { Day(number: Int32(clamping: localSeconds.floorDivided(by: 86_400))) }

    /// Minutes since midnight on the clock at which it was written: 0 to 1439.
    public var writtenMinute: Int { Int(localSeconds - Int64(writtenDay.number) * 86_400) / 60 }

    /// The instant `seconds` later, earlier when negative, at the same offset.
    public func adding(seconds more: Int64) -> Moment {
        let (sum, overflows) = seconds.addingReportingOverflow(more)
        return Moment(seconds: overflows ? (more < 0 ? .min : .max) : sum, offset: offset)
    }

    private var localSeconds: Int64 { seconds + Int64(offset) * 60 }

    /// By instant, then by offset.
    public static func < (a: Moment, b: Moment) -> Bool {
        a.packed < b.packed
    }
}

extension Moment: CustomStringConvertible, LosslessStringConvertible {
    /// Reads ISO 8601 with an offset: `2026-03-14T09:26:53-07:00`, or `Z`. Seconds may be missing; a fraction of a
    /// second is dropped. Nil for anything else.
    public init?(_ description: String) {
        var text = ISOReader(description)
        guard let moment = text.moment(), text.isAtEnd else { return nil }
        self = moment
    }

    /// ISO 8601 with the offset: `2026-03-14T09:26:53-07:00`.
    public var description: String {
        let rest = Int(localSeconds - Int64(writtenDay.number) * 86_400)
        let east = abs(offset)
        return "\(writtenDay)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
            + "\(offset < 0 ? "-" : "+")\(padded(east / 60, 2)):\(padded(east % 60, 2))"
    }
}

extension Int64 {
    /// The quotient rounded towards negative infinity; `divisor` is positive.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
