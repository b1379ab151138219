/// What the morning list of one day will hold if nothing more is recorded: how many are in each section, and who may be
/// among its first rows, whatever the hour. The screens can begin with it while the leads are still being folded.
public struct Outlook: Hashable, Sendable {
    /// The day, of the user's zone.
    public let day: Day
    /// How many leads each section holds, by its `rawValue`.
    public let counts: [Int]
    /// What was done on the day so far.
    public let work: DayTally.Part
    /// Leads on file, those who are parked, and those who were let go.
    public let totals: Totals
    /// Those who may be among the first rows, in the order of the list as it is while everybody may be called. Decisions
    /// are not among them: they have a list of their own.
    public let rows: [Row]
    /// The names of the zones that rows speak of.
    public let zones: [String]

    /// How many leads there are in all, and in the places that have a list of their own.
    public struct Totals: Hashable, Sendable {
        /// On file.
        public let onFile: Int
        /// Parked.
        public let parked: Int
        /// Let go.
        public let letGo: Int

        /// Counts that were kept.
        public init(onFile: Int, parked: Int, letGo: Int) {
            (self.onFile, self.parked, self.letGo) = (onFile, parked, letGo)
        }
    }

    /// A lead's place on the list.
    public struct Row: Hashable, Comparable, Sendable {
        /// The section that takes it.
        public let section: Section
        /// The smaller, the nearer to the top of the section.
        public let rank: Int64
        /// Whom it is about.
        public let lead: LeadID
        /// The place in `zones` of the zone in which one must be able to call; nil when the hour does not matter.
        public let zone: Int?

        /// A row that was kept.
        public init(section: Section, rank: Int64, lead: LeadID, zone: Int?) {
            (self.section, self.rank, self.lead, self.zone) = (section, rank, lead, zone)
        }

        /// In the order of the list; ties break on the id.
        public static func < (a: Row, b: Row) -> Bool {
            if a.section != b.section { return a.section < b.section }
            return a.rank != b.rank ? a.rank < b.rank : a.lead < b.lead
        }
    }

    /// An outlook that was kept.
    public init(
        day: Day, counts: [Int], work: DayTally.Part, totals: Totals, rows: [Row], zones: [String]
    ) {
        (self.day, self.counts, self.work, self.totals) = (day, counts, work, totals)
        (self.rows, self.zones) = (rows, zones)
    }

    /// Judges every lead for a day to come. Linear in the number of leads, but for the sorting.
    ///
    /// - Parameters:
    ///   - now: a time of that day.
    ///   - depth: how many first rows are to be known.
    public init(_ pipeline: Pipeline, at now: Now, depth: Int) {
        let rules = pipeline.rules
        let zones = rules.zones.keys.sorted()
        let places = Dictionary(zones.enumerated().map { ($1, $0) }) { $1 }
        var counts = [Int](repeating: 0, count: Section.allCases.count)
        var rows: [Row] = []
        var (onFile, parked, letGo) = (0, 0, 0)
        for lead in pipeline.leads where lead.isOnFile {
            onFile += 1
            switch lead.standpoint {
            case .parked: parked += 1
            case .letGo: letGo += 1
            case .list, .goodbye: break
            }
            guard let verdict = lead.verdict(now, rules) else { continue }
            let section = verdict.section
            counts[Int(section.rawValue)] += 1
            if section == .decide { continue }
            let mayBeClosed = section.isForCalls && lead.suggestedChannel(now)?.isDialled ?? false
            let zone = mayBeClosed ? lead.fields.zone.flatMap { places[$0] } : nil
            rows.append(Row(section: section, rank: verdict.rank, lead: lead.id, zone: zone))
        }
        rows.sort()
        self.init(
            day: now.today, counts: counts, work: DayTally(pipeline, on: now.today).sum,
            totals: Totals(onFile: onFile, parked: parked, letGo: letGo),
            rows: Outlook.first(depth, of: rows), zones: zones)
    }

    /// The first rows of each zone in each section: whichever zones can be called, the first of the list are among them.
    /// A section counts all its rows at any hour, so that those behind enough of them are never reached.
    private static func first(_ depth: Int, of rows: [Row]) -> [Row] {
        var seen: [Int: Int] = [:]
        var section: Section?
        var kept: [Row] = []
        for (place, row) in rows.enumerated() {
            if row.section != section {
                if place >= depth { break }
                (section, seen) = (row.section, [:])
            }
            seen[row.zone ?? -1, default: 0] += 1
            if seen[row.zone ?? -1, default: 0] <= depth { kept.append(row) }
        }
        return kept
    }

    /// Those who head the list at a time of the day, in its order.
    ///
    /// - Parameters:
    ///   - count: how many are wanted, at most the depth of the outlook.
    ///   - zone: gives a zone by its name, nil when the system does not know it.
    public func leads(first count: Int, at now: Now, _ numbers: MethodNumbers, zone: (String) -> Zone?) -> [LeadID] {
        var hours = [Bool?](repeating: nil, count: zones.count)
        func isClosed(_ row: Row) -> Bool {
            guard let place = row.zone else { return false }
            if let known = hours[place] { return known }
            let isOpen = zone(zones[place]).map { CallingHours(of: $0, at: now, numbers) == .open } ?? true
            hours[place] = !isOpen
            return !isOpen
        }
        var found: [LeadID] = []
        for section in Section.allCases where found.count < count {
            let start = rows.partitioningIndex { $0.section >= section }
            var closed: [LeadID] = []
            for row in rows[start...].lazy.prefix(while: { $0.section == section }) {
                if found.count == count { break }
                if isClosed(row) { closed.append(row.lead) } else { found.append(row.lead) }
            }
            found += closed.prefix(count - found.count)
        }
        return found
    }
}
