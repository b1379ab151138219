/// What identifies an entry: a ULID, 48 bits of milliseconds since 1970 and 80 random bits, written as 26 characters.
///
/// Entries fold in the order of their ids.
public struct EntryID: Hashable, Comparable, Sendable {
    /// The milliseconds in the upper 48 bits and the first 16 of the random ones.
    public let high: UInt64
    /// The last 64 random bits.
    public let low: UInt64

    /// An id from its 128 bits.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new id of a time.
    ///
    /// - Parameter milliseconds: since 1970; the lower 48 bits count.
    public init(milliseconds: UInt64, using generator: inout some RandomNumberGenerator) {
        high = milliseconds << 16 | UInt64(UInt16.random(in: 0...UInt16.max, using: &generator))
        low = generator.next()
    }

    /// The least there can be.
    static let first = EntryID(high: 0, low: 0)

    /// Milliseconds since 1970 of the time part.
    public var milliseconds: UInt64 { high >> 16 }

    /// The id that follows this one: greater, and of the same millisecond but for one case in 2^80.
    public var successor: EntryID {
        let (next, carry) = low.addingReportingOverflow(1)
        return EntryID(high: carry ? high &+ 1 : high, low: next)
    }

    /// Reads 26 characters whose value fits 128 bits; nil for anything else.
    public init?(ascii: some Collection<UInt8>) {
        guard ascii.count == 26 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for byte in ascii {
            let value = Base32.values[Int(byte)]
            // 26 characters are 130 bits, of which the first two must be nothing.
            guard value < 32, high < 1 << 59 else { return nil }
            high = high << 5 | low >> 59
            low = low << 5 | UInt64(value)
        }
        self.init(high: high, low: low)
    }

    /// By time first.
    public static func < (a: EntryID, b: EntryID) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension EntryID: CustomStringConvertible, LosslessStringConvertible {
    /// Reads a ULID; nil for anything else.
    public init?(_ description: String) {
        self.init(ascii: description.utf8)
    }

    /// 26 characters of Crockford's base 32.
    public var description: String {
        var (high, low) = (high, low)
        var text = [UInt8](repeating: 0, count: 26)
        for index in (0..<26).reversed() {
            text[index] = Base32.alphabet[Int(low & 31)]
            low = low >> 5 | high << 59
            high >>= 5
        }
        return String(decoding: text, as: UTF8.self)
    }
}
