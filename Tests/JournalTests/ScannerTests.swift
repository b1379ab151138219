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

    @Test(arguments: [0, 20]) func keysThatOnlyLookTheSameAreTwo(others: Int) throws {
        let more = (0..<others).map { "\"k\($0)\":0," }.joined()
        let text = "{\(more)\"\u{E9}\":1,\"e\u{301}\":2,\"\u{E9}\":3}"
        guard case .object(let members) = try JSON(reading: text.utf8) else {
            Issue.record("no object")
            return
        }
        #expect(members.suffix(2).map { Array($0.key.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
        #expect(members.suffix(2).map(\.value) == [.int(3), .int(2)])
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
}
