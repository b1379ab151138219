/// The lines of a vCard file, unfolded (RFC 6350, section 3.2, and what older phones and mail programs make of it).
///
/// A line that begins with a space goes on the one before it, and so does the line after a soft line break of
/// quoted-printable. A line that is no property belongs to the value before it: some programs break notes and pictures
/// over lines as they come.
struct CardLines {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 0
    private var pending: (line: Int, bytes: ArraySlice<UInt8>)?

    /// The lines of bytes of any encoding in which ASCII is ASCII.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How much is read, from 0 to 1.
    var fraction: Double { Double(position) / Double(max(1, bytes.count)) }

    /// The next unfolded line that is not empty, and the number of the line that it starts on; nil at the end.
    mutating func next() -> (line: Int, bytes: [UInt8])? {
        while let start = pending ?? physical() {
            pending = nil
            if start.bytes.trimmed.isEmpty { continue }
            var unfolded = Array(start.bytes)
            let isQuoted = CardLines.isQuotedPrintable(unfolded)
            while let (line, more) = physical() {
                if isQuoted, unfolded.last == UInt8(ascii: "="), !CardLines.isKnownProperty(more) {
                    // Some programs end their lines with two carriage returns.
                    if more.isEmpty { continue }
                    unfolded.removeLast()
                    unfolded += more
                } else if let first = more.first, first == 0x20 || first == 0x09 {
                    unfolded += more.dropFirst()
                } else if more.isEmpty || CardLines.isProperty(more) {
                    pending = (line, more)
                    break
                } else {
                    unfolded.append(UInt8(ascii: "\n"))
                    unfolded += more
                }
            }
            if isQuoted, unfolded.last == UInt8(ascii: "=") { unfolded.removeLast() }
            return (start.line, unfolded)
        }
        return nil
    }

    private mutating func physical() -> (line: Int, bytes: ArraySlice<UInt8>)? {
        guard position < bytes.count else { return nil }
        line += 1
        let start = position
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
        let end = position
        if position < bytes.count {
            let isPair = bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10
            position += isPair ? 2 : 1
        }
        return (line, bytes[start..<end])
    }

    private static func isQuotedPrintable(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix { $0 != UInt8(ascii: ":") }
        return String(decoding: head, as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
    }

    /// True for the beginning of a property that everybody writes: some phones break the last line of a value, after
    /// which nothing of it is left.
    private static func isKnownProperty(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard isProperty(bytes) else { return false }
        return known.contains(String(decoding: bytes.prefix { !";:".utf8.contains($0) }, as: UTF8.self))
    }

    private static let known: Set = [
        "BEGIN", "END", "VERSION", "FN", "N", "NICKNAME", "TEL", "EMAIL", "ORG", "TITLE", "ROLE", "ADR", "LABEL", "URL",
        "NOTE", "CATEGORIES", "UID", "REV", "BDAY", "PHOTO", "TZ", "GEO", "KEY", "LOGO", "SOUND",
    ]

    /// True for the beginning of a property: a name, and a colon or a semicolon behind it.
    private static func isProperty(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
        let rest = bytes.drop { isLetter($0) || (48...57).contains($0) || "-._/".utf8.contains($0) }
        return rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: ";") && rest.contains(UInt8(ascii: ":"))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte)
    }
}
