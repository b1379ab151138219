/// The morning list: every lead that is to be called today, in order, each in one section (method, section 7).
///
/// When one lead changes, only that lead is judged again.
public struct Triage: Sendable {
    /// The time for which the leads were judged.
    public let now: Now
    // Sorted. With a hundred thousand leads the list must not be rebuilt for each dial.
    private var rows: [Row] = []
    // The row of each lead, by its place in the pipeline; nil for a lead that is not on the list.
    private var rowOfPlace: [Row?] = []

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

    /// Judges every lead. Linear in the number of leads, but for the sorting.
    public init(_ pipeline: Pipeline, now: Now) {
        self.now = now
        rowOfPlace = pipeline.leads.map { Triage.row(of: $0, now) }
        rows = rowOfPlace.compactMap(\.self).sorted()
    }

    /// How many leads are on the list.
    public var count: Int { rows.count }

    /// The row at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> Row { rows[position] }

    /// The positions of a section's rows. Logarithmic.
    public func range(of section: Section) -> Range<Int> {
        let start = rows.partitioningIndex(where: { $0.section >= section })
        return start..<rows.partitioningIndex(where: { $0.section > section })
    }

    /// Where a lead is on the list, if it is. Logarithmic.
    public func position(of id: LeadID, in pipeline: Pipeline) -> Int? {
        guard let place = pipeline.place(of: id), place < rowOfPlace.count, let row = rowOfPlace[place] else {
            return nil
        }
        return rows.partitioningIndex(where: { $0 >= row })
    }

    /// Judges one lead again: logarithmic, plus the cost of moving the rows behind it.
    public mutating func judge(_ id: LeadID, in pipeline: Pipeline) {
        guard let place = pipeline.place(of: id) else { return }
        while rowOfPlace.count <= place { rowOfPlace.append(nil) }
        let row = Triage.row(of: pipeline.leads[place], now)
        guard row != rowOfPlace[place] else { return }
        if let old = rowOfPlace[place] { rows.remove(at: rows.partitioningIndex(where: { $0 >= old })) }
        if let row { rows.insert(row, at: rows.partitioningIndex(where: { $0 >= row })) }
        rowOfPlace[place] = row
    }

    private static func row(of lead: Lead, _ now: Now) -> Row? {
        lead.verdict(now).map { Row(section: $0.section, rank: $0.rank, lead: lead.id) }
    }
}
