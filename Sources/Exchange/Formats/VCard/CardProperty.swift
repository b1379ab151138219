/// A property of a vCard, with its value not yet decoded.
struct CardProperty {
    /// The line that it starts on.
    let line: Int
    /// What ties it to its label: `item1` of `item1.TEL`. In small letters.
    let group: String?
    /// In capitals.
    let name: String
    /// The words that say what kind it is, in small letters: `work`, `cell`.
    private(set) var types: [String] = []
    /// 1 for the preferred one to 100; 101 for one of which nothing is said.
    private(set) var preference = 101
    private(set) var charset: String?
    private(set) var isQuotedPrintable = false
    private(set) var isBase64 = false
    /// The parameters that are none of these, by their names in capitals.
    private(set) var parameters: [String: String] = [:]
    /// The value as it is written.
    let value: ArraySlice<UInt8>

    /// True for one that begins or ends a card.
    var isOfCard: Bool { String(decoding: value.trimmed, as: UTF8.self).uppercased() == "VCARD" }

    /// Reads an unfolded line; nil if it has no colon.
    init?(_ bytes: [UInt8], line: Int) {
        var isQuoted = false
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var colon: Int?
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted:
                parts.append(bytes[start..<index])
                start = index + 1
            case UInt8(ascii: ":") where !isQuoted:
                parts.append(bytes[start..<index])
                colon = index
            default: break
            }
            if colon != nil { break }
        }
        // A quote that never closes is a character like any other.
        if colon == nil, let first = bytes.firstIndex(of: UInt8(ascii: ":")) {
            parts = bytes[..<first].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            colon = first
        }
        guard let colon, let head = parts.first else { return nil }
        self.line = line
        value = bytes[(colon + 1)...]
        let words = String(decoding: head, as: UTF8.self).split(separator: ".", maxSplits: 1).map { $0.trimmed }
        name = (words.last ?? "").uppercased()
        group = words.count == 2 ? words[0].lowercased() : nil
        for part in parts.dropFirst() { take(String(decoding: part, as: UTF8.self)) }
    }

    private mutating func take(_ parameter: String) {
        let sides = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
        guard sides.count == 2 else { return takeWord(sides[0]) }
        let text = CardProperty.unquoted(sides[1])
        switch sides[0].uppercased() {
        case "TYPE": for word in text.split(separator: ",") { takeWord(word.trimmed) }
        case "ENCODING": takeEncoding(text)
        case "CHARSET": charset = text
        case "PREF": preference = min(preference, Int(text) ?? 1)
        default: parameters[sides[0].uppercased()] = text
        }
    }

    /// A word on its own, as version 2.1 has them: a type, or an encoding.
    private mutating func takeWord(_ word: String) {
        let word = CardProperty.unquoted(word).lowercased()
        if word == "pref" {
            preference = min(preference, 1)
        } else if !takeEncoding(word), !word.isEmpty {
            types.append(word)
        }
    }

    @discardableResult
    private mutating func takeEncoding(_ word: String) -> Bool {
        switch word.lowercased() {
        case "quoted-printable", "q": isQuotedPrintable = true
        case "base64", "b": isBase64 = true
        case "8bit", "7bit": break
        default: return false
        }
        return true
    }

    /// Without the quotes around it, and with the escapes of RFC 6868 resolved.
    private static func unquoted(_ text: String) -> String {
        var text = text[...]
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 { text = text.dropFirst().dropLast() }
        guard text.utf8.contains(UInt8(ascii: "^")) else { return String(text) }
        var resolved = ""
        var isEscaped = false
        for character in text {
            if !isEscaped {
                if character == "^" { isEscaped = true } else { resolved.append(character) }
                continue
            }
            isEscaped = false
            switch character {
            case "n": resolved.append("\n")
            case "'": resolved.append("\"")
            case "^": resolved.append("^")
            default: resolved += "^\(character)"
            }
        }
        return isEscaped ? resolved + "^" : resolved
    }

    /// The bytes of quoted-printable, in which `=C3` stands for a byte (RFC 2045, section 6.7).
    static func quotedPrintable(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var digits: [UInt8]?
        for byte in bytes {
            guard var pair = digits else {
                if byte == UInt8(ascii: "=") { digits = [] } else { decoded.append(byte) }
                continue
            }
            pair.append(byte)
            digits = pair
            guard pair.count == 2 else { continue }
            digits = nil
            if let high = hex(pair[0]), let low = hex(pair[1]) {
                decoded.append(high << 4 | low)
            } else {
                decoded.append(UInt8(ascii: "="))
                decoded += pair
            }
        }
        if let digits { decoded += [UInt8(ascii: "=")] + digits }
        return decoded
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.flatMap { byte < 0x80 ? UInt8($0) : nil }
    }
}
