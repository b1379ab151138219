/// All leads on file in the order of their names, for looking somebody up.
public struct Roster: Sendable {
    private var rows: Ranking<Row>

    private struct Row: Comparable, Sendable {
        let name: String
        let lead: LeadID

        init(_ lead: Lead) {
            name = lead.title.lowercased()
            self.lead = lead.id
        }

        static func < (a: Row, b: Row) -> Bool {
            a.name != b.name ? a.name < b.name : a.lead < b.lead
        }
    }

    /// The leads on file that are wanted. Linear in the number of leads, but for the sorting.
    public init(_ pipeline: Pipeline, where isWanted: (Lead) -> Bool = { _ in true }) {
        rows = Ranking(pipeline) { $0.isOnFile && isWanted($0) ? Row($0) : nil }
    }

    /// How many leads there are.
    public var count: Int { rows.count }

    /// The lead at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> LeadID { rows[position].lead }

    /// Where a lead is, if it is there. Logarithmic.
    public func position(of id: LeadID, in pipeline: Pipeline) -> Int? {
        pipeline.place(of: id).flatMap { rows.position(ofPlace: $0) }
    }

    /// Puts a lead that changed in its place again: logarithmic, plus the cost of moving the rows behind it. A lead that
    /// is not wanted leaves the roster.
    public mutating func place(_ id: LeadID, in pipeline: Pipeline, isWanted: Bool = true) {
        guard let place = pipeline.place(of: id) else { return }
        let lead = pipeline.leads[place]
        rows.set(lead.isOnFile && isWanted ? Row(lead) : nil, forPlace: place)
    }
}
