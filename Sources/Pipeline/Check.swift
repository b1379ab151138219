import FoundationEssentials

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
                    try after.checkKeepsFlags(entry)
                } else {
                    guard let id = draft.lead else { throw .bad("an act needs a lead; give its id as “lead”") }
                    let now = Now(draft.at, zone: rules.zone)
                    try (after[id] ?? Lead(id: id)).check(draft.act, now, rules)
                    if case .merge(let other) = draft.act {
                        try after.check(merge: id, into: other)
                    }
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

    private func check(merge id: LeadID, into other: LeadID) throws(Refusal) {
        guard let target = self[other], target.added != nil else {
            throw .bad("there is no lead \(other) to merge into; look its id up with “list”")
        }
        if merges.root(of: other) == id {
            throw .bad("\(target.title) was merged into this lead already; the other way round makes a circle")
        }
    }

    private func checkKeepsFlags(_ undo: Entry) throws(Refusal) {
        guard case .undo(let ids) = undo.act else { return }
        var undos = undos
        _ = undos.insert(undo, of: ids)
        _ = undos.settle()
        let day = rules.zone.day(of: undo.at)
        for lead in leads { try lead.checkKeepsFlag(undos.undone, on: day, rules) }
    }

    private func check(undo ids: [EntryID]) throws(Refusal) {
        if ids.isEmpty { throw .bad("an undo names the entries it takes back; give their ids as “ref”") }
        var missing = Set(ids).filter { !undos.isUndo($0) }
        let wanted = EntryIDs(missing)
        for place in places(since: wanted.first) { missing.subtract(wanted.among(leads[place].entries).lazy.map(\.id)) }
        if let missing = missing.min() {
            throw .bad("there is no entry \(missing) to take back; look its id up in the lead's history")
        }
    }
}

extension Lead {
    /// Refuses an act that a rule forbids, or that makes no sense for this lead.
    func check(_ act: Act, _ now: Now, _ rules: Rules) throws(Refusal) {
        if case .add(let fields) = act {
            if isOnFile { throw .bad("lead \(id) is on file already; use “edit” to change it") }
            return try fields.check()
        }
        if let mergedInto { throw .bad("lead \(id) was merged into \(mergedInto); name that one") }
        guard isOnFile else { throw .bad("there is no lead \(id); add it first, or look its id up with “list”") }
        switch act {
        case .attempt(let attempt):
            if !attempt.isInbound { try checkMayContact(rules) }
            if let amount = attempt.amount, amount < 0 { throw .bad("an order cannot be worth \(amount)") }
        case .edit(let edit):
            var changed = fields
            edit.apply(to: &changed)
            try changed.check()
        case .allowContact(let why):
            if doNotContact == nil { throw .bad("\(title) never asked not to be contacted; there is nothing to clear") }
            if why.isBlank { throw .bad("clearing “do not contact” needs a written reason") }
        case .order(let amount, _): if let amount, amount < 0 { throw .bad("an order cannot be worth \(amount)") }
        case .assess(let answers, _, _): try checkAnswers(answers, rules.settings.criteria)
        case .compelling(let why):
            if let why, why.isBlank { throw .bad("what makes \(title) compelling needs to be written down") }
        case .goodbye(let override): try checkGoodbye(override, now, rules)
        case .park:
            try checkMayContact(rules)
            if case .letGo = standpoint {
                throw .rule("\(title) was let go; only “revive”, with a reason, brings a lead back")
            }
        case .letGo:
            if doNotContact != nil { throw .rule("\(title) was let go already, having asked not to be contacted") }
        case .keep(let why):
            if why.isBlank { throw .bad("a keep needs a written reason") }
            switch place(now) {
            case .parked, .letGo: throw .rule("\(title) is not on the list; a keep is for those who are")
            default: break
            }
        case .revive(let why):
            try checkMayContact(rules)
            if why.isBlank { throw .bad("a revival needs a written reason") }
            switch standpoint {
            case .list, .goodbye: throw .rule("\(title) is on the list already; there is nothing to revive")
            case .parked, .letGo: break
            }
        case .next(let due, _): if due != nil { try checkIsListed(now) }
        case .merge(let other): if other == id { throw .bad("\(title) cannot be merged with itself") }
        case .unknown(let name):
            throw .bad("“\(name)” is no act that this version knows; see the list of acts, or update lastcall")
        case .note(let text) where text.isBlank: throw .bad("the note is empty; write something")
        default: break
        }
    }

    private func checkAnswers(_ answers: [String: String], _ criteria: [Criterion]) throws(Refusal) {
        if answers.isEmpty {
            throw .bad("an assessment needs an answer; the criteria are \(list(criteria.map(\.name)))")
        }
        for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard let criterion = criteria.first(where: { $0.name == name }) else {
                throw .bad("“\(name)” is none of your criteria; they are \(list(criteria.map(\.name)))")
            }
            guard criterion.answers.contains(where: { $0.name == answer }) else {
                throw .bad("“\(answer)” is no answer to \(name); use \(list(criterion.answers.map(\.name)))")
            }
        }
    }

    /// A goodbye is for a lead on the list, after real work or with a written reason (method, section 5).
    private func checkGoodbye(_ override: String?, _ now: Now, _ rules: Rules) throws(Refusal) {
        try checkMayContact(rules)
        try checkIsListed(now)
        let numbers = rules.settings.numbers
        if hasEnoughWork(numbers) || !(override ?? "").isBlank { return }
        throw .rule(
            "reconsider: \(title) has had \(plural(round.attempts, "attempt")) of \(numbers.enoughAttempts) through "
                + "\(plural(round.channels.count, "channel")) of \(numbers.enoughChannels) in this round; "
                + "go on working, or give the reason as “override”")
    }

    private func checkIsListed(_ now: Now) throws(Refusal) {
        switch place(now) {
        case .onTheList, .sayingGoodbye, .awaitingReply: break
        case .parked(let until, _):
            throw .rule("\(title) is parked until \(until); “revive” brings a lead back onto the list")
        case .letGo: throw .rule("\(title) was let go; only “revive”, with a reason, brings a lead back")
        }
    }

    private func list(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
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
