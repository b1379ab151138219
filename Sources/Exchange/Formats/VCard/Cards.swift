internal import Pipeline

/// The people of a vCard file of version 2.1, 3.0 or 4.0, as phones and mail programs write them.
struct Cards: RowSource {
    /// `UTF-8`, `UTF-16`, as the user named it, or `Windows-1252` where it is neither and does not say what it is.
    let encoding: String
    let system: String? = nil
    private let file: String
    private let targets: [HeaderKey: ColumnTarget]
    private var lines: CardLines
    private let text: CardText
    /// Where the next card starts, when it began before the last one ended.
    private var begun: Int?
    private(set) var columns: [Column] = []
    private var places: [String: Int] = [:]

    var fraction: Double { lines.fraction }

    init(
        _ bytes: [UInt8], file: String, chosen: [(header: String, target: ColumnTarget)], charset: String?,
        _ decoders: Decoders
    ) throws(ImportFault) {
        var bytes = bytes
        if charset != nil || bytes.prefix(4096).contains(0) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF])
        {
            let decoded = try DecodedText(bytes, charset: charset, decoders)
            (bytes, encoding) = (decoded.bytes, decoded.encoding)
        } else {
            encoding = bytes.isUTF8 ? "UTF-8" : CardText.charset(namedIn: bytes) ?? "Windows-1252"
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.file = file
        targets = Dictionary(chosen.map { (HeaderKey($0.header), $0.target) }) { first, _ in first }
        lines = CardLines(bytes)
        text = CardText(bytes, decoders)
    }

    mutating func next() throws(ImportFault) -> ImportRow? {
        while let (line, properties, isWhole) = card() {
            if let row = row(line, properties, isWhole: isWhole) { return row }
        }
        return nil
    }

    /// The properties of the next card.
    private mutating func card() -> (line: Int, properties: [CardProperty], isWhole: Bool)? {
        var start = begun
        begun = nil
        var properties: [CardProperty] = []
        // The card of somebody's agent stands inside theirs, in version 2.1.
        var depth = 0
        while let (line, bytes) = lines.next() {
            guard let property = CardProperty(bytes, line: line) else { continue }
            switch property.name {
            case "BEGIN" where property.isOfCard:
                if let start {
                    if properties.last?.name != "AGENT" {
                        begun = line
                        return (start, properties, false)
                    }
                    depth += 1
                } else {
                    start = line
                }
            case "END" where property.isOfCard && depth > 0: depth -= 1
            case "END" where property.isOfCard: if let start { return (start, properties, true) }
            default: if start != nil, depth == 0 { properties.append(property) }
            }
        }
        return start.map { ($0, properties, false) }
    }

    private mutating func row(_ line: Int, _ properties: [CardProperty], isWhole: Bool) -> ImportRow? {
        if let own = OwnCard.row(line, properties, text) {
            for property in properties { note(property, .extra, "") }
            return own
        }
        var card = Card(properties, text)
        card.sort()
        var lead = LeadBuilder(origin: file, system: card.uid == nil ? nil : "vCard", record: card.uid ?? "")
        for value in card.values {
            let text = value.text.trimmed
            guard !text.isEmpty else { continue }
            let target = targets[HeaderKey(value.header)] ?? value.target
            note(header: value.header, target, text)
            let column = Column(header: value.header, target: target)
            switch target {
            case .phone(let usual): lead.addPhones([text], label: value.label ?? usual, of: column)
            case .email(let usual): lead.addEmails([text], label: value.label ?? usual, of: column)
            case .tags: lead.addTags([text])
            default: lead.take(text, of: column, place: places[value.header] ?? 0)
            }
            if text.unicodeScalars.contains("\u{FFFD}") {
                lead.complain("some characters in \(quoted(value.header)) could not be read")
            }
        }
        if card.isGroup { lead.complain("this card is a group and no person", lacksValues: true) }
        if !isWhole, !lead.isBlank { lead.complain("the card does not end; the file may be cut short") }
        let texts = Dictionary(card.values.map { ($0.header, $0.text) }) { "\($0); \($1)" }
        return lead.row(line: line) { columns.map { texts[$0.header] ?? "" } }
    }

    private mutating func note(_ property: CardProperty, _ target: ColumnTarget, _ text: String) {
        note(header: property.name, target, text)
    }

    /// Counts a property among the columns.
    private mutating func note(header: String, _ target: ColumnTarget, _ text: String) {
        let place = places[header] ?? columns.count
        if place == columns.count {
            places[header] = place
            columns.append(Column(header: header, target: target))
        }
        if columns[place].samples.count < Column.sampleLimit, !text.isEmpty { columns[place].samples.append(text) }
    }
}
