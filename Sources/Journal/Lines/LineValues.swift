import FoundationEssentials
import Pipeline

/// Reads the values of keys as what they stand for. Nil when a key is not there or null.
extension LineKeys {
    mutating func required<Value>(_ key: Key, _ value: Value?) throws(KeyProblem) -> Value {
        guard let value else { throw KeyProblem(key: key, reason: .missing) }
        return value
    }

    @inline(__always)
    mutating func string(_ key: Key) throws(KeyProblem) -> String? {
        guard let span = take(key) else { return nil }
        let text = try inside(span, of: key)
        let isEscaped = isEscaped(key)
        if !isEscaped, let known = texts?.text(base + text.start, text.end - text.start) { return known }
        return Scanner.text(base, from: text.start, to: text.end, escaped: isEscaped)
    }

    @inline(__always)
    mutating func bool(_ key: Key) throws(KeyProblem) -> Bool {
        guard let span = take(key) else { return false }
        switch base[span.start] {
        case UInt8(ascii: "t"): return true
        case UInt8(ascii: "f"): return false
        default: throw KeyProblem(key: key, reason: .wrongType("true or false"))
        }
    }

    /// A whole number that is not negative.
    @inline(__always)
    mutating func integer(_ key: Key, upTo limit: UInt64) throws(KeyProblem) -> UInt64? {
        guard let span = take(key) else { return nil }
        var value: UInt64 = 0
        for index in span.start..<span.end {
            let digit = UInt64(base[index]) &- 48
            let (tens, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(digit)
            guard digit < 10, !over, !carry, sum <= limit else {
                throw KeyProblem(
                    key: key,
                    reason: .wrongType(limit == .max ? "a whole number" : "a whole number from 0 to \(limit)"))
            }
            value = sum
        }
        return value
    }

    @inline(__always)
    mutating func word<Value>(_ key: Key, _ table: WordTable<Value>) throws(KeyProblem) -> Value? {
        guard let span = take(key) else { return nil }
        let text = try inside(span, of: key)
        if !isEscaped(key), let value = table.value(base, from: text.start, to: text.end, limit: limit) { return value }
        let found = Scanner.text(base, from: text.start, to: text.end, escaped: isEscaped(key))
        if let value = Value(rawValue: found) { return value }
        throw KeyProblem(key: key, reason: .unknown(found: found, choices: Value.allCases.map(\.rawValue)))
    }

    /// An amount of money; at most 38 digits, which are what a decimal number holds.
    mutating func decimal(_ key: Key) throws(KeyProblem) -> Decimal? {
        guard let span = take(key) else { return nil }
        if let whole = wholeNumber(span) { return Decimal(whole) }
        let digits = String(
            decoding: UnsafeBufferPointer(start: base + span.start, count: span.end - span.start), as: UTF8.self)
        guard span.end - span.start <= 38, case 48...57 = base[span.end - 1], inside(span) == nil,
            let value = Decimal(string: digits), value.isFinite
        else { throw KeyProblem(key: key, reason: .wrongType("a number of up to 38 digits")) }
        return value
    }

    /// A number that is nothing but digits and fits; most amounts are such.
    private func wholeNumber(_ span: Span) -> Int? {
        guard span.end - span.start <= 18 else { return nil }
        var number = 0
        for place in span.start..<span.end {
            guard case 48...57 = base[place] else { return nil }
            number = number * 10 + Int(base[place] - 48)
        }
        return number
    }

    mutating func lead() throws(KeyProblem) -> LeadID? {
        guard let span = take(.lead) else { return nil }
        let text = try inside(span, of: .lead)
        if let lead = Base32Reader.lead(base, from: text.start, to: text.end) { return lead }
        throw impossible(.lead, span, "ten letters and digits of Crockford's base 32, as in 7Q3K9F2MXT")
    }

    mutating func id() throws(KeyProblem) -> EntryID? {
        guard let span = take(.id) else { return nil }
        let text = try inside(span, of: .id)
        if let id = Base32Reader.entry(base, from: text.start, to: text.end) { return id }
        throw impossible(.id, span, "26 letters and digits of Crockford's base 32")
    }

    mutating func moment(_ key: Key) throws(KeyProblem) -> Moment? {
        guard let span = take(key) else { return nil }
        let text = try inside(span, of: key)
        if let moment = clock.moment(base, from: text.start, to: text.end)
            ?? Moment(Scanner.text(base, from: text.start, to: text.end, escaped: isEscaped(key)))
        {
            return moment
        }
        throw impossible(key, span, "a time with its offset, as in 2026-03-14T09:26:53-07:00")
    }

    mutating func dueTime(_ key: Key) throws(KeyProblem) -> DueTime? {
        guard let span = take(key) else { return nil }
        let text = try inside(span, of: key)
        if text.end - text.start == 10, let day = clock.day(base, from: text.start) { return DueTime(day) }
        if let due = DueTime(Scanner.text(base, from: text.start, to: text.end, escaped: isEscaped(key))) { return due }
        throw impossible(key, span, "a day, as in 2026-12-01, or a day and time, as in 2026-12-01T14:00")
    }

    /// The members of an object.
    mutating func object(_ key: Key) throws(KeyProblem) -> [JSON.Member]? {
        guard let span = take(key) else { return nil }
        guard case .object(let members) = value(span) else {
            throw KeyProblem(key: key, reason: .wrongType("an object"))
        }
        return members
    }

    private func inside(_ span: Span, of key: Key) throws(KeyProblem) -> Span {
        guard let text = inside(span) else { throw KeyProblem(key: key, reason: .wrongType("a string")) }
        return text
    }

    private func impossible(_ key: Key, _ span: Span, _ wanted: String) -> KeyProblem {
        KeyProblem(key: key, reason: .impossible(found: value(span).text, wanted: wanted))
    }
}
