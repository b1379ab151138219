public import Pipeline

/// Why bytes could not be read as JSON.
public struct JSONReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong: `is not JSON`.
    public let what: String
    /// The offset of the byte at which reading stopped.
    public let offset: Int

    /// What and where, as the end of a sentence: `is not JSON (at byte 17)`.
    public var description: String { "\(what) (at byte \(offset + 1))" }

    init(_ error: ScanError) {
        what = error.reason.rawValue
        offset = error.at
    }
}

extension JSON {
    /// Reads one JSON value (RFC 8259), with nothing but space around it. Linear in the number of bytes.
    ///
    /// Of a key that an object has twice the last value counts, at the place of the first. Numbers keep their digits.
    ///
    /// - Throws: for anything else than JSON: bad UTF-8, a lone surrogate, more than 128 containers in one another.
    public init(reading bytes: some Collection<UInt8>) throws(JSONReadingError) {
        let bytes = Array(bytes)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSON, ScanError> in
            guard let base = buffer.baseAddress else { return .failure(ScanError(reason: .syntax, at: 0)) }
            var scanner = Scanner(base, from: 0, to: buffer.count)
            do throws(ScanError) {
                let value = try scanner.value()
                scanner.skipSpace()
                guard scanner.at == scanner.end else { throw scanner.failure() }
                try scanner.checkEncoding(from: 0)
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let value): self = value
        case .failure(let error): throw JSONReadingError(error)
        }
    }
}

extension Scanner {
    /// Checks that what was read since `start` is UTF-8.
    func checkEncoding(from start: Int) throws(ScanError) {
        guard isBeyondASCII else { return }
        let bytes = UnsafeBufferPointer(start: base + start, count: at - start)
        if String(validating: bytes, as: UTF8.self) == nil { throw failure(.encoding) }
    }

    /// Reads one value of any kind, and the space before it.
    mutating func value(depth: Int = 0) throws(ScanError) -> JSON {
        skipSpace()
        let start = at
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try skipWord("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try skipWord("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try skipWord("null")
            return .null
        case UInt8(ascii: "["):
            try enter(depth)
            var values: [JSON] = []
            if try !isClosed(by: UInt8(ascii: "]")) {
                repeat { values.append(try value(depth: depth + 1)) } while try isContinued(or: UInt8(ascii: "]"))
            }
            return .array(values)
        case UInt8(ascii: "{"):
            try enter(depth)
            var members = MemberList()
            if try !isClosed(by: UInt8(ascii: "}")) {
                repeat {
                    try expectQuote()
                    let key = try string()
                    try expect(UInt8(ascii: ":"))
                    members.set(key, try value(depth: depth + 1))
                } while try isContinued(or: UInt8(ascii: "}"))
            }
            return .object(members.members)
        default:
            try skipNumber()
            return .number(String(decoding: UnsafeBufferPointer(start: base + start, count: at - start), as: UTF8.self))
        }
    }

    /// Goes over space to a quote, and stays there.
    private mutating func expectQuote() throws(ScanError) {
        skipSpace()
        guard byte == UInt8(ascii: "\"") else { throw failure() }
    }

    /// Reads the string whose opening quote is at hand.
    mutating func string() throws(ScanError) -> String {
        at += 1
        let start = at
        let escaped = try skipString()
        return Scanner.text(base, from: start, to: at - 1, escaped: escaped)
    }

    /// The text between two quotes that `skipString` went over.
    @inline(__always)
    static func text(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, escaped: Bool) -> String {
        if escaped { return unescaped(base, from: start, to: end) }
        return String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
    }

    private static func unescaped(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        var scanner = Scanner(base, from: start, to: end)
        while scanner.at < end {
            let byte = scanner.byte
            scanner.at += 1
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            let escape = scanner.byte
            scanner.at += 1
            switch escape {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"): bytes += String(scanner.codePoint()).utf8
            default: bytes.append(escape)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The character of a `\u` escape, or of two that make a pair; what is wrong was refused before.
    private mutating func codePoint() -> Character {
        guard var code = try? hexUnit() else { return "\u{FFFD}" }
        if code & 0xFC00 == 0xD800 {
            at += 2
            guard let low = try? hexUnit() else { return "\u{FFFD}" }
            code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        }
        return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
}

/// The members of an object, of which each key is there once. Keys are the same when their bytes are: to Swift, an é of one
/// scalar is an é of two, and one of two fields would be lost.
struct MemberList {
    private(set) var members: [JSON.Member] = []
    // A small object is searched; a large one is not, lest a hostile line take for ever.
    private var places: [Bytes: Int] = [:]
    private static let small = 12

    private struct Bytes: Hashable {
        let text: String

        static func == (a: Bytes, b: Bytes) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

        func hash(into hasher: inout Hasher) {
            for byte in text.utf8 { hasher.combine(byte) }
        }
    }

    mutating func set(_ key: String, _ value: JSON) {
        if let place = place(of: key) {
            members[place] = JSON.Member(key, value)
            return
        }
        members.append(JSON.Member(key, value))
        if members.count == MemberList.small + 1 {
            for (place, member) in members.enumerated() { places[Bytes(text: member.key)] = place }
        } else if members.count > MemberList.small {
            places[Bytes(text: key)] = members.count - 1
        }
    }

    private func place(of key: String) -> Int? {
        if members.count > MemberList.small { return places[Bytes(text: key)] }
        return members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }
}
