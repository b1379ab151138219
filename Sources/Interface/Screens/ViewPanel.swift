import Canvas
import Pipeline

extension NamedListLayout {
    init(_ list: ViewList, _ views: [ViewChoice], _ size: Size) {
        self.init(selected: list.selected, of: views.count, width: 72, size)
    }
}

extension Session {
    func drawViews(_ frame: inout Frame, _ list: ViewList) {
        let layout = NamedListLayout(list, views, size)
        let rows = views.map { NamedRow(name: $0.view.name, about: Wording.view($0.view), problem: $0.problem) }
        drawNamedList(&frame, layout, title: "Views", rows, selected: list.selected)
        guard rows.indices.contains(list.selected) else {
            let words = "No view is kept yet. Filter or sort a list, then press s here to keep that by a name."
            return drawAbout(&frame, layout, words, .dim)
        }
        let chosen = rows[list.selected]
        drawAbout(&frame, layout, chosen.problem ?? chosen.about, chosen.problem == nil ? .dim : .warn)
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
