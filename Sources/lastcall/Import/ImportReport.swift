import Exchange
import Pipeline

/// What an import says.
extension LeadImport {
    /// The columns and what becomes of them, and the first rows.
    func preview() -> [String] {
        let width = Output.terminalWidth
        var lines: [String] = []
        if !file.columns.isEmpty {
            var columns = Table(["COLUMN", "BECOMES", "FOR EXAMPLE"])
            for column in file.columns {
                columns.add([column.header, "\(column.target)", column.samples.first ?? ""])
            }
            lines = columns.lines(width: width) + [""]
        }
        var table = Table([file.place.uppercased(), "NAME", "COMPANY", "PHONE", "E-MAIL", "DECISION"])
        for (row, cells) in zip(rows, firstRows) { table.add(["\(row.line)"] + cells) }
        return lines + table.lines(width: width) + [""]
    }

    /// The first rows: name, company, phone, e-mail, and what becomes of them.
    var firstRows: [[String]] {
        zip(rows, plan.decisions).prefix(10).map { row, decision in
            [
                row.fields.name, row.fields.company ?? "", row.fields.phones.first?.number ?? "",
                row.fields.emails.first?.address ?? "", decision.word,
            ]
        }
    }

    /// Who was skipped, and why; of very many the first.
    var skippedRows: [String] {
        let most = 200
        let skipped = zip(rows, plan.decisions).lazy.filter { if case .skip = $0.1 { true } else { false } }
        let lines = skipped.prefix(most).map { row, decision in
            let whom = row.fields.name.isEmpty ? row.fields.company ?? "" : row.fields.name
            return "  \(file.place) \(row.line): \(whom.isEmpty ? "" : "\(whom), ")\(decision.word)"
        }
        return Array(lines) + (plan.skipped > most ? ["  and \(plan.skipped - most) more that are on file"] : [])
    }

    /// What came in, what did not, and why.
    ///
    /// - Parameter isDone: false for what would come in.
    func report(_ drafts: [Draft], unread: [ImportedPast.Unread], isDone: Bool) -> [String] {
        let system = file.system.map { ", \($0)" } ?? ""
        var lines = [
            "\(Output.visible(name)) (\(file.format)\(system)): \(isDone ? "added" : "would add") \(plan.added), "
                + "skipped \(plan.skipped), in doubt \(plan.inDoubt)"
        ]
        if !["UTF-8", "UTF-16"].contains(file.encoding) {
            lines.append(
                "  read as \(Output.visible(file.encoding)); if letters look wrong, name another with --encoding")
        }
        for column in file.columns where column.target == .extra && column.looksLikeAddresses {
            lines.append(
                "  “\(Output.visible(column.header))” seems to hold e-mail addresses; if they are the people's own: "
                    + "--map \"\(Output.visible(column.header))=email\"")
        }
        if rows.isEmpty { lines.append("  nobody in it has a name, a company, a phone or an e-mail") }
        if plan.left > 0 { lines.append("  \(plan.left) left out") }
        for (row, decision) in zip(rows, plan.decisions) {
            let place = "  \(file.place) \(row.line): "
            var clauses = row.problems
            switch decision {
            case .doubt(let match): clauses.append("in doubt, has \(match.why); it was added all the same")
            case .leave:
                clauses.append(row.isEmpty ? "no name, company, phone or e-mail, so left out" : "left out")
            case .add, .skip: break
            }
            if !clauses.isEmpty { lines.append(place + Output.visible(clauses.joined(separator: "; "))) }
        }
        if !isPast { lines += pastLines(drafts, unread) }
        if isPast, plan.skipped > 0, !drafts.isEmpty {
            lines.append("  \(plural(drafts.count, "act")) in all")
        }
        return lines
    }

    /// What was made of columns that tell of the past, and of what nothing was made.
    private func pastLines(_ drafts: [Draft], _ unread: [ImportedPast.Unread]) -> [String] {
        var counts: [String: Int] = [:]
        for draft in drafts {
            switch draft.act {
            case .attempt(let attempt): counts["\(attempt.channel.title), \(attempt.outcome.title)", default: 0] += 1
            case .note: counts["note of earlier contact", default: 0] += 1
            case .order: counts["customer", default: 0] += 1
            case .letGo: counts["let go", default: 0] += 1
            case .next: counts["next step", default: 0] += 1
            default: break
            }
        }
        var lines: [String] = []
        if !counts.isEmpty {
            let words = counts.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
            lines.append("  from columns that tell of the past: \(words.joined(separator: "; "))")
        }
        let columns = Dictionary(grouping: unread, by: \.header)
        for (header, cells) in columns.sorted(by: { $0.key < $1.key }) {
            var texts: [String] = []
            for cell in cells where !texts.contains(cell.text) && texts.count < 4 { texts.append(cell.text) }
            let shown = texts.prefix(3).map { "“\($0)”" }.joined(separator: ", ") + (texts.count > 3 ? " …" : "")
            let why = cells[0].isDate ? "may be two days" : "says nothing certain"
            lines.append("  " + Output.visible("“\(header)” is kept as it stands: \(shown) \(why)"))
        }
        return lines
    }
}

extension Column {
    /// True when all its samples are e-mail addresses.
    fileprivate var looksLikeAddresses: Bool {
        !samples.isEmpty && samples.allSatisfy { $0.split(separator: "@").count == 2 && !$0.contains(" ") }
    }
}

extension ImportDecision {
    fileprivate var word: String {
        switch self {
        case .add: "comes in"
        case .skip(let match): "on file: \(match.why)"
        case .doubt(let match): "comes in, in doubt: \(match.why)"
        case .leave: "left out"
        }
    }
}
