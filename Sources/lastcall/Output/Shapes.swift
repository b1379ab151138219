import FoundationEssentials
import Journal
import Pipeline

/// The JSON shapes of leads, which other programs rely on to the letter.
enum Shapes {
    /// A lead as `list --json` has it, and with its history, the latest first, as `show --json` has it: there it goes
    /// from the oldest on, as in the journal.
    static func lead(_ lead: Lead, _ now: Now, _ rules: Rules, history: [Entry]? = nil) -> JSON {
        var members = fields(lead.fields, id: lead.id)
        members += standing(lead, now)
        members += work(lead)
        members += judgement(lead, now, rules)
        if let history { members.append(.init("history", .array(history.reversed().map(EntryJSON.json(of:))))) }
        return .object(members)
    }

    /// A row of the morning list.
    static func row(_ lead: Lead, _ verdict: Verdict, _ now: Now, _ rules: Rules) -> JSON {
        var (callable, opens): (JSON, JSON) = (.null, .null)
        switch lead.callingHours(now, rules) {
        case .unknown: break
        case .open: callable = .bool(true)
        case .closed(let moment): (callable, opens) = (.bool(false), .string(moment.description))
        }
        return .object([
            .init("lead", .string(lead.id.description)), .init("name", .string(lead.fields.name)),
            .init("company", .text(lead.fields.company)), .init("section", .string(verdict.section.name)),
            .init("why", .string(verdict.reason.words(now))),
            .init("channel", .text(lead.suggestedChannel(now)?.rawValue)),
            .init("callable", callable), .init("opens", opens), .init("standing", .string(lead.standing.rawValue)),
            .init("tier", .text(lead.assessment?.tier(rules.settings.numbers)?.rawValue)),
            .init("place", .string(lead.place(now).name)),
        ])
    }

    /// The figures, without their definitions, which are those of the method.
    static func numbers(_ numbers: Numbers) -> JSON {
        func rate(_ value: Double?) -> JSON { value.map { .number("\($0)") } ?? .null }
        let used = Channel.allCases.filter { numbers.attempts[$0] != nil }
        return .object([
            .init("from", .string(numbers.from.description)), .init("to", .string(numbers.to.description)),
            .init("dials", .int(numbers.dials)), .init("reached", .int(numbers.reached)),
            .init("conversations", .int(numbers.conversations)), .init("connectRate", rate(numbers.connectRate)),
            .init("dialsPerConversation", rate(numbers.dialsPerConversation)),
            .init("meetings", .int(numbers.meetings)),
            .init("qualifiedIn", .int(numbers.qualifiedIn)), .init("qualifiedOut", .int(numbers.qualifiedOut)),
            .init("attempts", .object(used.map { .init($0.rawValue, .int(numbers.attempts[$0] ?? 0)) })),
            .init("minutes", .int(numbers.minutes)), .init("goal", .int(numbers.goal)),
            .init("freedMinutesPerWeek", rate(numbers.freedMinutesPerWeek)),
        ])
    }

    private static func fields(_ fields: LeadFields, id: LeadID) -> [JSON.Member] {
        func text(_ field: LeadField) -> JSON { .text(field.text.flatMap { fields[keyPath: $0] }) }
        var members: [JSON.Member] = [.init("lead", .string(id.description)), .init("name", .string(fields.name))]
        for field in [LeadField.company, .title] { members.append(.init(field.rawValue, text(field))) }
        members.append(.init("phones", .array(fields.phones.map { way("number", $0.number, $0.label, $0.dead) })))
        members.append(.init("emails", .array(fields.emails.map { way("address", $0.address, $0.label, $0.dead) })))
        for field in [LeadField.city, .zone, .source] { members.append(.init(field.rawValue, text(field))) }
        members.append(.init("tags", .array(fields.tags.map { .string($0) })))
        members.append(.init("worth", money(fields.worth)))
        return members
    }

