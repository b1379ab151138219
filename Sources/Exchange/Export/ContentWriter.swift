/// Writes the lines of vCard and iCalendar (RFC 6350 and RFC 5545, section 3.1 and 3.2): folded at 75 octets, ended by
/// CR LF.
struct ContentWriter {
    private(set) var bytes: [UInt8] = []
    /// True once a text held characters that no such line can hold.
    private(set) var hasReplaced = false

    /// Adds a property whose value is written as it stands.
    ///
    /// - Parameter parameters: with their values, which are quoted where need be.
    mutating func add(_ name: String, _ parameters: [(name: String, value: String)] = [], raw value: String) {
        var line = Array(name.utf8)
        for parameter in parameters { line += ";\(parameter.name)=\(ContentWriter.quoted(parameter.value))".utf8 }
        line.append(UInt8(ascii: ":"))
        fold(line + clean(value).utf8)
    }

    /// Adds a property of one text.
    mutating func add(_ name: String, _ parameters: [(name: String, value: String)] = [], text: String) {
        add(name, parameters, raw: ContentWriter.escaped(text))
    }

    /// Adds a property of several texts between semicolons, or commas.
    mutating func add(_ name: String, parts: [String], separator: String = ";") {
        add(name, raw: parts.map(ContentWriter.escaped).joined(separator: separator))
    }

    /// A text with its commas, semicolons, backslashes and line ends escaped.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\\", ";", ",": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text with U+FFFD for what no line can hold: control characters.
    private mutating func clean(_ text: String) -> String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory == .control && scalar != "\t"
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        hasReplaced = true
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(clean)
    }

    private static func quoted(_ value: String) -> String {
        value.utf8.contains { ";:,".utf8.contains($0) } ? "\"\(value)\"" : value
    }

    /// Adds a line, broken where it is longer than 75 octets, and never within a character.
    private mutating func fold(_ line: [UInt8]) {
        var start = 0
        var limit = 75
        while line.count - start > limit {
            var end = start + limit
            while end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += line[start..<end]
            bytes += "\r\n ".utf8
            start = end
            limit = 74
        }
        bytes += line[start...]
        bytes += "\r\n".utf8
    }
}
