import Canvas
import Pipeline

/// Where the parts of an import are: drawing and the mouse both go by it.
struct ImportLayout {
    let box: Rect
    /// What is typed, while a file is chosen; the headings of the columns, while they are looked at.
    let head: Rect
    /// The files, the columns, or what was done.
    let list: Rect
    /// What stands below the list.
    let foot: Rect
    /// The first row of the list that is shown.
    let top: Int

    init(_ dialog: ImportDialog, _ size: Size) {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        let headHeight: Int
        let footHeight: Int
        let count: Int
        switch dialog.stage {
        case .choosing:
            box = stage.centred(Size(width: 84, height: 20))
            (headHeight, footHeight, count) = (1, 1, dialog.matches.count)
        case .mapping(let preview):
            box = stage.centred(Size(width: 110, height: 36))
            let legend = ImportLayout.legend(width: box.width - 4).last.map { $0.y + 1 } ?? 0
            let room = box.height - 2 - 1 - legend
            // The columns come first; what is left shows the first rows.
            let rows = max(0, min(preview.rows.count + 1, room - min(preview.columns.count, max(3, room / 2))))
            (headHeight, footHeight, count) = (1, rows + legend, preview.columns.count)
        case .running:
            box = stage.centred(Size(width: 64, height: 6))
            (headHeight, footHeight, count) = (0, 0, 0)
        case .done:
            box = stage.centred(Size(width: 96, height: 24))
            (headHeight, footHeight, count) = (0, 1, 0)
        }
        let (head, below) = box.inset(horizontally: 2, vertically: 1).rows(top: headHeight)
        let (list, foot) = below.rows(bottom: footHeight)
        (self.head, self.list, self.foot) = (head, list, foot)
        top = max(0, min(dialog.selected - list.height / 2, count - list.height))
    }

    /// The row of the list at a place of the screen.
    func row(at point: Point) -> Int? { list.contains(point) ? top + point.y - list.y : nil }

    /// What was done, in lines that fit.
    func lines(_ outcome: ImportOutcome, _ text: TextMetrics) -> [String] {
        outcome.lines.flatMap { text.wrap($0, to: list.width) }
    }

    /// Where the key of each field stands in so much room: a column for each, as wide as the longest.
    static func legend(width: Int) -> [(key: Character, field: String, x: Int, y: Int)] {
        let pitch = (ImportDialog.fieldKeys.map(\.field.count).max() ?? 0) + 4
        let columns = max(1, (width + 2) / pitch)
        return ImportDialog.fieldKeys.enumerated().map { place, pair in
            (pair.key, pair.field, place % columns * pitch, place / columns)
        }
    }
}

extension Session {
    func drawImport(_ frame: inout Frame, _ dialog: ImportDialog) {
        let layout = ImportLayout(dialog, size)
        switch dialog.stage {
        case .choosing: drawFiles(&frame, layout, dialog)
        case .mapping(let preview): drawColumns(&frame, layout, dialog, preview)
        case .running(let fraction): drawProgress(&frame, layout, fraction)
        case .done(let outcome): drawOutcome(&frame, layout, dialog, outcome)
        }
    }

    private func drawMarks(_ frame: inout Frame, _ layout: ImportLayout, _ total: Int, top: Int) {
        let sides = Rect(
            x: layout.box.x, y: layout.list.y - 1, width: layout.box.width, height: layout.list.height + 2)
        drawScrollMark(&frame, sides, top: top, shown: layout.list.height, total: total)
    }

