/// What came of the work of one day, kept right while leads change: only the leads that changed are counted again, so
/// that it can be told with every key.
public struct DayTally: Hashable, Sendable {
    /// The user's day.
    public let day: Day
    /// What all leads come to.
    public private(set) var sum = Part()
    // Of leads that nothing was done about there is none.
    private var parts: [LeadID: Part] = [:]

    /// What was counted, each as `Numbers` counts it.
    public struct Part: Hashable, Sendable {
        /// Outbound attempts by phone.
        public fileprivate(set) var dials = 0
        /// Dials in which the lead was spoken to in person.
        public fileprivate(set) var conversations = 0
        /// How often a lead became a prospect.
        public fileprivate(set) var qualifiedIn = 0
        /// How often a lead was let go or parked.
        public fileprivate(set) var qualifiedOut = 0

        /// Counts that were kept; none if nothing is said.
        public init(dials: Int = 0, conversations: Int = 0, qualifiedIn: Int = 0, qualifiedOut: Int = 0) {
            (self.dials, self.conversations) = (dials, conversations)
            (self.qualifiedIn, self.qualifiedOut) = (qualifiedIn, qualifiedOut)
        }

        fileprivate mutating func add(_ other: Part, times: Int) {
            dials += other.dials * times
            conversations += other.conversations * times
            qualifiedIn += other.qualifiedIn * times
            qualifiedOut += other.qualifiedOut * times
        }
    }

    /// Counts every lead. Linear in the number of leads, and in the entries of those with work on that day.
    public init(_ pipeline: Pipeline, on day: Day) {
        self.day = day
        let days = DayRange(day, day, pipeline.rules.zone)
        for lead in pipeline.leads where lead.mayHaveWork(in: days) { count(lead, pipeline.rules) }
    }

    /// The counts of an outlook, while the leads are not there yet.
    public init(_ outlook: Outlook) { (day, sum) = (outlook.day, outlook.work) }

    /// Counts the leads again that changed. Linear in the number of their entries.
    public mutating func count(_ changed: [LeadID], in pipeline: Pipeline) {
        for lead in changed.compactMap({ pipeline[$0] }) { count(lead, pipeline.rules) }
    }

    private mutating func count(_ lead: Lead, _ rules: Rules) {
        if let before = parts.removeValue(forKey: lead.id) { sum.add(before, times: -1) }
        let numbers = Numbers(of: lead, rules, on: day)
        var part = Part()
        (part.dials, part.conversations) = (numbers.dials, numbers.conversations)
        (part.qualifiedIn, part.qualifiedOut) = (numbers.qualifiedIn, numbers.qualifiedOut)
        guard part != Part() else { return }
        parts[lead.id] = part
        sum.add(part, times: 1)
    }
}

extension Lead {
    /// False when a glance tells that nothing that is counted was done in these days or after.
    fileprivate func mayHaveWork(in days: DayRange) -> Bool {
        guard isOnFile else { return false }
        if let lastAttempt, !days.isAfter(lastAttempt) { return true }
        return departures.contains(where: days.contains) || standingChanges.contains { days.contains($0.at) }
    }
}
