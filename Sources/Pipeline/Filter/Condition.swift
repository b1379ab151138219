import FoundationEssentials

/// A condition of a filter as it was written: `is:prospect`, `attempts>=20`, `city:"st paul",minneapolis`.
struct Condition {
    private let name: String
    private let comparison: Comparison
    private let values: [String]
    private let now: Now

    init(name: String, _ comparison: Comparison, _ values: [String], _ now: Now) {
        (self.name, self.comparison, self.values, self.now) = (name, comparison, values, now)
    }

    /// The term that it makes.
    ///
    /// - Throws: what is wrong with it, and what could be meant.
    func term(_ isNegated: Bool) throws(FilterMistake) -> FilterTerm {
        let name = FilterChoice.essence(name)
        guard let key = FilterKey.all.first(where: { $0.name == name }) else { throw unknownName() }
        if case .choice(let choices) = key.kind {
            guard comparison.isEqual else {
                throw FilterMistake("“\(name)” takes “:” and a word, as \(name):\(choices.first?.word ?? "")")
            }
            return try term(isNegated, holdsAny(of: choices, key))
        }
        guard let value = values.first else { throw FilterMistake("\(written)… what? \(example(key))") }
        if comparison.isEqual, values.count == 1, ["none", "never", "any"].contains(value.lowercased()) {
            let isWanted = value.lowercased() == "any"
            return term(isNegated) { lead, _, scope in key.isMissing(lead, scope.now) != isWanted }
        }
        if case .text = key.kind {
            guard comparison.isEqual else {
                throw FilterMistake("\(name) is text: \(name):\(value) has it, \(name)=\(value) is all of it")
            }
            return FilterTerm(
                isNegated: isNegated, source: source,
                test: .field(key, values.map { Word($0) }, isWhole: comparison.sign == "="))
        }
        guard values.count == 1 else {
            throw FilterMistake("\(written)\(value) takes one value; with “or” there can be more")
        }
        return try term(isNegated, compares(key, value))
    }

    private typealias Fact = @Sendable (LeadPointer, Int, FilterScope) -> Bool

    private func term(_ isNegated: Bool, _ fact: @escaping Fact) -> FilterTerm {
        FilterTerm(isNegated: isNegated, source: source, test: .fact(fact))
    }

    private var written: String { "\(name)\(comparison.sign)" }

    private var source: String {
        ([FilterChoice.essence(name), comparison.sign] + values.map { $0.lowercased() }).joined(separator: "\u{0}")
    }

    private func compares(_ key: FilterKey, _ value: String) throws(FilterMistake) -> Fact {
        let comparison = comparison
        switch key.kind {
        case .number(let own):
            guard let bound = Amount.read(value) else { throw notUnderstood(value, "number") }
            return { lead, _, _ in own(lead).map { comparison.holds(Decimal($0), bound) } ?? false }
        case .money(let own):
            guard let bound = Amount.read(value) else { throw notUnderstood(value, "number") }
            return { lead, _, _ in own(lead).map { comparison.holds($0, bound) } ?? false }
        case .day(let isPast, let choices, let own):
            if comparison.isEqual, let choice = choice(value, choices).first { return choice.holds }
            guard let bound = FilterDay(value, isPast: isPast, now) else {
                throw notUnderstood(value, "day", hint: "; say today, 30d, 2w, nov-30 or 2026-11-30")
            }
            // Longer ago is earlier.
            let isTurned = bound.isSpan && isPast
            return { lead, _, scope in
                guard let day = own(lead, scope.now) else { return false }
                return isTurned ? comparison.holds(bound.day, day) : comparison.holds(day, bound.day)
            }
        case .text, .choice: return { _, _, _ in false }
        }
    }

    // MARK: - Words out of a few

    private func holdsAny(of choices: [FilterChoice], _ key: FilterKey) throws(FilterMistake) -> Fact {
        if values.isEmpty { throw FilterMistake("\(written)… what? \(list(choices))") }
        var found: [Fact] = []
        for value in values {
            let fits = choice(value, choices)
            guard let choice = fits.first else { throw unknownChoice(value, choices, key) }
            if fits.count > 1 {
                throw FilterMistake("\(written)\(value) may be \(list(fits)); write a little more of it")
            }
            found.append(choice.holds)
        }
        let all = found
        return { lead, place, scope in all.contains { $0(lead, place, scope) } }
    }

