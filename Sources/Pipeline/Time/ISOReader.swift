/// Reads ISO 8601 days, times and offsets from ASCII bytes, left to right. Reads no further than what it understands.
public struct ISOReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// A reader at the start of `text`.
    public init(_ text: String) {
        self.init(ArraySlice(text.utf8))
    }

    /// A reader at the start of `bytes`.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    /// True when nothing is left to read.
    public var isAtEnd: Bool { at == bytes.endIndex }

    /// `2026-12-01`.
    public mutating func day() -> Day? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `14:00`, `14:00:30` or `14:00:30.25`, in seconds since midnight; a fraction is dropped.
    public mutating func timeOfDay() -> Int? {
        guard let hour = number(2), take(":"), let minute = number(2), hour < 24, minute < 60 else { return nil }
        var seconds = hour * 3600 + minute * 60
        if take(":") {
            // 60 is a leap second, which no clock here counts.
            guard let second = number(2), second <= 60 else { return nil }
            seconds += min(second, 59)
            if take(".") || take(",") {
                guard number(1) != nil else { return nil }
                while number(1) != nil {}
            }
        }
        return seconds
    }

    /// `Z`, `+02:00`, `-0700` or `+02`, in minutes east of UTC: up to 18 hours.
    public mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let west = take("-")
        guard west || take("+"), let hours = number(2), hours <= 18 else { return nil }
        let minutes = take(":") ? number(2) : number(2) ?? 0
        guard let minutes, minutes < 60, hours < 18 || minutes == 0 else { return nil }
        return (west ? -1 : 1) * (hours * 60 + minutes)
    }

    /// A day, `T` or a space, a time and an offset.
    public mutating func moment() -> Moment? {
        guard let day = day(), take("T") || take("t") || take(" "), let time = timeOfDay(), let offset = offset() else {
            return nil
        }
        return Moment(seconds: Int64(day.number) * 86_400 + Int64(time - offset * 60), offset: offset)
    }

    /// Takes the next byte if it is `character`.
    public mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.endIndex, UInt32(bytes[at]) == character.value else { return false }
        at += 1
        return true
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard bytes.endIndex - at >= digits else { return nil }
        var value = 0
        for index in at..<at + digits {
            guard case 48...57 = bytes[index] else { return nil }
            value = value * 10 + Int(bytes[index] - 48)
        }
        at += digits
        return value
    }
}
