/// A cell that holds several values.
enum CellList {
    /// The values between Google's ` ::: `, semicolons and line ends.
    static func parts(_ cell: String) -> [String] {
        guard cell.utf8.contains(where: { $0 == semicolon || $0 == newline || $0 == colon }) else {
            return cell.isEmpty ? [] : [cell]
        }
        var bytes = Array(cell.utf8)
        for index in bytes.indices.dropFirst(2)
        where bytes[index] == colon && bytes[index - 1] == colon && bytes[index - 2] == colon {
            for place in index - 2...index { bytes[place] = newline }
        }
        return split(bytes) { $0 == semicolon || $0 == newline }
    }

    /// The same, and between commas: for values that hold none themselves.
    static func words(_ cell: String) -> [String] {
        let parts = parts(cell)
        return cell.utf8.contains(comma) ? parts.flatMap { split(Array($0.utf8)) { $0 == comma } } : parts
    }

    private static func split(_ bytes: [UInt8], at isSeparator: (UInt8) -> Bool) -> [String] {
        bytes.split(whereSeparator: isSeparator).map { String(decoding: $0.trimmed, as: UTF8.self) }
            .filter { !$0.isEmpty }
    }

    /// A label without the star that Google puts before its own groups and before the preferred number.
    static func label(_ text: String) -> String {
        text.hasPrefix("*") ? text.dropFirst().trimmed : text
    }

    /// The cell on one line, its lines joined by `separator`.
    static func line(_ cell: String, joined separator: String = " ") -> String {
        guard cell.utf8.contains(where: { $0 == newline || $0 == tab }) else { return cell }
        return split(Array(cell.utf8)) { $0 == newline || $0 == tab }.joined(separator: separator)
    }
}

private let semicolon = UInt8(ascii: ";")
private let colon = UInt8(ascii: ":")
private let comma = UInt8(ascii: ",")
private let newline = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
