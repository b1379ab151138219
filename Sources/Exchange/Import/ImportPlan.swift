public import Pipeline

/// What an import of rows does, row by row, before it is done.
public struct ImportPlan: Sendable {
    /// The decision on each row, in the order of the rows.
    public let decisions: [ImportDecision]
    /// Those on file, or added by an earlier row, whom a row that is skipped forbids to contact, and its words.
    ///
    /// The list speaks for them although it brings nothing else new, so that they are to be marked.
    public let forbidden: [(whom: ImportMatch.Other, words: String)]
    /// How many rows come in, those in doubt among them.
    public let added: Int
    /// How many rows are somebody on file already.
    public let skipped: Int
    /// How many of the rows that come in may be somebody on file.
    public let inDoubt: Int
    /// How many rows are nobody.
    public let left: Int

    /// Decides on the rows of one file.
    ///
    /// A row is skipped if it shares with a lead, or with a row above it that is added: the record of the same system;
    /// an e-mail; the name and a phone; or the name and company with nothing that contradicts. What contradicts is that
    /// both have e-mails, phones or records of one system, and none in common. Without names a shared phone does, if
    /// nothing, the company included, contradicts. A row without phone and e-mail that lacks the name or the company is
    /// skipped if all its fields are the same. A phone alone or a name alone leaves it in doubt. The rule is that of
    /// `lastcall import`.
    ///
    /// Linear in the number of rows and leads, whatever they hold.
    public init(rows: [ImportRow], existing: some Sequence<(LeadID, LeadFields)>) {
        var known = KnownLeads()
        var numbers = TextNumbers()
        let expected = rows.count + existing.underestimatedCount
        known.reserve(expected)
        numbers.reserve(expected * 4)
        for (id, fields) in existing { known.insert(Likeness(fields, numbers: &numbers), as: .lead(id)) }
        var decisions: [ImportDecision] = []
        decisions.reserveCapacity(rows.count)
        var forbidden: [(whom: ImportMatch.Other, words: String)] = []
        var (added, skipped, inDoubt, left) = (0, 0, 0, 0)
        for row in rows {
            let decision: ImportDecision
            if row.isEmpty {
                decision = .leave
                left += 1
            } else {
                let likeness = Likeness(row.fields, numbers: &numbers)
                if let match = known.same(as: likeness) {
                    decision = .skip(match)
                    skipped += 1
                    if let words = row.doNotContact { forbidden.append((match.other, words)) }
                } else {
                    let match = known.perhaps(likeness)
                    decision = match.map { .doubt($0) } ?? .add
                    added += 1
                    if match != nil { inDoubt += 1 }
                    known.insert(likeness, as: .line(row.line))
                }
            }
            decisions.append(decision)
        }
        self.decisions = decisions
        self.forbidden = forbidden
        self.added = added
        self.skipped = skipped
        self.inDoubt = inDoubt
        self.left = left
    }
}
