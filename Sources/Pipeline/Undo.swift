/// The undos that are known, and what they make of the entries they name.
struct Undos: Sendable {
    // In order of ids.
    private var known: [(entry: Entry, refs: [EntryID])] = []
    /// The entries that do not count, undos among them.
    private(set) var undone: Set<EntryID> = []

    /// Takes in an undo; false when it was known.
    mutating func insert(_ entry: Entry, of refs: [EntryID]) -> Bool {
        if isUndo(entry.id) { return false }
        known.insert((entry, refs), at: known.partitioningIndex { $0.entry.id > entry.id })
        return true
    }

    /// Works out which entries count. An undo can itself be undone, so the newest speak first; one names only what is
    /// older than itself, so no two can undo each other. Linear in the number of undone entries.
    ///
    /// - Returns: the entries for which the answer changed.
    mutating func settle() -> Set<EntryID> {
        var fresh = Set<EntryID>(minimumCapacity: known.count)
        for undo in known.reversed() where !fresh.contains(undo.entry.id) {
            fresh.formUnion(undo.refs.lazy.filter { $0 < undo.entry.id })
        }
        defer { undone = fresh }
        return undone.isEmpty ? fresh : undone.symmetricDifference(fresh)
    }

    /// The undos that count, newest first.
    var inForce: [Entry] {
        known.reversed().map(\.entry).filter { !undone.contains($0.id) }
    }

    /// True when the entry is a known undo. Logarithmic.
    func isUndo(_ id: EntryID) -> Bool {
        let place = known.partitioningIndex { $0.entry.id >= id }
        return place < known.count && known[place].entry.id == id
    }

    /// By the id of an entry, the undos that name it.
    var byNamed: [EntryID: [EntryID]] {
        known.reduce(into: [:]) { named, undo in
            for ref in undo.refs { named[ref, default: []].append(undo.entry.id) }
        }
    }

    /// The newest undo that was recorded of a lead, in force or not.
    func newest(of lead: LeadID) -> EntryID? {
        known.last { $0.entry.lead == lead }?.entry.id
    }
}

/// Some ids, with the range that encloses them, so that in a sorted list only that range need be looked at.
struct EntryIDs {
    private let ids: Set<EntryID>
    private let range: ClosedRange<EntryID>
    // Set for the last bits of each id: nearly all others are told by these, without a search.
    private var marks = [Bool](repeating: false, count: 1 << 12)

    init(_ ids: Set<EntryID>) {
        self.ids = ids
        for id in ids { marks[EntryIDs.mark(id)] = true }
        range = (ids.min() ?? .first)...(ids.max() ?? .first)
    }

    /// The least of them.
    var first: EntryID { range.lowerBound }

    /// Those of `entries`, which are in the order of ids, that have one of these ids. Logarithmic, and linear in the
    /// number of entries within the range.
    func among(_ entries: [Entry]) -> [Entry] {
        var found: [Entry] = []
        var place = entries.partitioningIndex { $0.id >= range.lowerBound }
        while place < entries.count, entries[place].id <= range.upperBound {
            let id = entries[place].id
            if marks[EntryIDs.mark(id)], ids.contains(id) { found.append(entries[place]) }
            place += 1
        }
        return found
    }

    private static func mark(_ id: EntryID) -> Int { Int(truncatingIfNeeded: id.low & (1 << 12 - 1)) }
}

extension Lead {
    /// True when an entry of the lead is among `ids`.
    func holds(anyOf ids: EntryIDs) -> Bool {
        !ids.among(entries).isEmpty
    }
}

/// What one user action recorded: the entries of a batch, or a single one.
public struct Step: Hashable, Sendable {
    /// In the order of ids.
    public let entries: [Entry]

    /// A step of entries in the order of their ids.
    public init(entries: [Entry]) {
        self.entries = entries
    }

    /// The entry that takes the step back when recorded, or puts it back if it is an undo.
    public func undoing(at time: Moment) -> Draft {
        let leads = Set(entries.map(\.lead))
        return Draft(.undo(entries.map(\.id)), lead: leads.count == 1 ? leads.first ?? nil : nil, at: time)
    }
}

extension Pipeline {
    /// By lead, the undos that decide which of its entries count, and of those of whoever was merged into it: the undos
    /// that name one, those that name such an undo, and so on. Leads without any are left out. A look-up for each entry
    /// of the leads.
    public func undos(concerning leads: some Sequence<LeadID>) -> [LeadID: Set<EntryID>] {
        let byNamed = undos.byNamed
        if byNamed.isEmpty { return [:] }
        var found: [LeadID: Set<EntryID>] = [:]
        for lead in leads {
            var open = family(of: lead).flatMap { self[$0]?.entries.map(\.id) ?? [] }
            while let id = open.popLast() {
                for undo in byNamed[id] ?? [] where found[lead, default: []].insert(undo).inserted { open.append(undo) }
            }
        }
        return found
    }

    /// The newest step of a writer that counts: what an undo takes back. A comparison for each lead; for a step of several
    /// entries one pass over all.
    ///
    /// - Parameter others: entries that are passed over, as those of another window of the same device.
    public func lastStep(of device: UInt16, apartFrom others: Set<EntryID> = []) -> Step? {
        let newest = newestEntry {
            $0.device == device && !others.contains($0.id) && !$1.undone.contains($0.id)
        }
        guard let newest else { return nil }
        guard let batch = newest.batch else { return Step(entries: [newest]) }
        return Step(entries: entries(ofBatch: batch).filter { $0.device == device })
    }

    /// The newest undo of a writer that counts, when nothing was recorded since, and the step that a redo puts back by
    /// undoing it. A redo itself is no such undo. One pass over all leads.
    ///
    /// - Parameter others: entries that are passed over, as those of another window of the same device.
    public func lastUndo(of device: UInt16, apartFrom others: Set<EntryID> = []) -> (undo: Step, step: Step)? {
        let candidates = undos.inForce.filter { $0.device == device && !others.contains($0.id) }
        for undo in candidates {
            guard case .undo(let refs) = undo.act, let first = refs.first, !undos.isUndo(first) else { continue }
            if let last = lastStep(of: device, apartFrom: others)?.entries.last, last.id > undo.id { return nil }
            let named = EntryIDs(Set(refs))
            let entries = places(since: named.first).flatMap { named.among(leads[$0].entries) }.sorted { $0.id < $1.id }
            return (Step(entries: [undo]), Step(entries: entries))
        }
        return nil
    }

    /// The entries of a batch that count, in the order of ids. One pass over all entries.
    public func entries(ofBatch batch: String) -> [Entry] {
        leads.flatMap { $0.counting.filter { $0.batch == batch } }.sorted { $0.id < $1.id }
    }
}
