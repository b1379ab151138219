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
        var lead = LeadBuilder(origin: origin, system: map.system, record: record)
        for index in map.order where index < cells {
            let value = text(index)
            guard !value.isEmpty else { continue }
            if isRepaired, value.unicodeScalars.contains("\u{FFFD}") {
                lead.complain("some characters in \(quoted(map.columns[index].header)) could not be read")
            }
            let label = map.labels[index].flatMap { $0 < cells ? CellList.label(text($0)).lowercased() : nil }
            lead.take(value, of: map.columns[index], label: label ?? "", place: index)
        }
        takeSurplus(cells: cells, text: text, into: &lead)
        return lead.row(line: line) { (0..<cells).map(text) }
    }

    /// Keeps cells behind the last column, and reports rows that are too short or too long.
    private func takeSurplus(cells: Int, text: (Int) -> String, into lead: inout LeadBuilder) {
        let columns = map.columns.count
        if cells < columns, !lead.isBlank { lead.complain("\(plural(columns - cells, "cell")) too few") }
        guard cells > columns else { return }
        var surplus = 0
        for index in columns..<cells {
            let value = text(index)
            guard !value.isEmpty else { continue }
            surplus += 1
            lead.keep(value, of: Column(header: "Column \(index + 1)", target: .extra))
        }
        if surplus > 0 { lead.complain("\(plural(surplus, "cell")) too many, kept as extra") }
    }
}
