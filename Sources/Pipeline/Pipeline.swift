/// Everything on file: the leads folded from the entries that were recorded, in whatever order they arrive.
public struct Pipeline: Sendable {
    /// Every lead of which anything is known, in order of arrival; the ones to show are on file (`isOnFile`).
    /// A lead keeps its place for as long as the pipeline lives.
    public private(set) var leads: [Lead] = []
    private var places = LeadPlaces()
    // The greatest id of each lead's own entries, by its place: what is recent is found without a look at every lead.
    private var newest: [EntryID] = []
    private(set) var undos = Undos()
    private(set) var merges = Merges()
    /// How often entries were folded in: what was derived from the pipeline is still true while this is the same.
    public private(set) var revision: UInt32 = 0

    /// What entries are folded by.
    public private(set) var rules: Rules

    /// An empty pipeline.
    ///
    /// - Parameter expected: of how many leads something will be known, if that is known before.
    public init(_ rules: Rules = Rules(), expecting expected: Int = 0) {
        self.rules = rules
        leads.reserveCapacity(expected)
    }

    /// Learns the zones that leads are in and that are not known yet. Linear in the number of leads.
    ///
    /// - Parameter zone: gives a zone by its name, nil when the system does not know it.
    public mutating func learnZones(_ zone: (String) -> Zone?) {
        var unknown: Set<String> = []
        for place in leads.indices {
            guard let name = leads[place].fields.zone, rules.zones[name] == nil, unknown.insert(name).inserted else {
                continue
            }
            rules.zones[name] = zone(name)
        }
    }

    /// Learns who the user is. Nothing that is folded depends on it.
    public mutating func introduce(_ me: Settings.Me) { rules.settings.me = me }

    /// The lead with an id, if anything is known of it. Constant time.
    public subscript(id: LeadID) -> Lead? {
        places[id].map { leads[$0] }
    }

    /// A lead and those who were merged into it: all whose entries are folded into it.
    public func family(of id: LeadID) -> [LeadID] { [id] + merges.members(of: id) }

    /// How many entries are known of a lead and of those who were merged into it, undos left out.
    public func entryCount(of id: LeadID) -> Int {
        family(of: id).reduce(0) { $0 + (self[$1]?.entries.count ?? 0) }
    }

    /// True when an entry is known, whether it counts or not. Logarithmic in the number of entries of its lead.
    public func holds(_ entry: Entry) -> Bool {
        if case .undo = entry.act { return undos.isUndo(entry.id) }
        guard let place = entry.lead.flatMap({ places[$0] }) else { return false }
        let found = leads[place].entries.partitioningIndex { $0.id >= entry.id }
        return found < leads[place].entries.count && leads[place].entries[found].id == entry.id
    }

    /// Where a lead stands in `leads`. Constant time.
    public func place(of id: LeadID) -> Int? {
        places[id]
    }

    /// Folds entries in: of this process, of another, or of another machine. The same set of entries gives the same
    /// leads in any order of arrival, but for their places; an entry whose id is known already counts for nothing.
    ///
    /// Entries that are newer than what is known of their lead cost constant time each; a lead with older ones, or with
    /// undone ones, is folded anew. A call that brings any undos also costs a logarithmic search in every lead, and a
    /// look at the entries as old as those that are undone.
    ///
    /// - Returns: the leads that may have changed, each once.
    @discardableResult
    public mutating func apply(_ entries: some Sequence<Entry>) -> [LeadID] {
        revision &+= 1
        var arrival = Arrival()
        let rules = rules
        for entry in entries { take(entry, &arrival, rules) }
        return settle(arrival).map { places.ids[$0] }
    }

    /// Folds in what is read, as one `apply` of all of it.
    ///
    /// - Parameter read: is given what takes an entry.
    public mutating func applyAll<Result, Failure: Error>(
        _ read: (_ take: (consuming Entry) -> Void) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        revision &+= 1
        var arrival = Arrival()
        let rules = rules
        let result = try read { take($0, &arrival, rules) }
        settle(arrival)
        return result
    }

    /// What entries that came in have changed, while more may follow.
    private struct Arrival {
        var touched: [Int] = []
        var hasUndo = false
        var hasMerge = false
    }

    /// Takes in an entry.
    ///
    /// - Parameter rules: those of the pipeline, so that they are not copied for each entry.
    private mutating func take(_ entry: consuming Entry, _ arrival: inout Arrival, _ rules: Rules) {
        if case .undo(let ids) = entry.act {
            arrival.hasUndo = undos.insert(entry, of: ids) || arrival.hasUndo
            return
        }
        guard let lead = entry.lead else { return }
        let (id, place) = (entry.id, makePlace(for: lead))
        switch entry.act {
        case .merge(let other):
            merges.note(lead, into: other)
            arrival.hasMerge = true
        // Only now can somebody be shown as this lead.
        case .add where merges.isTarget(lead): arrival.hasMerge = true
        default: break
        }
        let isUndone = !undos.undone.isEmpty && undos.undone.contains(id)
        guard leads[place].take(entry, isUndone: isUndone, rules) else { return }
        newest[place] = max(newest[place], id)
        touch(place, in: &arrival.touched)
    }

