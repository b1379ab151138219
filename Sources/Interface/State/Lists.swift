import Canvas
import Pipeline

/// The lists behind the tabs, as they are filtered and sorted, and where the user is in each.
struct Lists: Sendable {
    private var whole: LeadLists
    /// What the lists are filtered by.
    private(set) var filter = Filter()
    /// What they are sorted by; nil for the order that is usual in each tab.
    private(set) var order: LeadOrder?
    // Everybody in that order.
    private var sorted: Roster?
    // Which leads pass the filter, by their places in the pipeline; nil without one.
    private var wanted: [Bool]?
    private var texts = SearchTexts()
    // Of a tab that is filtered or sorted, the positions that it shows of the list that it is taken from.
    private var shown: [Session.Tab: [Int32]] = [:]
    // By the tab's place among all.
    private var places = Session.Tab.allCases.map { _ in ListPlace() }
    // From so many leads on, sorting everything is quicker than putting each in its place.
    private static let many = 500

    init(_ pipeline: Pipeline, now: Now, outlook: Outlook? = nil) {
        whole = LeadLists(pipeline, now: now, outlook: outlook)
        for tab in outlook == nil ? Session.Tab.allCases : [.today] { selectFirst(tab) }
    }

    /// Where the user is in a tab's list.
    subscript(tab: Session.Tab) -> ListPlace {
        get { places[tab.rawValue - 1] }
        set { places[tab.rawValue - 1] = newValue }
    }

    /// True when there is no lead at all.
    var isEmpty: Bool { whole.count(.leads) == 0 }

    /// How many leads a tab holds when nothing is filtered.
    func total(_ tab: Session.Tab) -> Int { whole.count(tab) }

    /// How many rows a tab's list has.
    func count(_ tab: Session.Tab) -> Int { shown[tab]?.count ?? whole.count(tab) }

    /// The lead in a row: 0 to `count` - 1.
    func lead(_ tab: Session.Tab, at row: Int) -> LeadID {
        let position = shown[tab].map { Int($0[row]) } ?? row
        return sorted?[position] ?? whole.lead(tab, at: position)
    }

    /// The row of a lead in a tab's list. Logarithmic.
    func row(of id: LeadID, _ tab: Session.Tab, in pipeline: Pipeline) -> Int? {
        let position =
            sorted.map { $0.position(of: id, in: pipeline) } ?? whole.position(of: id, tab, in: pipeline)
        guard let position, let rows = shown[tab] else { return position }
        let row = rows.partitioningIndex { $0 >= position }
        return row < rows.count && rows[row] == position ? row : nil
    }

    /// The parts of a tab's list that have a heading, in order; those without rows are left out.
    func sections(_ tab: Session.Tab) -> [(section: Section, rows: Range<Int>)] {
        if sorted != nil { return [] }
        let sections = whole.sections(tab)
        guard let rows = shown[tab] else { return sections }
        return sections.compactMap { section, range in
            let start = rows.partitioningIndex { $0 >= range.lowerBound }
            let end = rows.partitioningIndex { $0 >= range.upperBound }
            return start < end ? (section, start..<end) : nil
        }
    }

    /// True when the lists are still those of `now`.
    func holds(at now: Now, in pipeline: Pipeline) -> Bool { whole.triage.holds(at: now, in: pipeline) }

    /// Judges everything anew: for another day, or because people may be called elsewhere now.
    mutating func rebuild(_ pipeline: Pipeline, now: Now) {
        whole = LeadLists(pipeline, now: now)
        sorted = order.map { Roster(pipeline, by: $0) }
        // What holds on one day may not on another, but can be said on both.
        filter = (try? Filter(filter.text, now)) ?? filter
        look(pipeline, among: nil)
    }

    /// Judges the leads that changed.
    mutating func update(_ changed: [LeadID], in pipeline: Pipeline) {
        // An import, or what was done elsewhere in a week: putting each in its place would move the rows behind it each
        // time, which is quadratic.
        if changed.count > Lists.many {
            texts = SearchTexts()
            return rebuild(pipeline, now: whole.triage.now)
        }
        if wanted != nil { texts.extend(to: pipeline) }
        for id in changed {
            guard let place = pipeline.place(of: id) else { continue }
            whole.judge(id, in: pipeline)
            sorted?.place(id, in: pipeline)
            texts.renew(place, in: pipeline)
            if wanted != nil {
                for _ in (wanted?.count ?? 0)..<max(place + 1, wanted?.count ?? 0) { wanted?.append(false) }
                wanted?[place] = filter.matches(place, in: pipeline, texts, whole.triage)
            }
        }
        show()
    }

    /// Narrows every tab to the leads that pass.
    mutating func setFilter(_ filter: Filter, _ pipeline: Pipeline) {
        let before = filter.narrows(self.filter) ? wanted : nil
        self.filter = filter
        look(pipeline, among: before)
    }

    /// Puts every tab in an order; nil for that which is usual there.
    mutating func setOrder(_ order: LeadOrder?, _ pipeline: Pipeline) {
        self.order = order
        sorted = order.map { Roster(pipeline, by: $0) }
        show()
    }

    /// Makes some of what filters by words need, so that the first letter is answered at once; false when all is made.
    mutating func prepare(_ pipeline: Pipeline) -> Bool {
        texts.extend(to: pipeline, atMost: 200)
        return !isPrepared(pipeline)
    }

    /// True when a filter by words can be answered at once.
    func isPrepared(_ pipeline: Pipeline) -> Bool { texts.count == pipeline.leads.count }

    /// Finds out who passes the filter.
    private mutating func look(_ pipeline: Pipeline, among before: [Bool]?) {
        if filter.isEmpty {
            wanted = nil
        } else {
            texts.extend(to: pipeline)
            wanted = filter.matching(pipeline, texts, whole.triage, among: before)
        }
        show()
    }

    private mutating func show() {
        shown = [:]
        if wanted == nil, sorted == nil { return }
        for tab in Session.Tab.allCases {
            var rows: [Int32] = []
            for (position, place) in (sorted?.places ?? whole.places(tab)).enumerated() {
                if let wanted, !wanted[Int(place)] { continue }
                if sorted != nil, !whole.holds(tab, place: Int(place)) { continue }
                rows.append(Int32(position))
            }
            shown[tab] = rows
        }
    }

    mutating func selectFirst(_ tab: Session.Tab) {
        self[tab] = ListPlace(selected: count(tab) > 0 ? lead(tab, at: 0) : nil)
    }
}

/// Where the user is in a list: the lead, and what of the list is on the screen.
struct ListPlace: Hashable, Sendable {
    /// The lead that the keys act on.
    var selected: LeadID?
    /// The row in which it was last seen; the next lead comes here when it leaves the list.
    var row = 0
    /// The first line that was shown when the user last moved.
    var top = 0
}
