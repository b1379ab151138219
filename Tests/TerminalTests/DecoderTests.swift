import Canvas
import Testing

@testable import Terminal

@Suite struct DecoderTests {
    private func bytes(_ text: String) -> [Code] { text.utf8.map(Code.byte) }

    private func keys(_ text: String) -> [Input] { text.map { .key(.character($0)) } }

    static let cases: [(text: String, keys: [Key])] = [
        ("n", [.character("n")]), (" ", [.character(" ")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
        ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
        ("\u{0}", [.control("@")]), ("\u{1C}", [.control("\\")]), ("\u{1B}", [.escape]),
        ("\u{1B}\u{1B}", [.escape, .escape]), ("é日😀", [.character("é"), .character("日"), .character("😀")]),
        ("\u{9B}x", [.character("x")]), ("\u{1B}x", [.escape, .character("x")]),
        ("\u{1B}[", [.escape, .character("[")]), ("\u{1B}]", [.escape, .character("]")]),
    ]

    @Test("Bytes are keys", arguments: cases)
    func key(_ text: String, _ keys: [Key]) {
        var decoder = Decoder()
        #expect(decoder.decode(bytes(text)) == keys.map(Input.key))
    }

    @Test(
        "No part of a sequence that is no key of ours is taken for a command",
        arguments: [
            "\u{1B}[1;5P", "\u{1B}[?62;4c", "\u{1B}[I", "\u{1B}Ox", "\u{1B}]11;rgb:0/0/0\u{7}",
            "\u{1B}P1+r\u{1B}\\", "\u{1B}[<35;9;9M", "\u{1B}[<0;5;5m", "\u{1B}[M !!",
        ])
    func swallow(_ sequence: String) {
        var decoder = Decoder()
        #expect(decoder.decode(bytes(sequence)) == [])
        #expect(decoder.decode(bytes(sequence) + [.key(.up)] + bytes("n")).last == keys("n").last)
    }

    @Test func aCharacterSplitAcrossReadsIsOneKey() {
        for text in ["é", "日", "😀"] {
            for cut in 1..<text.utf8.count {
                var decoder = Decoder()
                #expect(decoder.decode(Array(bytes(text).prefix(cut))) == [])
                #expect(decoder.decode(Array(bytes(text).dropFirst(cut))) == keys(text))
            }
        }
    }

    @Test func aReportOfTheMouseSplitAcrossReadsIsOneEvent() {
        let report = bytes("\u{1B}[<0;12;7M")
        for cut in 3..<report.count {
            var decoder = Decoder()
            #expect(decoder.decode(Array(report.prefix(cut))) == [])
            #expect(
                decoder.decode(Array(report.dropFirst(cut)) + bytes("n"))
                    == [.mouse(Mouse(at: Point(x: 11, y: 6), kind: .press))] + keys("n"))
        }
    }

    @Test func bytesThatAreNotUTF8AreNoKeys() {
        var decoder = Decoder()
        let broken: [UInt8] = [0x80, 0xC3, 0x6E, 0xFF, 0xE6, 0x97, 0x6E, 0xC0, 0x80, 0xED, 0xA0, 0x80]
        #expect(decoder.decode(broken.map(Code.byte)) == keys("nn"))
    }

    @Test func aPasteIsOneTextHoweverItCame() {
        var decoder = Decoder()
        let pasted = "b\r\nx\ry\u{1B}[31m日"
        let codes = [.pasteBegins] + bytes(pasted) + [.key(.up), .unknown, .pasteEnds] + bytes("n")
        let expected = [Input.paste("b\nx\ny\u{1B}[31m日")] + keys("n")
        #expect(decoder.decode(codes) == expected)
        for cut in codes.indices {
            #expect(decoder.decode(Array(codes[..<cut])) + decoder.decode(Array(codes[cut...])) == expected)
        }
    }

    @Test func aResizeIsSeenInAPaste() {
        var decoder = Decoder()
        #expect(decoder.decode([.pasteBegins, .byte(0x61), .resize]) == [.resize])
        #expect(decoder.decode([.pasteEnds]) == [.paste("a")])
        #expect(decoder.decode([.pasteEnds]) == [])
    }
}
