import FoundationEssentials

/// Reads the terms of a filter, from left to right.
struct FilterReader {
    private var rest: Substring
    private let now: Now

    init(_ text: String, _ now: Now) {
        (rest, self.now) = (text[...], now)
    }

    /// The groups of terms that `or` divides. At the beginning and at the end it is a word like any other.
    mutating func groups() throws(FilterMistake) -> [[FilterTerm]] {
        var groups: [[FilterTerm]] = [[]]
        while skipBlanks() {
            let word = rest.prefix { !$0.isWhitespace }
            let isBetween = groups.last?.isEmpty == false && rest.dropFirst(word.count).contains { !$0.isWhitespace }
            if word.lowercased() == "or", isBetween {
                rest = rest.dropFirst(word.count)
                groups.append([])
            } else {
                groups[groups.count - 1].append(try term())
            }
        }
        return groups.filter { !$0.isEmpty }
    }

    /// False at the end.
    private mutating func skipBlanks() -> Bool {
        rest = rest.drop { $0.isWhitespace }
        return !rest.isEmpty
    }

    private mutating func term() throws(FilterMistake) -> FilterTerm {
        var isNegated = false
        if rest.first == "-", let next = rest.dropFirst().first, !next.isWhitespace {
            isNegated = true
            rest = rest.dropFirst()
        }
        if rest.first?.isQuote == true { return word(value(), isNegated) }
        let name = rest.prefix { $0.isASCII && $0.isLetter || $0 == "-" }
        let after = rest.dropFirst(name.count)
        guard !name.isEmpty, let comparison = Comparison.all.first(where: { after.hasPrefix($0.sign) }) else {
            let text = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(text.count)
            return word(String(text), isNegated)
        }
        rest = after.dropFirst(comparison.sign.count)
        var values = [value()]
        while rest.first == "," {
            rest = rest.dropFirst()
            values.append(value())
        }
        let condition = Condition(name: String(name), comparison, values.filter { !$0.isEmpty }, now)
        return try condition.term(isNegated)
    }

    private func word(_ text: String, _ isNegated: Bool) -> FilterTerm {
        let word = Word(text)
        return FilterTerm(isNegated: isNegated, source: "\(word.spellings)", test: .word(word))
    }

    /// What stands in quotes, or up to a blank or a comma. A quote that is not closed goes to the end.
    private mutating func value() -> String {
        guard rest.first?.isQuote == true else {
            let value = rest.prefix { !$0.isWhitespace && $0 != "," }
            rest = rest.dropFirst(value.count)
            return String(value)
        }
        let value = rest.dropFirst().prefix { !$0.isQuote }
        rest = rest.dropFirst(value.count + 1).dropFirst()
        return String(value)
    }
}

extension Character {
    fileprivate var isQuote: Bool { self == "\"" || self == "“" || self == "”" }
}

/// How a condition holds what a lead has against a value.
struct Comparison: Sendable {
    let sign: String
    /// Whether it holds for a lead's own that is less, the same, and more.
    let (less, same, more): (Bool, Bool, Bool)

    /// The longer signs first.
    static let all = [
        Comparison("<=", (true, true, false)), Comparison(">=", (false, true, true)),
        Comparison("<", (true, false, false)), Comparison(">", (false, false, true)),
        Comparison("=", (false, true, false)), Comparison(":", (false, true, false)),
    ]

    private init(_ sign: String, _ holds: (Bool, Bool, Bool)) {
        self.sign = sign
        (less, same, more) = holds
    }

    func holds<Value: Comparable>(_ own: Value, _ value: Value) -> Bool {
        own == value ? same : own < value ? less : more
    }

    /// True for `:` and `=`.
    var isEqual: Bool { same && !less && !more }
}
