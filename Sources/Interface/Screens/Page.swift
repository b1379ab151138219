import Canvas

/// Lines in roles, made from the top and wrapped to a width.
struct Page {
    private(set) var lines: [Line] = []
    /// True when there is more than `limit` lines.
    private(set) var isCut = false
    let width: Int
    let limit: Int
    let text: TextMetrics

    /// - Parameter limit: lines to make at most.
    init(width: Int, limit: Int = .max, text: TextMetrics) {
        self.width = width
        self.limit = limit
        self.text = text
    }

    /// True when no more lines are wanted.
    var isFull: Bool { lines.count >= limit }

    mutating func add(_ line: Line) {
        if isFull { isCut = true } else { lines.append(line) }
    }

    /// Spans that go on in the next line where there is no room.
    ///
    /// - Parameters:
    ///   - indent: columns before each line.
    ///   - label: what stands in these columns of the first.
    mutating func flow(_ spans: [Line.Span], indent: Int = 0, label: Line.Span? = nil) {
        let room = max(8, width - indent)
        if fit(spans, in: room) { return add(Line(spans: joined([margin(indent, label)] + spans))) }
        let whole = spans.map(\.text).joined()
        let lines = text.wrap(whole, to: room)
        if lines == [whole] { return add(Line(spans: joined([margin(indent, label)] + spans))) }
        // By scalars, since a mark at the beginning of a span would join the character before it.
        var source = spans.flatMap { span in span.text.unicodeScalars.map { (scalar: $0, role: span.role) } }[...]
        for (place, line) in lines.enumerated() {
            var made = [margin(indent, place == 0 ? label : nil)]
            var run = ""
            var role = Role.text
            for scalar in line.unicodeScalars {
                // Blanks at a break, and the breaks themselves, were left out.
                while let next = source.first, next.scalar != scalar { source.removeFirst() }
                let found = source.popFirst()?.role ?? role
                if found != role, !run.isEmpty {
                    made.append(Line.Span(run, role))
                    run = ""
                }
                role = found
                run.unicodeScalars.append(scalar)
            }
            if !run.isEmpty { made.append(Line.Span(run, role)) }
            add(Line(spans: made))
        }
    }

    /// True when the spans are a line in so many cells as they are.
    private func fit(_ spans: [Line.Span], in room: Int) -> Bool {
        var used = 0
        for span in spans {
            guard let width = text.width(ofLine: span.text) else { return false }
            used += width
        }
        return used <= room
    }

    /// A margin and what stands behind it, of which neighbours that mean the same are one.
    private func joined(_ spans: [Line.Span]) -> [Line.Span] {
        let isJoined = spans.indices.dropFirst(2).allSatisfy { spans[$0].role != spans[$0 - 1].role }
        if isJoined, spans.allSatisfy({ !$0.text.isEmpty }) { return spans }
        var joined = Array(spans.prefix(1))
        for span in spans.dropFirst() where !span.text.isEmpty {
            if joined.count > 1, let last = joined.last, last.role == span.role {
                joined[joined.count - 1] = Line.Span(last.text + span.text, span.role)
            } else {
                joined.append(span)
            }
        }
        return joined
    }

    /// Text that goes on in the next line where there is no room.
    mutating func flow(_ string: String, _ role: Role = .text, indent: Int = 0) {
        flow([Line.Span(string, role)], indent: indent)
    }

    /// Things side by side, each whole, in as many lines as they need.
    ///
    /// - Parameters:
    ///   - gap: columns between two of them.
    ///   - indent: columns before each line.
    ///   - label: what stands in these columns of the first.
    mutating func flow(items: [[Line.Span]], gap: Int, indent: Int = 0, label: Line.Span? = nil) {
        var spans = [margin(indent, label)]
        var end = indent
        for item in items {
            let width = Line(spans: item).width(text)
            if end > indent {
                if end + gap + width > self.width {
                    add(Line(spans: spans))
                    spans = [margin(indent, nil)]
                    end = indent
                } else {
                    spans.append(Line.Span(String(repeating: " ", count: gap)))
                    end += gap
                }
            }
            spans += item
            end += width
        }
        add(Line(spans: spans))
    }

    private func margin(_ indent: Int, _ label: Line.Span?) -> Line.Span {
        Line.Span(text.pad(label?.text ?? "", to: indent), label?.role ?? .text)
    }
}
