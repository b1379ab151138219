/// What plain words find of each lead: name, company, title, city, region, source, tags, phone numbers, e-mail addresses
/// and notes that were not taken back.
///
/// They stand side by side: a letter is looked for in the texts of a hundred thousand leads while it is typed.
public struct SearchTexts: Sendable {
    // One after another, those of some leads to a block: that much is made anew when one of them changes, and no block
    // is longer than what it holds.
    private var blocks: [[UInt8]] = []
    // Where each lead's text ends in its block.
    private var ends: [Int32] = []
    private static let leads = 16

    /// No texts.
    public init() {}

    /// The texts of how many leads are there: those in the first places of the pipeline.
    public var count: Int { ends.count }

    /// Adds the texts of the leads that follow in the pipeline, of so many at most. Linear in their length.
    public mutating func extend(to pipeline: Pipeline, atMost limit: Int = .max) {
        let end = count + min(limit, pipeline.leads.count - count)
        while count < end { make(count / SearchTexts.leads, in: pipeline, before: end) }
    }

    /// Makes the text of a lead anew, when it has one, with those that stand beside it. Linear in their length.
    public mutating func renew(_ place: Int, in pipeline: Pipeline) {
        guard place < count else { return }
        make(place / SearchTexts.leads, in: pipeline, before: count)
    }

    private mutating func make(_ block: Int, in pipeline: Pipeline, before end: Int) {
        let first = block * SearchTexts.leads
        var (bytes, lengths) = ([UInt8](), [Int32]())
        for place in first..<min(first + SearchTexts.leads, end) {
            pipeline.leads[place].addSearchText(to: &bytes)
            lengths.append(Int32(clamping: bytes.count))
        }
        let exact = bytes.withUnsafeBufferPointer { Array($0) }
        if block < blocks.count { blocks[block] = exact } else { blocks.append(exact) }
        ends.replaceSubrange(first..<min(first + SearchTexts.leads, ends.count), with: lengths)
    }

    /// Calls `body` with a test of whether a word is in the text of the lead in a place.
    func withTest<Result>(_ body: ((Word, Int) -> Bool) -> Result) -> Result {
        body { word, place in
            let start = place % SearchTexts.leads == 0 ? 0 : ends[place - 1]
            return blocks[place / SearchTexts.leads].withUnsafeBufferPointer { bytes in
                word.isIn(UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(ends[place])]))
            }
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
