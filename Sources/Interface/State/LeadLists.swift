import Pipeline

/// The leads of every tab in the order that is usual there.
struct LeadLists: Sendable {
    private(set) var triage: Triage
    private var everybody: Roster
    private var parked: Roster
    private var letGo: Roster
    // Set while only those are here who head the morning list: what all lists will hold.
    private let outlook: Outlook?

    init(_ pipeline: Pipeline, now: Now, outlook: Outlook? = nil) {
        self.outlook = outlook
        triage = Triage(pipeline, now: now)
        everybody = Roster(pipeline)
        parked = Roster(pipeline, of: .parked)
        letGo = Roster(pipeline, of: .letGo)
    }

    /// Judges a lead again.
    mutating func judge(_ id: LeadID, in pipeline: Pipeline) {
        triage.judge(id, in: pipeline)
        everybody.place(id, in: pipeline)
        parked.place(id, in: pipeline)
        letGo.place(id, in: pipeline)
    }

    func count(_ tab: Session.Tab) -> Int {
        switch tab {
        case .today: (outlook?.counts.reduce(0, +) ?? triage.count) - count(of: .decide)
        case .decide: count(of: .decide)
        case .leads: outlook?.totals.onFile ?? everybody.count
        case .parked: outlook?.totals.parked ?? parked.count
        case .letGo: outlook?.totals.letGo ?? letGo.count
        case .numbers: 0
        }
    }

    private func count(of section: Section) -> Int {
        outlook?.counts[Int(section.rawValue)] ?? triage.range(of: section).count
    }

    /// The lead at a position: 0 to `count` - 1.
    func lead(_ tab: Session.Tab, at position: Int) -> LeadID {
        switch tab {
        case .today:
            let decisions = decisions
            return triage[position < decisions.lowerBound ? position : position + decisions.count].lead
        case .decide: return triage[decisions.lowerBound + position].lead
        case .parked: return parked[position]
        case .letGo: return letGo[position]
        // Of a page without rows nobody asks.
        case .leads, .numbers: return everybody[position]
        }
    }

    func position(of id: LeadID, _ tab: Session.Tab, in pipeline: Pipeline) -> Int? {
        switch tab {
        case .today:
            triage.position(of: id, in: pipeline).flatMap { position in
                if decisions.contains(position) { return nil }
                return position < decisions.lowerBound ? position : position - decisions.count
            }
        case .decide:
            triage.position(of: id, in: pipeline).flatMap { position in
                decisions.contains(position) ? position - decisions.lowerBound : nil
            }
        case .leads: everybody.position(of: id, in: pipeline)
        case .parked: parked.position(of: id, in: pipeline)
        case .letGo: letGo.position(of: id, in: pipeline)
        case .numbers: nil
        }
    }

    /// The leads of a tab from the top, by their places in the pipeline. Linear in the length of the morning list.
    func places(_ tab: Session.Tab) -> [Int32] {
        switch tab {
        case .today: Array(triage.places[..<decisions.lowerBound] + triage.places[decisions.upperBound...])
        case .decide: Array(triage.places[decisions])
        case .parked: parked.places
        case .letGo: letGo.places
        case .leads: everybody.places
        case .numbers: []
        }
    }

    /// True when a tab lists the lead in a place of the pipeline. Constant time.
    func holds(_ tab: Session.Tab, place: Int) -> Bool {
        switch tab {
        case .today: triage.section(ofPlace: place).map { $0 != .decide } ?? false
        case .decide: triage.section(ofPlace: place) == .decide
        case .parked: parked.holds(place: place)
        case .letGo: letGo.holds(place: place)
        case .leads: everybody.holds(place: place)
        case .numbers: false
        }
    }

    /// The parts of a tab's list that have a heading, in order; those without rows are left out.
    func sections(_ tab: Session.Tab) -> [(section: Section, rows: Range<Int>)] {
        guard tab == .today else { return [] }
        var end = 0
        return Section.allCases.compactMap { section in
            let count = section == .decide ? 0 : count(of: section)
            defer { end += count }
            return count > 0 ? (section, end..<end + count) : nil
        }
    }

    // The decisions stand among the calls in the order of the method, and are shown as a list of their own.
    private var decisions: Range<Int> { triage.range(of: .decide) }
}
