/// Writes the source of a manual page (man(7)), in which text is text.
struct Roff {
    private(set) var text = ""

    /// The title line: the name of the page, its section of the manual, and what stands at its foot.
    mutating func add(title: String, section: Int, version: String) {
        add(request: "TH", [title.uppercased(), "\(section)", "", version, ""])
        // Left alone: justified lines have rivers in them, and words of commands are not to be broken.
        text += ".nh\n.ad l\n"
    }

    mutating func add(heading: String) { add(request: "SH", [heading.uppercased()]) }

    mutating func add(subheading: String) { add(request: "SS", [subheading]) }

    /// Paragraphs between empty lines. Lines that begin with blanks stand as they are.
    mutating func add(paragraphs: String) {
        for paragraph in paragraphs.split(separator: "\n\n") {
            let lines = paragraph.split(separator: "\n")
            if lines.allSatisfy({ $0.hasPrefix("  ") }) {
                text += ".PP\n.nf\n.RS 4\n"
                for line in lines { add(line: String(line.dropFirst(2))) }
                text += ".RE\n.fi\n"
            } else {
                text += ".PP\n"
                for line in lines { add(line: String(line)) }
            }
        }
    }

    /// A term in bold, what it takes in italics, and what it means, indented.
    mutating func add(term: String, value: String = "", meaning: String) {
        text += ".TP\n"
        let term = "\\fB\(Roff.escaped(term))\\fR"
        text += value.isEmpty ? "\(term)\n" : "\(term) \\fI\(Roff.escaped(value))\\fR\n"
        add(line: meaning.isEmpty ? "\u{A0}" : meaning)
    }

    private mutating func add(line: String) {
        let escaped = Roff.escaped(line)
        // A point or an apostrophe at the start of a line would be a request.
        text += (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
    }

    private mutating func add(request: String, _ arguments: [String]) {
        let quoted = arguments.map { "\"\(Roff.escaped($0).split(separator: "\"").joined(separator: "\\(dq"))\"" }
        text += ".\(request) \(quoted.joined(separator: " "))\n"
    }

    /// With the characters escaped that would be another, or an escape.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "`": escaped += "\\(ga"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