    /// Folds anew whom undos and merges concern, when all that comes is there.
    ///
    /// - Returns: the places of the leads that may have changed.
    @discardableResult
    private mutating func settle(_ arrival: Arrival) -> [Int] {
        var touched = arrival.touched
        if arrival.hasUndo {
            let turned = EntryIDs(undos.settle())
            for place in places(since: turned.first) where leads[place].holds(anyOf: turned) {
                leads[place].isStale = true
                touch(place, in: &touched)
            }
        }
        for place in touched { leads[place].refoldIfStale(without: undos.undone, rules) }
        if !merges.isEmpty { foldMerged(&touched, mayChange: arrival.hasMerge || arrival.hasUndo) }
        return touched
    }

    /// Folds those who are one person as one. Costs what the leads concerned hold.
    ///
    /// - Parameter mayChange: whether a merge came, or something was undone; then it also costs what all who were ever
    ///   merged hold.
    private mutating func foldMerged(_ touched: inout [Int], mayChange: Bool) {
        var changed: Set<LeadID> = []
        if mayChange {
            var merges = merges
            changed = merges.settle(merges.candidates.compactMap { self[$0] }) { self[$0]?.added != nil }
            self.merges = merges
        }
        // Whoever is shown as another than before is folded alone first, without what others brought.
        for id in changed {
            guard let place = places[id] else { continue }
            leads[place].refold(without: undos.undone, rules)
            touch(place, in: &touched)
        }
        for id in touched.map({ places.ids[$0] }) where merges.concern(id) {
            let root = merges.root(of: id)
            let place = makePlace(for: id)
            leads[place].mergedInto = root == id ? nil : root
            touch(place, in: &touched)
            if root != id { touch(makePlace(for: root), in: &touched) }
        }
        for place in touched where merges.concern(places.ids[place]) {
            let members = merges.members(of: places.ids[place])
            guard !members.isEmpty, leads[place].mergedInto == nil else { continue }
            let others = members.compactMap { id in self[id].map { (lead: $0, merge: merges.entry(of: id)) } }
            leads[place].absorb(others, without: undos.undone, rules)
        }
    }

    private mutating func makePlace(for id: LeadID) -> Int {
        if let place = places[id] { return place }
        places.append(id)
        newest.append(.first)
        leads.append(Lead(id: id))
        return leads.count - 1
    }

    /// The places of the leads of which something was recorded with that id or a greater one. Linear in the number of
    /// leads, at a comparison each.
    func places(since id: EntryID) -> [Int] { newest.indices.filter { newest[$0] >= id } }

    /// The newest entry of the leads that `isWanted` takes. A comparison for each lead, and a look into few of them.
    func newestEntry(where isWanted: (Entry, Lead) -> Bool) -> Entry? {
        var found: Entry?
        func look(at place: Int) {
            guard newest[place] > found?.id ?? .first else { return }
            let entry = leads[place].entries.last { isWanted($0, leads[place]) }
            if let entry, entry.id > found?.id ?? .first { found = entry }
        }
        // With the lead of the newest entry of all seen first, there is seldom need to look at another.
        if let place = newest.indices.max(by: { newest[$0] < newest[$1] }) { look(at: place) }
        for place in newest.indices { look(at: place) }
        return found
    }

    private mutating func touch(_ place: Int, in touched: inout [Int]) {
        guard leads[place].touch != revision else { return }
        leads[place].touch = revision
        touched.append(place)
    }
}

extension Pipeline {
    /// A pipeline without leads, to try entries out in: it knows what was undone in another.
    init(withUndosOf whole: Pipeline) {
        rules = whole.rules
        merges = whole.merges
        undos = whole.undos
    }

    /// Takes over the leads that an entry would change, as they are in the whole pipeline, unless they are here
    /// already. An undo costs a pass over all leads.
    mutating func adoptLeads(changedBy entry: Entry, from whole: Pipeline) {
        if case .undo(let ids) = entry.act {
            var undos = undos
            _ = undos.insert(entry, of: ids)
            let turned = EntryIDs(undos.settle())
            for place in whole.places(since: turned.first) where whole.leads[place].holds(anyOf: turned) {
                adopt(whole.leads[place])
            }
        } else if let id = entry.lead {
            adoptFamily(of: id, from: whole)
            if case .merge(let other) = entry.act { adoptFamily(of: other, from: whole) }
        }
    }

    /// Takes over a lead, and all who are the same person.
    private mutating func adoptFamily(of id: LeadID, from whole: Pipeline) {
        let root = whole.merges.root(of: id)
        for lead in ([id, root] + whole.merges.members(of: root)).compactMap({ whole[$0] }) { adopt(lead) }
    }

    private mutating func adopt(_ lead: Lead) {
        let place = makePlace(for: lead.id)
        guard leads[place].entries.isEmpty else { return }
        leads[place] = lead
        newest[place] = lead.entries.last?.id ?? .first
        leads[place].touch = 0
    }
}

extension Pipeline {
    /// The entries of a lead that count, the latest first by when they happened.
    ///
    /// Those of leads that were merged into it are among them.
    public func history(of lead: Lead) -> [Entry] { lead.chronicle.reversed() }

    /// The newest entry known of a lead, undos among them: what is recorded of it next must come after. Linear in the
    /// number of undos.
    public func newestEntry(of id: LeadID) -> EntryID? {
        let entry = places[id].flatMap { leads[$0].entries.last?.id }
        return [entry, undos.newest(of: id)].compactMap(\.self).max()
    }
}
