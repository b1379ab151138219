/// The undos that are known, and what they make of the entries they name.
struct Undos: Sendable {
    // In order of ids.
    private var known: [(id: EntryID, refs: [EntryID], entry: Entry)] = []
    /// The entries that do not count, undos among them.
    private(set) var undone: Set<EntryID> = []

    /// Takes in an undo; false when it was known.
    mutating func insert(_ entry: Entry, of refs: [EntryID]) -> Bool {
        let place = known.partitioningIndex { $0.id >= entry.id }
        if place < known.count, known[place].id == entry.id { return false }
        known.insert((entry.id, refs, entry), at: place)
        return true
    }

    /// Works out which entries count. An undo can itself be undone, so the newest speak first; one names only what is
    /// older than itself, so no two can undo each other.
    ///
    /// - Returns: the entries for which the answer changed.
    mutating func settle() -> Set<EntryID> {
        var fresh: Set<EntryID> = []
        for undo in known.reversed() where !fresh.contains(undo.id) {
            fresh.formUnion(undo.refs.lazy.filter { $0 < undo.id })
        }
        defer { undone = fresh }
        return undone.symmetricDifference(fresh)
    }

    /// The undos that count, newest first.
    var inForce: [Entry] {
        known.reversed().filter { !undone.contains($0.id) }.map(\.entry)
    }

    func isUndo(_ id: EntryID) -> Bool {
        let place = known.partitioningIndex { $0.id >= id }
        return place < known.count && known[place].id == id
    }

    func contains(_ id: EntryID) -> Bool { undone.contains(id) }
}

extension Lead {
    /// True when an entry of the lead is among `ids`.
    func holds(anyOf ids: Set<EntryID>) -> Bool {
        entries.contains { ids.contains($0.id) }
    }
}

/// What one user action recorded: the entries of a batch, or a single one.
public struct Step: Hashable, Sendable {
    /// In the order of ids.
    public let entries: [Entry]

    /// The entry that takes the step back when recorded, or puts it back if it is an undo.
    public func undoing(at time: Moment) -> Draft {
        let leads = Set(entries.map(\.lead))
        return Draft(.undo(entries.map(\.id)), lead: leads.count == 1 ? leads.first ?? nil : nil, at: time)
    }
}

extension Pipeline {
    /// The newest step of a writer that counts: what an undo takes back. One pass over all leads.
    public func lastStep(of device: UInt16) -> Step? {
        var newest: Entry?
        for lead in leads {
            let own = lead.entries.last { $0.device == device && !undos.contains($0.id) }
            if let own, newest.map({ $0.id < own.id }) ?? true { newest = own }
        }
        guard let newest else { return nil }
        guard let batch = newest.batch else { return Step(entries: [newest]) }
        return Step(entries: entries(ofBatch: batch).filter { $0.device == device })
    }

    /// The newest undo of a writer that counts, when nothing was recorded since: what a redo puts back.
    public func lastUndo(of device: UInt16) -> (undo: Step, step: Step)? {
        let candidates = undos.inForce.filter { $0.device == device }
        for undo in candidates {
            guard case .undo(let refs) = undo.act, let first = refs.first, !undos.isUndo(first) else { continue }
            if let last = lastStep(of: device)?.entries.last, last.id > undo.id { return nil }
            let named = Set(refs)
            let entries = leads.flatMap { $0.entries.filter { named.contains($0.id) } }
            return (Step(entries: [undo]), Step(entries: entries.sorted { $0.id < $1.id }))
        }
        return nil
    }

    /// The entries of a batch that count, in the order of ids. One pass over all entries.
    public func entries(ofBatch batch: String) -> [Entry] {
        leads.flatMap { $0.entries.filter { $0.batch == batch && !undos.contains($0.id) } }.sorted { $0.id < $1.id }
    }
}
