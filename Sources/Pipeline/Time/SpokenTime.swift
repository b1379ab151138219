extension DueTime {
    /// Reads a day as people say it, with or without a time of day, seen from `now`.
    ///
    /// Days: `today`, `tomorrow`, `day after tomorrow`, `tue` (the next one; today's name means in a week), `3d`, `2w`,
    /// `6m`, `1y`, `in two weeks`, `nov 30`, `30 nov`, `30 november 2027`, `the 5th`, `30.11.`, `30.11.27`,
    /// `30/11/2026`, `2026-11-30`, `next tue`, `tue week`, `end of the week` or `eow` (its Friday). Those that leave the
    /// day open mean a working day: `next week`, `next month`, `next quarter`, `new year`, `january`, `q1`, `start of
    /// december`, `mid december`, `end of month` or `eom`, `eoq`, `eoy`. Times: `14:00`, `2pm`, `9:30 am`, `at 9`, `half
    /// past 2`, `noon`, `morning`; and `in an hour`, `in 20 minutes`. A date without a year is the next one that is not
    /// past; a time alone is today's.
    ///
    /// - Returns: nil when it is not understood, or could mean two days, which `doubt` tells.
    public init?(spoken text: String, _ now: Now) {
        if let exact = DueTime(text.trimmed) {
            self = exact
            return
        }
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
        if let soon = DueTime.soon(words, now) {
            self = soon
            return
        }
        let (minute, rest) = DueTime.splitTime(words)
        let fillers: Set = ["at", "on", "in", "the", "of", "this"]
        let named = rest.filter { !fillers.contains($0) }
        guard let day = named.isEmpty && minute != nil ? now.today : DueTime.day(spoken: named, now.today) else {
            return nil
        }
        self.init(day, minute: minute)
    }

    /// What to ask of a date that is read one way in one country and another way elsewhere, as `03/04`; nil for any other.
    public static func doubt(spoken text: String) -> String? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," }
        for word in words {
            guard let (a, b, _) = slashed(word), a != b, (1...12).contains(a), (1...12).contains(b) else { continue }
            func named(_ day: Int, _ month: Int) -> String { "\(day) \(Month.allCases[month - 1].short)" }
            return "\(word) is \(named(a, b)) to some and \(named(b, a)) to others; write the month as a word"
        }
        return nil
    }

    /// Some minutes or hours from now: `in an hour`, `in 20 minutes`, `half an hour`, `2h`.
    private static func soon(_ words: [String], _ now: Now) -> DueTime? {
        let words = words.filter { $0 != "in" }
        var minutes: Int?
        if words == ["half", "an", "hour"] {
            minutes = 30
        } else if words.count == 2, let count = count(words[0]), count <= 10_000, let unit = minutesOf(words[1]) {
            minutes = count * unit
        } else if words.count == 1 {
            let digits = words[0].prefix { $0.isASCII && $0.isNumber }
            let unit = minutesOf(String(words[0].dropFirst(digits.count)))
            if let count = number(digits), count <= 10_000, let unit { minutes = count * unit }
        }
        guard let minutes else { return nil }
        let minute = now.minute + minutes
        return DueTime(now.today.adding(days: minute / 1440), minute: minute % 1440)
    }

    private static func minutesOf(_ unit: String) -> Int? {
        switch unit {
        case "min", "mins", "minute", "minutes": 1
        case "h", "hr", "hrs", "hour", "hours": 60
        default: nil
        }
    }

    private static func day(spoken words: [String], _ today: Day) -> Day? {
        switch words.count {
        case 1: return day(spoken: words[0], today)
        case 2 where words[0] == "next":
            switch words[1] {
            case "week": return today.adding(days: 7).orMonday
            case "month": return today.adding(months: 1).orMonday
            case "quarter": return quarter((today.civil.month + 2) / 3 + 1, today)
            case "year": return today.adding(months: 12).orMonday
            default: return weekday(words[1], today)
            }
        case 2...3 where words[0] == "end": return end(of: words.dropFirst(), today)
        case 2...3 where ["start", "beginning", "early"].contains(words[0]): return start(of: words.dropFirst(), today)
        case 2 where words[0] == "mid" || words[0] == "middle": return middle(of: words[1], today)
        case 2 where words == ["new", "year"]: return start(of: ["next", "year"], today)
        case 3 where words == ["day", "after", "tomorrow"]: return today.adding(days: 2)
        case 3 where words[0] == "a" && words[1] == "couple": return day(spoken: ["two", words[2]], today)
        case 2:
            if let count = count(words[0]) {
                if ["fortnight", "fortnights"].contains(words[1]) {
                    return count <= 1000 ? step(count * 2, .weeks, today) : nil
                }
                if let unit = unit(words[1]) { return step(count, unit, today) }
            }
            if words[1] == "week", let day = weekday(words[0], today) {
                // Said on the day itself, it is a week from then to some, and two to others.
                return day.weekday == today.weekday ? nil : day.adding(days: 7)
            }
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
        case "eow": return end(of: ["week"], today)
        case "eom": return end(of: ["month"], today)
        case "eoq": return end(of: ["quarter"], today)
        case "eoy": return end(of: ["year"], today)
        case "q1", "q2", "q3", "q4": return word.last?.wholeNumberValue.flatMap { quarter($0, today) }
        default: break
        }
        if word.hasPrefix("mid-") { return middle(of: String(word.dropFirst(4)), today) }
        if let day = Day(word) ?? weekday(word, today) ?? numbered(word, today) { return day }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        if let count = number(digits), let unit = unit(String(word.dropFirst(digits.count))) {
            return step(count, unit, today)
        }
        if let month = month(word), month != today.civil.month { return date(1, month, year: nil, today)?.orMonday }
        if let (a, b, year) = slashed(word) {
            // Where only one of the two can be a month there is no doubt.
            if a == b || b <= 12 && a > 12 { return date(a, b, year: year, today) }
            return a <= 12 && b > 12 ? date(b, a, year: year, today) : nil
        }
        return dotted(word, today)
    }

    /// `30/11`, `30/11/26` or `30/11/2026`, in whichever order.
    private static func slashed(_ word: some StringProtocol) -> (Int, Int, year: Int?)? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let a = number(parts[0]), let b = number(parts[1]) else { return nil }
        if parts.count == 2 { return (a, b, nil) }
        return year(parts[2]).map { (a, b, $0) }
    }

    /// A year of two or four digits.
    private static func year(_ digits: some StringProtocol) -> Int? {
        guard let year = number(digits) else { return nil }
        return digits.utf8.count == 2 ? 2000 + year : digits.utf8.count == 4 ? year : nil
    }

    /// The first working day of a quarter that is not past; one beyond the fourth is of the next year.
    private static func quarter(_ number: Int, _ today: Day) -> Day? {
        date(1, (number - 1) % 4 * 3 + 1, year: nil, today)?.orMonday
    }

    /// The last working day of a month, a quarter or a year, or today when only a weekend is left of it; or the Friday of
    /// a week.
    private static func end(of words: ArraySlice<String>, _ today: Day) -> Day? {
        let isNext = words.first == "next"
        guard words.count == (isNext ? 2 : 1), let word = words.last else { return nil }
        func last(_ month: Int, _ year: Int) -> Day? {
            let day = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
            // A Saturday or Sunday becomes the Friday before.
            return day.map { max(today, $0.adding(days: min(0, 4 - $0.dayOfWeek))) }
        }
        let (year, thisMonth, _) = today.civil
        switch word {
        case "week":
            let friday = today.weekday == .friday ? today : weekday("friday", today)
            return friday?.adding(days: isNext ? 7 : 0)
        case "month":
            let (year, month, _) = today.adding(months: isNext ? 1 : 0).civil
            return last(month, year)
        case "quarter":
            let month = (thisMonth + 2) / 3 * 3 + (isNext ? 3 : 0)
            return month > 12 ? last(month - 12, year + 1) : last(month, year)
        case "year": return last(12, year + (isNext ? 1 : 0))
        default:
            guard !isNext, let month = month(word) else { return nil }
            return last(month, month < thisMonth ? year + 1 : year)
        }
    }

    /// The Monday of the next week, or the first working day of the next month, quarter or year, or of a month by name.
    private static func start(of words: ArraySlice<String>, _ today: Day) -> Day? {
        guard words.first == "next", words.count == 2, let word = words.last else {
            return words.count == 1 ? words.last.flatMap { month($0) == nil ? nil : day(spoken: $0, today) } : nil
        }
        let next = today.adding(months: 1).civil
        switch word {
        case "week": return weekday("monday", today)
        case "month": return Day(year: next.year, month: next.month, day: 1)?.orMonday
        case "quarter": return day(spoken: ["next", "quarter"], today)
        case "year": return Day(year: today.civil.year + 1, month: 1, day: 1)?.orMonday
        default: return nil
        }
    }

    /// The 15th of a month by name, or the Monday after it.
    private static func middle(of word: String, _ today: Day) -> Day? {
        month(word).flatMap { date(15, $0, year: nil, today) }?.orMonday
    }

    /// The next day that has this number in its month and is not past: `5th`.
    private static func numbered(_ word: String, _ today: Day) -> Day? {
        guard word.last?.isLetter ?? false, let number = ordinal(word) else { return nil }
        return (0...2).lazy.compactMap { months in
            let (year, month, _) = today.adding(months: months).civil
            return Day(year: year, month: month, day: number)
        }.first { $0 >= today }
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
        return year(parts[2]).flatMap { Day(year: $0, month: month, day: day) }
    }

    /// What digits alone say: no sign, no other script.
    static func number(_ digits: some StringProtocol) -> Int? {
        digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    /// A number in digits, or in a word up to twelve.
    static func count(_ word: String) -> Int? {
        let words = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        if word == "a" || word == "an" { return 1 }
        return words.firstIndex(of: word).map { $0 + 1 } ?? number(word)
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

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return Month.allCases.firstIndex { $0.rawValue.hasPrefix(word) }.map { $0 + 1 }
    }

    /// `30`, `30th` or `30.`.
    private static func ordinal(_ word: String) -> Int? {
        let ending = ["st", "nd", "rd", "th", "."].first { word.hasSuffix($0) }
        return number(word.dropLast(ending?.count ?? 0))
    }

    /// `nov 30` or `30 nov`.
    private static func date(_ words: [String], year: Int?, _ today: Day) -> Day? {
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
}

extension String {
    /// True when there is nothing but white space.
    public var isBlank: Bool { allSatisfy(\.isBlank) }

    /// Without white space at either end.
    public var trimmed: String {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return ""
        }
        return String(self[first...last])
    }
}

extension Character {
    /// True for white space. Of ASCII it is known without a look at the tables of Unicode.
    public var isBlank: Bool {
        guard let asciiValue else { return isWhitespace }
        return asciiValue == 0x20 || (0x09...0x0D).contains(asciiValue)
    }
}
