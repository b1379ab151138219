/// What identifies a lead: ten characters of Crockford's base 32, 50 random bits.
public struct LeadID: Hashable, Comparable, Sendable {
    /// The 50 bits.
    public let bits: UInt64

    /// An id from its lower 50 bits.
    public init(bits: UInt64) {
        self.bits = bits & (1 << 50 - 1)
    }

    /// A new id.
    public static func random(using generator: inout some RandomNumberGenerator) -> LeadID {
        LeadID(bits: generator.next())
    }

    /// Reads ten characters; nil for anything else.
    public init?(ascii: some Collection<UInt8>) {
        guard ascii.count == 10 else { return nil }
        var bits: UInt64 = 0
        for byte in ascii {
            let value = Base32.values[Int(byte)]
            guard value < 32 else { return nil }
            bits = bits << 5 | UInt64(value)
        }
        self.bits = bits
    }

    /// True when `characters` are three to ten of Crockford's base 32 and the id begins with them.
    func begins(with characters: some Collection<UInt8>) -> Bool {
        guard (3...10).contains(characters.count) else { return false }
        return characters.enumerated().allSatisfy { Base32.values[Int($1)] == UInt8(bits >> UInt64(45 - 5 * $0) & 31) }
    }

    /// By the bits, and so by the characters.
    public static func < (a: LeadID, b: LeadID) -> Bool {
        a.bits < b.bits
    }
}

extension LeadID: CustomStringConvertible, LosslessStringConvertible {
    /// Reads ten characters of Crockford's base 32; nil for anything else.
    public init?(_ description: String) {
        self.init(ascii: description.utf8)
    }

    /// Ten characters of Crockford's base 32.
    public var description: String {
        String(
            decoding: (0..<10).map { Base32.alphabet[Int(bits >> UInt64(45 - 5 * $0)) & 31] }, as: UTF8.self)
    }
}
