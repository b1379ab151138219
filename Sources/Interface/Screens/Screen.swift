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
        if isEmpty {
            drawFirstStart(&frame, Rect(size).rows(top: 1).1.rows(bottom: 1).0)
        } else if let rect = layout.page {
            drawPage(&frame, rect)
        } else {
            if let rect = layout.list { drawList(&frame, rect) }
            if let rect = layout.card { drawCard(&frame, rect) }
        }
        drawHeader(&frame, layout.header)
        drawLayers(&frame)
        drawFooter(&frame, layout.footer)
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
            ("add", "add a lead by hand"), ("demo", "look around in the demo, with invented data"),
            ("introduce", "say who you are, for the scripts"), ("", ""),
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
        if let calls {
            drawCallHeader(&frame, rect, calls)
            return
        }
        let header = Header(self)
        if header.hasBrand { frame.write(" lastcall", x: 0, y: rect.y, role: .title) }
        for target in header.targets {
            if let dot = target.dot { frame.write("·", x: dot, y: rect.y, role: .dim) }
            let isWaiting = target.tab == .decide && lists.total(.decide) > 0
            frame.write(
                target.text, x: target.x, y: rect.y, role: target.tab == tab ? .tab : isWaiting ? .warn : .dim)
        }
        let (_, month, day) = now.today.civil
        let clockText = "\(now.today.weekday.short) \(day) \(Month.allCases[month - 1].short) \(clock(now.minute)) "
        // In little room, that nothing can be saved matters more than the time.
        let note = Header.note(self)
        let time = [clockText, "\(clock(now.minute)) ", ""].first { text.width(note + $0) + header.end < rect.maxX }
        let x = frame.write(note, x: rect.maxX - text.width(note + (time ?? "")), y: rect.y, role: .bad)
        frame.write(time ?? "", x: x, y: rect.y, role: .dim)
    }
}

extension Session {
    /// The first row in call mode: how the run goes, and what is left of the day's goal.
    private func drawCallHeader(_ frame: inout Frame, _ rect: Rect, _ run: CallRun) {
        let isWide = rect.width >= 100
        let run = Line(spans: progress(of: run, width: isWide ? 20 : 10))
        let x = frame.write(" Calls  ", x: 0, y: rect.y, role: .title)
        frame.write(run, x: x, y: rect.y, width: rect.width - x)
        let goal =
            isWide
            ? Line(spans: progress(width: 10))
            : Line(("today \(tally.sum.dials)/\(pipeline.rules.settings.dialGoal)", .dim))
        let note = Header.note(self)
        let end = x + run.width(text) + 2
        let time = "  \(clock(now.minute)) "
        let isRoomy = end + goal.width(text) + text.width(note + time) <= rect.maxX
        let room = isRoomy ? goal.width(text) : 0
        var start = rect.maxX - room - text.width(note + time)
        guard start >= end || !note.isEmpty else { return }
        start = frame.write(note, x: start, y: rect.y, role: .bad)
        if isRoomy { frame.write(goal, x: start, y: rect.y, width: room) }
        frame.write(time, x: start + room, y: rect.y, role: .dim)
    }
}

/// The first row of the screen, for drawing and for the mouse: the tabs with as much beside them as there is room for.
struct Header {
    /// True when the program's name stands before the tabs.
    let hasBrand: Bool
    /// Where each tab stands, and the dot before it.
    let targets: [(tab: Session.Tab, text: String, x: Int, dot: Int?)]
    /// The column after the last tab.
    let end: Int

    /// What is said in every width, when something is the matter with the journal.
    static func note(_ session: Session) -> String { session.trouble.map { "\($0.title)  " } ?? "" }

    init(_ session: Session) {
        let note = session.text.width(Header.note(session))
        func titles(_ hasCounts: Bool) -> [(tab: Session.Tab, text: String)] {
            Session.Tab.allCases.map { tab in
                let count = hasCounts && tab.hasList ? " \(session.lists.total(tab))" : ""
                let key = session.keymap.keys(of: tab.id).first.map { Keymap.name(of: $0) + " " } ?? ""
                return (tab, "\(key)\(tab.title)\(count)")
            }
        }
        func width(_ titles: [(tab: Session.Tab, text: String)], gap: Int) -> Int {
            titles.reduce(0) { $0 + session.text.width($1.text) + gap } - gap
        }
        let full = titles(true)
        lazy var bare = titles(false)
        // What is dropped first matters least: the name, the day, the dots, and then how many there are.
        let forms = [(true, 11, 3, 18), (true, 1, 3, 7), (true, 1, 2, 7), (false, 1, 2, 0), (false, 0, 1, 0)]
        let room = session.size.width - note
        let index = forms.firstIndex { hasCounts, left, gap, clock in
            left + width(hasCounts ? full : bare, gap: gap) + clock <= room
        }
        let (hasCounts, left, gap, _) = forms[index ?? forms.count - 1]
        let shown = hasCounts ? full : bare
        var x = left
        targets = shown.enumerated().map { place, title in
            defer { x += session.text.width(title.text) + gap }
            return (title.tab, title.text, x, gap == 3 && place > 0 ? x - 2 : nil)
        }
        hasBrand = left > 1
        end = x - gap
    }
}
