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

    /// What the user's place in a list is known by while leads come and go.
    struct Hold {
        /// The selected lead, and its line with the headings counted.
        let selected: (lead: LeadID, line: Int)
        /// The nearest lead above it that stays in its place, or else the nearest below.
        let neighbour: (lead: LeadID, line: Int, isAbove: Bool)?
        /// The first line on the screen.
        let top: Int
    }

    /// Takes hold of the user's place in a tab's list before the leads in `moving` move; nil in an empty list.
    func hold(in tab: Tab, apartFrom moving: Set<LeadID>) -> Hold? {
        guard let id = lists[tab].selected, let row = lists.row(of: id, tab, in: pipeline) else { return nil }
        let lines = ListLines(lists.sections(tab))
        let above = (0..<row).last { !moving.contains(lists.lead(tab, at: $0)) }
        let near = above ?? (row + 1..<lists.count(tab)).first { !moving.contains(lists.lead(tab, at: $0)) }
        return Hold(
            selected: (id, lines.line(ofRow: row)),
            neighbour: near.map { (lists.lead(tab, at: $0), lines.line(ofRow: $0), $0 < row) }, top: top(of: tab))
    }

    /// Keeps what the user looks at where it is on the screen when lines came or went above it. When the selected lead
    /// has left, the next one takes its place.
    mutating func keepPlace(in tab: Tab, by hold: Hold?) {
        let lines = ListLines(lists.sections(tab))
        if let hold, let row = lists.row(of: hold.selected.lead, tab, in: pipeline) {
            lists[tab].top = max(0, hold.top + lines.line(ofRow: row) - hold.selected.line)
        } else if let hold, let near = hold.neighbour, let row = lists.row(of: near.lead, tab, in: pipeline) {
            lists[tab].top = max(0, hold.top + lines.line(ofRow: row) - near.line)
            lists[tab].row = near.isAbove ? row + 1 : row
        }
        settleSelection(in: tab)
    }

    /// The first line of a tab's list on the screen: as near to where the user left it as shows the selected row, and
    /// the heading when it is the first of a section.
    func top(of tab: Tab) -> Int {
        let height = Layout(self).listLines
        guard let row = lists[tab].selected.flatMap({ lists.row(of: $0, tab, in: pipeline) }), height > 0 else {
            return 0
        }
        let lines = ListLines(lists.sections(tab))
        let line = lines.line(ofRow: row)
        let first = lines.isFirstOfSection(row) ? line - 1 : line
        let total = lines.count(rows: lists.count(tab))
        var top = min(lists[tab].top, first)
        top = max(top, line - height + 1)
        return max(0, min(top, total - height))
    }

    /// Scrolls the list as far as needed to show the selected row.
    mutating func keepSelectionVisible() {
        lists[tab].top = top(of: tab)
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
