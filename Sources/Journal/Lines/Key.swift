/// The keys that this version knows. Those of the line itself come first, then those of the acts.
enum Key: Int, CaseIterable {
    case id, n, `do`, lead, at, c, batch, v, device
    case name, company, title, phones, emails, address, city, region, country, zone, site, source, tags, worth, note
    case extra
    case by, out, `in`, min, value, number, next, because, again, purpose, amount
    case set, trait, `is`, why, on, text, words, ref

    /// The key as it is written.
    var name: String { String(describing: self) }

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
struct KeyTable {
    private let packed: [UInt64]
    private let keys: [Key?]
    private static let bits = 8

    static let shared = KeyTable()

    private init() {
        var packed = [UInt64](repeating: 0, count: 1 << KeyTable.bits)
        var keys = [Key?](repeating: nil, count: 1 << KeyTable.bits)
        for key in Key.allCases {
            guard let name = packedWord(key.name.utf8) else { continue }
            var place = KeyTable.place(of: name)
            while packed[place] != 0 { place = (place + 1) & (packed.count - 1) }
            packed[place] = name
            keys[place] = key
        }
        self.packed = packed
        self.keys = keys
    }

    /// The key whose name of up to eight bytes is packed in `name`.
    @inline(__always)
    func key(_ name: UInt64) -> Key? {
        var place = KeyTable.place(of: name)
        while packed[place] != 0 {
            if packed[place] == name { return keys[place] }
            place = (place + 1) & (packed.count - 1)
        }
        return nil
    }

    @inline(__always)
    private static func place(of name: UInt64) -> Int {
        Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    }
}

/// Up to eight bytes in one word, the first lowest; nil for none or more.
func packedWord(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard (1...8).contains(bytes.count) else { return nil }
    return bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
}

/// Finds a value of an enumeration by the bytes of its name, which are sixteen at most.
struct WordTable<Value: CaseIterable & RawRepresentable & Sendable>: Sendable where Value.RawValue == String {
    private let words: [(low: UInt64, high: UInt64, value: Value)]

    init(_: Value.Type) {
        words = Value.allCases.map { value in
            let bytes = Array(value.rawValue.utf8)
            return (packedWord(bytes.prefix(8)) ?? 0, packedWord(bytes.dropFirst(8)) ?? 0, value)
        }
    }

    /// The value whose name is the bytes from `start` to `end`; nil when there is none.
    @inline(__always)
    func value(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Value? {
        guard end - start <= 16 else { return nil }
        var (low, high): (UInt64, UInt64) = (0, 0)
        for index in start..<end {
            let byte = UInt64(base[index])
            if index - start < 8 {
                low |= byte << UInt64(8 * (index - start))
            } else {
                high |= byte << UInt64(8 * (index - start - 8))
            }
        }
        for word in words where word.low == low && word.high == high { return word.value }
        return nil
    }
}
