import FoundationEssentials
import Pipeline
import TestSupport
import Testing

@testable import Journal

@Suite struct ScannerTests {
    @Test(arguments: [
        ("null", JSON.null), (" true ", .bool(true)), ("-0.5e+10", .number("-0.5e+10")), ("\"\"", .string("")),
        (#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#, .string("é😀/\u{8}\u{C}\n\r\t\"\\")),
        (#""\u0000""#, .string("\0")), ("[]", .array([])), ("[ 1 , [ ] ]", .array([.int(1), .array([])])),
        ("{ }", .object([])),
        (#"{"b":1,"a":2,"b":3}"#, .object([JSON.Member("b", .int(3)), JSON.Member("a", .int(2))])),
        ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    ])
    func valuesAreReadAsTheyAreWritten(text: String, value: JSON) throws {
        #expect(try JSON(reading: text.utf8) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "tru e", "01", "-", "1.", ".5", "1e", "+1", "NaN", "[1,]", "[,1]", "[1 2]", "{\"a\"}",
        "{\"a\":}",
        "{a:1}", "{\"a\":1,}", "{'a':1}", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\"",
        "\"\\ud800\\n\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "\"\0\"", "1 2", "[", "{", "{\"a\":1", "]",
        "\u{FEFF}1", "/**/1", "\"\\ud800\\",
    ])
    func whatIsNotJSONIsRefused(text: String) {
        #expect(throws: JSONReadingError.self) { try JSON(reading: text.utf8) }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82],
        ] as [[UInt8]])
    func badUTF8IsRefused(bytes: [UInt8]) {
        for padding in 0..<20 {
            let text = [UInt8](repeating: 0x61, count: padding)
            #expect(throws: JSONReadingError.self) { try JSON(reading: [0x22] + text + bytes + text + [0x22]) }
            #expect(throws: JSONReadingError.self) { try JSON(reading: [0x22] + text + bytes + [0x22]) }
        }
    }

    @Test func depthIsLimited() throws {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSON(reading: nested(128).utf8)
        #expect(throws: JSONReadingError.self) { try JSON(reading: nested(129).utf8) }
        #expect(throws: JSONReadingError.self) {
            try JSON(reading: String(repeating: "[{\"a\":", count: 1_000_000).utf8)
        }
    }

    @Test func anObjectOfManyKeysTakesNoLongerThanItsLength() throws {
        let text = "{" + (0..<200_000).map { "\"k\($0 % 150_000)\":\($0)" }.joined(separator: ",") + "}"
        guard case .object(let members) = try JSON(reading: text.utf8) else {
            Issue.record("no object")
            return
        }
        #expect(members.count == 150_000)
        #expect(members[7] == JSON.Member("k7", .int(150_007)))
    }

    @Test func everyStopIsFoundAtEveryPlace() {
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var bytes = [UInt8](repeating: 0xE9, count: 8)
                bytes[place] = byte
                let word = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
                let stops = Scanner.stops(in: word)
                let isStop = byte < 0x20 || byte == 0x22 || byte == 0x5C
                #expect(isStop ? stops.trailingZeroBitCount / 8 == place : stops == 0)
            }
        }
    }

    /// The toolchain's decoder is the oracle: of random values and of what becomes of them when bytes change, both
    /// read the same or refuse.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func theToolchainsDecoderAgrees(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<250 {
            let value = JSON.random(using: &random)
            var bytes = Array(value.text.utf8)
            #expect(try JSON(reading: bytes) == value)
            #expect(Oracle.decode(bytes) == .success(Oracle(value)))
            for _ in 0..<8 {
                bytes.mutate(using: &random)
                let ours = (try? JSON(reading: bytes)).map(Oracle.init)
                // A number beyond a Double is one for us, who keep its digits.
                if ours?.isFinite == false { continue }
                switch Oracle.decode(bytes) {
                // It takes a comma before the end of an object.
                case .success where ours == nil && hasTrailingComma(bytes): break
                case .success(let theirs): #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
                case .failure(.lenient): break
                case .failure(.refused): #expect(ours == nil, "\(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
    }
}

private func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
    let text = bytes.filter { $0 > 0x20 }
    return zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: ",") && $1 == UInt8(ascii: "}") }
}

/// A JSON value as the toolchain's decoder sees it.
enum Oracle: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Oracle])
    case object([String: Oracle])

    enum Verdict: Error { case refused, lenient }

    var isFinite: Bool {
        switch self {
        case .number(let value): value.isFinite
        case .array(let values): values.allSatisfy(\.isFinite)
        case .object(let members): members.values.allSatisfy(\.isFinite)
        default: true
        }
    }

    static func decode(_ bytes: [UInt8]) -> Result<Oracle, Verdict> {
        // It takes a NUL or a byte order mark as a hint at UTF-16, and makes up for bad UTF-8 in places.
        guard !bytes.contains(0), bytes.first != 0xEF, String(validating: bytes, as: UTF8.self) != nil else {
            return .failure(.lenient)
        }
        do {
            return .success(try JSONDecoder().decode(Oracle.self, from: Data(bytes)))
        } catch {
            return .failure(.refused)
        }
    }

    init(_ value: JSON) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let digits): self = .number(Double(digits) ?? .nan)
        case .string(let text): self = .string(text)
        case .array(let values): self = .array(values.map(Oracle.init))
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.key, Oracle($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([Oracle].self) {
            self = .array(value)
        } else if let value = try? container.decode([String: Oracle].self) {
            self = .object(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}

extension JSON {
    static func random(using random: inout Seeded, depth: Int = 0) -> JSON {
        switch Int.random(in: 0..<(depth > 3 ? 5 : 8), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(Int.random(in: -1000...1_000_000, using: &random))
        case 3: .number(["0", "-0", "1.5", "1e3", "-2.25E-2"].randomElement(using: &random) ?? "0")
        case 4: .string(.random(using: &random))
        case 5:
            .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in .random(using: &random, depth: depth + 1) })
        default:
            .object(
                (0..<Int.random(in: 0..<4, using: &random)).map {
                    Member("\($0)" + .random(using: &random), .random(using: &random, depth: depth + 1))
                })
        }
    }
}

extension String {
    static func random(using random: inout Seeded) -> String {
        let pieces = [
            "a", "plain text", "\"", "\\", "\n", "\u{7}", "é", "日本", "👩‍👩‍👧", "\u{7F}", ",\"c\":\"", "{\"id\":\"",
            "\u{2028}", "/",
        ]
        return (0..<Int.random(in: 0..<6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }
}

extension [UInt8] {
    mutating func mutate(using random: inout Seeded) {
        let bytes: [UInt8] = Array("{}[]\",:\\u0eE+-.d8 \ntrue".utf8) + [0, 0x80, 0xC3, 0xFF]
        let place = Int.random(in: 0...count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: insert(bytes.randomElement(using: &random) ?? 0, at: place)
        case 1 where place < count: self[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default: if place < count { remove(at: place) }
        }
    }
}
