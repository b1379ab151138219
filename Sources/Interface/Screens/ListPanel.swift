import Canvas
import Pipeline

extension Session {
    func drawList(_ frame: inout Frame, _ rect: Rect) {
        let count = lists.count(tab)
        let filter = view.map { " · \($0.name)" } ?? filterAndOrder
        let marked = hasMarks ? " ─ \(markedLeads.count) marked" : ""
        let what = tab == .today ? " to call" : tab == .decide ? " to settle" : ""
        let title = "\(tab.title)\(filter) ─ \(count)\(what)\(marked)"
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
        let isMarked = marks.leads.contains(id) || markedRows.map { $0.contains(index) } ?? false
        if isMarked { frame.write("✓", x: rect.x + 1, y: rect.y, role: .mark) }
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
        drawFacts(&frame, lead, &columns, isNarrow: isNarrow)
    }

    /// What a row says of the lead beside who it is.
    private func drawFacts(_ frame: inout Frame, _ lead: Lead, _ columns: inout Columns, isNarrow: Bool) {
        let y = columns.rest.y
        func write(_ text: String, _ role: Role) {
            frame.write(text, x: columns.rest.x, y: y, width: columns.rest.width, role: role)
        }
        switch tab {
        case .today:
            let channel = columns.takeRight(2)
            guard let verdict = lead.verdict(now, pipeline.rules) else { return }
            if verdict.section.isForCalls, let suggested = lead.suggestedChannel(now) {
                frame.write(Wording.symbol(suggested), x: channel.x + 1, y: y, role: .accent)
            }
            let reason = Wording.row(verdict.reason, lead, now)
            if let opens = lead.opens(verdict, now, pipeline.rules) {
                // Too early or too late where they are: dimmed, and it says when that ends.
                write("opens \(Wording.opening(opens, now)) · \(reason)", .dim)
            } else {
                write(reason, verdict.section == .promised ? .promise : .text)
            }
        case .decide:
            guard let verdict = lead.verdict(now, pipeline.rules), case .decide(let cause) = verdict.reason else {
                return
            }
            let settling = columns.takeRight(10)
            let command = Command.settling(cause)
            let x = frame.write(keymap.name(of: command.id), x: settling.x, y: y, role: .key)
            frame.write(command.title, x: x + 1, y: y, width: settling.maxX - x - 1, role: .dim)
            write(Wording.row(verdict.reason, lead, now), .text)
        case .parked:
            guard case .parked(let until, let why) = lead.place(now) else { return }
            let isDue = until <= now.today
            write(
                "\(isDue ? "due since" : "until") \(Wording.date(until, now))" + (why.map { " · \($0)" } ?? ""),
                isDue ? .warn : .text)
        case .letGo:
            guard case .letGo(let why, let manner) = lead.place(now) else { return }
            let day = lead.departures.last.map { Wording.date(now.day(of: $0), now) }
            let isBarred = lead.doNotContact != nil
            let words = [day, isBarred ? "do not contact" : why, manner == .quiet ? nil : manner.rawValue]
            write(words.compactMap(\.self).joined(separator: " · "), isBarred ? .bad : .text)
        case .leads:
            if !isNarrow || Layout(self).isWide {
                let last = columns.takeRight(14)
                frame.write(
                    lead.lastAttempt.map { now.ago($0) } ?? "never tried", x: last.x, y: y, width: last.width,
                    role: .dim)
            }
            let (text, role) = standingWords(lead)
            write(text, role)
        case .numbers: break
        }
    }

    /// Where somebody on file stands, in the few words that a row has room for.
    private func standingWords(_ lead: Lead) -> (String, Role) {
        if lead.doNotContact != nil { return ("do not contact", .bad) }
        let place = lead.place(now)
        if place != .onTheList { return (place.name, .dim) }
        guard let next = lead.next else {
            return (lead.standing.rawValue, lead.standing == .suspect ? .text : .good)
        }
        // Most leads are suspects: the room is for what sets this one apart.
        let standing = lead.standing == .suspect ? "" : "\(lead.standing.rawValue) · "
        return ("\(standing)due \(Wording.due(next.due, now))", now.isDue(next.due) ? .warn : .text)
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
