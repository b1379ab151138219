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
        if count - at >= 8 {
            let a = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ UInt64(crc)
            crc = four(table + 1024, UInt32(truncatingIfNeeded: a)) ^ four(table, UInt32(a >> 32))
            at += 8
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

    /// Eight small hexadecimal digits in one word, the first lowest.
    @inline(__always)
    static func packedHex(_ crc: UInt32) -> UInt64 {
        let pairs = self.pairs
        return UInt64(pairs[Int(crc >> 24)]) | UInt64(pairs[Int(crc >> 16 & 255)]) << 16
            | UInt64(pairs[Int(crc >> 8 & 255)]) << 32 | UInt64(pairs[Int(crc & 255)]) << 48
    }

    // The two hexadecimal digits of each byte.
    nonisolated(unsafe) private static let pairs: UnsafePointer<UInt16> = {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
        let digits = Array("0123456789abcdef".utf8)
        for byte in 0..<256 { table[byte] = UInt16(digits[byte >> 4]) | UInt16(digits[byte & 15]) << 8 }
        return UnsafePointer(table)
    }()

    @inline(__always)
    private static func four(_ table: UnsafePointer<UInt32>, _ word: UInt32) -> UInt32 {
        table[768 + Int(word & 255)] ^ table[512 + Int(word >> 8 & 255)] ^ table[256 + Int(word >> 16 & 255)]
            ^ table[Int(word >> 24)]
    }
}
