import Exchange
import Journal
import Pipeline

/// The acts of one of our own files on their way in: an export, or the journal of another folder.
///
/// They were recorded before, so that they come in as they are; whose lead is on file under the same id gets those that
/// are not there yet.
struct ActImport {
    /// Those of whom the file tells, as they are after all its acts.
    let rows: [ImportRow]
    private let drafts: [Draft]
    private let known: Pipeline
    /// What the acts come to.
    private let told: Pipeline

    /// - Throws: `Failure` that names the line of an act that makes no sense.
    init(_ acts: ImportedActs, of file: String, known: Pipeline, now: Now) throws {
        var drafts: [Draft] = []
        var told = Pipeline(known.rules)
        var lines: [LeadID: Int] = [:]
        for (index, act) in acts.enumerated() {
            let draft: Draft
            do throws(RecordError) {
                draft = try RecordDecoder.decode(act.json.text.utf8, line: act.line, now: now.moment)
            } catch {
                throw Failure.badData("\(file):\(error.line): \(error.sentence)")
            }
            drafts.append(draft)
            let id = EntryID(high: 0, low: UInt64(index + 1))
            told.apply(CollectionOfOne(Entry(id: id, lead: draft.lead, at: draft.at, act: draft.act)))
            if let lead = draft.lead, lines[lead] == nil { lines[lead] = act.line }
        }
        for lead in told.leads where lead.added == nil && known[lead.id]?.added == nil {
            throw Failure.badData(
                "\(file):\(lines[lead.id] ?? 1): there is no lead \(lead.id), neither in the file nor on file; "
                    + "export it whole")
        }
        // Two leads of an array of objects may stand in one record: what is told apart by its line needs its own.
        rows = told.leads.filter(\.isOnFile).enumerated().map { index, lead in
            ImportRow(line: index + 1, fields: lead.fields, lead: lead.id)
        }
        self.drafts = drafts
        self.told = told
        self.known = known
    }

    /// The acts that are to be recorded, in their order.
    func drafts(_ plan: ImportPlan, batch: String) -> [Draft] {
        var isWelcome: [LeadID: Bool] = [:]
        for (row, decision) in zip(rows, plan.decisions) {
            guard let lead = row.lead else { continue }
            if case .skip(let match) = decision {
                isWelcome[lead] = match.other == .lead(lead)
            } else {
                isWelcome[lead] = decision.adds
            }
        }
        var seen: [LeadID: Set<Draft>] = [:]
        return drafts.compactMap { draft in
            guard let id = draft.lead, let lead = told[id] else { return nil }
            // Whoever was merged into another comes with that one; whoever is not told of whole is on file.
            guard isWelcome[root(of: lead).id] ?? true else { return nil }
            let old = known[id]
            if let old, old.added != nil {
                if case .add = draft.act { return nil }
                let past = seen[id] ?? Set(old.entries.map { Draft($0.act, lead: id, at: $0.at) })
                seen[id] = past
                if past.contains(Draft(draft.act, lead: id, at: draft.at)) { return nil }
            }
            var draft = draft
            draft.margin = Entry.Margin(batch: batch, rest: draft.margin?.rest ?? [])
            return draft
        }
    }

    private func root(of lead: Lead) -> Lead { lead.mergedInto.flatMap { told[$0] } ?? lead }
}
