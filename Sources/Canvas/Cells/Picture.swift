extension Frame {
    /// The frame in a theme as a picture: an SVG text that fetches nothing. O(cells).
    ///
    /// Every run of cells says how wide it is, so that columns stand above each other in whatever monospaced font the
    /// reader has. The same frame and theme give the same bytes.
    public func picture(in theme: Theme) -> String {
        let paints = Paints(theme)
        let (width, height) = (size.width * Paints.cellWidth, size.height * Paints.cellHeight)
        let (right, bottom) = (width + 2 * Paints.margin, height + 2 * Paints.margin)
        var grounds: [String] = []
        var texts: [String] = []
        var looks = Looks()
        for y in 0..<size.height {
            for run in runs(row: y, paints) {
                let x = Paints.margin + run.x * Paints.cellWidth
                let top = Paints.margin + y * Paints.cellHeight
                let length = run.width * Paints.cellWidth
                if run.paint.ground != paints.ground {
                    grounds.append(
                        "<rect x=\"\(x)\" y=\"\(top)\" width=\"\(length)\" height=\"\(Paints.cellHeight)\" "
                            + "fill=\"\(run.paint.ground)\"/>")
                }
                // Blanks show only what lies under them, and a line.
                if !run.text.allSatisfy({ $0 == " " }) || run.paint.style.underline {
                    texts.append(
                        "<text class=\"\(looks.name(of: run.paint))\" x=\"\(x)\" y=\"\(top + Paints.baseline)\" "
                            + "textLength=\"\(length)\">\(run.text.escapedForXML)</text>")
                }
            }
        }
        if let cursor, Rect(size).contains(cursor) {
            let (x, y) = (Paints.margin + cursor.x * Paints.cellWidth, Paints.margin + cursor.y * Paints.cellHeight)
            grounds.append(
                "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Paints.cellWidth)\" height=\"\(Paints.cellHeight)\" "
                    + "fill=\"\(paints.text)\" fill-opacity=\"0.5\"/>")
        }
        let head = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"\(right)\" height=\"\(bottom)\" "
                + "viewBox=\"0 0 \(right) \(bottom)\">",
            "<style>",
            "text { font: \(Paints.fontSize)px ui-monospace, \"DejaVu Sans Mono\", Menlo, Consolas, monospace; "
                + "white-space: pre; }",
        ]
        let frame = ["<rect width=\"\(right)\" height=\"\(bottom)\" rx=\"8\" fill=\"\(paints.ground)\"/>"]
        return (head + looks.rules + ["</style>"] + frame + grounds + texts + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private struct Run {
        let x: Int
        var width: Int
        var text: String
        let paint: Paint
    }

    /// The cells of a row that look alike and stand side by side. A wide character stands alone, since fonts differ in
    /// how wide they make it.
    private func runs(row y: Int, _ paints: Paints) -> [Run] {
        var runs: [Run] = []
        var isOpen = false
        withCells(row: y) { cells in
            for x in cells.indices where cells[x].width > 0 {
                let cell = cells[x]
                let paint = paints.paint(cell)
                if isOpen, cell.width == 1, runs[runs.count - 1].paint == paint {
                    runs[runs.count - 1].width += 1
                    runs[runs.count - 1].text += characters(of: cell)
                } else {
                    runs.append(Run(x: x, width: Int(cell.width), text: characters(of: cell), paint: paint))
                }
                isOpen = cell.width == 1
            }
        }
        return runs
    }

    private func characters(of cell: Cell) -> String {
        let marks = marks(of: cell)
        let scalars = [base(of: cell), marks.0, marks.1, marks.2, marks.3].filter { $0 != 0 }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        return text
    }
}

/// How a run of cells looks, in the colours of a picture.
private struct Paint: Hashable {
    let text: String
    let ground: String
    let style: Style
}

/// A theme's colours as a picture needs them: all of them, also those that a terminal would choose.
private struct Paints {
    static let cellWidth = 9
    static let cellHeight = 18
    static let fontSize = 15
    static let baseline = 14
    static let margin = 12

    let ground: String
    let text: String
    private let theme: Theme
    private let under: Colour
    private let over: Colour

    init(_ theme: Theme) {
        self.theme = theme
        let plain = theme.style(for: .text)
        let black = Colour.rgb(0x12, 0x12, 0x12)
        under = plain.background ?? theme.assumed ?? black
        let light = Colour.rgb(0xD8, 0xD8, 0xD8)
        let dark = Colour.rgb(0x1C, 0x1C, 0x1C)
        over =
            plain.foreground
            ?? ((under.contrast(with: light) ?? 21) >= (under.contrast(with: dark) ?? 1) ? light : dark)
        ground = Paints.hex(under.shown)
        text = Paints.hex(over.shown)
    }

    func paint(_ cell: Cell) -> Paint {
        var style = theme.style(for: cell.role, on: cell.ground)
        var front = (style.foreground ?? over).shown
        var back = (style.background ?? under).shown
        if style.reverse { swap(&front, &back) }
        if style.dim { front = Paints.mixed(front, back) }
        style.foreground = nil
        style.background = nil
        return Paint(text: Paints.hex(front), ground: Paints.hex(back), style: style)
    }

    /// Two thirds of the one and a third of the other, as terminals make faint text.
    private static func mixed(_ a: Shown, _ b: Shown) -> Shown {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((2 * Int(a) + Int(b)) / 3) }
        return (mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue))
    }

    private static func hex(_ colour: Shown) -> String {
        "#" + [colour.red, colour.green, colour.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private typealias Shown = (red: UInt8, green: UInt8, blue: UInt8)
}

/// The looks of a picture, each named once.
private struct Looks {
    private var names: [Look: String] = [:]
    private(set) var rules: [String] = []

    private struct Look: Hashable {
        let text: String
        let style: Style
    }

    mutating func name(of paint: Paint) -> String {
        let look = Look(text: paint.text, style: paint.style)
        if let name = names[look] { return name }
        let name = "l\(names.count)"
        names[look] = name
        var rule = "fill: \(paint.text);"
        if paint.style.bold { rule += " font-weight: bold;" }
        if paint.style.italic { rule += " font-style: italic;" }
        if paint.style.underline { rule += " text-decoration: underline;" }
        rules.append(".\(name) { \(rule) }")
        return name
    }
}

extension String {
    /// With what means something in XML written out.
    fileprivate var escapedForXML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
