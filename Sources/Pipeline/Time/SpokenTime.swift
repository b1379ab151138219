extension DueTime {
    /// Reads a day as people say it, with or without a time of day, seen from `now`.
    ///
    /// Days: `today`, `tomorrow`, `tue` (the next one; today's name means in a week), `3d`, `2w`, `6m`, `1y`, `nov 30`,
    /// `30 nov`, `30 november 2027`, `30.11.`, `30.11.27`, `2026-11-30`, `next week`, `next month`,
    /// `next tue`, `end of month`, `end of next week` (its Friday). Times: `14:00`, `2pm`, `9:30am`. A date without a year is the next one that is not past; a time alone
    /// is today's.
    ///
    /// - Returns: nil when it is not understood.
    public init?(spoken text: String, _ now: Now) {
        if let exact = DueTime(text.trimmed) {
            self = exact
            return
        }
        var words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
        words.removeAll { ["at", "on", "in", "the", "of"].contains($0) }
        let minute = words.last.flatMap(DueTime.minute(spoken:))
        if minute != nil { words.removeLast() }
        guard let day = words.isEmpty && minute != nil ? now.today : DueTime.day(spoken: words, now.today) else {
            return nil
        }
        self.init(day, minute: minute)
    }

    private static func day(spoken words: [String], _ today: Day) -> Day? {
        switch words.count {
        case 1: return day(spoken: words[0], today)
        case 2 where words[0] == "next":
            switch words[1] {
            case "week": return today.adding(days: 7)
            case "month": return today.adding(months: 1)
            case "year": return today.adding(months: 12)
            default: return weekday(words[1], today)
            }
        case 2...3 where words[0] == "end": return end(of: words.dropFirst(), today)
        case 2:
            if let count = number(words[0]), let unit = unit(words[1]) { return step(count, unit, today) }
            return date(words, year: nil, today)
        case 3:
            guard words[2].utf8.count == 4, let year = number(words[2]) else { return nil }
            return date(words, year: year, today)
        default: return nil
        }
    }

    private static func day(spoken word: String, _ today: Day) -> Day? {
        switch word {
        case "today": return today
        case "tomorrow": return today.adding(days: 1)
        default: break
        }
        if let day = Day(word) ?? weekday(word, today) { return day }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        if let count = number(digits), let unit = unit(String(word.dropFirst(digits.count))) {
            return step(count, unit, today)
        }
        return dotted(word, today)
    }

    /// The last day of this or the next month or year, or the Friday of a week.
    private static func end(of words: ArraySlice<String>, _ today: Day) -> Day? {
        let isNext = words.first == "next"
        guard words.count == (isNext ? 2 : 1) else { return nil }
        switch words.last {
        case "week":
            let friday = today.weekday == .friday ? today : weekday("friday", today)
            return friday?.adding(days: isNext ? 7 : 0)
        case "month":
            let (year, month, _) = today.adding(months: isNext ? 1 : 0).civil
            return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
        case "year": return Day(year: today.civil.year + (isNext ? 1 : 0), month: 12, day: 31)
        default: return nil
        }
    }

    /// The next day of that name; today's name means in a week.
    private static func weekday(_ word: String, _ today: Day) -> Day? {
        guard word.count >= 3 else { return nil }
        return (1...7).lazy.map { today.adding(days: $0) }.first { $0.weekday.rawValue.hasPrefix(word) }
    }

    /// `30.11.`, `30.11.2027` or `30.11.27`, as most of Europe writes it.
    private static func dotted(_ word: String, _ today: Day) -> Day? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let day = number(parts[0]), let month = number(parts[1]) else {
            return nil
        }
        if parts.count == 2 || parts[2].isEmpty { return date(day, month, year: nil, today) }
        guard let year = number(parts[2]) else { return nil }
        switch parts[2].utf8.count {
        case 2: return Day(year: 2000 + year, month: month, day: day)
        case 4: return Day(year: year, month: month, day: day)
        default: return nil
        }
    }

    /// What digits alone say: no sign, no other script.
    private static func number(_ digits: some StringProtocol) -> Int? {
        digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    private enum Unit { case days, weeks, months, years }

    private static func unit(_ word: String) -> Unit? {
        switch word {
        case "d", "day", "days": .days
        case "w", "week", "weeks": .weeks
        case "m", "month", "months": .months
        case "y", "year", "years": .years
        default: nil
        }
    }

    private static func step(_ count: Int, _ unit: Unit, _ today: Day) -> Day? {
        guard count <= 3660 else { return nil }
        return switch unit {
        case .days: today.adding(days: count)
        case .weeks: today.adding(days: count * 7)
        case .months: today.adding(months: count)
        case .years: count <= 100 ? today.adding(months: count * 12) : nil
        }
    }

    /// `nov 30` or `30 nov`.
    private static func date(_ words: [String], year: Int?, _ today: Day) -> Day? {
        func month(_ word: String) -> Int? {
            guard word.count >= 3 else { return nil }
            return Month.allCases.firstIndex { $0.rawValue.hasPrefix(word) }.map { $0 + 1 }
        }
        func ordinal(_ word: String) -> Int? {
            let ending = ["st", "nd", "rd", "th", "."].first { word.hasSuffix($0) }
            return number(word.dropLast(ending?.count ?? 0))
        }
        if let month = month(words[0]), let day = ordinal(words[1]) { return date(day, month, year: year, today) }
        if let month = month(words[1]), let day = ordinal(words[0]) { return date(day, month, year: year, today) }
        return nil
    }

    /// A date; without a year, the next that is not past: 29 February may be some years away.
    private static func date(_ day: Int, _ month: Int, year: Int?, _ today: Day) -> Day? {
        if let year { return Day(year: year, month: month, day: day) }
        let thisYear = today.civil.year
        return (thisYear...thisYear + 8).lazy.compactMap { Day(year: $0, month: month, day: day) }.first { $0 >= today }
    }

    /// `14:00`, `2pm`, `9:30am`, in minutes since midnight.
    private static func minute(spoken word: String) -> Int? {
        let half: Int? = word.hasSuffix("am") ? 0 : word.hasSuffix("pm") ? 12 : nil
        let parts = word.dropLast(half == nil ? 0 : 2).split(separator: ":", omittingEmptySubsequences: false)
        guard (half == nil ? 2...2 : 1...2).contains(parts.count), let hour = number(parts[0]),
            let minute = parts.count == 1 ? 0 : parts[1].utf8.count == 2 ? number(parts[1]) : nil, minute < 60
        else { return nil }
        guard let half else { return hour < 24 ? hour * 60 + minute : nil }
        return (1...12).contains(hour) ? (hour % 12 + half) * 60 + minute : nil
    }
}

extension String {
    /// True when there is nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Without white space at either end.
    public var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
