/// Why bytes are not JSON, and where.
struct ScanError: Error, Equatable {
    enum Reason: String {
        case syntax = "is not JSON"
        case tooDeep = "is nested too deeply"
        case escape = "has a bad escape"
        case control = "has a bare control character in a string"
        case encoding = "is not UTF-8"
    }

    let reason: Reason
    /// The offset of the byte at which reading stopped.
    let at: Int
}

/// Walks over JSON in memory without building anything. Never reads past `end`, whatever the bytes are.
struct Scanner {
    /// Containers within containers, at most.
    static let depthLimit = 128

    let base: UnsafePointer<UInt8>
    var at: Int
    let end: Int
    /// The bits of all the bytes of strings; the top bits tell whether any was beyond ASCII.
    private(set) var seen: UInt64 = 0

    init(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
        self.base = base
        at = start
        self.end = end
    }

    /// The byte at hand; 0, which JSON has nowhere, at the end.
    @inline(__always)
    var byte: UInt8 { at < end ? base[at] : 0 }

    /// True when a string had bytes beyond ASCII, so that somebody must check that they are UTF-8.
    var isBeyondASCII: Bool { seen & 0x8080_8080_8080_8080 != 0 }

    func failure(_ reason: ScanError.Reason = .syntax) -> ScanError { ScanError(reason: reason, at: at) }

    @inline(__always)
    mutating func skipSpace() {
        while at < end {
            switch base[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    /// Takes the byte, and the space before it.
    @inline(__always)
    mutating func expect(_ byte: UInt8) throws(ScanError) {
        if self.byte != byte { skipSpace() }
        guard self.byte == byte else { throw failure() }
        at += 1
    }

    /// Goes from behind the opening quote to behind the closing one; true when there are escapes between.
    @inline(__always)
    mutating func skipString() throws(ScanError) -> Bool {
        var escaped = false
        while true {
            while end - at >= 8 {
                let word = UInt64(
                    littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self))
                let stops = Scanner.stops(in: word)
                if stops != 0 {
                    let before = stops.trailingZeroBitCount & ~7
                    seen |= word & (1 << UInt64(before) &- 1)
                    at += before >> 3
                    if base[at] == UInt8(ascii: "\"") {
                        at += 1
                        return escaped
                    }
                    break
                }
                seen |= word
                at += 8
            }
            let byte = self.byte
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return escaped
            case UInt8(ascii: "\\"):
                escaped = true
                try skipEscape()
            case 0..<0x20: throw failure(at < end ? .control : .syntax)
            default:
                seen |= UInt64(byte)
                at += 1
            }
        }
    }

    /// The top bit of each byte that is a quote, a backslash or a control character; bytes above the first such may
    /// be marked wrongly.
    @inline(__always)
    static func stops(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ 0x2222_2222_2222_2222
        let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let hit = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word
        return hit & 0x8080_8080_8080_8080
    }

    private mutating func skipEscape() throws(ScanError) {
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 1
        case UInt8(ascii: "u"):
            at += 1
            let first = try hexUnit()
            if first & 0xFC00 == 0xD800 {
                guard byte == UInt8(ascii: "\\"), end - at >= 6, base[at + 1] == UInt8(ascii: "u") else {
                    throw failure(.escape)
                }
                at += 2
                guard try hexUnit() & 0xFC00 == 0xDC00 else { throw failure(.escape) }
            } else if first & 0xFC00 == 0xDC00 {
                throw failure(.escape)
            }
        default: throw failure(.escape)
        }
    }

    /// Four hexadecimal digits.
    mutating func hexUnit() throws(ScanError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { throw failure(.escape) }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    /// Goes over one value of any kind, and the space before it.
    mutating func skipValue(depth: Int = 0) throws(ScanError) {
        skipSpace()
        switch byte {
        case UInt8(ascii: "\""):
            at += 1
            _ = try skipString()
        case UInt8(ascii: "-"), 48...57: try skipNumber()
        case UInt8(ascii: "t"): try skipWord("true")
        case UInt8(ascii: "f"): try skipWord("false")
        case UInt8(ascii: "n"): try skipWord("null")
        case UInt8(ascii: "["):
            try enter(depth)
            if try !isClosed(by: UInt8(ascii: "]")) {
                repeat { try skipValue(depth: depth + 1) } while try isContinued(or: UInt8(ascii: "]"))
            }
        case UInt8(ascii: "{"):
            try enter(depth)
            if try !isClosed(by: UInt8(ascii: "}")) {
                repeat {
                    try expect(UInt8(ascii: "\""))
                    _ = try skipString()
                    try expect(UInt8(ascii: ":"))
                    try skipValue(depth: depth + 1)
                } while try isContinued(or: UInt8(ascii: "}"))
            }
        default: throw failure()
        }
    }

    /// Goes into a container.
    mutating func enter(_ depth: Int) throws(ScanError) {
        guard depth < Scanner.depthLimit else { throw failure(.tooDeep) }
        at += 1
    }

    /// True, and behind it, when an empty container is closed at once.
    mutating func isClosed(by bracket: UInt8) throws(ScanError) -> Bool {
        skipSpace()
        guard byte == bracket else { return false }
        at += 1
        return true
    }

    /// Takes a comma (true) or the closing bracket (false).
    @inline(__always)
    mutating func isContinued(or bracket: UInt8) throws(ScanError) -> Bool {
        if byte <= 0x20 { skipSpace() }
        let byte = self.byte
        guard byte == UInt8(ascii: ",") || byte == bracket else { throw failure() }
        at += 1
        return byte != bracket
    }

    mutating func skipWord(_ word: StaticString) throws(ScanError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard byte == word.utf8Start[index] else { throw failure() }
            at += 1
        }
    }

    mutating func skipNumber() throws(ScanError) {
        if byte == UInt8(ascii: "-") { at += 1 }
        if byte == UInt8(ascii: "0") { at += 1 } else { try skipDigits() }
        if byte == UInt8(ascii: ".") {
            at += 1
            try skipDigits()
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            at += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
            try skipDigits()
        }
    }

    private mutating func skipDigits() throws(ScanError) {
        let start = at
        while case 48...57 = byte { at += 1 }
        if at == start { throw failure() }
    }
}
