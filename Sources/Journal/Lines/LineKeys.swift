import Pipeline

/// Room for the spans of all keys.
private final class Memory {
    let spans = UnsafeMutablePointer<LineKeys.Span>.allocate(capacity: Key.allCases.count)

    deinit { spans.deallocate() }
}

/// Where the values of one object's keys are in memory. One is used over and over, so that a line costs no allocation.
struct LineKeys {
    /// The bytes of a value, a string's with its quotes.
    struct Span {
        var start = 0
        var end = 0
    }

    /// The memory that the spans are in; what a span is of is only valid as long as that memory is.
    private(set) var base: UnsafePointer<UInt8>
    /// Where the bytes that may be read end.
    private(set) var limit = 0
    private var present: UInt64 = 0
    private var used: UInt64 = 0
    private var escaped: UInt64 = 0
    // Behind a pointer: an array would be checked for other owners at each key, and a kilobyte in the value itself be
    // copied for many a call.
    private let memory = Memory()
    private let spans: UnsafeMutablePointer<Span>
    private var others: [(key: String, span: Span)] = []
    private let table = KeyTable.shared
    var clock = Clock()
    /// What makes the texts; without it each has memory of its own.
    var texts: TextPool?

    init(_ base: UnsafePointer<UInt8>) {
        self.base = base
        spans = memory.spans
    }

    /// Reads the object that is all there is from `start` to `end`. Of a key that is there twice the last counts.
    mutating func scan(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) throws(ScanError) {
        begin(base, end)
        var scanner = Scanner(base, from: start, to: end)
        try scanner.expect(UInt8(ascii: "{"))
        if try !scanner.isClosed(by: UInt8(ascii: "}")) {
            repeat { try member(&scanner) } while try scanner.isContinued(or: UInt8(ascii: "}"))
        }
        scanner.skipSpace()
        guard scanner.at == end else { throw scanner.failure() }
        try scanner.checkEncoding(from: start)
    }

    /// Reads members, each with a comma before it, that are all there is from `start` to `end`: an object without its
    /// head and its end.
    mutating func scanMembers(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) throws(ScanError) {
        begin(base, end)
        var scanner = Scanner(base, from: start, to: end)
        while scanner.at < end {
            try scanner.expect(UInt8(ascii: ","))
            try member(&scanner)
        }
        try scanner.checkEncoding(from: start)
    }

    private mutating func begin(_ base: UnsafePointer<UInt8>, _ end: Int) {
        self.base = base
        limit = end
        (present, used, escaped) = (0, 0, 0)
        if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    }

    @inline(__always)
    private mutating func member(_ scanner: inout Scanner) throws(ScanError) {
        try scanner.expect(UInt8(ascii: "\""))
        let start = scanner.at
        let isEscaped = try scanner.skipString()
        let end = scanner.at - 1
        try scanner.expect(UInt8(ascii: ":"))
        if scanner.byte <= 0x20 { scanner.skipSpace() }
        var span = Span(start: scanner.at, end: 0)
        var hasEscapes = false
        switch scanner.byte {
        case UInt8(ascii: "\""):
            scanner.at += 1
            hasEscapes = try scanner.skipString()
        case 49...57: try scanner.skipNumber()
        default: try scanner.skipValue(depth: 1)
        }
        span.end = scanner.at
        if let key = key(from: start, to: end, escaped: isEscaped) {
            let bit: UInt64 = 1 &<< UInt64(key.rawValue)
            present |= bit
            if hasEscapes || escaped != 0 { escaped = hasEscapes ? escaped | bit : escaped & ~bit }
            spans[key.rawValue] = span
        } else {
            others.append((Scanner.text(base, from: start, to: end, escaped: isEscaped), span))
        }
    }

    @inline(__always)
    private func key(from start: Int, to end: Int, escaped: Bool) -> Key? {
        if escaped {
            return packedWord(Scanner.text(base, from: start, to: end, escaped: true).utf8).flatMap(table.key)
        }
        guard (1...8).contains(end - start) else { return nil }
        return table.key(packedWord(base, from: start, count: end - start, limit: limit))
    }

    /// True when the key is there, with a value other than null.
    @inline(__always)
    func has(_ key: Key) -> Bool {
        present &>> UInt64(key.rawValue) & 1 == 1 && base[spans[key.rawValue].start] != UInt8(ascii: "n")
    }

    /// True when one of the keys is there, with whatever value.
    @inline(__always)
    func has(anyOf keys: UInt64) -> Bool { present & keys != 0 }

    /// Keys, for `has(anyOf:)`.
    static func set(_ keys: Key...) -> UInt64 { keys.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    /// The bytes of a key's value, which no longer counts as left over; nil when it is not there or null.
    @inline(__always)
    mutating func take(_ key: Key) -> Span? {
        used |= 1 &<< UInt64(key.rawValue)
        return has(key) ? spans[key.rawValue] : nil
    }

    /// The bytes between the quotes of a string, if it is one.
    @inline(__always)
    func inside(_ span: Span) -> Span? {
        base[span.start] == UInt8(ascii: "\"") ? Span(start: span.start + 1, end: span.end - 1) : nil
    }

    /// True when the string of a key has escapes.
    @inline(__always)
    func isEscaped(_ key: Key) -> Bool { escaped &>> UInt64(key.rawValue) & 1 == 1 }

    /// The value of a span as it is.
    func value(_ span: Span) -> JSON {
        var scanner = Scanner(base, from: span.start, to: span.end)
        return (try? scanner.value()) ?? .null
    }

    /// True when keys are left that nobody asked for.
    @inline(__always)
    var hasRest: Bool { present & ~used != 0 || !others.isEmpty }

    /// The keys that nobody asked for, in their order.
    func rest() -> [JSON.Member] {
        guard hasRest else { return [] }
        var left = others
        for key in Key.allCases where (present & ~used) >> UInt64(key.rawValue) & 1 == 1 {
            left.append((key.name, spans[key.rawValue]))
        }
        left.sort { $0.span.start < $1.span.start }
        var members = MemberList()
        for (key, span) in left { members.set(key, value(span)) }
        return members.members
    }

    /// Leaves a key over after all.
    mutating func giveBack(_ key: Key) { used &= ~(1 << UInt64(key.rawValue)) }

    /// Leaves all keys over but these.
    mutating func giveBack(allBut keys: UInt64) { used = keys }
}
