import Canvas
import Pipeline

extension Session {
    func drawList(_ frame: inout Frame, _ rect: Rect) {
        let count = lists.count(tab)
        let filter = lists.filter.isEmpty ? "" : " / \(lists.filter.text.trimmed)"
        let title =
            switch tab {
            case .today: "Today\(filter) ─ \(count) to call"
            case .leads: "Leads\(filter) ─ \(count)"
            }
        let hasFocus = focus == .list && layers.isEmpty
        let position = Layout(self).isWide ? "" : selectedRow.map { "\($0 + 1) of \(count)" } ?? ""
        frame.box(
            rect, title: title, trailing: position, role: hasFocus ? .focus : .border,
            titleRole: hasFocus ? .focus : .title)
        let inner = rect.inset(horizontally: 1, vertically: 1)
        guard count > 0 else { return drawEmptyList(&frame, inner.inset(horizontally: 2, vertically: 1)) }
        let lines = ListLines(lists.sections(tab))
        let total = lines.count(rows: count)
        let top = top(of: tab)
        for line in 0..<min(inner.height, max(0, total - top)) {
            let row = Rect(x: inner.x, y: inner.y + line, width: inner.width, height: 1)
            switch lines.at(top + line) {
            case .heading(let section, let count): drawHeading(&frame, row, section, count)
            case .row(let index): drawRow(&frame, row, index)
            }
        }
        drawScrollMark(&frame, rect, top: top, shown: inner.height, total: total)
    }

    private func drawEmptyList(_ frame: inout Frame, _ rect: Rect) {
        let text: String
        let all = "\(keymap.name(of: "leads")) shows everybody on file"
        if !lists.filter.isEmpty {
            text =
                "No lead here has the words “\(lists.filter.text.trimmed)”. \(keymap.name(of: "back")) shows all again."
        } else if let soonest = pipeline.nextDue(after: now) {
            text = "Nobody is left to call today. The next is \(Wording.due(soonest, now)). \(all)."
        } else {
            text =
                "Nobody is left to call today. \(all), \(keymap.name(of: "add")) adds a lead, "
                + "\(keymap.name(of: "import")) imports a list."
        }
        for (index, line) in frame.text.wrap(text, to: rect.width).enumerated() where index < rect.height {
            frame.write(line, x: rect.x, y: rect.y + index, role: .dim)
        }
    }

    private func drawHeading(_ frame: inout Frame, _ rect: Rect, _ section: Section, _ count: Int) {
        let x = frame.write(section.name.uppercased(), x: rect.x + 1, y: rect.y, role: .heading) + 1
        let number = "\(count)"
        let right = rect.maxX - 2 - number.utf8.count
        if right - 1 > x {
            frame.write(String(repeating: "─", count: right - 1 - x), x: x, y: rect.y, role: .border)
        }
        frame.write(number, x: right, y: rect.y, role: .dim)
    }

    private func drawRow(_ frame: inout Frame, _ rect: Rect, _ index: Int) {
        let id = lists.lead(tab, at: index)
        guard let lead = pipeline[id] else { return }
        let isSelected = id == lists[tab].selected
        if isSelected { frame.fill(rect, on: .selection) }
        if isSelected { frame.write("▌", x: rect.x, y: rect.y, role: .focus) }
        var columns = Columns(rect.inset(horizontally: 2, vertically: 0))
        let name = columns.take(share: 25, least: 18, most: 26)
        let isBarred = lead.doNotContact != nil
        frame.write(lead.title, x: name.x, y: rect.y, width: name.width, role: isBarred ? .dim : .text)
        // In a narrow list the card beside it has the company, and the reason needs the room.
        let isNarrow = rect.width < 66
        if !isNarrow || !Layout(self).isWide {
            let company = columns.take(share: 24, least: 12, most: 26)
            if lead.title != lead.fields.company {
                frame.write(lead.fields.company ?? "", x: company.x, y: rect.y, width: company.width, role: .dim)
            }
        }
        switch tab {
        case .today:
            let channel = columns.takeRight(2)
            guard let verdict = lead.verdict(now, pipeline.rules) else { return }
            if verdict.section.isForCalls, let suggested = lead.suggestedChannel {
                frame.write(Wording.symbol(suggested), x: channel.x + 1, y: rect.y, role: .accent)
            }
            if let opens = lead.opens(verdict, now, pipeline.rules) {
                // Too early or too late where they are: dimmed, and it says when that ends.
                frame.write(
                    "opens \(Wording.opening(opens, now)) · \(Wording.row(verdict.reason, lead, now))",
                    x: columns.rest.x, y: rect.y, width: columns.rest.width, role: .dim)
                return
            }
            frame.write(
                Wording.row(verdict.reason, lead, now), x: columns.rest.x, y: rect.y, width: columns.rest.width,
                role: verdict.section == .promised ? .promise : .text)
        case .leads:
            if !isNarrow || Layout(self).isWide {
                let last = columns.takeRight(14)
                frame.write(
                    lead.lastAttempt.map { now.ago($0) } ?? "never tried", x: last.x, y: rect.y, width: last.width,
                    role: .dim)
            }
            let (text, role): (String, Role) =
                if isBarred {
                    ("do not contact", .bad)
                } else if lead.place(now) != .onTheList {
                    (lead.place(now).name, .dim)
                } else if let next = lead.next {
                    (
                        // Most leads are suspects: the room is for what sets this one apart.
                        (lead.standing == .suspect ? "" : "\(lead.standing.rawValue) · ")
                            + "due \(Wording.due(next.due, now))",
                        now.isDue(next.due) ? .warn : .text
                    )
                } else {
                    (lead.standing.rawValue, lead.standing == .suspect ? .text : .good)
                }
            frame.write(text, x: columns.rest.x, y: rect.y, width: columns.rest.width, role: role)
        }
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

/// Cuts a row into columns with a blank between them.
struct Columns {
    private(set) var rest: Rect
    private let whole: Int

    init(_ row: Rect) {
        rest = row
        whole = row.width
    }

    /// A column at the left: `share` of a hundred of the whole row, from `least` to `most` cells.
    mutating func take(share: Int, least: Int, most: Int) -> Rect {
        let (column, after) = rest.columns(left: min(most, max(least, whole * share / 100)))
        rest = after
        return column.columns(right: 1).0
    }

    /// A column of `width` cells at the right.
    mutating func takeRight(_ width: Int) -> Rect {
        let (before, column) = rest.columns(right: width)
        rest = before.columns(right: 1).0
        return column
    }
}
