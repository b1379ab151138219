import Canvas
import TestSupport
import Testing

@testable import Terminal

extension TerminalTests {
    /// What a painter sends makes the screen what the frame is, whatever it showed before.
    @Suite struct PainterTests {
        private let metrics = Terminal.textMetrics()
        private let theme: Theme

        init() throws { theme = try Theme.shipped("dark") }

        private func painter(_ name: String = "xterm-256color", links: Bool = true, _ theme: Theme? = nil) throws
            -> Painter
        {
            let entry = try Entry(environment: ["TERM": name], wanted: .palette256, output: 1)
            return Painter(entry: entry, theme: theme ?? self.theme, readsLinks: links)
        }

        /// What a frame means for each cell of a terminal.
        private func expected(_ frame: Frame, on size: Size, _ theme: Theme, links: Bool) -> [Emulator.Cell] {
            var cells = Array(repeating: Emulator.Cell(), count: size.width * size.height)
            for y in 0..<min(size.height, frame.size.height) {
                frame.withCells(row: y) { row in
                    for (x, cell) in row.prefix(size.width).enumerated() {
                        var made = Emulator.Cell()
                        if x + Int(cell.width) <= size.width {
                            let marks = frame.marks(of: cell)
                            let scalars = [frame.base(of: cell), marks.0, marks.1, marks.2, marks.3]
                            made.text = ""
                            for scalar in scalars where scalar != 0 {
                                made.text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
                            }
                        }
                        // A character stands on one ground.
                        let whole = cell.width == 0 && x > 0 ? row[x - 1] : cell
                        made.look = look(theme.style(for: whole.role, on: whole.ground, depth: .palette256))
                        let link = frame.links.first { $0.cells.contains(Point(x: cell.width == 0 ? x - 1 : x, y: y)) }
                        made.link = links ? link?.address ?? "" : ""
                        cells[y * size.width + x] = made
                    }
                }
            }
            return cells
        }

        private func look(_ style: Style) -> Emulator.Look {
            var look = Emulator.Look()
            for (isOn, mark) in [
                (style.bold, 1), (style.dim, 2), (style.italic, 3), (style.underline, 4), (style.reverse, 7),
            ] where isOn { look.marks.insert(mark) }
            func words(_ colour: Colour?, _ ground: Int) -> String {
                guard case .indexed(let index)? = colour else { return "" }
                if index < 8 { return "\(ground - 8 + Int(index))" }
                return index < 16 ? "\(ground + 52 + Int(index) - 8)" : "\(ground);5;\(index)"
            }
            look.foreground = words(style.foreground, 38)
            look.background = words(style.background, 48)
            return look
        }

        /// The cells with what a blank does not show taken away.
        private func seen(_ cells: [Emulator.Cell]) -> [Emulator.Cell] {
            cells.map { cell in
                var cell = cell
                if cell.text == " ", cell.look.marks.isDisjoint(with: [4, 7]) {
                    cell.look.marks = []
                    cell.look.foreground = ""
                }
                return cell
            }
        }

        private func scribble(on frame: inout Frame, _ random: inout Seeded) {
            let words = [
                "Dana", "日本語", "e\u{301}te\u{301}", "call me", "  ", "☎ +1 312 555", "─────", "a日b", "x", "🇩🇪!",
            ]
            let roles = Role.allCases
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let (x, y) = (Int.random(in: -2...22, using: &random), Int.random(in: 0...7, using: &random))
                let role = roles.randomElement(using: &random) ?? .text
                let ground = Bool.random(using: &random) ? nil : roles.randomElement(using: &random)
                switch Int.random(in: 0...5, using: &random) {
                case 0: frame.paint(Rect(x: x, y: y, width: 9, height: 2), on: ground)
                case 1: frame.fill(Rect(x: x, y: y, width: 7, height: 2), role: role, on: ground)
                case 2:
                    frame.link(
                        Rect(x: x, y: y, width: 5, height: 1), to: x % 2 == 0 ? "tel:+1312" : "mailto:a@b.example")
                case 3 where x == 4: frame.cursor = Bool.random(using: &random) ? Point(x: x, y: y) : nil
                default: frame.write(words.randomElement(using: &random) ?? "", x: x, y: y, role: role, on: ground)
                }
            }
        }

