/// The CRC-32 of zlib, sixteen bytes at a time.
///
/// A load checks every byte of the journal, so that this is one of its three costs.
enum CRC32 {
    // table[256 * k + b] is the CRC of the byte b followed by k zero bytes. It is written once and lives as long as the process.
    nonisolated(unsafe) private static let table: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 16 * 256)
        for byte in 0..<256 {
            var crc = UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
            table[byte] = crc
        }
        for index in 256..<16 * 256 {
            let before = table[index - 256]
            table[index] = table[Int(before & 255)] ^ before >> 8
        }
        return UnsafePointer(table)
    }()

    /// The CRC-32 of `count` bytes.
    static func of(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        let table = self.table
        var crc = UInt32.max
        var at = 0
        let raw = UnsafeRawPointer(bytes)
        while count - at >= 16 {
            let a = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ UInt64(crc)
            let b = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            crc = four(table + 3072, UInt32(truncatingIfNeeded: a)) ^ four(table + 2048, UInt32(a >> 32))
            crc ^= four(table + 1024, UInt32(truncatingIfNeeded: b)) ^ four(table, UInt32(b >> 32))
            at += 16
        }
        while at < count {
            crc = table[Int((crc ^ UInt32(bytes[at])) & 255)] ^ crc >> 8
            at += 1
        }
        return ~crc
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { of($0, count: buffer.count) } ?? 0
        }
    }

    /// Eight small hexadecimal digits.
    static func hex(_ crc: UInt32) -> String {
        let digits = String(crc, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    /// Reads eight small hexadecimal digits; nil for anything else.
    static func parse(_ hex: UnsafePointer<UInt8>) -> UInt32? {
        var value: UInt32 = 0
        for index in 0..<8 {
            let byte = hex[index]
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: return nil
            }
        }
        return value
    }

    @inline(__always)
    private static func four(_ table: UnsafePointer<UInt32>, _ word: UInt32) -> UInt32 {
        table[768 + Int(word & 255)] ^ table[512 + Int(word >> 8 & 255)] ^ table[256 + Int(word >> 16 & 255)]
            ^ table[Int(word >> 24)]
    }
}