    private func drawFiles(_ frame: inout Frame, _ layout: ImportLayout, _ dialog: ImportDialog) {
        let matches = dialog.matches
        frame.popUp(layout.box, title: "Import leads", trailing: matches.isEmpty ? "" : "\(matches.count)")
        frame.fill(layout.head, on: .input)
        let x = frame.write("› ", x: layout.head.x, y: layout.head.y, role: .key, on: .input)
        if dialog.path.text.isEmpty {
            frame.write(
                "which file? ~ is your home folder", x: x, y: layout.head.y, width: layout.head.maxX - x, role: .dim)
        }
        drawField(
            &frame, Rect(x: x, y: layout.head.y, width: layout.head.maxX - x, height: 1), dialog.path, on: .input)
        if matches.isEmpty {
            frame.write(
                "Nothing here that can be imported goes on from that.", x: layout.list.x, y: layout.list.y,
                width: layout.list.width, role: .dim)
        }
        for (index, entry) in matches.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            drawChoice(&frame, row, isChosen: layout.top + index == dialog.selected)
            let when = entry.isFolder ? "" : now.ago(entry.modified)
            frame.write(
                entry.path, x: row.x + 2, y: row.y, width: row.width - 4 - text.width(when),
                role: entry.isFolder ? .dim : .text)
            frame.write(when, x: row.maxX - text.width(when), y: row.y, role: .dim)
        }
        drawMarks(&frame, layout, matches.count, top: layout.top)
        frame.write(
            "CSV and its kin, vCard, JSON, and exports of lastcall", x: layout.foot.x, y: layout.foot.y,
            width: layout.foot.width, role: .dim)
    }

    private func drawChoice(_ frame: inout Frame, _ row: Rect, isChosen: Bool) {
        guard isChosen else { return }
        frame.fill(row, on: .selection)
        frame.write("▌", x: row.x, y: row.y, role: .focus)
    }

    private func drawColumns(
        _ frame: inout Frame, _ layout: ImportLayout, _ dialog: ImportDialog, _ preview: ImportPreview
    ) {
        let name = preview.file.split(separator: "/").last.map(String.init) ?? preview.file
        frame.popUp(layout.box, title: "Import \(name)", trailing: preview.kind)
        drawColumn(&frame, layout.head, ["COLUMN", "BECOMES", "FOR EXAMPLE"], [.heading, .heading, .heading])
        for (index, column) in preview.columns.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            drawChoice(&frame, row, isChosen: layout.top + index == dialog.selected)
            let field = column.choice.field
            let role: Role = field == "ignore" ? .dim : field == "extra" ? .quote : .accent
            let isChanged = dialog.choices.contains { $0.header == column.choice.header }
            drawColumn(
                &frame, row, [column.choice.header, field + (isChanged ? " ●" : ""), column.sample],
                [.text, role, .dim])
        }
        drawMarks(&frame, layout, preview.columns.count, top: layout.top)
        let legend = ImportLayout.legend(width: layout.foot.width)
        let (rows, below) = layout.foot.rows(bottom: legend.last.map { $0.y + 1 } ?? 0)
        drawRows(&frame, rows, preview)
        if preview.columns.isEmpty { return }
        for item in legend {
            let x = frame.write(String(item.key), x: below.x + item.x, y: below.y + item.y, role: .key)
            frame.write(item.field, x: x + 1, y: below.y + item.y, width: below.maxX - x - 1, role: .dim)
        }
    }

    private func drawColumn(_ frame: inout Frame, _ row: Rect, _ texts: [String], _ roles: [Role]) {
        var columns = Columns(row.columns(left: 2).1)
        let parts = [
            columns.take(share: 34, least: 14, most: 32), columns.take(share: 24, least: 14, most: 20), columns.rest,
        ]
        for (part, (text, role)) in zip(parts, zip(texts, roles)) {
            frame.write(text, x: part.x, y: row.y, width: part.width - 1, role: role)
        }
    }

    private func drawRows(_ frame: inout Frame, _ rect: Rect, _ preview: ImportPreview) {
        guard rect.height > (preview.problem == nil ? 1 : 0) else { return }
        frame.write(
            preview.problem ?? "FIRST ROWS", x: rect.x, y: rect.y, width: rect.width,
            role: preview.problem == nil ? .heading : .warn)
        for (index, cells) in preview.rows.prefix(rect.height - 1).enumerated() {
            var columns = Columns(Rect(x: rect.x + 2, y: rect.y + 1 + index, width: rect.width - 2, height: 1))
            let parts = [
                columns.take(share: 22, least: 12, most: 22), columns.take(share: 22, least: 10, most: 22),
                columns.take(share: 18, least: 8, most: 18), columns.take(share: 22, least: 8, most: 26), columns.rest,
            ]
            for (place, (part, cell)) in zip(parts, cells).enumerated() {
                frame.write(
                    cell, x: part.x, y: part.y, width: part.width - (place == 4 ? 0 : 1),
                    role: place == 4 ? .dim : .text)
            }
        }
    }

    private func drawProgress(_ frame: inout Frame, _ layout: ImportLayout, _ fraction: Double) {
        frame.popUp(layout.box, title: "Importing")
        let rect = layout.list
        let percent = Int(max(0, min(1, fraction)) * 100)
        let width = max(0, rect.width - 6)
        let full = width * percent / 100
        let x = frame.write(String(repeating: "▰", count: full), x: rect.x, y: rect.y + 1, role: .bar)
        frame.write(String(repeating: "▱", count: width - full), x: x, y: rect.y + 1, role: .track)
        frame.write("\(percent) %", x: rect.x + width + 1, y: rect.y + 1)
        frame.write(
            "Nothing is imported before all of it is read.", x: rect.x, y: rect.y + 2, width: rect.width, role: .dim)
    }

    private func drawOutcome(
        _ frame: inout Frame, _ layout: ImportLayout, _ dialog: ImportDialog, _ outcome: ImportOutcome
    ) {
        frame.popUp(layout.box, title: "Imported")
        let lines = layout.lines(outcome, text)
        let top = max(0, min(dialog.selected, lines.count - layout.list.height))
        for (index, line) in lines.dropFirst(top).prefix(layout.list.height).enumerated() {
            frame.write(
                line, x: layout.list.x, y: layout.list.y + index, width: layout.list.width,
                role: top + index == 0 ? .title : .text)
        }
        drawMarks(&frame, layout, lines.count, top: top)
        frame.write(
            "\(keymap.name(of: "undo")) takes it back, as one step.", x: layout.foot.x, y: layout.foot.y,
            width: layout.foot.width, role: .dim)
    }
}
