/// Which leads are the same person (the act *merge*).
struct Merges: Sendable {
    // Of each lead that was merged into another: which, and by which entry.
    private var into: [LeadID: (other: LeadID, entry: EntryID)] = [:]
    // Of each lead that others were merged into, directly or not: those others, in the order of ids.
    private var members: [LeadID: [LeadID]] = [:]
    // Leads that ever had such an act.
    private(set) var candidates: Set<LeadID> = []
    // The leads that those acts name.
    private var targets: Set<LeadID> = []

    /// True when no lead was ever merged: then there is nothing else to do.
    var isEmpty: Bool { candidates.isEmpty }

    /// Takes note of a lead with such an act.
    mutating func note(_ id: LeadID, into other: LeadID) {
        candidates.insert(id)
        targets.insert(other)
    }

    /// True when a lead was ever to be shown as this one.
    func isTarget(_ id: LeadID) -> Bool { targets.contains(id) }

    /// True when a lead was ever merged into another, or another into it.
    func concern(_ id: LeadID) -> Bool { candidates.contains(id) || targets.contains(id) }

    /// The lead that a lead is shown as: itself unless it was merged.
    func root(of id: LeadID) -> LeadID {
        var id = id
        while let next = into[id]?.other { id = next }
        return id
    }

    /// The leads that are folded into one.
    func members(of root: LeadID) -> [LeadID] { members[root] ?? [] }

    /// The entry that merged a lead into another.
    func entry(of id: LeadID) -> EntryID? { into[id]?.entry }

    /// Works out who is whom from the acts that count. The oldest merge speaks first, and one that would close a circle
    /// counts for nothing, so that the order of arrival does not matter.
    ///
    /// - Parameters:
    ///   - leads: the candidates.
    ///   - isKnown: whether a lead was added. Nobody can be shown as a lead that was not, or whose coming on file was
    ///     undone.
    /// - Returns: the leads that are shown as another than before, and those that they were and are shown as.
    mutating func settle(_ leads: [Lead], isKnown: (LeadID) -> Bool) -> Set<LeadID> {
        let before = self
        var acts: [(entry: EntryID, from: LeadID, into: LeadID)] = []
        for lead in leads {
            for entry in lead.counting {
                if case .merge(let other) = entry.act, isKnown(other) { acts.append((entry.id, lead.id, other)) }
            }
        }
        into = [:]
        for act in acts.sorted(by: { $0.entry < $1.entry }) where into[act.from] == nil {
            if root(of: act.into) != act.from { into[act.from] = (act.into, act.entry) }
        }
        members = [:]
        for id in into.keys.sorted() { members[root(of: id), default: []].append(id) }
        var changed: Set<LeadID> = []
        for id in Set(before.into.keys).union(into.keys) {
            let (old, new) = (before.root(of: id), root(of: id))
            if old != new { changed.formUnion([id, old, new]) }
        }
        return changed
    }
}

extension Lead {
    /// Folds the entries of other leads in with the lead's own, as those of one person. What is known of the others fills
    /// in what is not known of this one, from the merge on.
    mutating func absorb(_ others: [(lead: Lead, merge: EntryID?)], without undone: Set<EntryID>, _ rules: Rules) {
        var (fresh, alone) = (Lead(id: id), Lead(id: id))
        let merged = Dictionary(others.compactMap { other in other.merge.map { ($0, other.lead) } }) { $1 }
        let all = others.reduce(into: entries) { $0 += $1.lead.entries }.sorted { $0.id < $1.id }
        for entry in all {
            let isOwn = entry.lead == id
            if undone.contains(entry.id) {
                if isOwn { fresh.undone.insert(entry.id) }
                continue
            }
            if isOwn {
                fresh.fold(entry, rules)
                alone.fold(entry, rules)
                continue
            }
            fresh.absorbed.append(entry)
            fresh.fold(absorbed: entry, rules)
            if let other = merged[entry.id] { fresh.fields.fill(from: other.fields) }
        }
        fresh.holdFlags(of: alone, entries, others)
        fresh.entries = entries
        fresh.touch = touch
        self = fresh
    }

    /// Folds an entry of somebody who was merged into this lead. It changes none of the lead's own details: which numbers
    /// work is known from the other's.
    private mutating func fold(absorbed entry: Entry, _ rules: Rules) {
        switch entry.act {
        case .add: if round.began.map({ $0 > entry.at }) ?? true, round.number == 1 { round.began = entry.at }
        case .edit: break
        default:
            let own = fields
            fold(entry, rules)
            fields = own
        }
    }

    /// A merge never clears a flag, neither side's; only the lead's own permission does, and for another's flag one that
    /// was given since the merge (method, section 9).
    private mutating func holdFlags(
        of alone: Lead, _ own: [Entry], _ others: [(lead: Lead, merge: EntryID?)]
    ) {
        guard doNotContact == nil else { return }
        let permissions = own.filter { entry in
            if case .allowContact = entry.act { return !undone.contains(entry.id) }
            return false
        }
        var flags = [alone.doNotContact].compactMap(\.self)
        for (other, merge) in others {
            guard let flag = other.doNotContact, let merge, !permissions.contains(where: { $0.id > merge }) else {
                continue
            }
            flags.append(flag)
        }
        guard let flag = flags.min(by: { $0.since < $1.since }) else { return }
        forbidContact(flag.words, at: flag.since)
    }
}

extension LeadFields {
    /// Fills what is not known from another's fields; numbers, addresses and tags are those of both.
    mutating func fill(from other: LeadFields) {
        if name.isBlank { name = other.name }
        for field in LeadField.allCases {
            if let text = field.text, self[keyPath: text] == nil { self[keyPath: text] = other[keyPath: text] }
        }
        for phone in other.phones {
            guard let place = phones.firstIndex(where: { $0.number == phone.number }) else {
                phones.append(phone)
                continue
            }
            // A number that one of the two knows to be dead is dead.
            if phone.dead { phones[place].dead = true }
        }
        for email in other.emails {
            guard let place = emails.firstIndex(where: { $0.address == email.address }) else {
                emails.append(email)
                continue
            }
            if email.dead { emails[place].dead = true }
        }
        for tag in other.tags where !tags.contains(tag) { tags.append(tag) }
        worth = worth ?? other.worth
        for member in other.extra where !extra.contains(where: { $0.key == member.key }) { extra.append(member) }
    }
}
