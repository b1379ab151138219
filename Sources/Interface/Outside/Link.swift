import Pipeline

/// Addresses that the desktop opens.
///
/// What they are made of came from outside and goes to programs of others: but for a few signs that an address cannot
/// do without, all is percent-encoded (RFC 3986, 2.1).
enum Link {
    /// `tel:+13125550142`, without what only separates the digits, and with an extension as `;ext=12` (RFC 3966, 3).
    ///
    /// - Returns: nil when the text is no number to dial: one of letters, say.
    static func phone(_ number: String) -> String? {
        let number = number.trimmed
        let isGlobal = number.hasPrefix("+")
        // The trunk prefix that is not dialled from abroad.
        let text = isGlobal && number.utf8.contains(UInt8(ascii: "(")) ? number.replacing("(0)", with: "") : number
        let end = text.firstIndex { endsNumber($0) } ?? text.endIndex
        let digits = digits(of: text[..<end])
        let rest = text[end...].lowercased()
        let isExtension = ["x", "#", ";", ","].contains { rest.hasPrefix($0) } || rest.hasPrefix("ext")
        // A word within the number stands for digits that are not known here: 1-800-FLOWERS.
        guard digits.count >= (rest.isEmpty || isExtension ? 2 : 7) else { return nil }
        let extra = isExtension ? self.digits(of: rest) : ""
        return "tel:" + (isGlobal ? "+" : "") + digits + (extra.isEmpty ? "" : ";ext=\(extra)")
    }

    /// `mailto:dana@northgate.example?subject=…&body=…` (RFC 6068).
    ///
    /// - Returns: nil when the text is no address.
    static func mail(_ address: String, subject: String = "", body: String = "") -> String? {
        let address = address.trimmed
        guard address.utf8.count(where: { $0 == UInt8(ascii: "@") }) == 1, !address.hasPrefix("@"),
            !address.hasSuffix("@"), !address.contains(where: \.isBlank)
        else { return nil }
        let body = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\r\n")
        let fields = [("subject", subject), ("body", body)].filter { !$0.1.isEmpty }
        return "mailto:" + encoded(address, but: "@")
            + (fields.isEmpty ? "" : "?" + fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&"))
    }

    /// The address of a web site, which is `https` when it does not say.
    ///
    /// - Returns: nil when the text is none, or one that is no web site's, such as `file:`.
    static func site(_ text: String) -> String? {
        let text = text.trimmed
        let lower = text.lowercased()
        let scheme = ["https://", "http://"].first { lower.hasPrefix($0) }
        let rest = text.dropFirst(scheme?.count ?? 0)
        let host = rest.prefix { !"/?#".contains($0) }
        guard host.contains("."), host.first?.isLetter == true || host.first?.isNumber == true,
            !rest.contains(where: \.isBlank), !rest.contains("://"), !host.contains("@")
        else { return nil }
        return (scheme ?? "https://") + encoded(rest, but: "/:?#&=+,@%")
    }

    /// True for what may follow a number: a word, or a sign before an extension.
    private static func endsNumber(_ character: Character) -> Bool {
        guard let ascii = character.asciiValue else { return character.isLetter }
        return switch Unicode.Scalar(ascii) {
        case "#", ";", ",", "A"..."Z", "a"..."z": true
        default: false
        }
    }

    private static func digits(of text: some StringProtocol) -> String {
        var digits = ""
        for character in text {
            if let ascii = character.asciiValue {
                if (0x30...0x39).contains(ascii) { digits.append(character) }
            } else if let digit = character.wholeNumberValue, digit < 10 {
                digits += "\(digit)"
            }
        }
        return digits
    }

    private static func encoded(_ text: some StringProtocol, but kept: String = "") -> String {
        func isPlain(_ byte: UInt8) -> Bool { isUnreserved(Unicode.Scalar(byte)) || kept.utf8.contains(byte) }
        if text.utf8.allSatisfy(isPlain) { return String(text) }
        var encoded = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
