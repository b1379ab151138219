/// When something is due: a day, or a day and a time of day.
public struct DueTime: Hashable, Sendable {
    /// The day, in the user's zone unless an offset is given.
    public let day: Day
    /// Minutes since midnight, 0 to 1439; nil for any time that day.
    public let minute: Int16?
    /// Minutes east of UTC, when whoever wrote it said so.
    public let offset: Int16?

    /// A day, and a time of it if one was agreed.
    ///
    /// - Parameters:
    ///   - minute: since midnight, held within 0 to 1439.
    ///   - offset: minutes east of UTC, held within 18 hours; it means nothing without a minute, and then is dropped.
    public init(_ day: Day, minute: Int? = nil, offset: Int? = nil) {
        self.day = day
        self.minute = minute.map { Int16(min(max($0, 0), 1439)) }
        self.offset = minute == nil ? nil : offset.map { Int16(min(max($0, -1080), 1080)) }
    }

    /// The same in `zone`: a time written at another offset is turned into the zone's own day and minute.
    public func local(in zone: Zone) -> DueTime {
        guard let minute, let offset else { return self }
        let seconds = Int64(day.number) * 86_400 + (Int64(minute) - Int64(offset)) * 60
        let moment = zone.moment(seconds: seconds)
        return DueTime(moment.writtenDay, minute: moment.writtenMinute)
    }
}

extension DueTime: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `2026-12-01`, `2026-12-01T14:00` or `2026-12-01T14:00:00-07:00`, with a space for the `T` if need be, and
    /// drops the seconds; nil for anything else.
    public init?(_ description: String) {
        var text = ISOReader(description)
        guard let day = text.day() else { return nil }
        if text.isAtEnd {
            self.init(day)
            return
        }
        guard text.take("T") || text.take(" "), let time = text.timeOfDay() else { return nil }
        if text.isAtEnd {
            self.init(day, minute: time / 60)
            return
        }
        guard let offset = text.offset(), text.isAtEnd else { return nil }
        self.init(day, minute: time / 60, offset: offset)
    }

    /// `2026-12-01`, `2026-12-01T14:00`, or with the offset if it was given.
    public var description: String {
        guard let minute else { return day.description }
        let local = "\(day)T\(padded(Int(minute) / 60, 2)):\(padded(Int(minute) % 60, 2))"
        guard let offset else { return local }
        let east = abs(Int(offset))
        return local + ":00\(offset < 0 ? "-" : "+")\(padded(east / 60, 2)):\(padded(east % 60, 2))"
    }
}
