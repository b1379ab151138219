/// The rules of a time zone: when it is how many seconds east of UTC.
///
/// Read from the bytes of a file of the zone database (TZif, RFC 9636), because FoundationEssentials knows fixed
/// offsets only.
public struct Zone: Hashable, Sendable {
    /// The IANA name, or `UTC`.
    public let name: String
    // Sorted; offsets[i] holds from transitions[i - 1] on, offsets[0] before the first.
    private let transitions: [Int64]
    private let offsets: [Int32]
    private let rule: ZoneRule?

    /// No clock is further from Greenwich than 18 hours, in seconds: a moment holds no more.
    static let furthest = 18 * 3600

    /// Greenwich time, all year.
    public static let utc = Zone(name: "UTC", offset: 0)

    /// A zone with one offset for all time, in seconds east of UTC, held within 18 hours.
    public init(name: String, offset: Int) {
        self.name = name
        transitions = []
        offsets = [Int32(min(max(offset, -Zone.furthest), Zone.furthest))]
        rule = nil
    }

    /// A zone from the bytes of its file, or nil when they are not the whole of a TZif file of version 2 or later.
    public init?(name: String, tzif bytes: [UInt8]) {
        guard let file = TZif(bytes) else { return nil }
        self.name = name
        transitions = file.transitions
        offsets = file.offsets
        rule = file.rule
    }

    /// Seconds east of UTC at `seconds` after 1970. Logarithmic in the number of transitions.
    public func offset(at seconds: Int64) -> Int {
        if let rule, transitions.last.map({ $0 <= seconds }) ?? true { return rule.offset(at: seconds) }
        return Int(offsets[transitions.partitioningIndex { $0 > seconds }])
    }

    /// The moment `seconds` after 1970, on this zone's clock.
    public func moment(seconds: Int64) -> Moment {
        // Offsets of before about 1900 have odd seconds; a clock face shows minutes.
        Moment(seconds: seconds, offset: offset(at: seconds) / 60)
    }

    /// The day on this zone's clock at an instant.
    public func day(of moment: Moment) -> Day {
        day(atSeconds: moment.seconds)
    }

    /// The day on this zone's clock `seconds` after 1970.
    public func day(atSeconds seconds: Int64) -> Day {
        let held = Moment(seconds: seconds).seconds
        return Day(number: Int32(clamping: (held + Int64(offset(at: held))).floorDivided(by: 86_400)))
    }

    /// The instant at which this zone's clock shows `minute` (held within 0 to 1439) of `day`: the first of two, and for
    /// one that the clock skips, the instant at which it skips.
    public func moment(of day: Day, minute: Int = 0) -> Moment {
        let local = Int64(day.number) * 86_400 + Int64(min(max(minute, 0), 1439)) * 60
        // The offsets in force a day before and after enclose any change in between.
        let before = Int64(offset(at: local - 86_400))
        let after = Int64(offset(at: local + 86_400))
        for offset in [max(before, after), min(before, after)] where Int64(self.offset(at: local - offset)) == offset {
            return moment(seconds: local - offset)
        }
        // Skipped: the instant of the change lies between the two readings.
        var (low, high) = (local - max(before, after), local - min(before, after))
        while low < high {
            let middle = low + (high - low) / 2
            if Int64(self.offset(at: middle)) == before { low = middle + 1 } else { high = middle }
        }
        return moment(seconds: low)
    }
}
