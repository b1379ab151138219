/// The keys that this version knows. Those of the line itself come first, then those of the acts.
enum Key: Int, CaseIterable, CodingKey {
    case id, n, `do`, lead, at, c, batch, v, device
    case name, company, title, phones, emails, address, city, region, country, zone, site, source, tags, worth, note
    case extra
    case by, out, `in`, min, value, number, next, because, again, purpose, amount
    case set, trait, `is`, why, on, text, words, ref
    case question, answers, criteria, score, signal, pity, override, until, manner, into

    /// The key as it is written.
    var name: String { stringValue }

    /// What people call the key's value, when that is another word.
    var title: String {
        switch self {
        case .do: "act"
        case .by: "channel"
        case .out: "outcome"
        case .min: "minutes"
        case .ref: "entry id"
        case .lead: "lead id"
        default: name
        }
    }
}

/// Finds a key by the bytes of its name: no string is made, and nothing but one probe is needed for most.
struct KeyTable: @unchecked Sendable {
    // Written once; a pointer, because an array would be retained and released for each key of each line.
    private let slots: UnsafePointer<(name: UInt64, key: Key)>
    private static let bits = 8

    static let shared = KeyTable()

    private init() {
        let slots = UnsafeMutablePointer<(name: UInt64, key: Key)>.allocate(capacity: 1 << KeyTable.bits)
        slots.initialize(repeating: (0, .id), count: 1 << KeyTable.bits)
        for key in Key.allCases {
            guard let name = packedWord(key.name.utf8) else { continue }
            var place = KeyTable.place(of: name)
            while slots[place].name != 0 { place = KeyTable.next(place) }
            slots[place] = (name, key)
        }
        self.slots = UnsafePointer(slots)
    }

    /// The key whose name of up to eight bytes is packed in `name`.
    @inline(__always)
    func key(_ name: UInt64) -> Key? {
        var place = KeyTable.place(of: name)
        while slots[place].name != 0 {
            if slots[place].name == name { return slots[place].key }
            place = KeyTable.next(place)
        }
        return nil
    }

    @inline(__always)
    private static func place(of name: UInt64) -> Int {
        Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits))
    }

    @inline(__always)
    private static func next(_ place: Int) -> Int { (place + 1) & (1 << bits - 1) }
}

/// Finds a value of an enumeration by the bytes of its name, which are sixteen at most.
struct WordTable<Value: CaseIterable & RawRepresentable & Sendable>: @unchecked Sendable
where Value.RawValue == String {
    // Written once, as that of the keys.
    private let words: UnsafeBufferPointer<(low: UInt64, high: UInt64, value: Value)>

    init(_: Value.Type) {
        // A longer word would pass for one of its beginning.
        let words = Value.allCases.filter { $0.rawValue.utf8.count <= 16 }.map { value in
            let bytes = Array(value.rawValue.utf8)
            return (packedWord(bytes.prefix(8)) ?? 0, packedWord(bytes.dropFirst(8)) ?? 0, value)
        }
        let copy = UnsafeMutableBufferPointer<(low: UInt64, high: UInt64, value: Value)>.allocate(capacity: words.count)
        _ = copy.initialize(from: words)
        self.words = UnsafeBufferPointer(copy)
    }

    /// The value whose name is the bytes from `start` to `end`; nil when there is none.
    ///
    /// - Parameter limit: where the bytes that may be read end.
    @inline(__always)
    func value(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, limit: Int) -> Value? {
        let count = end - start
        guard (1...16).contains(count) else { return nil }
        let low = packedWord(base, from: start, count: min(count, 8), limit: limit)
        let high = count > 8 ? packedWord(base, from: start + 8, count: count - 8, limit: limit) : 0
        for word in words where word.low == low && word.high == high { return word.value }
        return nil
    }

    /// The value whose name are the bytes from `place` to the next quote, where `place` is then; nil when there is none.
    @inline(__always)
    func value(_ base: UnsafePointer<UInt8>, from place: inout Int, to end: Int) -> Value? {
        let start = place
        while place < end, base[place] != UInt8(ascii: "\"") { place += 1 }
        return place < end ? value(base, from: start, to: place, limit: end) : nil
    }
}

/// Up to eight bytes in one word, the first lowest; nil for none or more.
func packedWord(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard (1...8).contains(bytes.count) else { return nil }
    return bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
}

/// One to eight bytes in one word, the first lowest.
///
/// - Parameter limit: where the bytes that may be read end.
@inline(__always)
func packedWord(_ base: UnsafePointer<UInt8>, from start: Int, count: Int, limit: Int) -> UInt64 {
    if limit - start >= 8 {
        let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        return UInt64(littleEndian: word) & UInt64.max &>> UInt64(64 - 8 * count)
    }
    var word: UInt64 = 0
    for index in (start..<start + count).reversed() { word = word << 8 | UInt64(base[index]) }
    return word
}
