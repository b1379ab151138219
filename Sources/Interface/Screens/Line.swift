import Canvas

/// A line of a card or a panel.
struct Line {
    var spans: [Span]
    /// True for one that parts the card across its whole width.
    var isRule = false

    /// Part of a line that means one thing.
    struct Span {
        let text: String
        let role: Role
        /// The address that it stands for.
        let link: String?

        init(_ text: String, _ role: Role = .text, link: String? = nil) {
            self.text = text
            self.role = role
            self.link = link
        }
    }

    init(spans: [Span], isRule: Bool = false) {
        self.spans = spans
        self.isRule = isRule
    }

    init(_ spans: (String, Role)...) {
        self.spans = spans.map { Span($0.0, $0.1) }
    }

    /// Cells that it takes.
    func width(_ text: TextMetrics) -> Int { spans.reduce(0) { $0 + text.width($1.text) } }

    /// No text.
    static let empty = Line()
}

extension TextMetrics {
    /// A text in as many lines as it needs, behind so many blanks.
    func lines(_ string: String, to width: Int, indent: Int = 0, role: Role) -> [Line] {
        wrap(string, to: max(8, width - indent)).map { Line((String(repeating: " ", count: indent) + $0, role)) }
    }
}

extension Frame {
    /// Writes a line, cut to a width.
    mutating func write(_ line: Line, x: Int, y: Int, width: Int) {
        var end = x
        for span in line.spans {
            let start = end
            end = write(span.text, x: end, y: y, width: x + width - end, role: span.role)
            // Half of an address is none.
            if let link = span.link, end - start == text.width(span.text) {
                self.link(Rect(x: start, y: y, width: end - start, height: 1), to: link)
            }
        }
    }

    /// Writes lines into a box, from its top.
    mutating func write(_ lines: some Sequence<Line>, in rect: Rect) {
        for (row, line) in lines.prefix(rect.height).enumerated() {
            write(line, x: rect.x, y: rect.y + row, width: rect.width)
        }
    }
}
