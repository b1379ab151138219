public import Canvas
import Pipeline

extension Session {
    /// Draws the whole screen. O(cells), and no more of the leads than are shown.
    public func render() -> Frame {
        var frame = Frame(size: size, text: text)
        guard Layout.isLargeEnough(size) else {
            drawTooSmall(&frame)
            return frame
        }
        let layout = Layout(self)
        drawHeader(&frame, layout.header)
        if isEmpty {
            drawFirstStart(&frame, Rect(size).rows(top: 1).1.rows(bottom: 1).0)
        } else {
            if let rect = layout.list { drawList(&frame, rect) }
            if let rect = layout.card { drawCard(&frame, rect) }
        }
        drawFooter(&frame, layout.footer)
        drawLayers(&frame)
        drawMessage(&frame)
        return frame
    }

    private func drawTooSmall(_ frame: inout Frame) {
        // Each on its own, so that in the least room the size it needs can still be read.
        let lines = [
            "lastcall needs \(Layout.smallest.width)×\(Layout.smallest.height)",
            "this is \(size.width)×\(size.height)", "enlarge it, or \(keymap.name(of: "quit")) quits",
        ].flatMap { text.wrap($0, to: size.width) }
        let top = max(0, (size.height - lines.count) / 2)
        for (index, line) in lines.enumerated() { frame.write(line, x: 0, y: top + index) }
    }

    private func drawFirstStart(_ frame: inout Frame, _ rect: Rect) {
        frame.box(rect, title: "Welcome", role: .focus)
        let lines: [(command: String, text: String)] = [
            ("", "There is no lead here yet. How do you want to begin?"), ("", ""),
            ("import", "import a list: CSV from a CRM or a spreadsheet"),
            ("add", "add a lead by hand"), ("demo", "look around in the demo, with invented data"), ("", ""),
            ("help", "every key and what it does"), ("quit", "quit"),
        ]
        let inner = rect.inset(horizontally: 3, vertically: 1)
        let top = inner.y + max(0, (inner.height - lines.count) / 3)
        for (index, line) in lines.enumerated() where top + index < inner.maxY {
            let x =
                line.command.isEmpty
                ? inner.x
                : frame.write(keymap.name(of: line.command), x: inner.x, y: top + index, role: .key) + 2
            frame.write(line.text, x: x, y: top + index, width: inner.maxX - x)
        }
    }

    private func drawHeader(_ frame: inout Frame, _ rect: Rect) {
        var x = frame.write(" lastcall", x: 0, y: rect.y, role: .title) + 2
        for target in headerTargets() {
            if target.place > 0 { frame.write("·", x: target.x - 2, y: rect.y, role: .dim) }
            frame.write(target.text, x: target.x, y: rect.y, role: target.tab == tab ? .tab : .dim)
            x = target.x + frame.text.width(target.text)
        }
        let (_, month, day) = now.today.civil
        let clockText = "\(now.today.weekday.short) \(day) \(Month.allCases[month - 1].short) \(clock(now.minute)) "
        // In little room, that nothing can be saved matters more than the time.
        let notes: [(text: String, role: Role)] =
            (trouble.map { [("\($0.title)  ", .bad)] } ?? []) + [(clockText, .dim)]
        for shown in [notes, Array(notes.prefix(1))] {
            let right = rect.maxX - shown.reduce(0) { $0 + frame.text.width($1.text) }
            guard right > x else { continue }
            var end = right
            for note in shown { end = frame.write(note.text, x: end, y: rect.y, role: note.role) }
            break
        }
    }

    /// Where each tab stands in the first row, for drawing and for the mouse.
    func headerTargets() -> [(tab: Tab, place: Int, text: String, x: Int)] {
        var x = 11
        return Tab.allCases.enumerated().map { place, tab in
            let title = "\(place + 1) \(tab.title) \(lists.total(tab))"
            defer { x += text.width(title) + 3 }
            return (tab, place, title, x)
        }
    }
}
