public import Pipeline

/// What an import of rows does, row by row, before it is done.
public struct ImportPlan: Sendable {
    /// The decision on each row, in the order of the rows.
    public private(set) var decisions: [ImportDecision] = []
    /// Those on file, or added by an earlier row, whom a row that is skipped forbids to contact, and its words.
    ///
    /// The list speaks for them although it brings nothing else new, so that they are to be marked.
    public private(set) var forbidden: [(whom: ImportMatch.Other, words: String)] = []
    /// How many rows come in, those in doubt among them.
    public private(set) var added = 0
    /// How many rows are somebody on file already.
    public private(set) var skipped = 0
    /// How many of the rows that come in may be somebody on file.
    public private(set) var inDoubt = 0
    /// How many rows do not come in because they are nobody, or are to be mended first.
    public private(set) var left = 0

    private var known = KnownLeads()
    private var numbers = TextNumbers()
    private var leads: [LeadID: ImportMatch.Other] = [:]
    private let leavesIncomplete: Bool

    /// A plan that knows those on file. Linear in their number.
    ///
    /// - Parameter leavesIncomplete: whether rows of which a value cannot be stored are left, to be mended.
    public init(existing: some Sequence<(LeadID, LeadFields)>, leavesIncomplete: Bool = false) {
        self.leavesIncomplete = leavesIncomplete
        reserve(existing.underestimatedCount)
        for (id, fields) in existing {
            known.insert(Likeness(fields, numbers: &numbers), as: .lead(id))
            leads[id] = .lead(id)
        }
    }

    /// A plan for the rows of one file.
    public init(
        rows: [ImportRow], existing: some Sequence<(LeadID, LeadFields)>, leavesIncomplete: Bool = false
    ) {
        self.init(existing: existing, leavesIncomplete: leavesIncomplete)
        decide(on: rows)
    }

    private mutating func reserve(_ count: Int) {
        known.reserve(count)
        numbers.reserve(count * 4)
    }

    /// Decides on more rows of the file, in their order: all, or a slice between which others have their turn.
    ///
    /// A row is skipped if it shares with a lead, or with a row above it that is added: our own id; the record of the
    /// same system; an e-mail; the name and a phone; or the name and company with nothing that contradicts. What
    /// contradicts is that both have e-mails, phones or records of one system, and none in common. Without names a
    /// shared phone does, if nothing, the company included, contradicts. A row without phone and e-mail that lacks the
    /// name or the company is skipped if all its fields are the same. A phone alone or a name alone leaves it in doubt.
    /// The rule is that of `lastcall import`.
    ///
    /// Linear in the number of rows, whatever they and the leads hold.
    public mutating func decide(on rows: some Collection<ImportRow>) {
        decisions.reserveCapacity(decisions.count + rows.count)
        for row in rows { decisions.append(decide(on: row)) }
    }

    private mutating func decide(on row: ImportRow) -> ImportDecision {
        guard !row.isEmpty, !(leavesIncomplete && row.lacksValues) else {
            left += 1
            return .leave
        }
        let likeness = Likeness(row.fields, numbers: &numbers)
        let own = row.lead.flatMap { leads[$0] }.map { ImportMatch(other: $0, why: "the same lead") }
        if let match = own ?? known.same(as: likeness) {
            skipped += 1
            if let words = row.doNotContact { forbidden.append((match.other, words)) }
            return .skip(match)
        }
        let match = known.perhaps(likeness)
        added += 1
        if match != nil { inDoubt += 1 }
        known.insert(likeness, as: .line(row.line))
        if let lead = row.lead { leads[lead] = .line(row.line) }
        return match.map { .doubt($0) } ?? .add
    }
}
