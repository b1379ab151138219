internal import FoundationEssentials
public import Pipeline

/// The table of leads that lastcall writes for spreadsheets, and reads back to the letter.
///
/// What has no column of its own stands in the last one as JSON.
enum OwnTable {
    /// A column of one text. Those without a `read` are for people, and worked out anew.
    private struct TextColumn: Sendable {
        let header: String
        let field: LeadField
    }

    static let idHeader = "lastcall ID"
    private static let name = "Name"
    private static let texts: [TextColumn] = [
        TextColumn(header: "Company", field: .company), TextColumn(header: "Title", field: .title),
        TextColumn(header: "Address", field: .address), TextColumn(header: "City", field: .city),
        TextColumn(header: "Region", field: .region), TextColumn(header: "Country", field: .country),
        TextColumn(header: "Time zone", field: .zone), TextColumn(header: "Website", field: .site),
        TextColumn(header: "Source", field: .source), TextColumn(header: "Note", field: .note),
    ]
    private static let (phone, email) = ("Phone", "E-mail")
    private static let (label, dead) = ("label", "no longer works")
    private static let (tags, worth, extra) = ("Tags", "Worth", "Extra")
    /// For people who read the table; passed over when it comes back.
    private static let shown = ["Standing", "Place", "Next step", "Last attempt"]

    /// True for the header of such a table, whatever was done to its columns in a spreadsheet.
    static func isOwn(_ header: [String]) -> Bool { header.contains { HeaderKey($0) == HeaderKey(idHeader) } }

    static func write(_ leads: [Lead], _ now: Now) -> CSVWriter {
        let phones = leads.map(\.fields.phones.count).max() ?? 0
        let emails = leads.map(\.fields.emails.count).max() ?? 0
        // Columns in which nothing would stand are left out.
        let hasLabels = (
            leads.contains { $0.fields.phones.contains { $0.label != nil } },
            leads.contains { $0.fields.emails.contains { $0.label != nil } }
        )
        let hasDead = (
            leads.contains { $0.fields.phones.contains(where: \.dead) },
            leads.contains { $0.fields.emails.contains(where: \.dead) }
        )
        var writer = CSVWriter()
        // Excel takes a file without the mark for another encoding.
        writer.addMark()
        writer.add(
            [idHeader, name]
                + headers(phone, phones, hasLabels.0, hasDead.0) + headers(email, emails, hasLabels.1, hasDead.1)
                + texts.map(\.header) + [tags, worth] + shown + [extra])
        for lead in leads {
            let fields = lead.fields
            var cells = [lead.id.description, fields.name]
            for index in 0..<phones {
                let phone = index < fields.phones.count ? fields.phones[index] : nil
                cells += OwnTable.cells(phone?.number, phone?.label, phone?.dead, hasLabels.0, hasDead.0)
            }
            for index in 0..<emails {
                let email = index < fields.emails.count ? fields.emails[index] : nil
                cells += OwnTable.cells(email?.address, email?.label, email?.dead, hasLabels.1, hasDead.1)
            }
            for column in texts { cells.append(column.field.text.flatMap { fields[keyPath: $0] } ?? "") }
            cells += [list(fields.tags), fields.worth?.description ?? ""]
            cells += [
                lead.standing.rawValue, lead.place(now).name, lead.next?.due.description ?? "",
                lead.lastAttempt.map { now.day(of: $0).description } ?? "",
            ]
            cells.append(fields.extra.isEmpty ? "" : JSON.object(fields.extra).text)
            writer.add(cells)
        }
        return writer
    }

    private static func headers(_ name: String, _ count: Int, _ hasLabel: Bool, _ hasDead: Bool) -> [String] {
        (0..<count).flatMap { index in
            let name = index == 0 ? name : "\(name) \(index + 1)"
            return [name] + (hasLabel ? ["\(name) \(label)"] : []) + (hasDead ? ["\(name) \(dead)"] : [])
        }
    }

    private static func cells(
        _ value: String?, _ label: String?, _ isDead: Bool?, _ hasLabel: Bool, _ hasDead: Bool
    ) -> [String] {
        [value ?? ""] + (hasLabel ? [label ?? ""] : []) + (hasDead ? [isDead == true ? "yes" : ""] : [])
    }

