import Canvas
import Pipeline

/// Where the parts of the break-up panel are: drawing, scrolling and the mouse go by it.
struct BreakUpLayout {
    let box: Rect
    /// The three steps, and the rule below them.
    let strip: Rect
    /// What stays in place.
    let head: Rect
    /// What scrolls.
    let body: Rect
    /// The verdict, and what can be done.
    let foot: Rect
    let view: BreakUpView
    let options: BreakUpOptions
    /// The first line of the body that is shown.
    let top: Int

    init(_ session: Session, _ panel: BreakUpPanel) {
        let stage = Rect(session.size).rows(top: 1).1.rows(bottom: 1).0
        box = stage.centred(Size(width: 120, height: 28))
        let (strip, inner) = box.inset(horizontally: 2, vertically: 1).rows(top: 2)
        self.strip = strip
        options = session.breakUpOptions(panel)
        view = session.breakUpView(panel, options, inner.size)
        let (above, foot) = inner.rows(bottom: view.foot.lines.count)
        self.foot = foot
        let (head, rest) = above.rows(top: view.head.lines.count)
        self.head = head
        // A line of air above the verdict, where there is room for it.
        body = rest.height > view.body.lines.count ? rest.rows(bottom: 1).0 : rest
        let last = max(0, view.body.lines.count - body.height)
        var top = panel.top
        if let shown = view.shown {
            top = max(min(top, shown.lowerBound), shown.upperBound - body.height)
        }
        self.top = max(0, min(top, last))
    }

    /// What a click chooses.
    func option(at point: Point) -> Choice.Option? {
        if foot.contains(point) {
            return key(at: point, in: foot, view.foot.lines, of: options.below)
        }
        if head.contains(point) { return key(at: point, in: head, view.head.lines, of: options.inside) }
        let moved = Rect(x: body.x, y: body.y - top, width: body.width, height: body.height + top)
        return body.contains(point) ? key(at: point, in: moved, view.body.lines, of: options.inside) : nil
    }

    /// Only keys that choose something are written in the role of a key, in the order of the options.
    private func key(at point: Point, in rect: Rect, _ lines: [Line], of options: [Choice.Option]) -> Choice.Option? {
        let row = point.y - rect.y
        guard lines.indices.contains(row) else { return nil }
        var place = lines[..<row].reduce(0) { $0 + $1.spans.count { $0.role == .key } } - 1
        var x = rect.x
        var isOnKey = false
        for span in lines[row].spans {
            if x > point.x { break }
            if span.role == .key {
                place += 1
                isOnKey = true
            }
            x += view.foot.text.width(span.text)
        }
        return isOnKey && point.x < x && options.indices.contains(place) ? options[place] : nil
    }
}

extension Session {
    func drawBreakUp(_ frame: inout Frame, _ panel: BreakUpPanel) {
        guard let lead = pipeline[panel.lead] else { return }
        let layout = BreakUpLayout(self, panel)
        let company = lead.fields.company == lead.title ? nil : lead.fields.company
        frame.popUp(
            layout.box, title: "Breaking up with " + [lead.title, company].compactMap(\.self).joined(separator: " · "))
        frame.write(
            breakUpStrip(panel, lead, width: layout.strip.width), x: layout.strip.x, y: layout.strip.y,
            width: layout.strip.width)
        frame.divide(layout.box, y: layout.strip.y + 1, role: .focus)
        for (row, line) in layout.view.head.lines.enumerated() where line.isRule && row < layout.head.height {
            frame.divide(layout.box, y: layout.head.y + row, role: .focus)
        }
        frame.write(layout.view.head.lines, in: layout.head)
        frame.write(layout.view.body.lines.dropFirst(layout.top), in: layout.body)
        frame.write(layout.view.foot.lines, in: layout.foot)
        let sides = Rect(
            x: layout.box.x, y: layout.body.y - 1, width: layout.box.width, height: layout.body.height + 2)
        drawScrollMark(
            &frame, sides, top: layout.top, shown: layout.body.height, total: layout.view.body.lines.count)
    }

    /// The three steps, and how each stands, in as many words as there is room for.
    private func breakUpStrip(_ panel: BreakUpPanel, _ lead: Lead, width: Int) -> Line {
        guard let breakUp = lead.breakUp(now, pipeline.rules), let stage = stage(of: panel) else {
            return Line((lead.place(now).name, .warn))
        }
        let numbers = pipeline.rules.settings.numbers
        let reached = reached(panel, lead, breakUp)
        let isAssessed = reached != .criteria
        let tier =
            isAssessed ? lead.assessment?.tier(numbers).map { "\($0.rawValue) \(lead.assessment?.score ?? 0)" } : nil
        let (attempts, channels) = (lead.round.attempts, lead.round.channels.count)
        let hasWork = lead.hasEnoughWork(numbers)
        let sent = goodbyeMessages(panel).count { $0.sent != nil }
        let isBegun = breakUp.stage == .goodbye && breakUp.verdict != .lapsed
        let notes: [(long: String, short: String, isDone: Bool)] = [
            (tier ?? "", tier ?? "", isAssessed),
            (
                "\(plural(attempts, "attempt")), \(plural(channels, "channel"))",
                "\(attempts) of \(numbers.enoughAttempts)", hasWork
            ),
            (isBegun ? "\(sent) of 3 sent" : "", isBegun ? "\(sent) of 3" : "", isBegun && sent == 3),
        ]
        func strip(_ titles: [String], isLong: Bool, gap: Int) -> Line {
            var spans: [Line.Span] = []
            for (place, title) in titles.enumerated() {
                if place > 0 { spans.append(Line.Span(String(repeating: " ", count: gap))) }
                let isHere = stage.step == place + 1
                let note = notes[place]
                let isPast = place + 1 <= reached.step
                spans.append(Line.Span("\(place + 1) \(title)", isHere ? .focus : isPast ? .text : .dim))
                let mark = note.isDone ? "✓" : isHere ? "●" : "○"
                let words = isLong ? note.long : note.short
                spans.append(
                    Line.Span(
                        " \(mark)" + (words.isEmpty ? "" : " \(words)"), note.isDone ? .good : isHere ? .accent : .dim))
            }
            return Line(spans: spans)
        }
        let long = ["Assess the lead", "Assess the work", "Say goodbye"]
        let short = ["Lead", "Work", "Goodbye"]
        let forms = [
            strip(long, isLong: true, gap: 6), strip(long, isLong: false, gap: 3), strip(short, isLong: true, gap: 3),
            strip(short, isLong: false, gap: 2),
        ]
        return forms.first { $0.width(text) <= width } ?? forms[3]
    }

    /// How to move about in the panel.
    func breakUpHints(_ panel: BreakUpPanel) -> [(String, String)] {
        let verdict = pipeline[panel.lead]?.breakUp(now, pipeline.rules)?.verdict
        let moving: [(String, String)] =
            switch stage(of: panel) {
            case .criteria: [("1–5", "answer"), ("↑↓", "criterion")]
            case .goodbye where verdict == .finishToday: [("↑↓", "message"), ("PgDn", "scroll")]
            case .tier, .work, .goodbye: [("↑↓", "scroll")]
            case nil: []
            }
        return moving + [("←→", "steps"), ("Esc", "later")]
    }
}
