extension Pipeline {
    /// Checks acts that are about to be recorded, in their order, each as if those before it were recorded already. An
    /// undo costs a pass over all leads; the others cost what their leads hold.
    ///
    /// - Throws: why the first one that must not be recorded is refused, and its place among `drafts`. Then none of
    ///   them may be recorded.
    public func check(_ drafts: [Draft]) throws(Refused) {
        // The leads that the acts are about, as they will be.
        var after = Pipeline(withUndosOf: self)
        for (index, draft) in drafts.enumerated() {
            let id = EntryID(high: .max, low: UInt64(index))
            let entry = Entry(id: id, lead: draft.lead, at: draft.at, act: draft.act, margin: draft.margin)
            after.adoptLeads(changedBy: entry, from: self)
            do throws(Refusal) {
                if case .undo(let ids) = draft.act {
                    try check(undo: ids)
                } else {
                    guard let id = draft.lead else { throw .bad("an act needs a lead; give its id as “lead”") }
                    try (after[id] ?? Lead(id: id)).check(draft.act)
                }
            } catch {
                throw Refused(place: index, refusal: error)
            }
            after.apply([entry])
        }
    }

    /// The act that was refused, and why.
    public struct Refused: Error, Hashable {
        /// Its place among those that were checked, from 0.
        public let place: Int
        /// Why.
        public let refusal: Refusal
    }

    private func check(undo ids: [EntryID]) throws(Refusal) {
        if ids.isEmpty { throw .bad("an undo names the entries it takes back; give their ids as “ref”") }
        var missing = Set(ids).filter { !undos.isUndo($0) }
        let wanted = EntryIDs(missing)
        for lead in leads { missing.subtract(wanted.among(lead.entries).lazy.map(\.id)) }
        if let missing = missing.min() {
            throw .bad("there is no entry \(missing) to take back; look its id up in the lead's history")
        }
    }
}

extension Lead {
    /// Refuses an act that a rule forbids, or that makes no sense for this lead.
    func check(_ act: Act) throws(Refusal) {
        if case .add(let fields) = act {
            if isOnFile { throw .bad("lead \(id) is on file already; use “edit” to change it") }
            return try fields.check()
        }
        guard isOnFile else { throw .bad("there is no lead \(id); add it first, or look its id up with “list”") }
        switch act {
        case .attempt(let attempt) where !attempt.inbound: try checkMayContact()
        case .edit(let edit):
            var changed = fields
            edit.apply(to: &changed)
            try changed.check()
        case .allowContact(let why):
            if doNotContact == nil { throw .bad("\(title) never asked not to be contacted; there is nothing to clear") }
            if why.isBlank { throw .bad("clearing “do not contact” needs a written reason") }
        case .unknown(let name):
            throw .bad("“\(name)” is no act that this version knows; see the list of acts, or update lastcall")
        case .note(let text) where text.isBlank: throw .bad("the note is empty; write something")
        default: break
        }
    }
}

extension LeadFields {
    /// Refuses fields by which nobody could find or reach the lead.
    func check() throws(Refusal) {
        let ways = [name, company ?? ""] + phones.map(\.number) + emails.map(\.address)
        if ways.allSatisfy(\.isBlank) {
            throw .bad("a lead needs a name, a company, a phone number or an e-mail address")
        }
    }
}
