import Canvas
import Pipeline

/// A box of lines on a page.
struct Panel {
    let title: String
    var trailing = ""
    let lines: [Line]
}

/// Panels in columns, one below the other: a page that scrolls as a whole.
struct PanelPage {
    /// Each panel, and where it stands from the top left corner of the page.
    private(set) var places: [(panel: Panel, rect: Rect)] = []
    private(set) var height = 0

    /// Cells between the border of a panel and its text, on both sides together.
    private static let margins = 4

    /// No panels.
    init() {}

    /// - Parameters:
    ///   - width: of the page.
    ///   - columns: side by side, 1 or more.
    ///   - least: rows that the page fills at least.
    ///   - head: what stands over all columns, for a width of its text.
    ///   - panels: those in the columns, for a width of their text; each goes where there is most room.
    init(
        width: Int, columns: Int, least: Int, head: (Int) -> Panel?, panels: (Int) -> [Panel]
    ) {
        var top = 0
        if let panel = head(width - PanelPage.margins) {
            top = panel.lines.count + 2
            places.append((panel, Rect(x: 0, y: 0, width: width, height: top)))
        }
        let edges = (0...columns).map { width * $0 / columns }
        // What fits into the narrowest column fits into every one.
        let shown = panels(width / columns - PanelPage.margins)
        var ends = [Int](repeating: top, count: columns)
        var lasts = [Int?](repeating: nil, count: columns)
        for panel in shown {
            guard let column = ends.indices.min(by: { ends[$0] < ends[$1] }) else { break }
            let rect = Rect(
                x: edges[column], y: ends[column], width: edges[column + 1] - edges[column],
                height: panel.lines.count + 2)
            lasts[column] = places.count
            places.append((panel, rect))
            ends[column] = rect.maxY
        }
        height = max(ends.max() ?? 0, least)
        // The columns end together.
        for last in lasts.compactMap(\.self) {
            let rect = places[last].rect
            places[last].rect = Rect(x: rect.x, y: rect.y, width: rect.width, height: height - rect.y)
        }
    }
}

extension Session {
    /// What is over the whole screen.
    private var page: PanelPage {
        guard let rect = Layout(self).page else { return PanelPage() }
        return calls.map { callPage($0, rect.size) } ?? numbersPage(rect.size)
    }

    /// Scrolls the page by lines, no further than its end.
    mutating func scrollPage(by lines: Int) {
        let last = max(0, page.height - (Layout(self).page?.height ?? 0))
        pageTop = min(max(0, min(pageTop, last) + min(max(lines, -last), last)), last)
    }

    /// Draws as much of the page as there is room for. What is above and below is drawn too: the first and the last row
    /// of the screen are drawn over it.
    func drawPage(_ frame: inout Frame, _ rect: Rect) {
        let page = page
        let top = min(pageTop, max(0, page.height - rect.height))
        for (panel, place) in page.places {
            let box = Rect(x: rect.x + place.x, y: rect.y + place.y - top, width: place.width, height: place.height)
            guard box.maxY > rect.y, box.y < rect.maxY else { continue }
            frame.box(box, title: panel.title, trailing: panel.trailing)
            for (index, line) in panel.lines.enumerated() {
                frame.write(line, x: box.x + 2, y: box.y + 1 + index, width: box.width - 4)
            }
        }
        frame.fill(Layout(self).header)
        frame.fill(Layout(self).footer)
        drawScrollMark(&frame, rect, top: top, shown: rect.height - 2, total: page.height - 2)
    }
}
