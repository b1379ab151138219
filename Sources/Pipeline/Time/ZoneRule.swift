/// What holds after the last transition of a zone: the POSIX TZ string at the end of its file, such as
/// `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 9636, section 3.3.1).
struct ZoneRule: Hashable, Sendable {
    private var standard = 0
    private var summer: Summer?

    private struct Summer: Hashable {
        var offset: Int
        var begins: Change
        var ends: Change
    }

    /// Reads the whole of `posix`; nil when it is not understood.
    init?(posix: ArraySlice<UInt8>) {
        var text = Reader(bytes: posix)
        guard text.name(), let standard = text.offset() else { return nil }
        self.standard = standard
        if text.isAtEnd { return }
        guard text.name() else { return nil }
        var offset = standard + 3600
        if !text.next(is: ",") {
            guard let other = text.offset() else { return nil }
            offset = other
        }
        guard text.take(","), let begins = text.change(), text.take(","), let ends = text.change(), text.isAtEnd else {
            return nil
        }
        summer = Summer(offset: offset, begins: begins, ends: ends)
    }

    /// Seconds east of UTC at an instant.
    func offset(at seconds: Int64) -> Int {
        guard let summer else { return standard }
        let year = Moment(seconds: seconds, offset: standard / 60).writtenDay.civil.year
        // Wall-clock changes: the clock before each one is the one that reads it.
        let begins = summer.begins.seconds(year: year) - Int64(standard)
        let ends = summer.ends.seconds(year: year) - Int64(summer.offset)
        let isSummer = begins < ends ? begins <= seconds && seconds < ends : seconds < ends || begins <= seconds
        return isSummer ? summer.offset : standard
    }

    /// When a clock is changed, each year.
    private struct Change: Hashable {
        enum Date: Hashable {
            /// A day of the year from 1, 29 February not counted.
            case julian(Int)
            /// A day of the year from 0.
            case dayOfYear(Int)
            /// The `week`-th (5: last) `weekday` (0: Sunday) of `month`.
            case weekday(month: Int, week: Int, weekday: Int)
        }
        var date: Date
        /// Seconds since midnight, -167 to 167 hours.
        var time: Int

        /// The local time of the change, in seconds since 1970 on the clock's own face.
        func seconds(year: Int) -> Int64 {
            Int64(day(in: year)) * 86_400 + Int64(time)
        }

        private func day(in year: Int) -> Int {
            func first(of month: Int) -> Int { Int(Day(year: year, month: month, day: 1)?.number ?? 0) }
            switch date {
            case .dayOfYear(let number): return first(of: 1) + number
            case .julian(let number):
                let isLeap = Day.length(ofMonth: 2, year: year) == 29
                return first(of: 1) + number - (isLeap && number >= 60 ? 0 : 1)
            case .weekday(let month, let week, let weekday):
                let start = first(of: month)
                // 1970-01-01 was a Thursday, the fourth day after Sunday.
                let startWeekday = ((start + 4) % 7 + 7) % 7
                var day = start + (weekday - startWeekday + 7) % 7 + (week - 1) * 7
                if day >= start + Day.length(ofMonth: month, year: year) { day -= 7 }
                return day
            }
        }
    }

    private struct Reader {
        var bytes: ArraySlice<UInt8>

        var isAtEnd: Bool { bytes.isEmpty }

        func next(is character: Unicode.Scalar) -> Bool { bytes.first.map(UInt32.init) == character.value }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard next(is: character) else { return false }
            bytes.removeFirst()
            return true
        }

        mutating func name() -> Bool {
            if take("<") {
                guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
                bytes = bytes[(end + 1)...]
                return true
            }
            let rest = bytes.drop { (65...90).contains($0) || (97...122).contains($0) }
            defer { bytes = rest }
            return bytes.count - rest.count >= 3
        }

        mutating func number() -> Int? {
            let digits = bytes.prefix { (48...57).contains($0) }
            guard !digits.isEmpty, digits.count <= 3 else { return nil }
            bytes = bytes.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time() -> Int? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard let hours = number(), hours <= 167 else { return nil }
            var total = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(), value < 60 else { return nil }
                total += value * unit
            }
            return isNegative ? -total : total
        }

        /// Seconds east of UTC, which POSIX writes as hours west of it.
        mutating func offset() -> Int? {
            time().flatMap { abs($0) <= Zone.furthest ? -$0 : nil }
        }

        mutating func change() -> Change? {
            let date: Change.Date
            if take("M") {
                guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
                    (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
                else { return nil }
                date = .weekday(month: month, week: week, weekday: weekday)
            } else if take("J") {
                guard let day = number(), (1...365).contains(day) else { return nil }
                date = .julian(day)
            } else {
                guard let day = number(), day <= 365 else { return nil }
                date = .dayOfYear(day)
            }
            guard take("/") else { return Change(date: date, time: 7200) }
            return time().map { Change(date: date, time: $0) }
        }
    }
}