    private static func way(_ key: String, _ value: String, _ label: String?, _ isDead: Bool) -> JSON {
        .object([.init(key, .string(value)), .init("label", .text(label)), .init("dead", .bool(isDead))])
    }

    private static func money(_ amount: Decimal?) -> JSON {
        amount.map { .number("\($0)") } ?? .null
    }

    private static func standing(_ lead: Lead, _ now: Now) -> [JSON.Member] {
        let traits = Trait.allCases.map { JSON.Member($0.rawValue, .string(lead.traits.value(of: $0).rawValue)) }
        let questions = Question.allCases.map {
            JSON.Member($0.rawValue, .string(lead.questions.value(of: $0).rawValue))
        }
        let place = lead.place(now)
        var (until, why, manner): (Day?, String?, Manner?) = (nil, nil, nil)
        switch place {
        case .onTheList, .sayingGoodbye: break
        case .awaitingReply(let day): until = day
        case .parked(let day, let reason): (until, why) = (day, reason)
        case .letGo(let reason, let how): (why, manner) = (reason, how)
        }
        return [
            .init("standing", .string(lead.standing.rawValue)), .init("traits", .object(traits)),
            .init("questions", .object(questions)), .init("disqualified", .bool(lead.questions.disqualifying != nil)),
            .init("place", .string(place.name)), .init("until", .text(until?.description)), .init("why", .text(why)),
            .init("manner", .text(manner?.rawValue)),
        ]
    }

    private static func work(_ lead: Lead) -> [JSON.Member] {
        let round = lead.round
        return [
            .init(
                "round",
                .object([
                    .init("number", .int(round.number)), .init("attempts", .int(round.attempts)),
                    .init(
                        "channels",
                        .object(round.channels.map { .init($0.rawValue, .int(round.attempts(by: $0))) })),
                ])),
            .init(
                "lifetime",
                .object([
                    .init("attempts", .int(lead.lifetime.attempts)), .init("minutes", .int(lead.lifetime.minutes)),
                    .init("orders", .int(lead.lifetime.orders)), .init("earned", money(lead.lifetime.earned)),
                ])),
        ]
    }

    private static func judgement(_ lead: Lead, _ now: Now, _ rules: Rules) -> [JSON.Member] {
        let numbers = rules.settings.numbers
        let antithesis = Antithesis(lead.signals)
        let signals = antithesis.signals.map { dated in
            JSON.object([
                .init("signal", .string(dated.signal.rawValue)),
                .init("on", .string(now.day(of: dated.at).description)),
            ])
        }
        let breakUp = lead.breakUp(now, rules).map { state in
            JSON.object([
                .init("step", .int(state.step)), .init("verdict", .string(state.verdict.rawValue)),
                .init("missing", .array(state.missing.map { .string($0.rawValue) })),
            ])
        }
        let next = lead.comesUp(now, rules).map { next in
            JSON.object([
                .init("on", .string(next.on.description)), .init("why", .text(next.why)),
                .init("kind", .string(next.kind)),
            ])
        }
        let flag = lead.doNotContact.map { flag in
            JSON.object([.init("on", .string(now.day(of: flag.since).description)), .init("words", .text(flag.words))])
        }
        return [
            .init("putOffs", .int(lead.putOffs.streak)), .init("snoozes", .int(lead.snoozes)),
            .init("state", .string(lead.putOffs.state(numbers).rawValue)),
            .init("tier", .text(lead.assessment?.tier(numbers)?.rawValue)),
            .init("score", lead.assessment?.score.map { .int($0) } ?? .null),
            .init("antithesis", .string(antithesis.level(numbers).rawValue)), .init("cycles", .int(antithesis.cycles)),
            .init("signals", .array(signals)), .init("breakup", breakUp ?? .null), .init("next", next ?? .null),
            .init("section", .text(lead.verdict(now, rules)?.section.name)),
            .init("channel", .text(lead.suggestedChannel(now)?.rawValue)), .init("compelling", .text(lead.compelling)),
            .init("doNotContact", flag ?? .null),
        ]
    }
}
