import FoundationEssentials
import Journal
import Pipeline

/// The JSON shapes of leads, which other programs rely on to the letter. What no rule fills yet has its neutral value.
enum Shapes {
    /// A lead as `list --json` has it, and with its history as `show --json` has it.
    static func lead(_ lead: Lead, history: [Entry]? = nil) -> JSON {
        var members = fields(lead.fields, id: lead.id)
        members += standing(lead)
        members += work(lead)
        members += decisions(lead)
        if let history { members.append(.init("history", .array(history.map(EntryJSON.json(of:))))) }
        return .object(members)
    }

    private static func fields(_ fields: LeadFields, id: LeadID) -> [JSON.Member] {
        func text(_ field: LeadField) -> JSON { .text(field.text.flatMap { fields[keyPath: $0] }) }
        var members: [JSON.Member] = [.init("lead", .string(id.description)), .init("name", .string(fields.name))]
        for field in [LeadField.company, .title] { members.append(.init(field.rawValue, text(field))) }
        members.append(.init("phones", .array(fields.phones.map { way("number", $0.number, $0.label, $0.dead) })))
        members.append(.init("emails", .array(fields.emails.map { way("address", $0.address, $0.label, $0.dead) })))
        for field in [LeadField.address, .city, .region, .country, .zone, .site, .source] {
            members.append(.init(field.rawValue, text(field)))
        }
        members.append(.init("tags", .array(fields.tags.map { .string($0) })))
        members.append(.init("worth", money(fields.worth)))
        members.append(.init("note", .text(fields.note)))
        if !fields.extra.isEmpty { members.append(.init("extra", .object(fields.extra))) }
        return members
    }

    private static func way(_ key: String, _ value: String, _ label: String?, _ isDead: Bool) -> JSON {
        .object([.init(key, .string(value)), .init("label", .text(label)), .init("dead", .bool(isDead))])
    }

    private static func money(_ amount: Decimal?) -> JSON {
        amount.map { .number("\($0)") } ?? .null
    }

    private static func standing(_ lead: Lead) -> [JSON.Member] {
        [
            .init("standing", .string(lead.standing.rawValue)),
            .init(
                "traits",
                .object(Trait.allCases.map { .init($0.rawValue, .string(lead.traits.value(of: $0).rawValue)) })),
            .init(
                "questions",
                .object(["process", "budget", "decision"].map { .init($0, .string("unasked")) })),
            .init("disqualified", .bool(false)), .init("place", .string("on the list")), .init("until", .null),
            .init("why", .null), .init("manner", .null),
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

    private static func decisions(_ lead: Lead) -> [JSON.Member] {
        [
            .init("putOffs", .int(0)), .init("snoozes", .int(0)), .init("state", .string("fresh")),
            .init("tier", .null), .init("score", .null), .init("antithesis", .string("none")), .init("cycles", .int(0)),
            .init("signals", .array([])), .init("breakup", .null),
            .init(
                "next",
                lead.next.map {
                    .object([
                        .init("on", .string($0.due.description)), .init("why", .text($0.why)),
                        .init("kind", .string($0.kind.rawValue)),
                    ])
                } ?? .null),
            .init("section", .null), .init("channel", .text(lead.suggestedChannel?.rawValue)),
            .init("compelling", .null),
            .init(
                "doNotContact",
                lead.doNotContact.map {
                    .object([.init("on", .string($0.since.writtenDay.description)), .init("words", .text($0.words))])
                } ?? .null),
        ]
    }
}
