public import Canvas
public import Pipeline

/// The lines of a lead's card, from the top: who, how to reach, what is known, what is next, the work, and the history.
struct CardLines {
    var page: Page
    let lead: Lead
    let now: Now
    let rules: Rules
    /// The names of the devices whose entries say who wrote them.
    let writers: [String?]

    /// - Parameters:
    ///   - history: the latest entry first.
    ///   - limit: lines to make at most; a long history is not put into words beyond what is shown.
    ///   - writers: the names of the devices whose entries say who wrote them.
    init(
        _ lead: Lead, _ history: [Entry], _ now: Now, _ rules: Rules, text: TextMetrics, width: Int, limit: Int,
        writers: [String?] = []
    ) {
        self.init(lead, now, rules, Page(width: width, limit: limit, text: text), writers)
        addPerson()
        addStanding()
        addNext()
        addWork()
        addPatience()
        addDetails()
        addHistory(history)
    }

    /// Some entries of the history, the latest first.
    init(
        only history: [Entry], of lead: Lead, _ now: Now, _ rules: Rules, text: TextMetrics, width: Int,
        writers: [String?]
    ) {
        self.init(lead, now, rules, Page(width: width, text: text), writers)
        for entry in history { addEntry(entry) }
    }

    /// Where things stand with a lead.
    init(workOn lead: Lead, _ now: Now, _ rules: Rules, text: TextMetrics, width: Int) {
        self.init(lead, now, rules, Page(width: width, text: text), [])
        addStanding()
        addNext()
        addWork()
        addPatience()
    }

    private init(_ lead: Lead, _ now: Now, _ rules: Rules, _ page: Page, _ writers: [String?]) {
        self.page = page
        self.lead = lead
        self.now = now
        self.rules = rules
        self.writers = writers
    }

    var lines: [Line] { page.lines }

    /// True when there is more than `limit` lines.
    var isCut: Bool { page.isCut }

    /// A line with a word in front, going on below itself.
    mutating func add(_ label: String, _ spans: Line.Span...) {
        page.flow(spans, indent: 8, label: Line.Span(label, .dim))
    }

    /// What stands below a line with a word in front.
    mutating func addBelow(_ string: String?, _ role: Role = .quote) {
        if let string, !string.trimmed.isEmpty { page.flow(string, role, indent: 8) }
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
        _ history: [Entry], _ now: Now, _ rules: Rules, text: TextMetrics, width: Int, writers: [String?] = []
    ) -> Frame {
        let card = CardLines(self, history, now, rules, text: text, width: width, limit: .max, writers: writers)
        var frame = Frame(size: Size(width: width, height: card.lines.count), text: text)
        for (y, line) in card.lines.enumerated() { frame.write(line, x: 0, y: y, width: width) }
        return frame
    }
}
