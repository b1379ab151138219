import Canvas

/// Where the list of themes is: in the lower right corner, so that what it changes can be seen.
struct ThemeListLayout {
    let box: Rect
    let list: Rect
    /// Words in their roles, and what is wrong with a theme.
    let sample: Rect
    /// The first row that is shown.
    let top: Int

    init(_ themes: ThemeList, _ choices: [ThemeChoice], _ size: Size) {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        let width = min(52, stage.width)
        let height = min(choices.count + 5, stage.height)
        box = Rect(x: stage.maxX - width, y: stage.maxY - height, width: width, height: height)
        let inner = box.inset(horizontally: 2, vertically: 1)
        (list, sample) = inner.rows(bottom: 3)
        top = max(0, min(themes.selected - list.height / 2, choices.count - list.height))
    }

    /// The row of the theme at a place of the screen.
    func row(at point: Point) -> Int? { list.contains(point) ? top + point.y - list.y : nil }
}

extension Session {
    func drawThemes(_ frame: inout Frame, _ list: ThemeList) {
        let layout = ThemeListLayout(list, themes, size)
        frame.fill(layout.box)
        frame.box(layout.box, title: "Theme", trailing: "\(themes.count)", role: .focus, titleRole: .focus)
        let nameWidth = themes.map { text.width($0.name) }.max() ?? 0
        for (index, choice) in themes.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            if layout.top + index == list.selected {
                frame.fill(row, on: .selection)
                frame.write("▌", x: row.x, y: row.y, role: .focus)
            }
            var columns = Columns(row.columns(left: 2).1)
            let name = columns.take(share: 50, least: nameWidth + 1, most: nameWidth + 1)
            frame.write(
                choice.name, x: name.x, y: row.y, width: name.width, role: choice.problem == nil ? .text : .dim)
            frame.write(
                choice.problem == nil ? choice.about : "has a mistake", x: columns.rest.x, y: row.y,
                width: columns.rest.width, role: choice.problem == nil ? .dim : .warn)
        }
        let sides = Rect(
            x: layout.box.x, y: layout.list.y - 1, width: layout.box.width, height: layout.list.height + 2)
        drawScrollMark(&frame, sides, top: layout.top, shown: layout.list.height, total: themes.count)
        drawSample(&frame, layout.sample, themes.indices.contains(list.selected) ? themes[list.selected].problem : nil)
    }

    private func drawSample(_ frame: inout Frame, _ rect: Rect, _ problem: String?) {
        let (rule, below) = rect.rows(top: 1)
        frame.write(String(repeating: "─", count: rule.width), x: rule.x, y: rule.y, role: .border)
        if let problem {
            for (index, line) in text.wrap(problem, to: below.width).prefix(below.height).enumerated() {
                frame.write(line, x: below.x, y: below.y + index, width: below.width, role: .warn)
            }
            return
        }
        let rows: [[(text: String, role: Role)]] = [
            [
                ("text", .text), ("dim", .dim), ("good", .good), ("warn", .warn), ("bad", .bad),
                ("promise", .promise), ("“quote”", .quote),
            ],
            [
                ("key", .key), ("accent", .accent), ("HEADING", .heading), ("match", .match), ("mark", .mark),
                ("▰▰▰▰", .bar), ("▱▱▱", .track),
            ],
        ]
        for (index, words) in rows.enumerated() where index < below.height {
            var x = below.x
            for word in words {
                x = frame.write(
                    word.text, x: x, y: below.y + index, width: below.maxX - x, role: word.role)
                if word.role != .bar { x += 2 }
            }
        }
    }
}
