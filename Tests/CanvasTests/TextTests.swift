import Testing

@testable import Canvas

@Suite struct TextTests {
    static let shown: [(text: String, visible: String, width: Int)] = [
        ("", "", 0),
        ("plain text", "plain text", 10),
        ("na\u{EF}ve", "na\u{EF}ve", 5),
        ("e\u{301}a", "e\u{301}a", 2),
        ("日本語", "日本語", 6),
        ("a日b", "a日b", 4),
        ("한국어", "한국어", 6),
        ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", "😀", 2),
        ("👩\u{200D}👩\u{200D}👧!", "👩!", 3),
        ("👍\u{1F3FD}", "👍", 2),
        ("👩\u{1F3FD}\u{200D}💻", "👩", 2),
        ("❤\u{FE0F}\u{200D}🔥", "❤", 1),
        ("☎\u{FE0F} 1", "☎ 1", 3),
        ("1\u{200D}2", "12", 2),
        ("🇺🇸", "US", 2),
        ("שלום", "שלום", 4),
        ("مرحبا", "مرحبا", 5),
        ("\u{202E}abc\u{202C}", "abc", 3),
        ("\u{2066}a\u{2069}\u{200E}\u{FEFF}", "a", 1),
        ("soft\u{AD}ly", "softly", 6),
        ("\u{1B}[31mred", "␛[31mred", 8),
        ("a\u{0}b", "a␀b", 3),
        ("bell\u{7}\u{7F}", "bell␇␡", 6),
        ("c1\u{9B}", "c1�", 3),
        ("a\tb\nc", "a b c", 5),
        ("\u{301}x", "�x", 2),
        ("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{300}\u{301}\u{302}\u{303}", 1),
        ("น้ำ", "น้ำ", 2),
        ("\u{FFFF}", "�", 1),
    ]

    @Test("Text is shown as the terminal can show it, in the cells that it takes", arguments: shown)
    func visible(_ text: String, _ visible: String, _ width: Int) {
        #expect(metrics.width(text) == width)
        var frame = CanvasTests.frame(40)
        #expect(frame.write(text, x: 0, y: 0) == width)
        #expect(frame.lines() == [visible])
    }

