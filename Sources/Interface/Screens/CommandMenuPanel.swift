import Canvas

/// Where the parts of palette and help are: drawing and the mouse both go by it.
struct CommandMenuLayout {
    let box: Rect
    let search: Rect
    let list: Rect
    /// What the chosen command does, and why it cannot be run.
    let about: Rect
    let lines: [Line]
    /// The first line that is shown.
    let top: Int

    enum Line {
        case heading(Command.Group)
        case row(Int)
    }

    init(_ menu: CommandMenu, _ matches: [CommandSearch.Match], _ size: Size) {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        switch menu.kind {
        case .palette: box = stage.rows(top: 16).0.centred(Size(width: 84, height: 16))
        case .help: box = stage.centred(Size(width: 112, height: stage.height))
        }
        let inner = box.inset(horizontally: 2, vertically: 1)
        let (search, below) = inner.rows(top: 1)
        self.search = search
        let (list, about) = below.rows(bottom: 2)
        self.list = list
        self.about = about
        var lines: [Line] = []
        var group: Command.Group?
        for (row, match) in matches.enumerated() {
            if menu.kind == .help, match.command.group != group { lines.append(.heading(match.command.group)) }
            group = match.command.group
            lines.append(.row(row))
        }
        self.lines = lines
        let chosen = lines.firstIndex { if case .row(menu.selected) = $0 { true } else { false } } ?? 0
        top = max(0, min(chosen - list.height / 2, lines.count - list.height))
    }

    /// The row of the command at a place of the screen.
    func row(at point: Point) -> Int? {
        let line = top + point.y - list.y
        guard list.contains(point), line < lines.count, case .row(let row) = lines[line] else { return nil }
        return row
    }
}

extension Session {
    func drawCommandMenu(_ frame: inout Frame, _ menu: CommandMenu) {
        let matches = menu.matches(keymap)
        let layout = CommandMenuLayout(menu, matches, size)
        frame.popUp(
            layout.box, title: menu.kind == .palette ? "Run a command" : "Keys",
            trailing: "\(matches.count) of \(Command.all.count)")
        frame.fill(layout.search, on: .input)
        if menu.words.text.isEmpty {
            frame.write(
                "what do you want to do?", x: layout.search.x + 2, y: layout.search.y, width: layout.search.width - 2,
                role: .dim)
        }
        let x = frame.write("› ", x: layout.search.x, y: layout.search.y, role: .key)
        drawField(
            &frame, Rect(x: x, y: layout.search.y, width: layout.search.maxX - x, height: 1), menu.words, on: .input)
        if matches.isEmpty {
            frame.write("No command does that. Esc leaves.", x: layout.list.x, y: layout.list.y, role: .dim)
        }
        for (index, line) in layout.lines.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            switch line {
            case .heading(let group):
                frame.write(group.rawValue, x: row.x, y: row.y, width: row.width, role: .heading)
            case .row(let place):
                drawCommand(&frame, row, place, matches[place], menu)
            }
        }
        let list = layout.list
        let sides = Rect(x: layout.box.x, y: list.y - 1, width: layout.box.width, height: list.height + 2)
        drawScrollMark(&frame, sides, top: layout.top, shown: layout.list.height, total: layout.lines.count)
        if menu.selected < matches.count { drawAbout(&frame, layout.about, matches[menu.selected].command) }
    }

    private func drawCommand(
        _ frame: inout Frame, _ row: Rect, _ place: Int, _ match: CommandSearch.Match, _ menu: CommandMenu
    ) {
        if place == menu.selected {
            frame.fill(row, on: .selection)
            frame.write("▌", x: row.x, y: row.y, role: .focus)
        }
        let reason = match.command.unavailable(self)
        var columns = Columns(row.columns(left: 2).1)
        let keys = columns.take(share: 18, least: 11, most: 15)
        let title = columns.take(share: 22, least: 16, most: 18)
        let names = keymap.keys(of: match.command.id).map { Keymap.name(of: $0) }.joined(separator: "  ")
        frame.write(names, x: keys.x, y: row.y, width: keys.width, role: reason == nil ? .key : .dim)
        frame.write(
            match.command.title, x: title.x, y: row.y, width: title.width, role: reason == nil ? .text : .dim)
        for (index, letter) in match.command.title.enumerated()
        where match.letters.contains(index) && index < title.width - 1 {
            frame.write(String(letter), x: title.x + index, y: row.y, role: .match)
        }
        // Help is read to learn what there is, also when nothing can be done yet; why not is said of the chosen one.
        let why = menu.kind == .palette ? reason : nil
        frame.write(
            why.map { "· \($0)" } ?? match.command.help, x: columns.rest.x, y: row.y, width: columns.rest.width,
            role: .dim)
    }

    /// The chosen command in whole sentences, which its row may have had to cut.
    private func drawAbout(_ frame: inout Frame, _ rect: Rect, _ command: Command) {
        let reason = command.unavailable(self)
        let help = text.wrap(command.help.firstUppercased, to: rect.width)
        let lines =
            (reason.map { text.wrap($0, to: rect.width) } ?? []).map { ($0, Role.warn) }
            + help.map { ($0, Role.text) }
        for (index, line) in lines.prefix(rect.height).enumerated() {
            frame.write(line.0, x: rect.x, y: rect.y + index, width: rect.width, role: line.1)
        }
    }
}
