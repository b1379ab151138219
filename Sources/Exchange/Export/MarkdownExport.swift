public import Pipeline

extension ExportedFile {
    /// The cards and the whole histories of leads, to be read by people (Markdown).
    ///
    /// - Parameter history: gives a lead's entries that count, the latest first.
    public static func pages(_ leads: [Lead], _ now: Now, _ rules: Rules, history: (Lead) -> [Entry]) -> ExportedFile {
        var page = Markdown()
        for (index, lead) in leads.enumerated() {
            if index > 0 { page.add(paragraph: "---") }
            page.add(lead, history(lead), now, rules)
        }
        return ExportedFile(bytes: Array(page.text.utf8), losses: [])
    }
}

extension Markdown {
    fileprivate mutating func add(_ lead: Lead, _ history: [Entry], _ now: Now, _ rules: Rules) {
        let fields = lead.fields
        add(heading: lead.title, level: 1)
        let company = fields.company == lead.title ? nil : fields.company
        let who = [fields.title, company].compactMap(\.self)
        if !who.isEmpty { add(paragraph: Markdown.start(who.joined(separator: " · "))) }
        if let flag = lead.doNotContact {
            let words = flag.words.map { ": “\(Markdown.inline($0))”" } ?? ""
            add(paragraph: "**Do not contact** since \(now.day(of: flag.since))\(words)")
        }
        for (name, value) in facts(of: lead, now, rules) { add(line: "- **\(name)**: \(Markdown.inline(value))") }
        add(line: "")
        if let note = fields.note {
            add(quotation: note)
            add(line: "")
        }
        add(heading: "History", level: 2)
        if history.isEmpty { add(paragraph: "Nothing yet.") }
        for entry in history {
            let (what, notes) = ReportWords.words(of: entry.act, now)
            add(line: "- \(ReportWords.time(entry.at, now)) \(Markdown.inline(what))")
            for note in notes { add(quotation: note, indent: "  ") }
        }
        if !history.isEmpty { add(line: "") }
    }

    private func facts(of lead: Lead, _ now: Now, _ rules: Rules) -> [(String, String)] {
        let fields = lead.fields
        func way(_ text: String, _ label: String?, _ isDead: Bool) -> String {
            text + (label.map { " (\($0))" } ?? "") + (isDead ? ", no longer works" : "")
        }
        let address = [fields.address, fields.city, fields.region, fields.country].compactMap(\.self)
        let traits = Trait.allCases.map { "\($0.rawValue) \(lead.traits.value(of: $0).rawValue)" }
        var facts = fields.phones.map { ("Phone", way($0.number, $0.label, $0.dead)) }
        facts += fields.emails.map { ("E-mail", way($0.address, $0.label, $0.dead)) }
        let place: String =
            switch lead.place(now) {
            case .parked(let until, let why): "parked until \(until)" + (why.map { ", \($0)" } ?? "")
            case .letGo(let why, _): "let go" + (why.map { ", \($0)" } ?? "")
            case .awaitingReply(let until): "awaiting a reply until \(until)"
            case let place: place.name
            }
        let rest: [(String, String?)] = [
            ("Address", address.isEmpty ? nil : address.joined(separator: ", ")), ("Time zone", fields.zone),
            ("Web site", fields.site), ("Source", fields.source),
            ("Tags", fields.tags.isEmpty ? nil : fields.tags.joined(separator: ", ")),
            ("Worth", fields.worth.map { "\($0)" }),
            ("Standing", "\(lead.standing.rawValue) (\(traits.joined(separator: ", ")))"), ("Place", place),
            (
                "Next step",
                lead.next.map { next in
                    "\(ReportWords.due(next.due, now)), \(next.kind.rawValue)" + (next.why.map { ": \($0)" } ?? "")
                }
            ),
            (
                "Tier",
                lead.assessment.flatMap { assessment in
                    assessment.tier(rules.settings.numbers).map { "\($0.rawValue), \(assessment.score ?? 0) of 100" }
                }
            ),
            ("Attempts", "\(lead.round.attempts) in this round, \(lead.lifetime.attempts) in all"),
            ("Orders", lead.lifetime.orders == 0 ? nil : "\(lead.lifetime.orders), \(lead.lifetime.earned) in all"),
        ]
        for (name, value) in rest { if let value { facts.append((name, value)) } }
        return facts
    }
}
