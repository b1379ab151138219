/// Writes a CSV text (RFC 4180), in which no cell is a formula.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    /// True once a cell held what no text file can hold: the character NUL.
    private(set) var hasReplaced = false

    /// The mark by which spreadsheets know UTF-8.
    mutating func addMark() { bytes += [0xEF, 0xBB, 0xBF] }

    /// Adds a record.
    mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(cell)
        }
        bytes += "\r\n".utf8
    }

    private mutating func add(_ cell: String) {
        var text = Array(cell.utf8)
        if text.contains(0) {
            hasReplaced = true
            text = text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] }
        }
        if CSVWriter.isRunBySpreadsheets(text) { text.insert(UInt8(ascii: "'"), at: 0) }
        let isPlain = text.allSatisfy { $0 >= 0x20 && !"\",;".utf8.contains($0) }
        if isPlain, text.first != 0x20, text.last != 0x20 {
            bytes += text
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// True for a cell that a spreadsheet would run as a formula, and for one that would be read back as if it had been
    /// made harmless: behind any apostrophes stands what begins a formula.
    static func isRunBySpreadsheets(_ cell: some Collection<UInt8>) -> Bool {
        cell.first { $0 != UInt8(ascii: "'") }.map { "=+-@\t\r".utf8.contains($0) } ?? false
    }
}
