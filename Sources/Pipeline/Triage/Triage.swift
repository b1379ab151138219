/// The morning list: every lead that is to be called today, in order, each in one section (method, section 7).
///
/// When one lead changes, only that lead is judged again.
public struct Triage: Sendable {
    /// The time for which the leads were judged.
    public let now: Now
    private var rows: Ranking<Row>

    /// A lead's place on the list.
    public struct Row: Hashable, Comparable, Sendable {
        /// The section that took it.
        public let section: Section
        let rank: Int64
        /// Whom it is about.
        public let lead: LeadID

        /// In the order of the list; ties break on the id.
        public static func < (a: Row, b: Row) -> Bool {
            if a.section != b.section { return a.section < b.section }
            return a.rank != b.rank ? a.rank < b.rank : a.lead < b.lead
        }
    }

    /// Judges every lead that is wanted. Linear in the number of leads, but for the sorting.
    public init(_ pipeline: Pipeline, now: Now, where isWanted: (Lead) -> Bool = { _ in true }) {
        self.now = now
        rows = Ranking(pipeline) { isWanted($0) ? Triage.row(of: $0, now) : nil }
    }

    /// How many leads are on the list.
    public var count: Int { rows.count }

    /// The row at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> Row { rows[position] }

    /// The positions of a section's rows. Logarithmic.
    public func range(of section: Section) -> Range<Int> {
        rows.firstPosition { $0.section >= section }..<rows.firstPosition { $0.section > section }
    }

    /// Where a lead is on the list, if it is. Logarithmic.
    public func position(of id: LeadID, in pipeline: Pipeline) -> Int? {
        pipeline.place(of: id).flatMap { rows.position(ofPlace: $0) }
    }

    /// Judges one lead again: logarithmic, plus the cost of moving the rows behind it. A lead that is not wanted leaves
    /// the list.
    public mutating func judge(_ id: LeadID, in pipeline: Pipeline, isWanted: Bool = true) {
        guard let place = pipeline.place(of: id) else { return }
        rows.set(isWanted ? Triage.row(of: pipeline.leads[place], now) : nil, forPlace: place)
    }

    private static func row(of lead: Lead, _ now: Now) -> Row? {
        lead.verdict(now).map { Row(section: $0.section, rank: $0.rank, lead: lead.id) }
    }
}
