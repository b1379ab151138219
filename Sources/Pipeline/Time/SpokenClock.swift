/// The time of day as people say it.
extension DueTime {
    /// Takes the time of day from the end of what was said, or else from its beginning.
    ///
    /// - Returns: minutes since midnight, nil when none was said; and the words that are left.
    static func splitTime(_ words: [String]) -> (minute: Int?, rest: [String]) {
        // The longest first: the 2 of "half past 2" is no time by itself.
        for count in stride(from: min(words.count, 4), to: 0, by: -1) {
            if let minute = minute(spoken: words.suffix(count)) { return (minute, words.dropLast(count)) }
        }
        for count in stride(from: min(words.count, 4), to: 0, by: -1) {
            if let minute = minute(spoken: words.prefix(count)) { return (minute, Array(words.dropFirst(count))) }
        }
        return (nil, words)
    }

    private static func minute(spoken words: ArraySlice<String>) -> Int? {
        var words = words
        if words.first == "at" {
            words = words.dropFirst()
            if words.count == 1, let hour = words.last.flatMap(bareHour) { return hour * 60 }
        } else if words.first == "in" || words.first == "this" {
            words = words.dropFirst()
            if words.first == "the" { words = words.dropFirst() }
            guard ["morning", "afternoon", "evening"].contains(words.first) else { return nil }
        }
        guard let first = words.first, let last = words.last else { return nil }
        switch words.count {
        case 1: return minute(spoken: first)
        case 2 where last == "am" || last == "pm": return minute(spoken: first + last)
        case 2 where last == "o'clock" || last == "o’clock": return bareHour(first).map { $0 * 60 }
        case 3:
            let between = words[words.startIndex + 1]
            guard let hour = bareHour(last) else { return nil }
            let minutes = first == "half" ? 30 : first == "quarter" ? 15 : count(first)
            guard let minutes, (1...59).contains(minutes) else { return nil }
            if between == "past" { return hour * 60 + minutes }
            return between == "to" && first != "half" ? hour * 60 - minutes : nil
        default: return nil
        }
    }

    /// `14:00`, `2pm`, `9:30am`, `noon`, `morning`, in minutes since midnight.
    private static func minute(spoken word: String) -> Int? {
        switch word {
        case "noon", "midday": return 12 * 60
        case "morning": return 9 * 60
        case "afternoon": return 14 * 60
        case "evening": return 18 * 60
        default: break
        }
        let half: Int? = word.hasSuffix("am") ? 0 : word.hasSuffix("pm") ? 12 : nil
        let parts = word.dropLast(half == nil ? 0 : 2).split(separator: ":", omittingEmptySubsequences: false)
        guard (half == nil ? 2...2 : 1...2).contains(parts.count), let hour = number(parts[0]),
            let minute = parts.count == 1 ? 0 : parts[1].utf8.count == 2 ? number(parts[1]) : nil, minute < 60
        else { return nil }
        guard let half else { return hour < 24 ? hour * 60 + minute : nil }
        return (1...12).contains(hour) ? (hour % 12 + half) * 60 + minute : nil
    }

    /// An hour that is said alone: people who are called at 2 are called in the afternoon (calling hours, method, section
    /// 7).
    private static func bareHour(_ word: String) -> Int? {
        guard let hour = count(word), word != "a", word != "an", (1...23).contains(hour) else { return nil }
        return hour < 8 ? hour + 12 : hour
    }
}
