/// The morning list: every lead that something is to be done about today, in order, each in one section (method, section
/// 7).
///
/// When one lead changes, only that lead is judged again; a new day judges all.
public struct Triage: Sendable {
    /// The time for which the leads were judged.
    public let now: Now
    private let openZones: Set<String>
    private var rows: Ranking<Row>

    /// A lead's place on the list.
    public struct Row: Hashable, Comparable, Sendable {
        /// The section that took it.
        public let section: Section
        /// True for a call that cannot be made now, because it is too early or too late where they are.
        public let isClosed: Bool
        let rank: Int64
        /// Whom it is about.
        public let lead: LeadID

        /// In the order of the list; ties break on the id.
        public static func < (a: Row, b: Row) -> Bool {
            if a.section != b.section { return a.section < b.section }
            if a.isClosed != b.isClosed { return b.isClosed }
            return a.rank != b.rank ? a.rank < b.rank : a.lead < b.lead
        }
    }

    /// Judges every lead. Linear in the number of leads, but for the sorting.
    public init(_ pipeline: Pipeline, now: Now) {
        self.now = now
        let openZones = pipeline.rules.openZones(now)
        self.openZones = openZones
        rows = Ranking(pipeline) { Triage.row(of: $0, now, pipeline.rules, openZones) }
    }

    /// True when the list is still that of `later`: on the same day, with the same zones open for calls.
    public func holds(at later: Now, in pipeline: Pipeline) -> Bool {
        later.today == now.today && pipeline.rules.openZones(later) == openZones
    }

    /// How many leads are on the list.
    public var count: Int { rows.count }

    /// The row at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> Row { rows[position] }

    /// The leads from the top, by their places in the pipeline.
    public var places: [Int32] { rows.places }

    /// The positions of a section's rows. Logarithmic.
    public func range(of section: Section) -> Range<Int> {
        rows.firstPosition { $0.section >= section }..<rows.firstPosition { $0.section > section }
    }

    /// The section of the lead in a place of the pipeline, if it is on the list. Constant time.
    public func section(ofPlace place: Int) -> Section? { rows.row(ofPlace: place)?.section }

    /// Where a lead is on the list, if it is. Logarithmic.
    public func position(of id: LeadID, in pipeline: Pipeline) -> Int? {
        pipeline.place(of: id).flatMap { rows.position(ofPlace: $0) }
    }

    /// Judges one lead again: logarithmic, plus the cost of moving the rows behind it.
    public mutating func judge(_ id: LeadID, in pipeline: Pipeline) {
        guard let place = pipeline.place(of: id) else { return }
        rows.set(Triage.row(of: pipeline.leads[place], now, pipeline.rules, openZones), forPlace: place)
    }

    private static func row(of lead: Lead, _ now: Now, _ rules: Rules, _ openZones: Set<String>) -> Row? {
        guard let verdict = lead.verdict(now, rules) else { return nil }
        return Row(
            section: verdict.section,
            isClosed: verdict.section.isForCalls && lead.isClosed(now, rules, openZones), rank: verdict.rank,
            lead: lead.id)
    }
}

extension Section {
    /// True for the sections in which rows are calls to make; in the others they are decisions.
    public var isForCalls: Bool {
        switch self {
        case .decide, .reassess: false
        default: true
        }
    }
}

extension Lead {
    fileprivate func isClosed(_ now: Now, _ rules: Rules, _ openZones: Set<String>) -> Bool {
        guard let zone = fields.zone, rules.zones[zone] != nil, !openZones.contains(zone) else { return false }
        return suggestedChannel(now)?.isDialled ?? false
    }
}
