public import Canvas
public import Pipeline

/// The lines of a lead's card, from the top: who, how to reach, what is known, what is next, and the history.
struct CardLines {
    private(set) var lines: [Line] = []
    /// True when there is more than `limit` lines.
    private(set) var isCut = false
    private var width = 0
    private var limit = 0
    private var text = TextMetrics { _ in 1 }
    private var writers: [UInt16: String] = [:]

    /// No lines.
    init() {}

    /// - Parameters:
    ///   - history: the latest entry first.
    ///   - limit: lines to make at most; a long history is not put into words beyond what is shown.
    ///   - writers: the names of the devices whose entries say who wrote them.
    init(
        _ lead: Lead, _ history: [Entry], _ now: Now, _ rules: Rules, text: TextMetrics, width: Int, limit: Int,
        writers: [UInt16: String] = [:]
    ) {
        self.writers = writers
        self.text = text
        self.width = width
        self.limit = limit
        addPerson(lead)
        addWork(lead, now, rules)
        addHistory(history, lead, now)
    }

    /// Some entries of a history, the latest first.
    init(_ history: [Entry], _ now: Now, text: TextMetrics, width: Int) {
        (self.text, self.width, limit) = (text, width, .max)
        for entry in history { addEntry(entry, now) }
    }

    /// Where things stand with a lead.
    init(workOn lead: Lead, _ now: Now, _ rules: Rules, text: TextMetrics, width: Int) {
        (self.text, self.width, limit) = (text, width, .max)
        addTraits(lead)
        addWork(lead, now, rules)
    }

    private mutating func add(_ spans: (String, Role)...) {
        lines.append(Line(spans: spans.map { Line.Span(text: $0.0, role: $0.1) }))
    }

    private mutating func addWrapped(_ string: String, indent: Int, role: Role) {
        let blank = String(repeating: " ", count: indent)
        for line in text.wrap(string, to: max(8, width - indent)) {
            guard lines.count < limit else {
                isCut = true
                return
            }
            add((blank + line, role))
        }
    }

    private mutating func addPerson(_ lead: Lead) {
        let fields = lead.fields
        let company = fields.company == lead.title ? nil : fields.company
        let who = [fields.title, company, fields.city].compactMap(\.self).joined(separator: " · ")
        if !who.isEmpty { add((who, .text)) }
        if let flag = lead.doNotContact {
            add(("Do not contact", .bad), (" since \(flag.since.writtenDay)", .text))
            if let words = flag.words { addWrapped("“\(words)”", indent: 2, role: .quote) }
        }
        addTraits(lead)
        for phone in fields.phones { addWay("☎", phone.number, phone.label, phone.dead) }
        for email in fields.emails { addWay("✉", email.address, email.label, email.dead) }
        if fields.phones.isEmpty && fields.emails.isEmpty { add(("no number and no address", .warn)) }
        let details: [(String, String?)] = [
            ("zone", fields.zone), ("site", fields.site), ("source", fields.source),
            ("tags", fields.tags.isEmpty ? nil : fields.tags.joined(separator: ", ")),
            ("worth", fields.worth.map { "\($0)" }),
        ]
        for (label, value) in details { if let value { add((label.padded(to: 8), .dim), (value, .text)) } }
        if let note = fields.note { addWrapped(note, indent: 0, role: .quote) }
    }

    private mutating func addTraits(_ lead: Lead) {
        var traits: [Line.Span] = [
            Line.Span(text: lead.standing.rawValue.padded(to: 11), role: lead.standing == .suspect ? .text : .good)
        ]
        for trait in Trait.allCases {
            let value = lead.traits.value(of: trait)
            let role: Role = value == .yes ? .good : value == .no ? .bad : .dim
            traits.append(Line.Span(text: trait.rawValue.prefix(1).uppercased() + " ", role: .dim))
            traits.append(Line.Span(text: (value == .unknown ? "?" : value.rawValue).padded(to: 5), role: role))
        }
        lines.append(Line(spans: traits))
        for trait in Trait.allCases {
            if let why = lead.traits[trait]?.finding.why {
                addWrapped("\(trait.rawValue): \(why)", indent: 2, role: .quote)
            }
        }
    }

    private mutating func addWay(_ sign: String, _ way: String, _ label: String?, _ isDead: Bool) {
        if isDead {
            add((sign + " ", .dim), (way, .dim), ("  no longer works", .bad))
        } else {
            add((sign + " ", .accent), (way, .accent), (label.map { "  \($0)" } ?? "", .dim))
        }
    }

