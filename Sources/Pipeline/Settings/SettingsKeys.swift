/// A number of the settings file: its key, where it goes, what it may be and what it means.
struct NumberKey {
    let key: String
    let path: WritableKeyPath<MethodNumbers, Int>
    let range: ClosedRange<Int>
    let meaning: String

    init(_ key: String, _ path: WritableKeyPath<MethodNumbers, Int>, _ range: ClosedRange<Int>, _ meaning: String) {
        self.key = key
        self.path = path
        self.range = range
        self.meaning = meaning
    }

    /// Numbers of which the first must not be above the second, or not even as large.
    static var orders: [(low: NumberKey, high: NumberKey, mayBeEqual: Bool)] {
        [
            ("maybeScore", "topScore", false), ("callingFrom", "callingUntil", false),
            ("stallingStreak", "lingeringStreak", true), ("firstAttempts", "nextAttempts", true),
            ("laterMonths", "nextYearMonths", true),
        ].compactMap { low, high, mayBeEqual in
            guard let low = all.first(where: { $0.key == low }), let high = all.first(where: { $0.key == high }) else {
                return nil
            }
            return (low, high, mayBeEqual)
        }
    }

    /// Every number of the method, in the order of the file.
    static var all: [NumberKey] {
        [
            .init("enoughAttempts", \.enoughAttempts, 1...1000, "attempts in a round that are enough work"),
            .init("enoughChannels", \.enoughChannels, 1...11, "channels in a round that are enough"),
            .init("stallingStreak", \.stallingStreak, 1...100, "“not now” in a row that is stalling"),
            .init("lingeringStreak", \.lingeringStreak, 1...100, "“not now” in a row that is lingering"),
            .init("mostSnoozes", \.mostSnoozes, 1...100, "moves of one due callback that are too many"),
            .init("topScore", \.topScore, 1...100, "the least score of the top tier"),
            .init("maybeScore", \.maybeScore, 0...100, "the least score that is not the bottom tier"),
            .init("graceDays", \.graceDays, 1...365, "days to wait for a reply to a goodbye"),
            .init("mostLetDowns", \.mostLetDowns, 1...100, "let-downs that make an antithesis without a full cycle"),
            .init(
                "hoursBeforePayoff", \.hoursBeforePayoff, 1...1000, "hours in twelve months after which payoff counts"),
            .init("keepDays", \.keepDays, 1...365, "days that a keep holds"),
            .init("prospectRestDays", \.prospectRestDays, 1...365, "days until a prospect is called again"),
            .init("customerRestDays", \.customerRestDays, 1...3650, "days until a customer is called again"),
            .init("firstAttempts", \.firstAttempts, 1...1000, "how many attempts of a round are the first"),
            .init("nextAttempts", \.nextAttempts, 1...1000, "up to which attempt they are the next"),
            .init("restAfterFirst", \.restAfterFirst, 1...365, "days of rest after each of the first"),
            .init("restAfterNext", \.restAfterNext, 1...365, "days of rest after each of the next"),
            .init("restAfterOthers", \.restAfterOthers, 1...365, "days of rest after each of the others"),
            .init("callingFrom", \.callingFrom, 0...23, "the first hour for calls, where the lead is"),
            .init("callingUntil", \.callingUntil, 1...24, "the hour from which it is too late"),
            .init("laterMonths", \.laterMonths, 1...120, "months of “later this year”"),
            .init("nextYearMonths", \.nextYearMonths, 1...120, "months of “next year”"),
            .init("freedWeeks", \.freedWeeks, 1...104, "weeks on the list of which the time freed is measured"),
            .init("fewDials", \.fewDials, 1...10_000, "dials below which a rate says little"),
        ]
    }
}

extension Settings.Me {
    /// The keys of the user's details in the settings file, with what they mean.
    static var keys: [(key: String, path: WritableKeyPath<Settings.Me, String>, meaning: String)] {
        [
            ("name", \.name, "how you say hello: {me} in scripts"), ("company", \.company, "{my company} in scripts"),
            ("value", \.valueLine, "what you do for whom, in a line: {value}"), ("phone", \.phone, "{my phone}"),
        ]
    }
}
