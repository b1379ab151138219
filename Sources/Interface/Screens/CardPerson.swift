import Canvas
import Pipeline

/// Who the lead is, how and when to reach them, and what is known of them.
extension CardLines {
    mutating func addPerson() {
        let fields = lead.fields
        let company = fields.company == lead.title ? nil : fields.company
        let who = [fields.title, company, fields.city].compactMap(\.self).joined(separator: " · ")
        if !who.isEmpty { page.flow(who) }
        if let flag = lead.doNotContact {
            page.flow([
                Line.Span("Do not contact", .bad), Line.Span(" since \(now.date(of: now.day(of: flag.since)))"),
            ])
            if let words = flag.words { page.flow("“\(words)”", .quote, indent: 2) }
        }
        for phone in fields.phones { addWay("☎", phone.number, phone.label, phone.dead) }
        for email in fields.emails { addWay("✉", email.address, email.label, email.dead) }
        if fields.phones.isEmpty && fields.emails.isEmpty { page.flow("no number and no address", .warn) }
        addTime()
        if let note = fields.note { page.flow(note, .quote) }
    }

    private mutating func addWay(_ sign: String, _ way: String, _ label: String?, _ isDead: Bool) {
        let role: Role = isDead ? .dim : .accent
        let after = isDead ? Line.Span("no longer works", .bad) : label.map { Line.Span($0, .dim) }
        let mark = Line.Span(sign, role)
        let link = isDead ? nil : sign == "☎" ? Link.phone(way) : Link.mail(way)
        let items = [[Line.Span(way, role, link: link)]] + [after].compactMap { $0.map { [$0] } }
        if page.text.width(way) + 2 <= page.width {
            page.flow(items: items, gap: 2, indent: 2, label: mark)
        } else {
            page.flow([Line.Span(way, role)], indent: 2, label: mark)
        }
    }

    /// What time it is where they are, and when they may be called.
    private mutating func addTime() {
        guard let name = lead.fields.zone, let local = lead.timeThere(now, rules) else {
            let zone = lead.fields.zone.map { "their zone “\($0)” is not known here" }
            if !lead.fields.phones.isEmpty { add("there", Line.Span(zone ?? "their time zone is not known", .dim)) }
            return
        }
        let there = clock(local.writtenMinute)
        let hours: Line.Span
        switch lead.callingHours(now, rules) {
        case .unknown: return
        case .open:
            hours = Line.Span(", may be called until \(clock(rules.settings.numbers.callingUntil * 60))", .good)
        case .closed(let opens): hours = Line.Span(", opens \(Wording.opening(opens, now)) your time", .warn)
        }
        page.flow(
            items: [[Line.Span(there), hours], [Line.Span(name, .dim)]], gap: 2, indent: 8,
            label: Line.Span("there", .dim))
    }

    // MARK: - What is known

    mutating func addStanding() {
        if let cameBack = lead.cameBack {
            page.flow(
                "came back \(Wording.date(now.day(of: cameBack.at), now)) after the goodbye: qualify again", .warn)
        }
        var spans = [Line.Span(lead.standing.rawValue.padded(to: 11), lead.standing == .suspect ? .text : .good)]
        for trait in Trait.allCases {
            let value = lead.traits.value(of: trait)
            let isStale = lead.isStale(trait, now.zone)
            let role: Role = isStale ? .warn : value == .yes ? .good : value == .no ? .bad : .dim
            let word = value == .unknown ? "?" : value.rawValue + (isStale ? "~" : "")
            spans += [
                Line.Span(trait.rawValue.prefix(1).uppercased() + " ", .dim), Line.Span(word.padded(to: 5), role),
            ]
        }
        let numbers = rules.settings.numbers
        if let assessment = lead.assessment, let score = assessment.score {
            let tier = numbers.tier(score)
            let word = Line.Span(
                "\(tier.rawValue) \(score)", tier == .top ? .good : tier == .maybe ? .text : .warn)
            let used = Line(spans: spans + [word]).width(page.text)
            spans += [Line.Span(String(repeating: " ", count: max(0, page.width - used))), word]
        }
        page.add(Line(spans: spans))
        if let assessment = lead.assessment, assessment.isOutdated {
            page.flow(
                "assessed \(Wording.date(now.day(of: assessment.at), now)) under other criteria than today’s", .warn,
                indent: 2)
        }
        for trait in Trait.allCases { addEvidence(of: trait) }
        addQuestions()
    }

    private mutating func addEvidence(of trait: Trait) {
        guard let known = lead.traits[trait] else { return }
        let day = Wording.date(now.day(of: known.on), now)
        let why = known.finding.why.map { Line.Span(" \($0)", .quote) }
        if lead.isStale(trait, now.zone) {
            let stale = Line.Span(" · stale: learned \(day), before the goodbye", .warn)
            page.flow([Line.Span("\(trait.rawValue):", .dim)] + [why, stale].compactMap(\.self), indent: 2)
        } else if let why {
            page.flow([Line.Span("\(trait.rawValue):", .dim), why, Line.Span(" · \(day)", .dim)], indent: 2)
        }
    }

    private mutating func addQuestions() {
        let isUnasked = Question.allCases.allSatisfy { lead.questions.value(of: $0) == .unasked }
        if isUnasked {
            add("asked", Line.Span("none of the three questions yet", .dim))
            return
        }
        let items = Question.allCases.map { question in
            let value = lead.questions.value(of: question)
            let (mark, role): (String, Role) =
                switch value {
                case .unasked: ("?", .dim)
                case .satisfied: ("✓", .good)
                case .disqualifying: ("✗", .bad)
                }
            return [Line.Span("\(question.rawValue) ", .text), Line.Span(mark, role)]
        }
        page.flow(items: items, gap: 2, indent: 8, label: Line.Span("asked", .dim))
        for question in Question.allCases {
            guard let finding = lead.questions[question], finding.value != .unasked, let why = finding.why else {
                continue
            }
            page.flow(
                [
                    Line.Span("\(question.rawValue):", finding.value == .disqualifying ? .bad : .dim),
                    Line.Span(" \(why)", .quote),
                ], indent: 2)
        }
    }

    mutating func addDetails() {
        let fields = lead.fields
        let details: [(String, String?)] = [
            ("source", fields.source),
            ("tags", fields.tags.isEmpty ? nil : fields.tags.joined(separator: ", ")),
            ("worth", fields.worth.map { "\($0)" }),
        ]
        if let site = fields.site { add("site", Line.Span(site, link: Link.site(site))) }
        for (label, value) in details { if let value { add(label, Line.Span(value)) } }
    }
}
