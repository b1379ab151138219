import Canvas
import Pipeline

extension Session {
    /// Moves to a lead of the tab's list, if it is there.
    mutating func select(_ id: LeadID) {
        guard let row = lists.row(of: id, tab, in: pipeline) else { return }
        selectRow(row)
    }

    /// Moves to a row of the tab's list, or to the nearest there is.
    mutating func selectRow(_ row: Int) {
        let count = lists.count(tab)
        guard count > 0 else {
            lists[tab] = ListPlace()
            return
        }
        let row = min(max(0, row), count - 1)
        let lead = lists.lead(tab, at: row)
        if lead != lists[tab].selected { card.top = 0 }
        lists[tab].selected = lead
        lists[tab].row = row
        keepSelectionVisible()
    }

    /// The row of the selected lead; nil in an empty list.
    var selectedRow: Int? { lists[tab].selected.flatMap { lists.row(of: $0, tab, in: pipeline) } }

    /// Moves by a number of rows.
    mutating func move(by rows: Int) {
        selectRow((selectedRow ?? 0) + rows)
    }

    /// When the selected lead has left a list, the next one takes its place.
    mutating func settleSelection(in tab: Tab) {
        let place = lists[tab]
        if let id = place.selected, let row = lists.row(of: id, tab, in: pipeline) {
            lists[tab].row = row
            return
        }
        let count = lists.count(tab)
        let row = min(place.row, count - 1)
        lists[tab].selected = row >= 0 ? lists.lead(tab, at: row) : nil
        lists[tab].row = max(0, row)
        if tab == self.tab { card.top = 0 }
    }

    /// The line of a lead in a tab's list, headings counted.
    func line(of id: LeadID?, in tab: Tab) -> Int? {
        id.flatMap { lists.row(of: $0, tab, in: pipeline) }.map { ListLines(lists.sections(tab)).line(ofRow: $0) }
    }

    /// Scrolls the list as far as needed to show the selected row, and the heading when it is the first of a section.
    mutating func keepSelectionVisible() {
        // A window too small to show the list leaves it as it was.
        guard Layout.isLargeEnough(size) else { return }
        let height = Layout(self).listLines
        guard let row = selectedRow, height > 0 else {
            lists[tab].top = 0
            return
        }
        let lines = ListLines(lists.sections(tab))
        let line = lines.line(ofRow: row)
        let first = lines.isFirstOfSection(row) ? line - 1 : line
        let total = lines.count(rows: lists.count(tab))
        var top = min(lists[tab].top, first)
        top = max(top, line - height + 1)
        lists[tab].top = max(0, min(top, total - height))
    }
}

/// How the rows of a list stand on its lines when each section has a heading.
struct ListLines {
    private let sections: [(section: Section, rows: Range<Int>)]

    init(_ sections: [(section: Section, rows: Range<Int>)]) {
        self.sections = sections
    }

    enum Line {
        case heading(Section, count: Int)
        case row(Int)
    }

    func count(rows: Int) -> Int { rows + sections.count }

    func line(ofRow row: Int) -> Int {
        row + sections.count { $0.rows.lowerBound <= row }
    }

    func isFirstOfSection(_ row: Int) -> Bool {
        sections.contains { $0.rows.lowerBound == row }
    }

    /// What stands on a line.
    func at(_ line: Int) -> Line {
        var headings = 0
        for (section, rows) in sections {
            if line == rows.lowerBound + headings { return .heading(section, count: rows.count) }
            if line < rows.lowerBound + headings { break }
            headings += 1
        }
        return .row(line - headings)
    }
}
