import Canvas
import TestSupport
import Testing

@testable import Terminal

@Suite struct DecoderTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// What is left when no more comes.
    private func all(_ text: String, _ decoder: inout Decoder) -> [Input] {
        decoder.decode(bytes(text)) + decoder.settle()
    }

    private func keys(_ text: String) -> [Input] { text.map { .key(.character($0)) } }

    static let cases: [(text: String, keys: [Key])] = [
        ("n", [.character("n")]), (" ", [.character(" ")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
        ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
        ("\u{0}", [.control("@")]), ("\u{1C}", [.control("\\")]), ("\u{1B}", [.escape]),
        ("\u{1B}\u{1B}", [.escape, .escape]), ("é日😀", [.character("é"), .character("日"), .character("😀")]),
        ("\u{9B}x", [.character("x")]), ("\u{1B}x", [.escape, .character("x")]),
        ("\u{1B}[", [.escape, .character("[")]), ("\u{1B}]", [.escape, .character("]")]),
        ("\u{1B}O", [.escape, .character("O")]), ("\u{1B}\u{1B}[A", [.escape, .up]),
        ("\u{1B}[A\u{1B}OBn", [.up, .down, .character("n")]), ("\u{1B}[1~\u{1B}[4~", [.home, .end]),
        ("\u{1B}Pn", [.escape, .character("P"), .character("n")]), ("\u{1B}[[A", [.function(1)]),
        ("\u{1B}]]", [.escape, .character("]"), .character("]")]), ("\u{1B}O2Pn", [.character("n")]),
        ("\u{1B}O\u{1B}[A", [.up]), ("\u{1B}[3$", []), ("\u{1B}[15~\u{1B}OR", [.function(5), .function(3)]),
        ("\u{1B}[Z", [.backTab]),
    ]

    @Test("Bytes are keys", arguments: cases)
    func key(_ text: String, _ keys: [Key]) {
        var decoder = Decoder(KeySequence.usual)
        #expect(all(text, &decoder) == keys.map(Input.key))
        // However they come.
        for cut in 1..<max(1, text.utf8.count) where keys.first != .escape {
            #expect(
                decoder.decode(Array(bytes(text).prefix(cut))) + decoder.decode(Array(bytes(text).dropFirst(cut)))
                    == keys.map(Input.key), "cut at \(cut)")
        }
    }

    @Test(
        "No part of a sequence that is no key of ours is taken for a command",
        arguments: [
            "\u{1B}[1;5P", "\u{1B}[?62;4c", "\u{1B}[I", "\u{1B}Ox", "\u{1B}]11;rgb:0/0/0\u{7}",
            "\u{1B}P1+r\u{1B}\\", "\u{1B}[<35;9;9M", "\u{1B}[<0;5;5m", "\u{1B}[M !!", "\u{1B}[201~",
        ])
    func swallow(_ sequence: String) {
        var decoder = Decoder(KeySequence.usual)
        for cut in 3...sequence.utf8.count {
            #expect(decoder.decode(Array(bytes(sequence).prefix(cut))) == [])
            #expect(decoder.decode(Array(bytes(sequence).dropFirst(cut)) + bytes("n")) == keys("n"), "cut at \(cut)")
        }
    }

    @Test func aCharacterSplitAcrossReadsIsOneKey() {
        for text in ["é", "日", "😀"] {
            for cut in 1..<text.utf8.count {
                var decoder = Decoder(KeySequence.usual)
                #expect(decoder.decode(Array(bytes(text).prefix(cut))) == [])
                #expect(decoder.decode(Array(bytes(text).dropFirst(cut))) == keys(text))
            }
        }
    }

    @Test func aReportOfTheMouseSplitAcrossReadsIsOneEvent() {
        let report = bytes("\u{1B}[<0;12;7M")
        for cut in 3..<report.count {
            var decoder = Decoder(KeySequence.usual)
            #expect(decoder.decode(Array(report.prefix(cut))) == [])
            #expect(
                decoder.decode(Array(report.dropFirst(cut)) + bytes("n"))
                    == [.mouse(Mouse(at: Point(x: 11, y: 6), kind: .press))] + keys("n"))
        }
    }

    @Test("However bytes are cut into reads they mean the same", arguments: 0..<200 as Range<UInt64>)
    func cuts(_ seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;5;5M", "[", "O", "M",
            "A", "~", "1", ";", "<", "\u{7}", "\\", "n", "\r", "é", "日", "😀",
        ]
        let typed = (0..<30).flatMap { _ in Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8) }
        var whole = Decoder(KeySequence.usual)
        let expected = whole.decode(typed) + whole.settle()
        var decoder = Decoder(KeySequence.usual)
        var (rest, found) = (typed[...], [Input]())
        while !rest.isEmpty {
            let read = rest.prefix(Int.random(in: 1...8, using: &random))
            found += decoder.decode(Array(read))
            rest = rest.dropFirst(read.count)
        }
        #expect(found + decoder.settle() == expected)
    }

    @Test func aSequenceThatIsBrokenOffIsDropped() {
        var decoder = Decoder(KeySequence.usual)
        #expect(all("\u{1B}]11;rgb", &decoder) == [])
        #expect(all("n\u{1B}[1;\rn", &decoder) == keys("n") + [.key(.enter)] + keys("n"))
        #expect(decoder.decode([0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 1000)) == [])
        #expect(all("n", &decoder) == keys("n"))
    }

    @Test func ofTwoSequencesTheTerminalsOwnCounts() {
        let own = KeySequence(bytes: bytes("\u{1B}[A"), key: .down)
        let long = KeySequence(bytes: bytes("\u{1B}[A$"), key: .function(21))
        let delete = KeySequence(bytes: [0x7F], key: .delete)
        var decoder = Decoder([own, long, delete] + KeySequence.usual)
        #expect(
            all("\u{1B}[A$\u{1B}[A\u{7F}\u{1B}[B\u{1B}[A", &decoder)
                == [.function(21), .down, .delete, .down, .down].map(Input.key))
    }

    @Test func bytesThatAreNotUTF8AreNoKeys() {
        var decoder = Decoder(KeySequence.usual)
        let broken: [UInt8] = [0x80, 0xC3, 0x6E, 0xFF, 0xE6, 0x97, 0x6E, 0xC0, 0x80, 0xED, 0xA0, 0x80]
        #expect(decoder.decode(broken) == keys("nn"))
    }

    @Test func aPasteIsOneTextHoweverItCame() {
        var decoder = Decoder(KeySequence.usual)
        let typed = bytes("\u{1B}[200~b\r\nx\ry\u{1B}[31m日\u{1B}[A\u{1B}[200~\u{1B}[20\u{1B}[201~n")
        let expected = [Input.paste("b\nx\ny\u{1B}[31m日\u{1B}[A\u{1B}[200~\u{1B}[20")] + keys("n")
        #expect(decoder.decode(typed) == expected)
        for cut in typed.indices.dropFirst(3) {
            let begun = decoder.decode(Array(typed[..<cut]))
            #expect(!decoder.isInDoubt, "A paste has as long as it needs.")
            #expect(begun + decoder.decode(Array(typed[cut...])) == expected, "cut at \(cut)")
        }
    }
}
