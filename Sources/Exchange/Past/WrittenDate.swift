internal import Pipeline

/// A day, or a day and a time, as people and systems write it.
enum WrittenDate: Hashable {
    /// It can be read in one way only.
    case plain(DueTime)
    /// `03/04/2026`, which is in March for some and in April for others. The one that is no day is nil.
    case slashed(dayFirst: DueTime?, monthFirst: DueTime?)

    /// Reads ISO 8601 with `-`, `/` or no offset; `15 Jun 2026`, `Jun 15, 2026`, `15-Jun-26`; `15.06.2026`; and
    /// `06/15/2026` or `06-15-2026`. A time may follow, with `am` or `pm`, and the name of a zone, which is dropped.
    ///
    /// - Returns: nil for anything else, and for years before 1970, which systems write for "never".
    init?(_ text: String) {
        if let moment = Moment(text.trimmed) {
            guard moment.writtenDay.number > 0 else { return nil }
            self = .plain(
                DueTime(moment.writtenDay, minute: moment.writtenMinute, offset: moment.offset))
            return
        }
        var words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
        // 2026-06-15T09:30:00.
        if let first = words.first, first.utf8.count > 10, first.dropFirst(10).first == "t" {
            words = [String(first.prefix(10)), String(first.dropFirst(11))] + words.dropFirst()
        }
        words.removeAll { WrittenDate.weekdays.contains($0) || $0 == "at" || $0 == "um" }
        let minute = WrittenDate.takeTime(&words)
        if words.count == 1 { words = words[0].split { "-/.".contains($0) }.map(String.init) }
        let isSlashed = !text.contains(".") || words.contains { Int($0) == nil }
        guard words.count == 3 else { return nil }
        func day(_ year: Int?, _ month: Int?, _ day: Int?) -> DueTime? {
            guard let year, let month, let day else { return nil }
            return Day(year: year, month: month, day: day).flatMap {
                $0.number > 0 ? DueTime($0, minute: minute) : nil
            }
        }
        let numbers = words.map(WrittenDate.number)
        if words[0].utf8.count == 4, let found = day(numbers[0], WrittenDate.month(words[1]), numbers[2]) {
            self = .plain(found)
            return
        }
        let year = WrittenDate.year(words[2])
        if Int(words[1]) == nil, let found = day(year, WrittenDate.month(words[1]), numbers[0]) {
            self = .plain(found)
        } else if Int(words[0]) == nil, let found = day(year, WrittenDate.month(words[0]), numbers[1]) {
            self = .plain(found)
        } else {
            let dayFirst = day(year, numbers[1], numbers[0])
            let monthFirst = isSlashed ? day(year, numbers[0], numbers[1]) : nil
            switch (dayFirst, monthFirst) {
            case (nil, nil): return nil
            // Only the day comes first before a point.
            case (let found?, nil) where !isSlashed: self = .plain(found)
            case (let a?, let b?) where a == b: self = .plain(a)
            default: self = .slashed(dayFirst: dayFirst, monthFirst: monthFirst)
            }
        }
    }

    private static let weekdays = Set(Weekday.allCases.flatMap { [$0.rawValue, $0.short.lowercased()] })

    /// Takes `09:30`, `9:30:15 pm` and what follows it off the end.
    private static func takeTime(_ words: inout [String]) -> Int? {
        guard let place = words.firstIndex(where: { $0.contains(":") }) else { return nil }
        let isAfternoon = words[place...].contains { $0.hasSuffix("pm") || $0 == "p.m." }
        let isMorning = words[place...].contains { $0.hasSuffix("am") || $0 == "a.m." }
        let parts = words[place].split(separator: ":").map { $0.prefix { $0.isASCII && $0.isNumber } }.map { Int($0) }
        words.removeSubrange(place...)
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60 else { return nil }
        if isAfternoon { return (hour < 12 ? hour + 12 : hour) * 60 + minute }
        return (isMorning && hour == 12 ? 0 : hour) * 60 + minute
    }

    private static func number(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        // 1st, 2nd, 3rd, 4th.
        return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? Int(digits) : nil
    }

    private static func year(_ word: String) -> Int? {
        guard let number = Int(word), word.utf8.count == 4 || word.utf8.count == 2 else { return nil }
        return word.utf8.count == 2 ? 2000 + number : number
    }

    private static func month(_ word: String) -> Int? {
        if let number = Int(word) { return number }
        guard word.utf8.count >= 3 else { return nil }
        return Month.allCases.firstIndex { $0.rawValue.hasPrefix(word) || word == "sept" && $0 == .september }
            .map { $0 + 1 }
    }
}
