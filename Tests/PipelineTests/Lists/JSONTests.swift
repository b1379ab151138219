import FoundationEssentials
import Pipeline
import Testing

@Suite("JSON: kept without knowing what it means")
struct JSONTests {
    @Test(
        arguments: [
            (.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.number("1.50e+3"), "1.50e+3"),
            (.int(-7), "-7"),
            (.text(nil), "null"), (.text("a"), #""a""#), (.array([]), "[]"), (.array([.int(1), .null]), "[1,null]"),
            (.object([]), "{}"),
            (.object([JSON.Member("b", .int(1)), JSON.Member("a", .array([.object([])]))]), #"{"b":1,"a":[{}]}"#),
            (.string("\"\\/\n\r\t\u{0}\u{1B}\u{7F}é🤝"), #""\"\\/\n\r\t\u0000\u001b\u007fé🤝""#),
        ] as [(JSON, String)])
    func isWritten(value: JSON, text: String) {
        #expect(value.text == text)
    }

    /// The toolchain's decoder reads back every scalar as it was.
    @Test func everyKindOfScalarGoesThereAndBack() throws {
        var random = SplitMix64(seed: 11)
        for round in 0..<300 as Range<UInt32> {
            let text = String(
                String.UnicodeScalarView(
                    (0..<20).compactMap { _ in
                        Unicode.Scalar(
                            round < 100
                                ? UInt32.random(in: 0...255, using: &random)
                                : UInt32.random(in: 0...0x10FFFF, using: &random))
                    }))
            let bytes = JSON.array([.string(text)]).text
            #expect(try JSONDecoder().decode([String].self, from: Data(bytes.utf8)) == [text])
            #expect(bytes.utf8.allSatisfy { $0 >= 32 && $0 != 127 })
        }
    }
}
