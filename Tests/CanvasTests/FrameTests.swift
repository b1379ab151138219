import Canvas
import Testing

@Suite struct FrameTests {
    @Test func aCellIsEightBytes() {
        #expect(MemoryLayout<Cell>.stride == 8)
        #expect(MemoryLayout<Cell>.size == 8)
    }

    @Test func writingClipsToTheFrame() {
        var frame = frame(5, 2)
        frame.write("above", x: 0, y: -1)
        frame.write("below", x: 0, y: 2)
        frame.write("beside", x: 5, y: 0)
        frame.write("left", x: -2, y: 0)
        frame.write("abcdefgh", x: 1, y: 1)
        #expect(frame.lines() == ["ft", " abc…"])
    }

    @Test func writingGivesTheColumnAfterItsLastCell() {
        var frame = frame(10)
        #expect(frame.write("abc", x: 2, y: 0) == 5)
        #expect(frame.write("", x: 2, y: 0) == 2)
        #expect(frame.write("日本", x: 7, y: 0) == 10)
        #expect(frame.lines() == ["  abc  日…"])
        #expect(frame.write("abc", x: 3, y: 0, width: 0) == 3)
        #expect(frame.write("abc", x: 3, y: 9) == 3)
    }

    @Test func aWideCharacterInTheLastColumnIsClipped() {
        var frame = frame(4)
        frame.write("abc日", x: 0, y: 0)
        #expect(frame.lines() == ["abc…"])
        frame.write("日", x: 3, y: 0)
        #expect(frame.lines() == ["abc…"])
        frame.write("日", x: -1, y: 0)
        #expect(frame.lines() == [" bc…"])
        #expect(torn(frame).isEmpty)
    }

    @Test func everythingSurvivesOneCell() {
        var frame = frame(1, 1)
        frame.box(Rect(x: 0, y: 0, width: 1, height: 1), title: "title", trailing: "1 of 2")
        frame.box(Rect(x: -5, y: -5, width: 20, height: 20), title: "title", trailing: "1 of 2")
        frame.fill(Rect(x: -3, y: -3, width: 9, height: 9))
        frame.write("日本", x: 0, y: 0)
        #expect(frame.lines() == ["…"])
        frame.write("far", x: .min, y: 0)
        frame.write("far", x: .max, y: .max)
        frame.paint(Rect(x: 1, y: 1, width: .max, height: .max), on: .banner)
        #expect(frame.lines() == ["…"])
        var none = CanvasTests.frame(0, 0)
        none.write("a", x: 0, y: 0)
        none.fill(Rect(x: 0, y: 0, width: 1, height: 1))
        #expect(none.lines().isEmpty)
    }

    @Test func noWideCellIsEverCutInHalf() throws {
        var random = Seeded(state: 1)
        let texts = ["日本語", "a日", "😀b😀", "abc", "e\u{301}", "🇺🇸", "x"]
        var frame = frame(9, 3)
        for _ in 0..<5_000 {
            let x = Int.random(in: -4...10, using: &random)
            let y = Int.random(in: 0...2, using: &random)
            let width = Int.random(in: 0...9, using: &random)
            switch Int.random(in: 0...5, using: &random) {
            case 0: frame.fill(Rect(x: x, y: y, width: width, height: 2))
            case 1: frame.box(Rect(x: x, y: y, width: width, height: 2), title: "日本", trailing: "語")
            default: frame.write(texts.randomElement(using: &random) ?? "", x: x, y: y, width: width)
            }
            try #require(torn(frame).isEmpty)
            let total = (0..<3).map { y in frame.withCells(row: y) { $0.reduce(0) { $0 + Int($1.width) } } }
            try #require(total == [9, 9, 9])
        }
    }

    @Test func fadingLeavesTheTextAndTheBorders() {
        var frame = CanvasTests.frame(12, 3)
        frame.box(Rect(x: 0, y: 0, width: 12, height: 3), title: "in")
        frame.write("日 ok", x: 2, y: 1, role: .good, on: .selection)
        let before = frame.lines()
        frame.fade()
        #expect(frame.lines() == before)
        #expect(frame.roles()[0] == "ooddddoooooo")
        #expect(frame.roles()[1] == "oddddddd   o")
    }

    @Test func aLinkIsOfWholeCellsAndEndsUnderWhatIsDrawnOverIt() {
        var frame = CanvasTests.frame(12, 2)
        let (cells, plain) = (Rect(x: 1, y: 0, width: 4, height: 1), frame)
        frame.link(cells, to: "tel:110")
        #expect(frame.links.map(\.cells) == [cells] && frame != plain)
        for rect in [
            Rect(x: 9, y: 0, width: 4, height: 1), Rect(x: 0, y: 0, width: 2, height: 2),
            Rect(x: 0, y: 0, width: 0, height: 1),
        ] {
            frame.link(rect, to: "tel:110")
        }
        for address in ["tel:1 1", "tel:\u{1B}\\", "tel:é", "tel:\u{7F}"] { frame.link(cells, to: address) }
        #expect(frame.links.count == 1)
        frame.fill(Rect(x: 5, y: 0, width: 4, height: 2))
        #expect(frame.links.count == 1)
        frame.fill(Rect(x: 4, y: 0, width: 4, height: 2))
        #expect(frame.links.isEmpty)
    }

