/// The leads on file in one place or in all, in one order, for looking somebody up.
public struct Roster: Sendable {
    /// Whose roster it is.
    public let membership: Membership
    private var rows: Ranking<Row>

    /// Which leads a roster lists, and in what order.
    public enum Membership: Hashable, Sendable {
        /// Everybody, by name.
        case everybody
        /// Those who are parked, the soonest day first.
        case parked
        /// Those who were let go, the latest first.
        case letGo
    }

    private struct Row: Comparable, Sendable {
        let rank: Int64
        let name: String
        let lead: LeadID

        static func < (a: Row, b: Row) -> Bool {
            if a.rank != b.rank { return a.rank < b.rank }
            return a.name != b.name ? a.name < b.name : a.lead < b.lead
        }
    }

    /// The leads on file that are wanted. Linear in the number of leads, but for the sorting.
    public init(
        _ pipeline: Pipeline, of membership: Membership = .everybody, where isWanted: (Lead) -> Bool = { _ in true }
    ) {
        self.membership = membership
        rows = Ranking(pipeline) { isWanted($0) ? Roster.row(of: $0, membership) : nil }
    }

    private static func row(of lead: Lead, _ membership: Membership) -> Row? {
        guard lead.isOnFile else { return nil }
        let rank: Int64
        switch (membership, lead.standpoint) {
        case (.everybody, _): rank = 0
        case (.parked, .parked(let until, _)): rank = Int64(until.number)
        case (.letGo, .letGo): rank = -(lead.departures.last?.seconds ?? 0)
        default: return nil
        }
        return Row(rank: rank, name: lead.title.lowercased(), lead: lead.id)
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
        rows.set(isWanted ? Roster.row(of: pipeline.leads[place], membership) : nil, forPlace: place)
    }
}
