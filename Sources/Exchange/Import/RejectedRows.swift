internal import Pipeline

extension ImportFile {
    /// The rows that a plan leaves out, as a CSV file that can be mended and imported: every cell as it was written,
    /// and in the last column why it was left out. Nil if there are none.
    public func rejectedRows(_ plan: ImportPlan) -> [UInt8]? {
        var writer = CSVWriter()
        let headers = columns.map(\.plainHeader)
        for (row, decision) in zip(rows, plan.decisions) where decision == .leave {
            if writer.bytes.isEmpty {
                // Excel takes a file without the mark for another encoding.
                writer.addMark()
                writer.add(headers + [RejectedRows.header])
            }
            var cells = row.cells.prefix(headers.count) + []
            cells += [String](repeating: "", count: headers.count - cells.count)
            let problems = row.problems.isEmpty ? ["no name, company, phone or e-mail"] : row.problems
            writer.add(cells + ["\(place) \(row.line): \(problems.joined(separator: "; "))"])
        }
        return writer.bytes.isEmpty ? nil : writer.bytes
    }
}

enum RejectedRows {
    /// The header of the column that import passes over.
    static let header = "Why it did not come in"
}

extension Column {
    /// The header, or the word for the field where nobody would know by the header what the column is.
    fileprivate var plainHeader: String {
        let word = "\(target)"
        if ColumnNames.meaning(of: HeaderKey(header))?.target == target { return header }
        return ColumnNames.meaning(of: HeaderKey(word))?.target == target ? word : header
    }
}
