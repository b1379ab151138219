/// A cell that holds several values.
enum CellList {
    /// The values between Google's ` ::: `, semicolons and line ends.
    static func parts(_ cell: String) -> [String] {
        guard cell.utf8.contains(where: { ";\n:".utf8.contains($0) }) else { return cell.isEmpty ? [] : [cell] }
        var parts: [String] = []
        var part: [UInt8] = []
        func take() {
            let text = String(decoding: part, as: UTF8.self).trimmed
            if !text.isEmpty { parts.append(text) }
            part = []
        }
        for byte in cell.utf8 {
            if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n") {
                take()
                continue
            }
            part.append(byte)
            if byte == UInt8(ascii: ":"), part.suffix(3).elementsEqual(":::".utf8) {
                part.removeLast(3)
                take()
            }
        }
        take()
        return parts
    }

    /// The same, and between commas: for values that hold none themselves.
    static func words(_ cell: String) -> [String] {
        parts(cell).flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
    }

    /// A label without the star that Google puts before its own groups and before the preferred number.
    static func label(_ text: String) -> String {
        text.hasPrefix("* ") ? String(text.dropFirst(2)).trimmed : text
    }

    /// The cell on one line, its lines joined by `separator`.
    static func line(_ cell: String, joined separator: String = " ") -> String {
        guard cell.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) else { return cell }
        return cell.split { $0.isNewline || $0 == "\t" }.map(\.trimmed).filter { !$0.isEmpty }
            .joined(separator: separator)
    }
}
