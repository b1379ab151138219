internal import Pipeline

/// Makes leads of rows.
struct RowReader {
    private let map: ColumnMap
    /// Where the rows come from, in the words for do not contact.
    private let origin: String
    /// True if the text has characters that could not be read.
    private let isRepaired: Bool

    init(_ map: ColumnMap, origin: String, isRepaired: Bool) {
        self.map = map
        self.origin = origin
        self.isRepaired = isRepaired
    }

    /// The lead of one row; nil if all its cells are empty.
    ///
    /// - Parameters:
    ///   - line: The line that the row starts on.
    ///   - cells: How many cells it has: it may have fewer or more than there are columns.
    ///   - text: What a cell says.
    func row(line: Int, cells: Int, text: (Int) -> String) -> ImportRow? {
        let record = map.record.flatMap { $0 < cells ? text($0) : nil } ?? ""
        var draft = Draft(system: map.system, record: record)
        for index in map.order where index < cells {
            let value = text(index)
            guard !value.isEmpty else { continue }
            draft.isBlank = false
            if isRepaired, value.unicodeScalars.contains("\u{FFFD}") {
                draft.problems.append("some characters in \(quoted(map.columns[index].header)) could not be read")
            }
            let label = map.labels[index].flatMap { $0 < cells ? CellList.label(text($0)).lowercased() : nil }
            take(value, of: map.columns[index], label: label ?? "", into: &draft)
        }
        takeSurplus(cells: cells, text: text, into: &draft)
        guard !draft.isBlank else { return nil }
        draft.finish()
        return ImportRow(
            line: line, fields: draft.fields, doNotContact: draft.doNotContact,
            problems: draft.problems)
    }

    private func take(_ value: String, of column: Column, label: String, into draft: inout Draft) {
        switch column.target {
        case .name: draft.set(\.name, value, of: column)
        case .firstName: draft.set(\.firstName, value, of: column)
        case .middleName: draft.set(\.middleName, value, of: column)
        case .lastName: draft.set(\.lastName, value, of: column)
        case .text(let field): draft.set(field, value, of: column)
        case .phone(let usual): draft.addPhones(value, label: label.isEmpty ? usual : label, of: column)
        case .email(let usual): draft.addEmails(value, label: label.isEmpty ? usual : label, of: column)
        case .tags:
            for tag in CellList.words(value).map(CellList.label) where draft.tags.insert(tag).inserted {
                draft.fields.tags.append(tag)
            }
        case .worth: draft.setWorth(value, of: column)
        case .doNotContact:
            guard !RowReader.negative.contains(value.lowercased()) else { break }
            draft.doNotContact = draft.doNotContact ?? "\(column.header) was \(value) in \(origin)"
        case .extra: draft.keep(value, of: column)
        case .recordID, .label, .ignored: break
        }
    }

    private static let negative: Set = ["false", "no", "n", "0", "f", "off", "none", "null", "-", "nein", "unchecked"]

    /// Keeps cells behind the last column, and reports rows that are too short or too long.
    private func takeSurplus(cells: Int, text: (Int) -> String, into draft: inout Draft) {
        let columns = map.columns.count
        if cells < columns, !draft.isBlank {
            draft.problems.append("\(count(columns - cells, "cell")) too few")
        }
        guard cells > columns else { return }
        var surplus = 0
        for index in columns..<cells {
            let value = text(index)
            guard !value.isEmpty else { continue }
            draft.isBlank = false
            surplus += 1
            draft.keep(value, of: Column(header: "Column \(index + 1)", target: .extra))
        }
        if surplus > 0 { draft.problems.append("\(count(surplus, "cell")) too many, kept as extra") }
    }
}

/// A number with its noun: "1 cell", "2 cells".
private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
}
