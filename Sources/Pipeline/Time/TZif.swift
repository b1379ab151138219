/// The content of a file of the zone database, version 2 or later (RFC 9636, section 3). A file that is cut short, or
/// whose clocks are further from Greenwich than any, is none.
struct TZif {
    private(set) var transitions: [Int64] = []
    private(set) var offsets: [Int32] = []
    private(set) var rule: ZoneRule?

    init?(_ bytes: [UInt8]) {
        guard let first = Header(bytes, at: 0), first.version >= 50,
            // The first block is of version 1, with times of 32 bits: passed over.
            let header = Header(bytes, at: Header.length + first.bodyLength(timeSize: 4))
        else { return nil }
        let times = header.end
        let kinds = times + header.times * 8
        let records = kinds + header.times
        let footer = header.end + header.bodyLength(timeSize: 8)
        guard header.types > 0, footer <= bytes.count else { return nil }

        func offset(ofType type: Int) -> Int32? {
            guard type < header.types else { return nil }
            let offset = TZif.integer(bytes, at: records + type * 6, as: Int32.self)
            return abs(Int(offset)) <= Zone.furthest ? offset : nil
        }
        guard let initial = offset(ofType: 0) else { return nil }
        offsets.reserveCapacity(header.times + 1)
        offsets.append(initial)
        transitions.reserveCapacity(header.times)
        for index in 0..<header.times {
            let time = TZif.integer(bytes, at: times + index * 8, as: Int64.self)
            guard let next = offset(ofType: Int(bytes[kinds + index])), transitions.last ?? .min < time else {
                return nil
            }
            transitions.append(time)
            offsets.append(next)
        }
        let tail = bytes[footer...]
        guard tail.first == 10, let end = tail.dropFirst().firstIndex(of: 10) else { return nil }
        let text = tail[(footer + 1)..<end]
        if !text.isEmpty {
            guard let rule = ZoneRule(posix: text) else { return nil }
            self.rule = rule
        }
    }

    private struct Header {
        static let length = 44
        let version: UInt8
        let end: Int
        let (isUT, isStandard, leaps, times, types, characters): (Int, Int, Int, Int, Int, Int)

        init?(_ bytes: [UInt8], at start: Int) {
            guard bytes.count >= start + Header.length, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            version = bytes[start + 4]
            let counts = (0..<6).map { Int(TZif.integer(bytes, at: start + 20 + $0 * 4, as: UInt32.self)) }
            (isUT, isStandard, leaps, times, types, characters) =
                (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
            end = start + Header.length
        }

        func bodyLength(timeSize: Int) -> Int {
            times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + isStandard + isUT
        }
    }

    /// A big-endian integer.
    private static func integer<Number: FixedWidthInteger>(_ bytes: [UInt8], at start: Int, as: Number.Type) -> Number {
        bytes[start..<start + MemoryLayout<Number>.size].withUnsafeBytes {
            Number(bigEndian: $0.loadUnaligned(as: Number.self))
        }
    }
}
