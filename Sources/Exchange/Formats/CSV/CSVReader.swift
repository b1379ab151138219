/// The records of a CSV text, one after another (RFC 4180, and what people make of it).
///
/// Cells may be quoted, then hold separators and line ends, and quotes doubled. A line ends with CR LF, LF or CR.
/// A quote inside a cell that does not begin with one is a character like any other, and text behind a closing quote
/// belongs to the cell.
struct CSVReader {
    /// More cells than a spreadsheet has columns (16,384 in Excel): such a file is no table.
    static let cellLimit = 16_384

    /// Where a cell is: without its opening quote, and without the closing one if nothing follows it.
    struct Cell {
        let range: Range<Int>
        /// True if quotes or line ends in it are to be resolved.
        let isCoded: Bool
    }

    let bytes: [UInt8]
    let separator: UInt8
    /// Where the part of the text that is read ends.
    private var end: Int
    private var position = 0
    /// The line that the next record starts on, from 1.
    private(set) var line = 1

    /// Reads the first `limit` bytes of a UTF-8 text.
    init(_ bytes: [UInt8], separator: UInt8, limit: Int = .max) {
        self.bytes = bytes
        self.separator = separator
        end = min(limit, bytes.count)
    }

    /// How much of the text is read, from 0 to 1.
    var fraction: Double { Double(position) / Double(max(1, end)) }

    /// The same reader at the same place, without a limit.
    var unlimited: CSVReader {
        var reader = self
        reader.end = bytes.count
        return reader
    }

    /// Moves past a first line that names the separator for Excel, as in `sep=;`.
    mutating func skipLine() {
        position = bytes[position..<end].firstIndex { $0 == newline || $0 == carriageReturn } ?? end
        takeLineEnd()
    }

    /// Reads a record into `cells` and returns the line that it starts on, or nil at the end of the text.
    ///
    /// A blank line is a record of one empty cell.
    mutating func next(into cells: inout [Cell]) throws(ImportFault) -> Int? {
        cells.removeAll(keepingCapacity: true)
        guard position < end else { return nil }
        let start = line
        while true {
            guard cells.count < CSVReader.cellLimit else {
                throw .tooManyCells(line: start, limit: CSVReader.cellLimit)
            }
            cells.append(try cell())
            guard position < end, bytes[position] == separator else { break }
            position += 1
        }
        takeLineEnd()
        return start
    }

    private mutating func cell() throws(ImportFault) -> Cell {
        var start = position
        while start < end, bytes[start] == space { start += 1 }
        guard start < end, bytes[start] == quote else {
            start = position
            skipToCellEnd()
            return Cell(range: start..<position, isCoded: false)
        }
        let opening = line
        start += 1
        position = start
        var isCoded = false
        while position < end {
            let byte = bytes[position]
            if byte == quote {
                guard position + 1 < end, bytes[position + 1] == quote else {
                    let close = position
                    position += 1
                    skipToCellEnd()
                    if position == close + 1 { return Cell(range: start..<close, isCoded: isCoded) }
                    return Cell(range: start..<position, isCoded: true)
                }
                isCoded = true
                position += 2
            } else if byte == newline || byte == carriageReturn {
                isCoded = true
                takeLineEnd()
            } else {
                position += 1
            }
        }
        throw .unclosedQuote(line: opening)
    }

    private mutating func skipToCellEnd() {
        while position < end {
            let byte = bytes[position]
            if byte == separator || byte == newline || byte == carriageReturn { return }
            position += 1
        }
    }

    private mutating func takeLineEnd() {
        guard position < end else { return }
        let isPair = bytes[position] == carriageReturn && position + 1 < end && bytes[position + 1] == newline
        position += isPair ? 2 : 1
        line += 1
    }

    /// What a cell says: quotes resolved, and the apostrophe gone by which spreadsheets keep a cell from being a
    /// formula; line ends as LF and white space around it gone, too, unless it `isExact`.
    func text(of cell: Cell, isExact: Bool = false) -> String {
        guard cell.isCoded else { return text(bytes[cell.range], isExact: isExact) }
        var resolved: [UInt8] = []
        resolved.reserveCapacity(cell.range.count)
        var isQuoted = true
        var index = cell.range.lowerBound
        while index < cell.range.upperBound {
            let byte = bytes[index]
            let next = index + 1 < cell.range.upperBound ? bytes[index + 1] : nil
            index += 1
            if isQuoted, byte == quote {
                if next == quote {
                    resolved.append(quote)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == carriageReturn, !isExact {
                resolved.append(newline)
                if next == newline { index += 1 }
            } else {
                resolved.append(byte)
            }
        }
        return text(resolved[...], isExact: isExact)
    }

    private func text(_ bytes: ArraySlice<UInt8>, isExact: Bool) -> String {
        var bytes = isExact ? bytes : bytes.trimmed
        if bytes.first == apostrophe, CSVWriter.isRunBySpreadsheets(bytes) { bytes = bytes.dropFirst() }
        return bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self)
    }
}

private let quote = UInt8(ascii: "\"")
private let apostrophe = UInt8(ascii: "'")
private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
