import Canvas
import Pipeline

/// The lists behind the tabs, and where the user is in each.
struct Lists: Sendable {
    private var whole: LeadLists
    private var filtered: LeadLists?
    private(set) var filter = Filter("")
    // By the lead's place in the pipeline, made when the first word is typed.
    private var texts: [SearchText] = []
    private var places: [Session.Tab: ListPlace] = [:]
    // From so many leads on, sorting everything is quicker than putting each in its place.
    private static let many = 500

    init(_ pipeline: Pipeline, now: Now, outlook: Outlook? = nil) {
        whole = LeadLists(pipeline, now: now, outlook: outlook)
        for tab in outlook == nil ? Session.Tab.allCases : [.today] { selectFirst(tab) }
    }

    private var shown: LeadLists { filtered ?? whole }

    /// Where the user is in a tab's list.
    subscript(tab: Session.Tab) -> ListPlace {
        get { places[tab] ?? ListPlace() }
        set { places[tab] = newValue }
    }

    /// True when there is no lead at all.
    var isEmpty: Bool { whole.count(.leads) == 0 }

    /// How many leads a tab holds when nothing is filtered.
    func total(_ tab: Session.Tab) -> Int { whole.count(tab) }

    /// How many rows a tab's list has.
    func count(_ tab: Session.Tab) -> Int { shown.count(tab) }

    /// The lead in a row: 0 to `count` - 1.
    func lead(_ tab: Session.Tab, at row: Int) -> LeadID { shown.lead(tab, at: row) }

    /// The row of a lead in a tab's list.
    func row(of id: LeadID, _ tab: Session.Tab, in pipeline: Pipeline) -> Int? {
        shown.row(of: id, tab, in: pipeline)
    }

    /// The parts of a tab's list that have a heading, in order; those without rows are left out.
    func sections(_ tab: Session.Tab) -> [(section: Section, rows: Range<Int>)] { shown.sections(tab) }

    /// True when the lists are still those of `now`.
    func holds(at now: Now, in pipeline: Pipeline) -> Bool { whole.triage.holds(at: now, in: pipeline) }

    /// Judges everything anew: for another day, or because people may be called elsewhere now.
    mutating func rebuild(_ pipeline: Pipeline, now: Now) {
        whole = LeadLists(pipeline, now: now)
        setFilter(filter.text, pipeline)
    }

    /// Judges the leads that changed.
    mutating func update(_ changed: [LeadID], in pipeline: Pipeline) {
        // An import, or what was done elsewhere in a week: putting each in its place would move the rows behind it each
        // time, which is quadratic.
        if changed.count > Lists.many {
            texts = []
            return rebuild(pipeline, now: whole.triage.now)
        }
        for id in changed {
            guard let place = pipeline.place(of: id) else { continue }
            whole.judge(id, in: pipeline)
            if !texts.isEmpty || !filter.isEmpty {
                let text = SearchText(pipeline.leads[place])
                while texts.count <= place { texts.append(text) }
                texts[place] = text
                if !filter.isEmpty { filtered?.judge(id, in: pipeline, isWanted: filter.matches(text)) }
            }
        }
    }

    /// Narrows every tab to the leads that match.
    mutating func setFilter(_ text: String, _ pipeline: Pipeline) {
        filter = Filter(text)
        guard !filter.isEmpty else {
            filtered = nil
            return
        }
        while texts.count < pipeline.leads.count { texts.append(SearchText(pipeline.leads[texts.count])) }
        let wanted = texts.map { filter.matches($0) }
        filtered = LeadLists(pipeline, now: whole.triage.now) { lead in
            pipeline.place(of: lead.id).map { wanted[$0] } ?? false
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