    /// Texts between semicolons; as JSON where that could not be taken apart again.
    private static func list(_ texts: [String]) -> String {
        let isPlain = texts.allSatisfy { !$0.contains(";") && $0 == $0.trimmed && !$0.isEmpty }
        if isPlain, texts.first?.hasPrefix("[") != true { return texts.joined(separator: "; ") }
        return texts.isEmpty ? "" : JSON.array(texts.map { .string($0) }).text
    }

    /// The lead of a row, by the texts of its cells as they were written. Nil if all are empty.
    static func row(line: Int, header: [String], cells: [String], _ decoders: Decoders) -> ImportRow? {
        var fields = LeadFields()
        var lead: LeadID?
        var problems: [String] = []
        var (labels, deads): ([String: String], Set<String>) = ([:], [])
        var ways: [(header: String, value: String)] = []
        for (index, header) in header.enumerated() where index < cells.count && !cells[index].isEmpty {
            let cell = cells[index]
            switch header {
            case idHeader: lead = LeadID(cell.trimmed)
            case name: fields.name = cell
            case tags: fields.tags = list(cell, decoders)
            case worth:
                fields.worth = Money.amount(cell)
                if fields.worth == nil { problems.append("worth \(quoted(cell)) is no amount and was not stored") }
            case extra where object(cell, decoders) != nil: fields.extra += object(cell, decoders) ?? []
            case _ where shown.contains(header): break
            case _ where header.hasSuffix(" \(label)"): labels[String(header.dropLast(label.count + 1))] = cell
            case _ where header.hasSuffix(" \(dead)"): deads.insert(String(header.dropLast(dead.count + 1)))
            case _ where isWay(header): ways.append((header, cell))
            default:
                if let path = texts.first(where: { $0.header == header })?.field.text {
                    fields[keyPath: path] = cell
                } else {
                    fields.extra.append(JSON.Member(header, .string(cell)))
                }
            }
        }
        for (header, value) in ways {
            if header.hasPrefix(phone) {
                fields.phones.append(.init(value, label: labels[header], dead: deads.contains(header)))
            } else {
                fields.emails.append(.init(value, label: labels[header], dead: deads.contains(header)))
            }
        }
        if cells.allSatisfy(\.isEmpty) { return nil }
        return ImportRow(line: line, fields: fields, lead: lead, problems: problems)
    }

    private static func isWay(_ header: String) -> Bool {
        [phone, email].contains {
            header == $0 || header.hasPrefix("\($0) ") && Int(header.dropFirst($0.count + 1)) != nil
        }
    }

    private static func list(_ cell: String, _ decoders: Decoders) -> [String] {
        if cell.hasPrefix("["), case .array(let values)? = try? decoders.json(Array(cell.utf8)[...]) {
            return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        return cell.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func object(_ cell: String, _ decoders: Decoders) -> [JSON.Member]? {
        guard case .object(let members)? = try? decoders.json(Array(cell.utf8)[...]) else { return nil }
        return members
    }

    /// The columns with what becomes of them, for whoever looks at them before the import.
    static func columns(_ header: [String]) -> [Column] {
        header.map { name in
            let target: ColumnTarget =
                switch name {
                case idHeader: .recordID
                case self.name: .name
                case tags: .tags
                case worth: .worth
                case _ where shown.contains(name): .ignored
                case _ where name.hasSuffix(" \(label)"): .label(of: String(name.dropLast(label.count + 1)))
                case _ where name.hasPrefix(phone): .phone(label: nil)
                case _ where name.hasPrefix(email): .email(label: nil)
                default: ColumnNames.meaning(of: HeaderKey(name))?.target ?? .extra
                }
            return Column(header: name, target: target)
        }
    }
}

extension ExportedFile {
    /// The leads as a CSV file (RFC 4180) for spreadsheets, in which no cell is a formula. Import reads it back without
    /// loss, but for the history.
    public static func table(_ leads: [Lead], _ now: Now) -> ExportedFile {
        let writer = OwnTable.write(leads, now)
        return ExportedFile(
            bytes: writer.bytes,
            losses: historyLoss(leads) + (writer.hasReplaced ? ["the character NUL, written as \u{FFFD}"] : []))
    }

    /// What is lost of leads in a format that knows of people and not of work.
    static func historyLoss(_ leads: [Lead]) -> [String] {
        let count = leads.count { lead in
            lead.entries.contains { entry in
                switch entry.act {
                case .add, .edit: false
                default: true
                }
            }
        }
        return count == 0 ? [] : ["the history of \(plural(count, "lead"))"]
    }
}
