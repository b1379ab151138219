import Pipeline

/// The leads that are marked, for the next act to be about all of them.
struct Marks: Hashable, Sendable {
    /// Those that were marked one by one, in every tab.
    var leads: Set<LeadID> = []
    /// Where a range begins that goes to the cursor; nil while there is none.
    var anchor: LeadID?
}

/// Those whom an act is about: all who are marked, else the selected lead.
struct Subjects: Sendable {
    /// At least one, in the order of ids.
    let leads: [LeadID]
    /// The name of the only one, or how many there are: `Dana Whitfield`, `12 leads`.
    let title: String
}

extension Subjects {
    /// This lead alone, whatever is marked.
    init(_ lead: Lead) { self.init(leads: [lead.id], title: lead.title) }
}

extension Session {
    /// Those whom the next act is about; nil without any lead.
    var subjects: Subjects? {
        let marked = markedLeads
        let leads = marked.isEmpty ? [selected?.id].compactMap(\.self) : marked.sorted()
        guard let first = leads.first.flatMap({ pipeline[$0] }) else { return nil }
        return Subjects(leads: leads, title: leads.count == 1 ? first.title : "\(leads.count) leads")
    }

    /// Every marked lead, those of the range to the cursor among them.
    var markedLeads: Set<LeadID> {
        if !tab.hasList { return [] }
        guard let range = markedRows else { return marks.leads }
        return marks.leads.union(range.map { lists.lead(tab, at: $0) })
    }

    /// How many leads are marked. O(rows of the range to the cursor).
    var markedCount: Int {
        if !tab.hasList { return 0 }
        return marks.leads.count + (markedRows?.count { !marks.leads.contains(lists.lead(tab, at: $0)) } ?? 0)
    }

    /// The rows of the range to the cursor; nil while there is none.
    var markedRows: ClosedRange<Int>? {
        guard let anchor = marks.anchor, let start = lists.row(of: anchor, tab, in: pipeline), let end = selectedRow
        else { return nil }
        return min(start, end)...max(start, end)
    }

    /// True when the next act is about marked leads.
    var hasMarks: Bool { tab.hasList && (!marks.leads.isEmpty || markedRows != nil) }

    /// Marks the selected lead or takes its mark away, and moves on.
    mutating func toggleMark() {
        guard let id = lists[tab].selected else { return }
        if marks.anchor != nil {
            endRange()
        } else if marks.leads.remove(id) == nil {
            marks.leads.insert(id)
        }
        move(by: 1)
    }

    /// Begins a range at the cursor, or ends the one there is: its leads stay marked.
    mutating func toggleRange() {
        if marks.anchor == nil { marks.anchor = lists[tab].selected } else { endRange() }
    }

    private mutating func endRange() { marks = Marks(leads: markedLeads) }

    /// Marks every lead of the list that is not, and takes the marks of the others away.
    mutating func invertMarks() {
        endRange()
        marks.leads.formSymmetricDifference((0..<lists.count(tab)).map { lists.lead(tab, at: $0) })
    }

    /// Records what `acts` makes of each lead, all as one step. Those whom a rule refuses are left out, and named.
    ///
    /// - Parameters:
    ///   - said: what to say when it is on disk, before the names.
    ///   - acts: none for a lead that is as wanted already.
    mutating func record(
        for subjects: Subjects, said: String, acts: (Lead) -> [Act]
    ) -> [Effect] {
        var drafts: [Draft] = []
        var refused: [(name: String, sentence: String)] = []
        for lead in subjects.leads.compactMap({ pipeline[$0] }) {
            let made = acts(lead).map { Draft($0, lead: lead.id, at: now.moment) }
            do throws(Pipeline.Refused) {
                try pipeline.check(made)
                drafts += made
            } catch {
                refused.append((lead.title, error.refusal.sentence.firstUppercased))
            }
        }
        let count = Set(drafts.map(\.lead)).count
        // Of a single lead the sentence itself says who.
        guard let first = refused.first else {
            if drafts.isEmpty {
                say("Nothing changed.")
                return []
            }
            let names = count == subjects.leads.count ? subjects.title : "\(count) of \(subjects.title)"
            return recordForAll(drafts, of: count, said: "\(said) · \(names)")
        }
        let left = refused.count == 1 ? "" : " Left out as well: \(Wording.list(refused.dropFirst().map(\.name)))."
        if drafts.isEmpty {
            refuse(first.sentence + left)
            return []
        }
        return recordForAll(
            drafts, of: count, said: "\(said) · \(count) of \(subjects.title). Left out: \(first.sentence)\(left)")
    }

    /// Drafts that undo takes back together.
    mutating func asOneStep(_ drafts: [Draft]) -> [Draft] {
        guard drafts.count > 1 else { return drafts }
        let batch = LeadID.random(using: &random).description
        return drafts.map { Draft($0.act, lead: $0.lead, at: $0.at, batch: batch) }
    }
}