    static let cuts: [(text: String, width: Int, cut: String)] = [
        ("Northgate", 9, "Northgate"), ("Northgate", 8, "Northga…"), ("Northgate", 1, "…"), ("Northgate", 0, ""),
        ("Northgate", -3, ""), ("", 0, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
        ("日本語", 3, "日…"), ("日本語", 2, "…"), ("ae\u{301}io", 3, "ae\u{301}…"), ("🇺🇸🇺🇸", 3, "🇺🇸…"),
    ]

    @Test("Text that is too wide ends in an ellipsis, in text and in a frame alike", arguments: cuts)
    func cut(_ text: String, _ width: Int, _ cut: String) {
        #expect(metrics.cut(text, to: width) == cut)
        var frame = CanvasTests.frame(20)
        let end = frame.write(text, x: 0, y: 0, width: width)
        #expect(end == metrics.width(cut))
        #expect(torn(frame).isEmpty)
        var whole = self.frame(of: cut)
        whole.cursor = frame.cursor
        #expect(frame == whole)
    }

    private func frame(of text: String) -> Frame {
        var frame = CanvasTests.frame(20)
        frame.write(text, x: 0, y: 0)
        return frame
    }

    @Test func paddingFillsTheFieldExactly() {
        #expect(metrics.pad("ab", to: 5) == "ab   ")
        #expect(metrics.pad("ab", to: 5, align: .right) == "   ab")
        #expect(metrics.pad("ab", to: 5, align: .centre) == " ab  ")
        #expect(metrics.pad("日本語", to: 4) == "日… ")
        #expect(metrics.pad("ab", to: 0) == "")
    }

    static let wraps: [(text: String, width: Int, lines: [String])] = [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdef", 3, ["a", "abc", "def"]),
        ("one  two", 3, ["one", "two"]),
        ("write to ann.smith@north.example", 18, ["write to", "ann.smith@north", ".example"]),
        ("ab-cdefgh", 4, ["ab", "-cde", "fgh"]),
        ("@abcdef", 3, ["@ab", "cde", "f"]),
        ("a.b c-d", 7, ["a.b c-d"]),
        ("a\n\nb", 4, ["a", "", "b"]),
        ("a\r\nb\n", 4, ["a", "b", ""]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("日本", 1, ["日", "本"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("ends in blanks   ", 14, ["ends in blanks"]),
        ("any", 0, []),
    ]

    @Test("Wrapping breaks at blanks, then inside words, and keeps line breaks", arguments: wraps)
    func wrap(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(metrics.wrap(text, to: width) == lines)
    }

    @Test func wrappedLinesFitAndLoseNothingButBlanks() {
        var random = Seeded(state: 7)
        let pieces = ["a", "bc", " ", "  ", "日", "e\u{301}", "😀", "word", "\u{1B}", "👩\u{200D}👧"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let width = Int.random(in: 2...12, using: &random)
            let lines = metrics.wrap(text, to: width)
            #expect(lines.allSatisfy { metrics.width($0) <= width }, "\(text) in \(width)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    /// Texts that are mostly plain, with pieces among it that are not measured by their bytes.
    private static let mixed: [String] = {
        var random = Seeded(state: 11)
        let pieces = [
            "a", "plain ", "two  ", "x", "e\u{301}", "\u{301}", "日", "😀", "👩\u{200D}👧", "\u{200D}", "🇺🇸", "\u{AD}",
            "\u{7}", "\t", "\n", "\r\n", "\u{85}", "\u{2028}", "ann.smith@north", "-", "☎\u{FE0F}",
        ]
        return (0..<300).map { _ in
            (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
    }()

    /// The clusters of a text one by one, each with its own part of it.
    private func clusters(_ text: String) -> [(cluster: Cluster, text: String)] {
        metrics.withClusters(of: text) { reader in
            var (found, start) = ([(cluster: Cluster, text: String)](), 0)
            while let cluster = reader.next() {
                let bytes = Array(text.utf8)[start..<cluster.end]
                found.append((cluster, String(decoding: bytes, as: UTF8.self)))
                start = cluster.end
            }
            return found
        }
    }

    @Test func plainTextIsMeasuredAsItsClustersAre() {
        for text in TextTests.mixed {
            let widths = clusters(text).map(\.cluster.width)
            let width = widths.reduce(0, +)
            #expect(metrics.width(text) == width, "\(text.debugDescription)")
            #expect(metrics.width(ofLine: text) == (text.contains(where: \.isNewline) ? nil : width))
            for room in 1...8 where width > room {
                var kept = ""
                var column = 0
                for (cluster, text) in clusters(text) {
                    column += cluster.width
                    if column >= room { break }
                    kept += text
                }
                #expect(metrics.cut(text, to: room) == kept + "…", "\(text.debugDescription) to \(room)")
            }
            for room in [width, width + 1] { #expect(metrics.cut(text, to: room) == (room > 0 ? text : "")) }
        }
    }

    @Test func plainTextIsWrappedAsItsClustersAre() {
        for text in TextTests.mixed where !text.contains(where: \.isNewline) {
            // Of what shows nothing nothing is kept.
            for room in 1...12 where (1...room).contains(metrics.width(text)) {
                var lines: [String] = []
                metrics.wrap(paragraph: text, to: room, into: &lines)
                #expect(metrics.wrap(text, to: room) == lines, "\(text.debugDescription) to \(room)")
            }
        }
    }

    @Test func plainTextIsDrawnAsItsClustersAre() {
        var random = Seeded(state: 12)
        for text in TextTests.mixed {
            let x = Int.random(in: -6...12, using: &random)
            let width = Int.random(in: 1...14, using: &random)
            var (frame, reference) = (CanvasTests.frame(10), CanvasTests.frame(10))
            let end = frame.write(text, x: x, y: 0, width: width)
            var column = x
            let room = min(width, 10 - x)
            for (_, text) in clusters(metrics.cut(text, to: room)) where room > 0 {
                column = reference.write(text, x: column, y: 0)
            }
            #expect(frame == reference && end == column, "\(text.debugDescription) at \(x) in \(width)")
        }
    }
}
