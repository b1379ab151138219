import Canvas

/// A row of a list from which one is chosen by its name: a theme, a view.
struct NamedRow {
    let name: String
    let about: String
    /// Why it cannot be chosen, in a sentence; nil when it can.
    let problem: String?
}

/// Where a list of names is: in the lower right corner, so that what it changes can be seen.
struct NamedListLayout {
    let box: Rect
    let list: Rect
    /// Below the rule: two rows for what there is to say of the chosen one.
    let about: Rect
    /// The first row that is shown.
    let top: Int

    /// - Parameters:
    ///   - selected: the row that is chosen.
    ///   - count: how many rows there are.
    ///   - width: of the box, where there is room for it.
    init(selected: Int, of count: Int, width: Int, _ size: Size) {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        let width = min(width, stage.width)
        let height = min(max(count, 1) + 5, stage.height)
        box = Rect(x: stage.maxX - width, y: stage.maxY - height, width: width, height: height)
        let (list, below) = box.inset(horizontally: 2, vertically: 1).rows(bottom: 3)
        (self.list, about) = (list, below.rows(top: 1).1)
        top = max(0, min(selected - list.height / 2, count - list.height))
    }

    /// The row at a place of the screen.
    func row(at point: Point) -> Int? { list.contains(point) ? top + point.y - list.y : nil }
}

extension Session {
    /// Draws all but what is said of the chosen row.
    func drawNamedList(
        _ frame: inout Frame, _ layout: NamedListLayout, title: String, _ rows: [NamedRow], selected: Int
    ) {
        frame.popUp(layout.box, title: title, trailing: "\(rows.count)")
        let nameWidth = min(24, rows.map { text.width($0.name) }.max() ?? 0) + 1
        for (index, named) in rows.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            if layout.top + index == selected {
                frame.fill(row, on: .selection)
                frame.write("▌", x: row.x, y: row.y, role: .focus)
            }
            let isGood = named.problem == nil
            let (name, rest) = row.columns(left: 2).1.columns(left: nameWidth)
            frame.write(
                named.name, x: name.x, y: row.y, width: name.width - 1, role: isGood ? .text : .dim)
            frame.write(
                isGood ? named.about : "has a mistake", x: rest.x, y: row.y, width: rest.width,
                role: isGood ? .dim : .warn)
        }
        let sides = Rect(
            x: layout.box.x, y: layout.list.y - 1, width: layout.box.width, height: layout.list.height + 2)
        drawScrollMark(&frame, sides, top: layout.top, shown: layout.list.height, total: rows.count)
        frame.rule(x: layout.about.x, y: layout.about.y - 1, width: layout.about.width)
    }

    /// Draws what there is to say of the chosen row.
    func drawAbout(_ frame: inout Frame, _ layout: NamedListLayout, _ words: String, _ role: Role) {
        for (index, line) in text.wrap(words, to: layout.about.width).prefix(layout.about.height).enumerated() {
            frame.write(line, x: layout.about.x, y: layout.about.y + index, width: layout.about.width, role: role)
        }
    }
}
