/// Text as it is compared when leads are looked for: without regard to case and to accents.
enum Folding {
    /// `Zoë O’Hara` as the bytes of `zoe o'hara`. Linear.
    static func folded(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return bytes
    }

    static func fold(_ text: some StringProtocol, into bytes: inout [UInt8]) {
        let start = bytes.count
        for byte in text.utf8 {
            guard byte < 128 else {
                bytes.removeSubrange(start...)
                return foldScalars(of: text, into: &bytes)
            }
            bytes.append(lower(byte))
        }
    }

    /// Calls `body` with the folded bytes of a text; of one that is all ASCII without taking memory for it.
    static func withFolded<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        let quick: Result? = text.withUTF8 { utf8 in
            guard utf8.allSatisfy({ $0 < 128 }) else { return nil }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count) { buffer in
                for place in utf8.indices { buffer[place] = lower(utf8[place]) }
                return body(UnsafeBufferPointer(rebasing: buffer[..<utf8.count]))
            }
        }
        return quick ?? folded(text).withUnsafeBufferPointer(body)
    }

    static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    /// The ASCII digits among `bytes`.
    static func digits(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { (48...57).contains($0) }
    }

    private static func foldScalars(of text: some StringProtocol, into bytes: inout [UInt8]) {
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let base = bases[scalar] {
                bytes += base
            } else if !(0x300...0x36F).contains(scalar.value) {
                bytes += String(scalar).utf8
            }
        }
    }

    /// What stands for a letter of the Latin script that is none of ASCII: `e` for `ë`, `l` for `ł`, `ss` for `ß`.
    ///
    /// The letters are taken from the names that Unicode gives them, such as “latin small letter e with diaeresis”.
    private static let bases: [Unicode.Scalar: [UInt8]] = {
        var bases: [Unicode.Scalar: [UInt8]] = ["’": [39], "‘": [39]]
        for value in [UInt32(0xC0)...0x24F, 0x1E00...0x1EFF].joined() {
            if let scalar = Unicode.Scalar(value), let letters = scalar.properties.name.flatMap(letters) {
                bases[scalar] = Array(letters.lowercased().utf8)
            }
        }
        return bases
    }()

    private static func letters(ofName name: String) -> String? {
        let words = name.split(separator: " ").map(String.init)
        guard words.count >= 4, words[0] == "LATIN", words[1] == "SMALL" else { return nil }
        switch words[3] {
        case "SHARP": return "ss"
        case "DOTLESS", "LONG": return words.last
        case "ETH": return "d"
        case "THORN": return "th"
        case let word: return word.utf8.count <= 2 ? word : nil
        }
    }
}

/// Some text to look for.
struct Word: Hashable, Sendable {
    /// As it was typed, folded; for a phone number also without its punctuation.
    let spellings: [[UInt8]]

    init(_ text: some StringProtocol) {
        let folded = Folding.folded(text)
        let digits = Folding.digits(folded)
        let isNumber = digits.count >= 3 && folded.allSatisfy { "0123456789+-()./ ".utf8.contains($0) }
        spellings = isNumber && digits != folded ? [folded, digits] : [folded]
    }

    /// True when a text with this word in it has `other` in it as well.
    func implies(_ other: Word) -> Bool {
        spellings.allSatisfy { mine in
            other.spellings.contains { theirs in mine.withUnsafeBufferPointer { $0.contains(theirs) } }
        }
    }

    /// True when the word is in a text that is folded already. Linear in its length.
    func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        spellings.contains { text.contains($0) }
    }

    /// True when the word is in a text as people wrote it, or is all of it. Linear in its length.
    func isIn(_ text: String, isWhole: Bool) -> Bool {
        Folding.withFolded(text) { folded in
            spellings.contains { spelling in
                (!isWhole || folded.count == spelling.count) && folded.contains(spelling)
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// True when `word` stands in the bytes. Linear in their number, for words as people type them.
    func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first, let second = word.dropFirst().first ?? word.first, let base = baseAddress else {
            return word.isEmpty
        }
        let last = count - word.count
        if last < 0 { return false }
        let (firsts, seconds) = (UInt64(first) &* ones, UInt64(second) &* ones)
        let step = word.count > 1 ? 1 : 0
        var start = 0
        // Eight places at once: the two words of memory have a byte of nothing where both letters fit. What seems to fit
        // because of a borrow is found out by the look at the place itself.
        while start <= last {
            if start + 8 + step <= count {
                let raw = UnsafeRawPointer(base + start)
                let other =
                    (raw.loadUnaligned(as: UInt64.self) ^ firsts)
                    | ((raw + step).loadUnaligned(as: UInt64.self) ^ seconds)
                if (other &- ones) & ~other & (ones << 7) == 0 {
                    start += 8
                    continue
                }
            }
            for place in start...Swift.min(start + 7, last) where self[place] == first {
                if word.indices.allSatisfy({ self[place + $0] == word[$0] }) { return true }
            }
            start += 8
        }
        return false
    }

    private var ones: UInt64 { 0x0101_0101_0101_0101 }
}
