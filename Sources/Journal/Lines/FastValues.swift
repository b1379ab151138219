import Pipeline

/// Reads ids from bytes in memory: `EntryID` and `LeadID` read any collection, which costs ten times as much.
enum Base32Reader {
    // It is written once and lives as long as the process.
    nonisolated(unsafe) private static let values: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in 0..<256 {
            let text = String(repeating: "0", count: 9) + String(Unicode.Scalar(UInt8(byte)))
            table[byte] = LeadID(text).map { UInt8($0.bits) } ?? 255
        }
        return UnsafePointer(table)
    }()

    static func lead(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> LeadID? {
        guard end - start == 10, let bits = bits(base, from: start, to: end) else { return nil }
        return LeadID(bits: bits)
    }

    static func entry(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> EntryID? {
        // 26 characters are 130 bits: the first may only have three, then 12 more hold 60 and the last 13 hold 65.
        guard end - start == 26, let first = bits(base, from: start, to: start + 1), first < 8,
            let upper = bits(base, from: start + 1, to: start + 13),
            let carry = bits(base, from: start + 13, to: start + 14),
            let lower = bits(base, from: start + 14, to: end)
        else { return nil }
        return EntryID(high: first << 61 | upper << 1 | carry >> 4, low: carry << 60 | lower)
    }

    @inline(__always)
    private static func bits(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> UInt64? {
        let values = self.values
        var bits: UInt64 = 0
        var bad: UInt8 = 0
        for index in start..<end {
            let value = values[Int(base[index])]
            bad |= value
            bits = bits << 5 | UInt64(value)
        }
        return bad < 32 ? bits : nil
    }
}

/// Reads the two common forms of times from bytes in memory, and remembers the last day: lines of one day are
/// neighbours.
struct Clock {
    // The last day, by its ten characters, and the last offset, by its six, in minutes: `1970-01-01` and `+00:00`, so that
    // no other bytes pass for what was never read.
    private var lastHead: UInt64 = 0x2D31_302D_3037_3931
    private var lastTail: UInt16 = 0x3130
    private var lastDay = Day(number: 0)
    private var lastZone: (UInt32, UInt16) = (0x3A30_302B, 0x3030)
    private var lastOffset = 0

    /// `2026-12-01`, of which ten bytes are there; nil for anything else.
    @inline(__always)
    mutating func day(_ base: UnsafePointer<UInt8>, from start: Int) -> Day? {
        let raw = UnsafeRawPointer(base)
        let head = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let tail = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt16.self))
        if head == lastHead && tail == lastTail { return lastDay }
        guard base[start + 4] == UInt8(ascii: "-"), base[start + 7] == UInt8(ascii: "-"),
            let century = two(base, start), let year = two(base, start + 2), let month = two(base, start + 5),
            let day = two(base, start + 8), let result = Day(year: century * 100 + year, month: month, day: day)
        else { return nil }
        (lastHead, lastTail, lastDay) = (head, tail, result)
        return result
    }

    /// `2026-03-14T09:26:53-07:00`; nil for anything else.
    @inline(__always)
    mutating func moment(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Moment? {
        guard end - start == 25, let day = day(base, from: start), base[start + 10] == UInt8(ascii: "T"),
            let offset = offset(base, from: start + 19)
        else { return nil }
        let raw = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start + 11, as: UInt64.self)
        // The digits as numbers, and zero for each colon; a byte above 9 has its top bit set by the addition.
        let digits = UInt64(littleEndian: raw) ^ 0x3030_3A30_303A_3030
        guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0, digits & 0xFF_0000_FF00_00 == 0
        else { return nil }
        let hour = digits & 15 &* 10 &+ digits >> 8 & 15
        let minute = digits >> 24 & 15 &* 10 &+ digits >> 32 & 15
        let second = digits >> 48 & 15 &* 10 &+ digits >> 56
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let time = Int64(hour &* 3600 &+ minute &* 60 &+ Swift.min(second, 59)) - Int64(offset) * 60
        return Moment(seconds: Int64(day.number) * 86_400 + time, offset: offset)
    }

    /// `-07:00` in minutes; nil for anything else.
    @inline(__always)
    private mutating func offset(_ base: UnsafePointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawPointer(base)
        let zone = (
            UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt32.self)),
            UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: start + 4, as: UInt16.self))
        )
        if zone == lastZone { return lastOffset }
        guard base[start + 3] == UInt8(ascii: ":"), let hours = two(base, start + 1),
            let minutes = two(base, start + 4),
            hours <= 18, minutes < 60
        else { return nil }
        let east = hours * 60 + minutes
        switch base[start] {
        case UInt8(ascii: "+"): lastOffset = east
        case UInt8(ascii: "-"): lastOffset = -east
        default: return nil
        }
        lastZone = zone
        return lastOffset
    }

    @inline(__always)
    private func two(_ base: UnsafePointer<UInt8>, _ at: Int) -> Int? {
        let (tens, ones) = (base[at] &- 48, base[at + 1] &- 48)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