    /// The one of that name; else all that begin so.
    private func choice(_ value: String, _ choices: [FilterChoice]) -> [FilterChoice] {
        let wanted = FilterChoice.essence(value)
        if wanted.isEmpty { return [] }
        func names(_ choice: FilterChoice) -> [String] {
            ([choice.name] + choice.others).map(FilterChoice.essence)
        }
        if let choice = choices.first(where: { names($0).contains(wanted) }) { return [choice] }
        return choices.filter { names($0).contains { $0.hasPrefix(wanted) } }
    }

    private func list(_ choices: [FilterChoice]) -> String { choices.map(\.word).joined(separator: ", ") }

    // MARK: - Mistakes

    private func unknownName() -> FilterMistake {
        let known = FilterKey.all.map(\.name)
        if let near = near(name, known) {
            return FilterMistake("there is no term “\(written)”; did you mean \(near)\(comparison.sign)?")
        }
        return FilterMistake(
            "there is no term “\(written)”; in quotes it is looked for as it stands. There are: "
                + known.joined(separator: ", "))
    }

    private func unknownChoice(_ value: String, _ choices: [FilterChoice], _ key: FilterKey) -> FilterMistake {
        if let near = near(value, choices.map(\.word)) {
            return FilterMistake("\(written)\(value) is not known; did you mean \(written)\(near)?")
        }
        for other in FilterKey.all {
            if case .choice(let choices) = other.kind, let choice = choice(value, choices).first,
                FilterChoice.essence(choice.name) == FilterChoice.essence(value)
            {
                return FilterMistake("\(written)\(value) is not known; did you mean \(other.name):\(choice.word)?")
            }
        }
        return FilterMistake("\(written)\(value) is not known; it can be \(list(choices))")
    }

    private func notUnderstood(_ value: String, _ what: String, hint: String = "") -> FilterMistake {
        FilterMistake("\(written)\(value): “\(value)” is no \(what)\(hint)")
    }

    private func near(_ word: String, _ known: [String]) -> String? {
        let near = known.min { word.distance(to: $0) < word.distance(to: $1) } ?? ""
        return word.distance(to: near) <= max(1, word.count / 3) ? near : nil
    }

    private func example(_ key: FilterKey) -> String {
        switch key.kind {
        case .text: "any words, or none"
        case .number, .money: "a number, as 20 or 10k"
        case .day(_, let choices, _): (["today, 30d, 2w, nov-30, none"] + choices.map(\.word)).joined(separator: ", ")
        case .choice(let choices): list(choices)
        }
    }
}

/// A day in a filter, seen from now.
struct FilterDay {
    let day: Day
    /// True for a stretch of time, such as `30d`, counted back for what is past.
    let isSpan: Bool

    init?(_ text: String, isPast: Bool, _ now: Now) {
        let text = text.lowercased()
        if text == "yesterday" {
            (day, isSpan) = (now.today.adding(days: -1), false)
            return
        }
        // A dash holds a term together as a blank does in quotes: `nov-30`.
        let words = Day(text) == nil ? String(text.map { $0 == "-" ? " " : $0 }) : text
        guard let due = DueTime(spoken: words, now), due.minute == nil else { return nil }
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let unit = words.dropFirst(digits.count).drop { $0 == " " }.first
        isSpan = !digits.isEmpty && Day(text) == nil && unit.map { "dwmy".contains($0) } ?? false && !words.isDate
        guard isPast, due.day > now.today, Day(text) == nil, words != "tomorrow" else {
            day = due.day
            return
        }
        guard isSpan, let count = Int(digits) else {
            // People who name a day of the past mean the last one: `tue`, `nov-30`.
            var past = due.day
            while past > now.today {
                past = digits.isEmpty && !words.isDate ? past.adding(days: -7) : past.adding(months: -12)
            }
            day = past
            return
        }
        switch unit {
        case "d": day = now.today.adding(days: -count)
        case "w": day = now.today.adding(days: -7 * count)
        case "m": day = now.today.adding(months: -count)
        default: day = now.today.adding(months: -12 * count)
        }
    }
}

extension String {
    /// True when a month is named: `30 dec` is no stretch of days.
    fileprivate var isDate: Bool {
        split(separator: " ").contains { word in
            word.count >= 3 && Month.allCases.contains { $0.rawValue.hasPrefix(word) }
        }
    }
}
