/// The rows of a list in comma-separated values, whatever the separator is.
struct CSV: RowSource {
    private let map: ColumnMap
    private let rowReader: RowReader
    /// True for a table of ours, which is read to the letter.
    private let isOwn: Bool
    private let decoders: Decoders
    private var reader: CSVReader
    private var cells: [CSVReader.Cell] = []
    private var rowsRead = 0
    private(set) var columns: [Column]

    var system: String? { map.system }
    var fraction: Double { reader.fraction }

    /// Finds the header of a UTF-8 text.
    init(
        _ text: DecodedText, file: String, chosen: [(header: String, target: ColumnTarget)], _ decoders: Decoders
    ) throws(ImportFault) {
        var targets: [HeaderKey: ColumnTarget] = [:]
        for (header, target) in chosen { targets[HeaderKey(header)] = target }
        let dialect = try CSVDialect.find(in: text.bytes) {
            targets[$0] != nil || ColumnNames.meaning(of: $0) != nil || ExportingSystem.isTelling($0)
        }
        try ColumnMap.require(chosen.map(\.header), in: dialect.header)
        map = ColumnMap(header: dialect.header, chosen: targets)
        isOwn = chosen.isEmpty && OwnTable.isOwn(dialect.header)
        columns = isOwn ? OwnTable.columns(dialect.header) : map.columns
        self.decoders = decoders
        guard map.columns.contains(where: \.target.identifies) else {
            if dialect.header.contains(where: CSV.isValue) { throw .noHeader(line: dialect.line) }
            throw .noUsefulColumn(line: dialect.line, headers: dialect.header)
        }
        reader = dialect.reader
        rowReader = RowReader(map, origin: map.system ?? file, isRepaired: text.isRepaired)
    }

    /// True for an e-mail address or a phone number, which no header is.
    private static func isValue(_ text: String) -> Bool {
        text.contains("@") || text.utf8.count { (0x30...0x39).contains($0) } >= 6
    }

    mutating func next() throws(ImportFault) -> ImportRow? {
        while let line = try reader.next(into: &cells) {
            let row =
                isOwn
                ? OwnTable.row(
                    line: line, header: columns.map(\.header),
                    cells: cells.map { reader.text(of: $0, isExact: true) }, decoders)
                : rowReader.row(line: line, cells: cells.count) { reader.text(of: cells[$0]) }
            guard let row else { continue }
            takeSamples()
            return row
        }
        return nil
    }

    private mutating func takeSamples() {
        rowsRead += 1
        guard rowsRead <= 100 else { return }
        for index in 0..<min(cells.count, columns.count) where columns[index].samples.count < Column.sampleLimit {
            let value = reader.text(of: cells[index])
            if !value.isEmpty { columns[index].samples.append(value) }
        }
    }
}