        @Test(arguments: ["dark", "light", "high-contrast", "monochrome", "sixteen", "gruvbox-light"], [true, false])
        func whateverWasShownTheFrameIsShown(_ name: String, links: Bool) throws {
            let theme = try Theme.shipped(name)
            var random = Seeded(7)
            for round in 0..<12 {
                let size = Size(width: 20, height: 6)
                var painter = try painter(links: links, theme)
                var screen = Emulator(size, metrics)
                var frame = Frame(
                    size: Size(width: round % 3 == 0 ? 22 : 20, height: round % 3 == 1 ? 8 : 6), text: metrics)
                for step in 0..<12 {
                    scribble(on: &frame, &random)
                    screen.take(painter.paint(frame, on: size))
                    try #require(screen.unknown == [] && screen.scrolls == 0)
                    try #require(screen.look == Emulator.Look() && screen.link == "")
                    let wanted = expected(frame, on: size, theme, links: links)
                    let isShown = seen(screen.cells) == seen(wanted)
                    try #require(isShown, "round \(round), step \(step)")
                    let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
                    try #require(screen.showsCursor == (cursor != nil) && (cursor == nil || screen.cursor == cursor))
                    try #require(painter.paint(frame, on: size) == [], "What is shown is not sent again.")
                }
            }
        }

        @Test func whatIsPreparedIsWhatIsPainted() throws {
            let size = Size(width: 20, height: 3)
            var (painter, other) = (try painter(), try painter())
            var frame = Frame(size: size, text: metrics)
            for word in ["Dana", "Omar", "Priya"] {
                frame.write(word, x: 2, y: 1, role: .good)
                painter.prepare(frame, on: size)
                painter.prepare(Frame(size: size, text: metrics), on: size)
                #expect(painter.paint(frame, on: size) == other.paint(frame, on: size))
            }
            painter.prepare(frame, on: size)
            painter.forget()
            #expect(!painter.paint(frame, on: size).isEmpty, "What is prepared is not for a screen that changed.")
        }

        @Test func aThemeIsTakenOnAtOnce() throws {
            let size = Size(width: 20, height: 3)
            var painter = try painter()
            var screen = Emulator(size, metrics)
            var frame = Frame(size: size, text: metrics)
            frame.write("late", x: 2, y: 1, role: .bad)
            screen.take(painter.paint(frame, on: size))
            let light = try Theme.shipped("light")
            painter.adopt(light)
            screen.take(painter.paint(frame, on: size))
            #expect(seen(screen.cells) == seen(expected(frame, on: size, light, links: true)))
        }

        /// A terminal that goes on in the next row at once would scroll at the end of the last.
        @Test func theLastCellOfAllScrollsNothing() throws {
            let size = Size(width: 6, height: 2)
            var painter = try painter("ansi", links: false)
            var screen = Emulator(size, metrics, waitsAtTheEdge: false)
            var frame = Frame(size: size, text: metrics)
            frame.write("123456", x: 0, y: 0)
            frame.write("abcdef", x: 0, y: 1)
            screen.take(painter.paint(frame, on: size))
            #expect(screen.cells.map(\.text).joined() == "123456abcde ")
            #expect(screen.scrolls == 0)
        }

        /// The oldest of them moves its cursor like no other and has neither colours nor attributes.
        @Test func aTerminalThatMovesInItsOwnWayIsMovedSo() throws {
            var painter = try painter("vt52", links: false)
            var frame = Frame(size: Size(width: 20, height: 4), text: metrics)
            frame.write("late", x: 3, y: 2, role: .bad)
            let bytes = String(decoding: painter.paint(frame, on: frame.size), as: UTF8.self)
            #expect(bytes.contains("\u{1B}Y\"#late"))
        }

        static let colours: [(terminal: String, colour: Colour, sequence: String)] = [
            ("xterm-256color", .rgb(1, 2, 3), "\u{1B}[38;2;1;2;3m"), ("xterm-256color", .indexed(9), "\u{1B}[91m"),
            ("xterm-256color", .indexed(245), "\u{1B}[38;5;245m"), ("linux", .indexed(245), "\u{1B}[38;5;245m"),
            ("linux", .indexed(1), "\u{1B}[31m"), ("linux", .indexed(9), "\u{1B}[1m\u{1B}[31m"),
        ]

        @Test(arguments: colours) func aColourIsAskedForAsTheTerminalReadsIt(
            _ terminal: String, _ colour: Colour, _ sequence: String
        ) throws {
            let entry = try Entry(environment: ["TERM": terminal], wanted: .trueColour, output: 1)
            var bytes: [UInt8] = []
            let look = Look(Style(foreground: colour), entry)
            look.put(after: Look(Style(), entry), plain: entry.plain, into: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == sequence)
        }

        @Test func fewCellsBetweenAreWrittenAgainAndManyLeaptOver() throws {
            let size = Size(width: 20, height: 1)
            var painter = try painter()
            var frame = Frame(size: size, text: metrics)
            frame.write("a234b6789012345c", x: 0, y: 0)
            _ = painter.paint(frame, on: size)
            frame.write("A234B6789012345C", x: 0, y: 0)
            let bytes = String(decoding: painter.paint(frame, on: size), as: UTF8.self)
            #expect(bytes.contains("A234B\u{1B}[1;16HC"))
        }
    }
}
