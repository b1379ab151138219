/// A list in comma-separated values, whatever the separator is.
struct CSV {
    let map: ColumnMap
    let samples: [[String]]
    let rows: [ImportRow]

    /// Reads a UTF-8 text. Linear.
    init(_ text: DecodedText, file: String, chosen: [(header: String, target: ColumnTarget)]) throws(ImportFault) {
        var targets: [HeaderKey: ColumnTarget] = [:]
        for (header, target) in chosen { targets[HeaderKey(header)] = target }
        let dialect = try CSVDialect.find(in: text.bytes) {
            targets[$0] != nil || ColumnNames.meaning(of: $0) != nil || ExportingSystem.isTelling($0)
        }
        let keys = Set(dialect.header.map { HeaderKey($0) })
        for (header, _) in chosen where !keys.contains(HeaderKey(header)) {
            throw .unknownHeader(header, headers: dialect.header)
        }
        let map = ColumnMap(header: dialect.header, chosen: targets)
        guard map.columns.contains(where: \.target.identifies) else {
            throw .noUsefulColumn(line: dialect.line, headers: dialect.header)
        }
        var reader = dialect.reader
        var cells: [CSVReader.Cell] = []
        var samples = [[String]](repeating: [], count: map.columns.count)
        var rows: [ImportRow] = []
        let rowReader = RowReader(map, origin: map.system ?? file, isRepaired: text.isRepaired)
        while let line = try reader.next(into: &cells) {
            let row = rowReader.row(line: line, cells: cells.count) { reader.text(of: cells[$0]) }
            guard let row else { continue }
            rows.append(row)
            guard rows.count <= 100 else { continue }
            for index in 0..<min(cells.count, samples.count) where samples[index].count < 3 {
                let value = reader.text(of: cells[index])
                if !value.isEmpty { samples[index].append(value) }
            }
        }
        self.map = map
        self.samples = samples
        self.rows = rows
    }
}
