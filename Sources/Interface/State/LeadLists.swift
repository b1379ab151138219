import Pipeline

/// The leads of every tab, in order: of all on file, or of those that are wanted.
struct LeadLists: Sendable {
    private(set) var triage: Triage
    private var everybody: Roster
    private var parked: Roster
    private var letGo: Roster
    // Set while only those are here who head the morning list: what all lists will hold.
    private let outlook: Outlook?

    init(_ pipeline: Pipeline, now: Now, outlook: Outlook? = nil, where isWanted: (Lead) -> Bool = { _ in true }) {
        self.outlook = outlook
        triage = Triage(pipeline, now: now, where: isWanted)
        everybody = Roster(pipeline, where: isWanted)
        parked = Roster(pipeline, of: .parked, where: isWanted)
        letGo = Roster(pipeline, of: .letGo, where: isWanted)
    }

    /// Judges a lead again; one that is not wanted leaves every list.
    mutating func judge(_ id: LeadID, in pipeline: Pipeline, isWanted: Bool = true) {
        triage.judge(id, in: pipeline, isWanted: isWanted)
        everybody.place(id, in: pipeline, isWanted: isWanted)
        parked.place(id, in: pipeline, isWanted: isWanted)
        letGo.place(id, in: pipeline, isWanted: isWanted)
    }

    func count(_ tab: Session.Tab) -> Int {
        switch tab {
        case .today: Section.allCases.reduce(0) { $0 + ($1 == .decide ? 0 : count(of: $1)) }
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

    /// The lead in a row: 0 to `count` - 1.
    func lead(_ tab: Session.Tab, at row: Int) -> LeadID {
        switch tab {
        case .today: triage[row < decisions.lowerBound ? row : row + decisions.count].lead
        case .decide: triage[decisions.lowerBound + row].lead
        case .parked: parked[row]
        case .letGo: letGo[row]
        // Of a page without rows nobody asks.
        case .leads, .numbers: everybody[row]
        }
    }

    func row(of id: LeadID, _ tab: Session.Tab, in pipeline: Pipeline) -> Int? {
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
