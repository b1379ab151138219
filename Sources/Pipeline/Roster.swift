/// The leads on file in one place or in all, in one order, for looking somebody up.
public struct Roster: Sendable {
    private let membership: Membership
    private let order: LeadOrder?
    private var rows: Ranking<Row>

    /// Which leads a roster lists, and in what order when none is asked for.
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
        let isReversed: Bool
        let lead: LeadID

        static func < (a: Row, b: Row) -> Bool {
            if a.rank != b.rank { return a.rank < b.rank }
            if a.name != b.name { return a.isReversed ? b.name < a.name : a.name < b.name }
            return a.lead < b.lead
        }
    }

    /// The leads on file that are wanted. Linear in the number of leads, but for the sorting.
    public init(
        _ pipeline: Pipeline, of membership: Membership = .everybody, by order: LeadOrder? = nil,
        where isWanted: (Lead) -> Bool = { _ in true }
    ) {
        (self.membership, self.order) = (membership, order)
        let zone = pipeline.rules.zone
        rows = Ranking(pipeline) { isWanted($0) ? Roster.row(of: $0, membership, order, zone) : nil }
    }

    private static func row(of lead: Lead, _ membership: Membership, _ order: LeadOrder?, _ zone: Zone) -> Row? {
        guard lead.isOnFile else { return nil }
        let rank: Int64
        switch (membership, lead.standpoint) {
        case (.everybody, _): rank = 0
        case (.parked, .parked(let until, _)): rank = Int64(until.number)
        case (.letGo, .letGo): rank = -(lead.departures.last?.seconds ?? 0)
        default: return nil
        }
        guard let order else {
            return Row(rank: rank, name: lead.title.lowercased(), isReversed: false, lead: lead.id)
        }
        let (number, text) = order.rank(of: lead, in: zone)
        let isByText = order.key == .name || order.key == .company
        return Row(
            rank: number, name: text, isReversed: order.isReversed && isByText && number != .max, lead: lead.id)
    }

    /// How many leads there are.
    public var count: Int { rows.count }

    /// The lead at a position, from the top: 0 to `count` - 1.
    public subscript(position: Int) -> LeadID { rows[position].lead }

    /// The leads from the top, by their places in the pipeline.
    public var places: [Int32] { rows.places }

    /// True when the lead in a place of the pipeline is there. Constant time.
    public func holds(place: Int) -> Bool { rows.row(ofPlace: place) != nil }

    /// Where a lead is, if it is there. Logarithmic.
    public func position(of id: LeadID, in pipeline: Pipeline) -> Int? {
        pipeline.place(of: id).flatMap { rows.position(ofPlace: $0) }
    }

    /// Puts a lead that changed in its place again: logarithmic, plus the cost of moving the rows behind it.
    public mutating func place(_ id: LeadID, in pipeline: Pipeline) {
        guard let place = pipeline.place(of: id) else { return }
        rows.set(Roster.row(of: pipeline.leads[place], membership, order, pipeline.rules.zone), forPlace: place)
    }
}
