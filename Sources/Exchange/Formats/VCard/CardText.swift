internal import FoundationEssentials
internal import Pipeline

/// Decodes the values of cards.
struct CardText {
    private let decoders: Decoders
    /// What is not UTF-8 and does not say what it is, is written in this: what another property of the file says.
    private let usualCharset: String?

    init(_ bytes: [UInt8], _ decoders: Decoders) {
        self.decoders = decoders
        usualCharset = CardText.charset(namedIn: bytes)
    }

    /// The first character set but UTF-8 that a file names in a parameter. Linear.
    static func charset(namedIn bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let word = String(decoding: bytes[max(0, equals - 7)..<equals], as: UTF8.self)
            rest = rest[(equals + 1)...]
            guard word.uppercased() == "CHARSET" else { continue }
            let name = String(decoding: rest.prefix { $0 > 0x20 && !";:\",".utf8.contains($0) }, as: UTF8.self)
            if !name.isEmpty, !["UTF-8", "UTF8", "US-ASCII"].contains(name.uppercased()) { return name }
        }
        return nil
    }

    /// The value as one text.
    func text(_ property: CardProperty) -> String {
        CardText.unescaped(decoded(property.value, property))
    }

    /// The values between semicolons.
    func parts(_ property: CardProperty) -> [String] { split(property, at: UInt8(ascii: ";")) }

    /// The values between commas.
    func list(_ property: CardProperty) -> [String] { split(property, at: UInt8(ascii: ",")) }

    /// The members of the JSON object that the value is; none if it is another thing.
    func members(_ property: CardProperty) -> [JSON.Member] {
        guard case .object(let members)? = try? decoders.json(Array(text(property).utf8)[...]) else { return [] }
        return members
    }

    private func split(_ property: CardProperty, at separator: UInt8) -> [String] {
        // What is quoted-printable is taken apart first: a semicolon that is encoded parts nothing. What is written in a
        // character set is decoded first: half a character may look like a semicolon.
        if property.isQuotedPrintable {
            return CardText.split(property.value, at: separator).map { CardText.unescaped(decoded($0, property)) }
        }
        return CardText.split(Array(decoded(property.value, property).utf8)[...], at: separator).map {
            CardText.unescaped(String(decoding: $0, as: UTF8.self))
        }
    }

    private func decoded(_ value: ArraySlice<UInt8>, _ property: CardProperty) -> String {
        var bytes = property.isQuotedPrintable ? CardProperty.quotedPrintable(value) : Array(value)
        if property.isBase64 {
            let text = String(decoding: bytes, as: UTF8.self)
            if let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) { bytes = Array(data) }
        }
        let isPlain = bytes.allSatisfy { $0 < 0x80 }
        if !isPlain || property.charset?.uppercased().hasPrefix("ISO-2022") ?? false {
            let isUTF8 = ["UTF-8", "UTF8", nil].contains(property.charset?.uppercased())
            let known = isUTF8 ? nil : property.charset.flatMap { decoders.characters(bytes, $0) }
            if let known {
                bytes = known
            } else if !bytes.isUTF8 {
                bytes =
                    DecodedText.repaired(bytes) ?? usualCharset.flatMap { decoders.characters(bytes, $0) }
                    ?? Windows1252.utf8(bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func split(_ value: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = value.startIndex
        var isEscaped = false
        for index in value.indices {
            if isEscaped {
                isEscaped = false
            } else if value[index] == UInt8(ascii: "\\") {
                isEscaped = true
            } else if value[index] == separator {
                parts.append(value[start..<index])
                start = index + 1
            }
        }
        return parts + [value[start...]]
    }

    /// Without the backslashes; line ends as LF.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 13 }) else { return text }
        var bytes: [UInt8] = []
        var isEscaped = false
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if isEscaped {
                isEscaped = false
                switch byte {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): bytes.append(10)
                case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"): bytes.append(byte)
                default: bytes += [UInt8(ascii: "\\"), byte]
                }
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == 13 {
                bytes.append(10)
            } else if byte != 10 || previous != 13 {
                bytes.append(byte)
            }
            previous = byte
        }
        if isEscaped { bytes.append(UInt8(ascii: "\\")) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
