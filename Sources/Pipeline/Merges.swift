/// Which leads are the same person (the act *merge*).
struct Merges: Sendable {
    // Of each lead that was merged into another: which, and by which entry.
    private var into: [LeadID: (other: LeadID, entry: EntryID)] = [:]
    // Of each lead that others were merged into, directly or not: those others, in the order of ids.
    private var members: [LeadID: [LeadID]] = [:]
    // Leads that ever had such an act.
    private(set) var candidates: Set<LeadID> = []

    /// True when no lead was ever merged: then there is nothing else to do.
    var isEmpty: Bool { candidates.isEmpty }

    /// Takes note of a lead with such an act.
    mutating func note(_ id: LeadID) { candidates.insert(id) }

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
    /// - Parameter leads: the candidates.
    /// - Returns: the leads that are shown as another than before, and those that they were and are shown as.
    mutating func settle(_ leads: [Lead]) -> Set<LeadID> {
        let before = self
        var acts: [(entry: EntryID, from: LeadID, into: LeadID)] = []
        for lead in leads {
            for entry in lead.counting {
                if case .merge(let other) = entry.act { acts.append((entry.id, lead.id, other)) }
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
    /// in what is not known of this one.
    mutating func absorb(_ others: [(lead: Lead, merge: EntryID?)], without undone: Set<EntryID>, _ rules: Rules) {
        var fresh = Lead(id: id)
        let all = others.reduce(into: entries) { $0 += $1.lead.entries }.sorted { $0.id < $1.id }
        for entry in all {
            if undone.contains(entry.id) {
                if entry.lead == id { fresh.undone.insert(entry.id) }
                continue
            }
            switch entry.act {
            case .add, .edit: if entry.lead == id { fresh.fold(entry, rules) }
            default: fresh.fold(entry, rules)
            }
        }
        for (other, merge) in others {
            fresh.fields.fill(from: other.fields)
            // Section 9: a merge never clears the flag; only a permission given since does.
            let isAllowed = entries.contains { entry in
                if case .allowContact = entry.act { return merge.map { entry.id > $0 } ?? true }
                return false
            }
            if let flag = other.doNotContact, fresh.doNotContact == nil, !isAllowed {
                fresh.forbidContact(flag.words, at: flag.since)
            }
        }
        fresh.entries = entries
        fresh.touch = touch
        self = fresh
    }
}

extension LeadFields {
    /// Fills what is not known from another's fields; numbers, addresses and tags are those of both.
    mutating func fill(from other: LeadFields) {
        if name.isBlank { name = other.name }
        for field in LeadField.allCases {
            if let text = field.text, self[keyPath: text] == nil { self[keyPath: text] = other[keyPath: text] }
        }
        for phone in other.phones where !phones.contains(where: { $0.number == phone.number }) { phones.append(phone) }
        for email in other.emails where !emails.contains(where: { $0.address == email.address }) {
            emails.append(email)
        }
        for tag in other.tags where !tags.contains(tag) { tags.append(tag) }
        worth = worth ?? other.worth
        for member in other.extra where !extra.contains(where: { $0.key == member.key }) { extra.append(member) }
    }
}
