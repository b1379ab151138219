/// The words to find leads by, as typed after `/` or given to `list`: in any order, and all must match.
public struct Filter: Hashable, Sendable {
    /// What was typed.
    public let text: String
    private let words: [Word]

    /// A filter by the words of `text`; without words it matches every lead.
    public init(_ text: String) {
        self.text = text
        words = text.split(whereSeparator: \.isWhitespace).map { Word($0) }
    }

    /// True when every lead matches.
    public var isEmpty: Bool { words.isEmpty }

    /// True when a lead that matches this filter must match `other` as well: the search may go on among its results.
    public func narrows(_ other: Filter) -> Bool {
        other.words.allSatisfy { loose in words.contains { $0.implies(loose) } }
    }

    /// True when every word stands somewhere in the text. Linear in its length for each word.
    public func matches(_ text: SearchText) -> Bool {
        words.allSatisfy { $0.spellings.contains(where: text.contains) }
    }

    /// A word, and how else what is meant by it may stand in the text.
    private struct Word: Hashable {
        /// As it was typed, without regard to case; for a phone number also without its punctuation.
        let spellings: [[UInt8]]

        init(_ word: Substring) {
            let folded = SearchText.folded(word)
            let digits = SearchText.digits(folded)
            let isNumber = digits.count >= 3 && folded.allSatisfy { "0123456789+-()./".utf8.contains($0) }
            spellings = isNumber && digits != folded ? [folded, digits] : [folded]
        }

        /// True when a text with this word in it has `other` in it as well.
        func implies(_ other: Word) -> Bool {
            spellings.allSatisfy { mine in other.spellings.contains { mine.contains($0) } }
        }
    }
}

/// What can be found of a lead: name, company, title, city, region, source, tags, phone numbers, e-mail addresses and
/// notes that were not taken back, without regard to case. Accents count as they are typed.
public struct SearchText: Sendable {
    private let bytes: [UInt8]

    /// The text of a lead. Linear in its length.
    public init(_ lead: Lead) {
        var bytes: [UInt8] = []
        func add(_ text: String?) {
            guard let text else { return }
            SearchText.fold(text, into: &bytes)
            // No word contains a line feed, so none matches across two fields.
            bytes.append(10)
        }
        let fields = lead.fields
        add(fields.name)
        for text in [fields.company, fields.title, fields.city, fields.region, fields.source, fields.note] { add(text) }
        for tag in fields.tags { add(tag) }
        for phone in fields.phones {
            add(phone.number)
            // People type a number as they read it: with or without its spaces and dashes.
            bytes += SearchText.digits(Array(phone.number.utf8))
            bytes.append(10)
        }
        for email in fields.emails { add(email.address) }
        for entry in lead.counting {
            switch entry.act {
            case .attempt(let attempt): add(attempt.note)
            case .note(let text): add(text)
            default: break
            }
        }
        self.bytes = bytes
    }

    /// True when `word`, folded, stands in the text.
    func contains(_ word: [UInt8]) -> Bool {
        bytes.contains(word)
    }

    /// The ASCII digits among `bytes`.
    static func digits(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { (48...57).contains($0) }
    }

    static func folded(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return bytes
    }

    private static func fold(_ text: some StringProtocol, into bytes: inout [UInt8]) {
        if text.utf8.allSatisfy({ $0 < 128 }) {
            bytes += text.utf8.lazy.map { (65...90).contains($0) ? $0 + 32 : $0 }
        } else {
            bytes += text.lowercased().utf8
        }
    }
}

extension Pipeline {
    /// The leads on file that `words` may mean: the one with that id, else all whose text holds every word or whose id
    /// begins with it, if it has three characters. None for no words. In the order of `leads`; linear in their text.
    public func leads(meant words: String) -> [Lead] {
        let word = words.trimmed
        if let id = LeadID(word), let lead = self[id], lead.isOnFile { return [lead] }
        let filter = Filter(words)
        if filter.isEmpty { return [] }
        // A name may be the beginning of somebody's id: "ann" must not find another person in her place.
        return leads.filter { $0.isOnFile && (filter.matches(SearchText($0)) || $0.id.begins(with: word.utf8)) }
    }
}

extension [UInt8] {
    /// True when `word` stands in the bytes. Linear in the number of bytes, for words as people type them.
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        return withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                var start = 0
                while start + word.count <= text.count {
                    if text[start] == first {
                        var length = 1
                        while length < word.count, text[start + length] == word[length] { length += 1 }
                        if length == word.count { return true }
                    }
                    start += 1
                }
                return false
            }
        }
    }
}