    @Test func aBoxHasATitleAndATrailingNote() {
        var frame = frame(24, 3)
        frame.box(Rect(frame.size), title: "Today", trailing: "3 of 43")
        #expect(
            frame.lines() == ["╭─ Today ───── 3 of 43 ╮", "│                      │", "╰──────────────────────╯"])
        #expect(frame.roles()[0] == "ooeeeeeeeooooodddddddddo")
        var narrow = CanvasTests.frame(12, 2)
        narrow.box(Rect(narrow.size), title: "Dana Whitfield", trailing: "3 of 43")
        #expect(narrow.lines() == ["╭─ Dana … ─╮", "╰──────────╯"])
    }

    @Test func paintingChangesTheGroundOnly() {
        var frame = frame(8)
        frame.write("good", x: 1, y: 0, role: .good)
        frame.paint(Rect(x: 0, y: 0, width: 6, height: 1), on: .selection)
        #expect(frame.lines() == [" good"])
        #expect(frame.roles() == ["SSSSSS"])
        frame.write("x", x: 0, y: 0, role: .bad)
        #expect(frame.roles() == ["SSSSSS"], "Text keeps the ground that is there.")
        frame.write("x", x: 0, y: 0, role: .bad, on: .banner)
        #expect(frame.roles() == ["NSSSSS"])
        frame.paint(Rect(x: 0, y: 0, width: 8, height: 1), on: nil)
        #expect(frame.roles() == ["bgggg"])
        frame.fill(Rect(frame.size))
        #expect(frame == CanvasTests.frame(8))
    }

    @Test func equalRowsAreEqualHoweverTheyWereDrawn() {
        var a = frame(10, 2)
        a.write("gone", x: 0, y: 0)
        a.fill(Rect(a.size))
        a.write("e\u{301}日", x: 0, y: 1)
        a.write("o\u{308}", x: 0, y: 0)
        var b = frame(10, 2)
        b.write("o\u{308}", x: 0, y: 0)
        b.write("e\u{301}日", x: 0, y: 1)
        #expect(a == b)
        b.write("o\u{302}", x: 0, y: 0)
        #expect(a != b)
        #expect(a.columns(ofRow: 0, differingFrom: b) == 0..<1)
        #expect(a.columns(ofRow: 1, differingFrom: b).isEmpty)
        b = a
        b.write("日", x: 3, y: 1, role: .dim)
        #expect(a.columns(ofRow: 1, differingFrom: b) == 3..<5)
        b = a
        b.cursor = Point(x: 0, y: 0)
        #expect(a != b)
    }

    @Test func whatDiffersIsOfWholeCharactersOfBoth() {
        var random = Seeded(state: 7)
        let pieces = ["a", "日", "e\u{301}", " ", "本語"]
        func written() -> Frame {
            var made = frame(9)
            for _ in 0..<3 {
                made.write(
                    pieces.randomElement(using: &random) ?? "", x: Int.random(in: -1..<9, using: &random), y: 0,
                    role: Bool.random(using: &random) ? .dim : .text)
            }
            return made
        }
        for _ in 0..<1000 {
            let (a, b) = (written(), written())
            let columns = a.columns(ofRow: 0, differingFrom: b)
            #expect(columns.isEmpty == (a.lines() == b.lines() && a.roles() == b.roles()))
            let isWhole = a.withCells(row: 0) { cells in
                b.withCells(row: 0) { others in
                    (0..<9).allSatisfy { x in
                        let isBoundary = x == columns.lowerBound || x == columns.upperBound
                        if isBoundary, cells[x].width == 0 || others[x].width == 0 { return false }
                        return columns.contains(x)
                            || cells[x].role == others[x].role && a.base(of: cells[x]) == b.base(of: others[x])
                    }
                }
            }
            #expect(isWhole)
        }
    }

    @Test func rolesAndTheirLettersAndNamesAreDistinct() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        #expect(Role.allCases.allSatisfy { Role(name: $0.name) == $0 })
        #expect(Role(name: "nothing") == nil)
    }

    @Test func boxesNeverHaveANegativeSize() {
        let rect = Rect(x: 2, y: 3, width: 10, height: 4)
        #expect(rect.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 2))
        #expect(rect.inset(by: 9).isEmpty)
        #expect(rect.columns(left: 4).1 == Rect(x: 6, y: 3, width: 6, height: 4))
        #expect(rect.columns(left: 40).1.width == 0)
        #expect(rect.columns(right: 3).0.width == 7)
        #expect(rect.rows(top: -1).0.height == 0)
        #expect(rect.rows(bottom: 1).1 == Rect(x: 2, y: 6, width: 10, height: 1))
        #expect(rect.contains(Point(x: 11, y: 6)))
        #expect(!rect.contains(Point(x: 12, y: 6)))
        #expect(rect.centred(Size(width: 4, height: 2)) == Rect(x: 5, y: 4, width: 4, height: 2))
        #expect(Size(width: -1, height: 2) == Size(width: 0, height: 2))
    }
}
