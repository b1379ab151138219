/// Crockford's base 32: digits and capitals without I, L, O and U.
enum Base32 {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The value of each ASCII byte, or 255. Small letters count as capitals; I and L read as 1, O as 0.
    static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() {
            table[Int(byte)] = UInt8(value)
            if byte >= 65 { table[Int(byte) + 32] = UInt8(value) }
        }
        for (byte, value) in zip("ILOilo".utf8, [1, 1, 0, 1, 1, 0] as [UInt8]) { table[Int(byte)] = value }
        return table
    }()
}