    private mutating func addWork(_ lead: Lead, _ now: Now, _ rules: Rules) {
        if let next = lead.next {
            let kind = next.kind == .putOff ? "call back" : next.kind.rawValue
            let role: Role = next.kind == .promise ? .promise : now.isDue(next.due) ? .warn : .text
            add(("next".padded(to: 8), .dim), ("\(kind) \(Wording.due(next.due, now))", role))
            if let why = next.why { addWrapped(why, indent: 8, role: .quote) }
        }
        let place = lead.place(now)
        switch place {
        case .onTheList: break
        case .sayingGoodbye: add(("place".padded(to: 8), .dim), (place.name, .warn))
        case .awaitingReply(let until):
            add(("place".padded(to: 8), .dim), ("\(place.name) until \(Wording.date(until, now))", .warn))
        case .parked(let until, let why):
            add(("place".padded(to: 8), .dim), ("parked until \(Wording.date(until, now))", .warn))
            if let why { addWrapped(why, indent: 8, role: .quote) }
        case .letGo(let why, _):
            add(("place".padded(to: 8), .dim), ("let go", .warn))
            if let why { addWrapped(why, indent: 8, role: .quote) }
        }
        if let cause = lead.cause(now, rules), place == .onTheList || place.name == "awaiting a reply" {
            addWrapped("decide: \(cause.words(now))", indent: 0, role: .warn)
        }
        if let assessment = lead.assessment, let tier = assessment.tier(rules.settings.numbers) {
            add(("tier".padded(to: 8), .dim), ("\(tier.rawValue), \(assessment.score ?? 0) of 100", .text))
        }
        let attempts = lead.round.attempts
        let channels = lead.round.channels.map { "\(Wording.symbol($0))\(lead.round.attempts(by: $0))" }
        add(
            ("work".padded(to: 8), .dim), (attempts == 1 ? "1 attempt" : "\(attempts) attempts", .text),
            ("   " + channels.joined(separator: " "), .accent))
        if let last = lead.lastAttempt { add(("last".padded(to: 8), .dim), (now.ago(last), .text)) }
    }

    private mutating func addHistory(_ history: [Entry], _ lead: Lead, _ now: Now) {
        lines.append(Line(spans: [Line.Span(text: "History", role: .title)], isRule: true))
        let changes = Dictionary(lead.standingChanges.map { ($0.entry, $0) }) { $1 }
        for entry in history {
            guard lines.count < limit else {
                isCut = true
                return
            }
            addEntry(entry, now)
            if let change = changes[entry.id] {
                add(
                    (
                        "".padded(to: 14) + "\(change.from.rawValue) → \(change.to.rawValue)",
                        change.isDemotion ? .warn : .good
                    ))
            }
        }
    }

    private mutating func addEntry(_ entry: Entry, _ now: Now) {
        var spans = [Line.Span(text: Wording.time(entry.at, now).padded(to: 14), role: .dim)]
        var notes: [String?] = []
        switch entry.act {
        case .attempt(let attempt):
            let arrow = attempt.isInbound ? "← " : ""
            spans.append(Line.Span(text: arrow + Wording.symbol(attempt.channel) + " ", role: .accent))
            spans.append(
                Line.Span(text: Wording.attempt(attempt), role: attempt.outcome.isConversation ? .title : .text))
            if let next = attempt.next {
                spans.append(
                    Line.Span(text: " → \(Wording.due(next, now))", role: attempt.because == nil ? .text : .promise))
            }
            if attempt.conveyedValue { spans.append(Line.Span(text: "  ◆ value", role: .good)) }
            notes = [attempt.because, attempt.note]
        case .next(let due, let why):
            spans.append(
                Line.Span(text: Wording.entry(entry) + (due.map { " → \(Wording.due($0, now))" } ?? ""), role: .text))
            notes = [why]
        case .trait(let finding):
            spans.append(Line.Span(text: Wording.entry(entry), role: .text))
            notes = [finding.why]
        case .note(let text):
            spans.append(Line.Span(text: "note", role: .text))
            notes = [text]
        case .doNotContact(let words):
            spans.append(Line.Span(text: Wording.entry(entry), role: .bad))
            notes = [words]
        case .allowContact(let why):
            spans.append(Line.Span(text: Wording.entry(entry), role: .warn))
            notes = [why]
        case .question(let finding):
            spans.append(
                Line.Span(text: Wording.entry(entry), role: finding.value == .disqualifying ? .bad : .text))
            notes = [finding.why]
        case .assess(let answers, _, let score):
            spans.append(Line.Span(text: Wording.entry(entry) + (score.map { ", \($0) of 100" } ?? ""), role: .text))
            notes = [answers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")]
        case .compelling(let why), .goodbye(let why), .park(_, let why), .letGo(let why, _):
            spans.append(Line.Span(text: Wording.entry(entry), role: .title))
            notes = [why]
        case .keep(let why), .revive(let why):
            spans.append(Line.Span(text: Wording.entry(entry), role: .title))
            notes = [why]
        case .signal, .order, .merge: spans.append(Line.Span(text: Wording.entry(entry), role: .text))
        case .add, .edit, .undo, .unknown: spans.append(Line.Span(text: Wording.entry(entry), role: .dim))
        }
        if let writer = writers[entry.device] { spans.append(Line.Span(text: " · \(writer)", role: .dim)) }
        lines.append(Line(spans: spans))
        for note in notes { if let note { addWrapped(note, indent: 14, role: .quote) } }
    }
}

extension String {
    /// With blanks behind it up to `width` characters: for words of our own, one cell each.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension Lead {
    /// The lead's card as a frame of its own, as high as it needs: what `show` prints.
    ///
    /// - Parameter writers: the names of the devices whose entries say who wrote them.
    public func card(
        _ history: [Entry], _ now: Now, _ rules: Rules, text: TextMetrics, width: Int, writers: [UInt16: String] = [:]
    ) -> Frame {
        let card = CardLines(self, history, now, rules, text: text, width: width, limit: .max, writers: writers)
        var frame = Frame(size: Size(width: width, height: card.lines.count), text: text)
        for (y, line) in card.lines.enumerated() { frame.write(line, x: 0, y: y, width: width) }
        return frame
    }
}
