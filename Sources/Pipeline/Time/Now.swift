/// The time at which something is looked at, on the user's own clock. The pure floors read no clock: they are told.
public struct Now: Hashable, Sendable {
    /// The instant.
    public let moment: Moment
    /// The user's zone: a day is a day of this zone.
    public let zone: Zone
    /// The user's day.
    public let today: Day

    /// An instant seen in the user's zone.
    public init(_ moment: Moment, zone: Zone) {
        self.moment = zone.moment(seconds: moment.seconds)
        self.zone = zone
        today = zone.day(of: moment)
    }

    /// Minutes since the user's midnight: 0 to 1439.
    public var minute: Int { moment.writtenMinute }

    /// The user's day on which something happened.
    public func day(of other: Moment) -> Day {
        zone.day(of: other)
    }

    /// True when a step due then may be taken: its day has come, or is past.
    public func isDue(_ due: DueTime) -> Bool {
        due.local(in: zone).day <= today
    }
}
