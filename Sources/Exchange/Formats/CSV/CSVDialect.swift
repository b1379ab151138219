/// How a CSV text is written: its separator, and where its header is.
struct CSVDialect {
    /// The texts of the header, one for each column.
    let header: [String]
    /// The line of the header, from 1.
    let line: Int
    /// Stands behind the header.
    let reader: CSVReader
    /// How many of the headers name a field.
    private let known: Int

    /// Finds the separator by which most headers make sense, and the first line on which they do.
    ///
    /// Lines before it are a preamble, as LinkedIn writes one. Where no header makes sense the first line is taken for
    /// it, and the separator that parts it most. Looks at 30 records and 256 KB at most, four times.
    ///
    /// - Parameter isKnown: whether a header names a field.
    static func find(in bytes: [UInt8], isKnown: (HeaderKey) -> Bool) throws(ImportFault) -> CSVDialect {
        let named = separatorForExcel(bytes)
        var best: CSVDialect?
        var fault: ImportFault?
        for separator in named.map({ [$0] }) ?? Array(",;\t|".utf8) {
            var reader = CSVReader(bytes, separator: separator, limit: 1 << 18)
            if named != nil { reader.skipLine() }
            var found: CSVDialect?
            var cells: [CSVReader.Cell] = []
            do {
                for _ in 0..<30 {
                    guard let line = try reader.next(into: &cells) else { break }
                    var header = cells.map { CellList.line(reader.text(of: $0)) }
                    while header.last == "" { header.removeLast() }
                    let known = Set(header.map { HeaderKey($0) }).count(where: isKnown)
                    guard !header.isEmpty, found.map({ $0.known < known }) ?? true else { continue }
                    found = CSVDialect(header: header, line: line, reader: reader.unlimited, known: known)
                }
            } catch {
                fault = fault ?? error
            }
            guard let found else { continue }
            if best.map({ ($0.known, $0.header.count) < (found.known, found.header.count) }) ?? true { best = found }
        }
        guard let best, best.known > 0 || fault == nil else { throw fault ?? .empty }
        return best
    }

    /// The separator that a first line such as `sep=;` names for Excel.
    private static func separatorForExcel(_ bytes: [UInt8]) -> UInt8? {
        guard bytes.count > 5, bytes[5] == UInt8(ascii: "\n") || bytes[5] == UInt8(ascii: "\r") else { return nil }
        return String(decoding: bytes[..<4], as: UTF8.self).lowercased() == "sep=" ? bytes[4] : nil
    }
}
