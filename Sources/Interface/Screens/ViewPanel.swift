import Canvas
import Pipeline

/// Where the list of views is: in the lower right corner, so that the list that it changes can be seen.
struct ViewListLayout {
    let box: Rect
    let list: Rect
    /// What the chosen view is, or what to do.
    let about: Rect
    /// The first row that is shown.
    let top: Int

    init(_ list: ViewList, _ views: [ViewChoice], _ size: Size) {
        let stage = Rect(size).rows(top: 1).1.rows(bottom: 1).0
        let width = min(72, stage.width)
        let height = min(max(views.count, 1) + 5, stage.height)
        box = Rect(x: stage.maxX - width, y: stage.maxY - height, width: width, height: height)
        let (rows, below) = box.inset(horizontally: 2, vertically: 1).rows(bottom: 3)
        (self.list, about) = (rows, below.rows(top: 1).1)
        top = max(0, min(list.selected - rows.height / 2, views.count - rows.height))
    }

    /// The row of the view at a place of the screen.
    func row(at point: Point) -> Int? { list.contains(point) ? top + point.y - list.y : nil }
}

extension Session {
    func drawViews(_ frame: inout Frame, _ list: ViewList) {
        let layout = ViewListLayout(list, views, size)
        frame.fill(layout.box)
        frame.box(layout.box, title: "Views", trailing: "\(views.count)", role: .focus, titleRole: .focus)
        let nameWidth = min(24, views.map { text.width($0.view.name) }.max() ?? 0)
        for (index, choice) in views.dropFirst(layout.top).prefix(layout.list.height).enumerated() {
            let row = Rect(x: layout.list.x, y: layout.list.y + index, width: layout.list.width, height: 1)
            if layout.top + index == list.selected {
                frame.fill(row, on: .selection)
                frame.write("▌", x: row.x, y: row.y, role: .focus)
            }
            var columns = Columns(row.columns(left: 2).1)
            let name = columns.take(share: 0, least: nameWidth + 1, most: nameWidth + 1)
            let isGood = choice.problem == nil
            frame.write(choice.view.name, x: name.x, y: row.y, width: name.width, role: isGood ? .text : .dim)
            frame.write(
                isGood ? Wording.view(choice.view) : "has a mistake", x: columns.rest.x, y: row.y,
                width: columns.rest.width, role: isGood ? .dim : .warn)
        }
        let sides = Rect(
            x: layout.box.x, y: layout.list.y - 1, width: layout.box.width, height: layout.list.height + 2)
        drawScrollMark(&frame, sides, top: layout.top, shown: layout.list.height, total: views.count)
        frame.write(
            String(repeating: "─", count: layout.about.width), x: layout.about.x, y: layout.about.y - 1, role: .border)
        let chosen = views.indices.contains(list.selected) ? views[list.selected] : nil
        let about =
            chosen.map { $0.problem ?? Wording.view($0.view) }
            ?? "No view is kept yet. Filter or sort a list, then press s here to keep that by a name."
        for (index, line) in text.wrap(about, to: layout.about.width).prefix(layout.about.height).enumerated() {
            frame.write(
                line, x: layout.about.x, y: layout.about.y + index, width: layout.about.width,
                role: chosen?.problem == nil ? .dim : .warn)
        }
    }
}

extension Wording {
    /// What a view shows, and in what order.
    static func view(_ view: SavedView) -> String {
        [view.filter.isEmpty ? nil : view.filter, view.order.map(order)].compactMap(\.self).joined(separator: " · ")
    }

    /// `by last attempt`, `by score, reversed`.
    static func order(_ order: LeadOrder) -> String {
        "by \(order.key.title)\(order.isReversed ? ", reversed" : "")"
    }
}
