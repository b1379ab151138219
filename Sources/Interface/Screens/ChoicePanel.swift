import Canvas
import Pipeline

extension Session {
    func drawChoice(_ frame: inout Frame, _ choice: Choice) {
        let question = choice.question.map { [[Line.Span($0, .dim)]] } ?? []
        drawOptions(
            &frame, title: choice.title, about: choice.about + question,
            options: choice.options.map { OptionRow(keys: $0.key.name, title: $0.title, heading: $0.heading) })
    }

    /// The keys that go on after those that were pressed.
    func drawContinuations(_ frame: inout Frame) {
        drawOptions(
            &frame, title: keymap.command(pending)?.title.firstUppercased ?? "", about: [],
            options: keymap.continuations(of: pending).map {
                OptionRow(
                    keys: Keymap.name(of: $0.rest), title: $0.command.title, reason: $0.command.unavailable(self))
            })
    }

    /// Keys and what they choose, in the lower right corner, where the footer has been looked at anyway.
    private func drawOptions(_ frame: inout Frame, title: String, about: [[Line.Span]], options: [OptionRow]) {
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
        let rect = Rect(x: stage.maxX - width - 4, y: stage.maxY - height, width: width + 4, height: height)
        frame.fill(rect)
        frame.box(rect, title: title, role: .focus, titleRole: .focus)
        let inner = rect.inset(horizontally: 2, vertically: 1)
        // In the least room the keys matter more than what is said before them.
        let (head, list) = inner.rows(top: min(page.lines.count, inner.height - rows))
        frame.write(page.lines, in: head)
        var x = list.x
        for column in columns {
            for (row, option) in column.rows.prefix(list.height).enumerated() {
                let role: Role = option.isHeading ? .heading : option.reason == nil ? .text : .dim
                let start = option.isHeading ? x : x + column.keyWidth + 2
                if !option.isHeading {
                    frame.write(
                        option.keys, x: x, y: list.y + row, width: column.keyWidth,
                        role: option.reason == nil ? .key : .dim)
                }
                frame.write(
                    option.words, x: start, y: list.y + row, width: min(x + column.width, list.maxX) - start, role: role
                )
            }
            x += column.width + gap
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

/// A row of a pop-up: keys and what they choose, or the heading of a group.
private struct OptionRow {
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
