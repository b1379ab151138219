/// What plain words find of each lead: name, company, title, city, region, source, tags, phone numbers, e-mail addresses
/// and notes that were not taken back.
///
/// All stand in one stretch of memory: a letter is looked for in the texts of a hundred thousand leads while it is typed.
public struct SearchTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []
    // Bytes of texts that were replaced.
    private var waste = 0

    /// No texts.
    public init() {}

    /// The texts of how many leads are there: those in the first places of the pipeline.
    public var count: Int { ranges.count }

    /// Adds the texts of the leads that follow in the pipeline, of so many at most. Linear in their length.
    public mutating func extend(to pipeline: Pipeline, atMost limit: Int = .max) {
        let end = min(pipeline.leads.count, count + min(limit, pipeline.leads.count))
        for place in count..<max(count, end) { ranges.append(append(pipeline.leads[place])) }
    }

    /// Makes the text of a lead anew, when it has one. Linear in its length, but for a rare clearing up.
    public mutating func renew(_ place: Int, in pipeline: Pipeline) {
        guard ranges.indices.contains(place) else { return }
        waste += ranges[place].count
        ranges[place] = append(pipeline.leads[place])
        if waste > 1 << 16, waste > bytes.count / 2 { clearUp() }
    }

    private mutating func append(_ lead: Lead) -> Range<Int> {
        let start = bytes.count
        lead.addSearchText(to: &bytes)
        return start..<bytes.count
    }

    private mutating func clearUp() {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count - waste)
        for place in ranges.indices {
            let start = kept.count
            kept += bytes[ranges[place]]
            ranges[place] = start..<kept.count
        }
        (bytes, waste) = (kept, 0)
    }

    /// Calls `body` with a test of whether a word is in the text of the lead in a place.
    func withTest<Result>(_ body: ((Word, Int) -> Bool) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            body { word, place in word.isIn(UnsafeBufferPointer(rebasing: bytes[ranges[place]])) }
        }
    }
}

extension Lead {
    /// Adds what plain words find of the lead, folded.
    func addSearchText(to bytes: inout [UInt8]) {
        func add(_ text: String?) {
            guard let text else { return }
            Folding.fold(text, into: &bytes)
            // No word contains a line feed, so none matches across two fields.
            bytes.append(10)
        }
        add(fields.name)
        for text in [fields.company, fields.title, fields.city, fields.region, fields.source, fields.note] { add(text) }
        for tag in fields.tags { add(tag) }
        for phone in fields.phones {
            add(phone.number)
            // People type a number as they read it: with or without its spaces and dashes.
            bytes += phone.number.utf8.lazy.filter { (48...57).contains($0) }
            bytes.append(10)
        }
        for email in fields.emails { add(email.address) }
        for entry in counting {
            switch entry.act {
            case .attempt(let attempt): add(attempt.note)
            case .note(let text): add(text)
            default: break
            }
        }
    }

    /// What plain words find of the lead, folded.
    var searchText: [UInt8] {
        var bytes: [UInt8] = []
        addSearchText(to: &bytes)
        return bytes
    }
}

extension Pipeline {
    /// The leads on file that `words` may mean: the one with that id, else all whose text holds every word or whose id
    /// begins with it, if it has three characters. None for no words. In the order of `leads`; linear in their text.
    public func leads(meant words: String) -> [Lead] {
        let word = words.trimmed
        if let id = LeadID(word), let lead = self[id], lead.isOnFile { return [lead] }
        let wanted = words.split(whereSeparator: \.isWhitespace).map { Word($0) }
        if wanted.isEmpty { return [] }
        // A name may be the beginning of somebody's id: "ann" must not find another person in her place.
        return leads.filter { lead in
            guard lead.isOnFile else { return false }
            let text = lead.searchText
            return text.withUnsafeBufferPointer { text in wanted.allSatisfy { $0.isIn(text) } }
                || lead.id.begins(with: word.utf8)
        }
    }
}
