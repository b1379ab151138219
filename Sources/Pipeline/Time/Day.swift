/// A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, in no particular zone: the days that ISO 8601 writes
/// with four digits of a year.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int32

    private static let numbers: ClosedRange<Int32> = -719_162...2_932_896

    /// The day that is `number` days after 1970-01-01, or the first or last day of all for one beyond it.
    public init(number: Int32) {
        self.number = min(max(number, Day.numbers.lowerBound), Day.numbers.upperBound)
    }

    /// The day of a calendar date, or nil when the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(civil: year, month, day)
    }

    private init(civil year: Int, _ month: Int, _ day: Int) {
        // Years begin in March here, so that the leap day is the last of its year.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var civil: (year: Int, month: Int, day: Int) {
        // Days since 0000-03-01, so never negative.
        let days = Int(number) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The day of the week.
    public var weekday: Weekday { Weekday.allCases[dayOfWeek] }

    /// The place of the day in its week: 0 for Monday to 6.
    var dayOfWeek: Int {
        // 1970-01-01 was a Thursday.
        let index = (Int(number) + 3) % 7
        return index < 0 ? index + 7 : index
    }

    /// The day `days` later, earlier when negative; the first or last day of all when there is no such day.
    public func adding(days: Int) -> Day {
        Day(number: Int32(clamping: Int(number) + Int(Int32(clamping: days))))
    }

    /// The same day of the month `months` later, earlier when negative, or the last of that month when it is shorter;
    /// the first or last day of all when there is no such month.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let total = year * 12 + month - 1 + Int(Int32(clamping: months))
        if total < 12 { return Day(number: .min) }
        let (newYear, newMonth) = (total / 12, total % 12 + 1)
        if newYear > 9999 { return Day(number: .max) }
        return Day(civil: newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }

    /// This day, or the Monday after it when it is of a weekend: a day that nobody named is a working day.
    public var orMonday: Day { dayOfWeek < 5 ? self : adding(days: 7 - dayOfWeek) }

    /// Whole days from `other` to this day.
    public func days(since other: Day) -> Int {
        Int(number) - Int(other.number)
    }

    /// Days in a month of a year: 28 to 31.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// By the calendar.
    public static func < (a: Day, b: Day) -> Bool {
        a.number < b.number
    }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `2026-12-01`; nil for anything else.
    public init?(_ description: String) {
        var text = ISOReader(description)
        guard let day = text.day(), text.isAtEnd else { return nil }
        self = day
    }

    /// ISO 8601: `2026-12-01`.
    public var description: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A day of the week, Monday first.
public enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Three letters: `Mon`.
    public var short: String {
        switch self {
        case .monday: "Mon"
        case .tuesday: "Tue"
        case .wednesday: "Wed"
        case .thursday: "Thu"
        case .friday: "Fri"
        case .saturday: "Sat"
        case .sunday: "Sun"
        }
    }
}

/// The twelve months' English names, January first.
public enum Month: String, CaseIterable, Sendable {
    case january, february, march, april, may, june, july, august, september, october, november, december

    /// Three letters: `Jan`.
    public var short: String {
        switch self {
        case .january: "Jan"
        case .february: "Feb"
        case .march: "Mar"
        case .april: "Apr"
        case .may: "May"
        case .june: "Jun"
        case .july: "Jul"
        case .august: "Aug"
        case .september: "Sep"
        case .october: "Oct"
        case .november: "Nov"
        case .december: "Dec"
        }
    }
}

/// `number` in decimal, with zeros before it up to `width` characters.
func padded(_ number: Int, _ width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
}
