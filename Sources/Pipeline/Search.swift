/// The words to find leads by, as typed after `/` or given to `list`: in any order, and all must match.
public struct Filter: Hashable, Sendable {
    /// What was typed.
    public let text: String
    private let words: [[UInt8]]

    /// A filter by the words of `text`; without words it matches every lead.
    public init(_ text: String) {
        self.text = text
        words = text.split(whereSeparator: \.isWhitespace).map { SearchText.folded($0) }
    }

    /// True when every lead matches.
    public var isEmpty: Bool { words.isEmpty }

    /// True when a lead that matches this filter must match `other` as well: the search may go on among its results.
    public func narrows(_ other: Filter) -> Bool {
        text.hasPrefix(other.text)
    }

    /// True when every word stands somewhere in the text. Linear in its length for each word.
    public func matches(_ text: SearchText) -> Bool {
        words.allSatisfy { text.contains($0) }
    }
}

/// What can be found of a lead: name, company, title, city, tags, source, numbers, addresses and notes, without regard
/// to case.
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
            add(phone.number.filter(\.isNumber))
        }
        for email in fields.emails { add(email.address) }
        for entry in lead.entries {
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
        guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
        return bytes.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                var start = 0
                let last = text.count - word.count
                while start <= last {
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
    /// The leads that `words` may mean: one by its whole id or a unique beginning of one, else all whose text holds
    /// every word. Linear in the number of leads.
    public func leads(meant words: String) -> [Lead] {
        let compact = words.filter { !$0.isWhitespace }
        if let id = LeadID(compact), let lead = self[id], lead.isOnFile { return [lead] }
        if compact.count >= 3, compact.utf8.allSatisfy({ Base32.values[Int($0)] < 32 }) {
            let prefix = compact.uppercased()
            let byID = leads.filter { $0.isOnFile && $0.id.description.hasPrefix(prefix) }
            if byID.count == 1 { return byID }
        }
        let filter = Filter(words)
        if filter.isEmpty { return [] }
        return leads.filter { $0.isOnFile && filter.matches(SearchText($0)) }
    }
}
