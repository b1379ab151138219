import Canvas
import Pipeline

extension Session {
    func drawList(_ frame: inout Frame, _ rect: Rect) {
        let count = lists.count(tab)
        let isMistaken = if case .filter(let field) = layers.last { field.mistake != nil } else { false }
        let before = isMistaken ? " · filter not understood" : ""
        let filter = (view.map { " · \($0.name)" } ?? filterAndOrder) + before
        let marked = hasMarks ? " ─ \(markedCount) marked" : ""
        let what = tab == .today ? " to call" : tab == .decide ? " to settle" : ""
        let title = "\(tab.title)\(filter) ─ \(count)\(what)\(marked)"
        let hasFocus = focus == .list && layers.isEmpty && pending.isEmpty
        let position = Layout(self).isWide ? "" : selectedRow.map { "\($0 + 1) of \(count)" } ?? ""
        frame.box(
            rect, title: title, trailing: position, role: hasFocus ? .focus : .border,
            titleRole: hasFocus ? .focus : .title)
        let inner = rect.inset(horizontally: 1, vertically: 1)
        let columns = RowColumns(inner, tab, isWide: Layout(self).isWide)
        drawFactTitles(&frame, columns, y: rect.y)
        guard count > 0 else { return drawEmptyList(&frame, inner.inset(horizontally: 2, vertically: 1)) }
        let lines = ListLines(lists.sections(tab))
        let total = lines.count(rows: count)
        let top = top(of: tab)
        for line in 0..<min(inner.height, max(0, total - top)) {
            let row = Rect(x: inner.x, y: inner.y + line, width: inner.width, height: 1)
            switch lines.at(top + line) {
            case .heading(let section, let count): drawHeading(&frame, row, section, count)
            case .row(let index): drawRow(&frame, row, index, columns)
            }
        }
        drawScrollMark(&frame, rect, top: top, shown: inner.height, total: total)
    }

    private func drawEmptyList(_ frame: inout Frame, _ rect: Rect) {
        let text = emptyListText
        for (index, line) in frame.text.wrap(text, to: rect.width).enumerated() where index < rect.height {
            frame.write(line, x: rect.x, y: rect.y + index, role: .dim)
        }
    }

    private var filterAndOrder: String {
        (lists.filter.isEmpty ? "" : " / \(lists.filter.text.trimmed)")
            + (lists.order.map { " · \(Wording.order($0))" } ?? "")
    }

    /// Why a list is empty, and what to press next.
    private var emptyListText: String {
        func key(_ id: String) -> String { keymap.name(of: id) }
        if !lists.filter.isEmpty {
            return "Nobody here passes the filter “\(lists.filter.text.trimmed)”. \(key("back")) shows all again."
        }
        switch tab {
        case .today:
            let next = pipeline.nextDue(after: now).map { "The next is \(Wording.due($0, now)). " } ?? ""
            let decide = lists.total(.decide) > 0 ? "\(key("decide")) shows those to decide about, " : ""
            return "Nobody is left to call today. \(next)\(decide)\(key("leads")) shows everybody on file, "
                + "\(key("add")) adds a lead, \(key("import")) imports a list."
        case .decide:
            return "Nothing is left to decide. Whoever lingers, costs hours for nothing or never answers shows up here."
        case .parked: return "Nobody is parked. \(key("park")) on a lead takes it off the list until a day."
        case .letGo: return "Nobody was let go yet. \(key("let-go")) on a lead lets it go."
        case .leads, .numbers: return ""
        }
    }

    private func drawHeading(_ frame: inout Frame, _ rect: Rect, _ section: Section, _ count: Int) {
        let x = frame.write(section.name.uppercased(), x: rect.x + 1, y: rect.y, role: .heading) + 1
        let number = "\(count)"
        let right = rect.maxX - 2 - number.utf8.count
        frame.rule(x: x, y: rect.y, width: right - 1 - x)
        frame.write(number, x: right, y: rect.y, role: .dim)
    }

    /// A mark on the right border that says which part of a long list or text is shown.
    func drawScrollMark(_ frame: inout Frame, _ rect: Rect, top: Int, shown: Int, total: Int) {
        guard total > shown, shown > 2 else { return }
        let length = max(1, shown * shown / total)
        let start = (shown - length) * top / max(1, total - shown)
        for line in 0..<length {
            frame.write("┃", x: rect.maxX - 1, y: rect.y + 1 + min(start, shown - length) + line, role: .dim)
        }
    }
}
