import Canvas
import Pipeline

extension Session {
    /// A pop-up of options, where it stands: drawing and the mouse both go by it.
    func options(of choice: Choice) -> OptionsLayout {
        let question = choice.question.map { [[Line.Span($0, .dim)]] } ?? []
        return layout(
            title: choice.title, about: choice.about + question,
            options: choice.options.enumerated().map {
                OptionRow(place: $0, keys: $1.key.name, title: $1.title, heading: $1.heading)
            })
    }

    /// The keys that go on after those that were pressed.
    var optionsOfPending: OptionsLayout {
        layout(
            title: keymap.command(pending)?.title.firstUppercased ?? "", about: [],
            options: keymap.continuations(of: pending).enumerated().map {
                OptionRow(
                    place: $0, keys: Keymap.name(of: $1.rest), title: $1.command.title,
                    reason: $1.command.unavailable(self))
            })
    }

    /// Keys and what they choose, in the lower right corner, where the footer has been looked at anyway.
    private func layout(title: String, about: [[Line.Span]], options: [OptionRow]) -> OptionsLayout {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        let columns = optionColumns(options, stage, below: about.isEmpty ? 0 : 1)
        let bare = columns.map(\.width).reduce(0, +)
        // A blank between columns is enough where there is no room for two.
        let gap = bare + 2 * (columns.count - 1) <= stage.width - 4 ? 2 : 1
        let listWidth = bare + gap * (columns.count - 1)
        let aboutWidth = about.map { $0.reduce(0) { $0 + text.width($1.text) } }.max() ?? 0
        let width = min(max(listWidth, text.width(title) + 2, min(aboutWidth, 60)), stage.width - 4)
        var page = Page(width: width, text: text)
        for paragraph in about { page.flow(paragraph) }
        let rows = columns.map(\.rows.count).max() ?? 0
        // More than a question stands apart, where there is room.
        if page.lines.count > 1, page.lines.count + rows + 3 <= stage.height { page.add(.empty) }
        let height = min(page.lines.count + rows + 2, stage.height)
        let box = Rect(x: stage.maxX - width - 4, y: stage.maxY - height, width: width + 4, height: height)
        let inner = box.inset(horizontally: 2, vertically: 1)
        // In the least room the keys matter more than what is said before them.
        let (head, list) = inner.rows(top: min(page.lines.count, inner.height - rows))
        var x = list.x
        var placed: [(row: OptionRow, rect: Rect, keyWidth: Int)] = []
        for column in columns {
            for (line, row) in column.rows.prefix(list.height).enumerated() {
                let rect = Rect(x: x, y: list.y + line, width: min(column.width, list.maxX - x), height: 1)
                placed.append((row, rect, column.keyWidth))
            }
            x += column.width + gap
        }
        return OptionsLayout(title: title, box: box, about: page.lines, head: head, rows: placed)
    }

    func drawOptions(_ frame: inout Frame, _ layout: OptionsLayout) {
        frame.popUp(layout.box, title: layout.title)
        frame.write(layout.about, in: layout.head)
        for (row, rect, keyWidth) in layout.rows {
            let role: Role = row.isHeading ? .heading : row.reason == nil ? .text : .dim
            let start = row.isHeading ? rect.x : rect.x + keyWidth + 2
            if !row.isHeading {
                frame.write(
                    row.keys, x: rect.x, y: rect.y, width: keyWidth, role: row.reason == nil ? .key : .dim)
            }
            frame.write(row.words, x: start, y: rect.y, width: rect.maxX - start, role: role)
        }
    }

    /// One column where there is room for it, else two; what stands in groups has a column for each.
    private func optionColumns(_ options: [OptionRow], _ stage: Rect, below: Int) -> [OptionColumn] {
        var groups: [[OptionRow]] = []
        for option in options {
            if let heading = option.heading { groups.append([OptionRow(heading: heading)]) }
            if groups.isEmpty { groups.append([]) }
            groups[groups.count - 1].append(option)
        }
        if groups.count == 1 {
            let count = options.count + below + 2 > stage.height ? 2 : 1
            let rows = (options.count + count - 1) / count
            let whole = OptionColumn(options, text)
            return stride(from: 0, to: options.count, by: max(1, rows)).map { start in
                var column = whole
                column.rows = Array(options[start..<min(start + rows, options.count)])
                return column
            }
        }
        let columns = groups.map { OptionColumn($0, text) }
        let width = columns.map(\.width).reduce(columns.count - 1, +)
        return width <= stage.width - 4 ? columns : [OptionColumn(groups.flatMap(\.self), text)]
    }
}

/// Where a pop-up of options and its rows stand.
struct OptionsLayout {
    let title: String
    let box: Rect
    let about: [Line]
    /// Where `about` stands.
    let head: Rect
    let rows: [(row: OptionRow, rect: Rect, keyWidth: Int)]

    /// Which option stands at a place of the screen.
    func option(at point: Point) -> Int? { rows.first { $0.rect.contains(point) }?.row.place }
}

/// A row of a pop-up: keys and what they choose, or the heading of a group.
struct OptionRow {
    /// Which option it is, from 0; nil for a heading.
    var place: Int?
    var keys = ""
    var title = ""
    /// Why it cannot be chosen, which stands behind it.
    var reason: String?
    /// Stands above it, when a group begins with it.
    var heading: String?

    var isHeading: Bool { keys.isEmpty }

    var words: String { isHeading ? heading ?? "" : reason.map { "\(title) · \($0)" } ?? title }
}

private struct OptionColumn {
    var rows: [OptionRow]
    let keyWidth: Int
    let width: Int

    init(_ rows: [OptionRow], _ text: TextMetrics) {
        self.rows = rows
        let keyWidth = rows.map { text.width($0.keys) }.max() ?? 0
        self.keyWidth = keyWidth
        width = rows.map { text.width($0.words) + ($0.isHeading ? 0 : keyWidth + 2) }.max() ?? 0
    }
}
