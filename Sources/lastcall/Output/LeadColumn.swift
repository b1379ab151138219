import Pipeline

/// A column of the table that `list` prints.
struct LeadColumn {
    let name: String
    let text: (Lead, Now, Rules) -> String

    /// Those that are there when nobody says which.
    static var usual: [LeadColumn] {
        let names = ["id", "name", "company", "phone", "standing", "last", "next"]
        return names.compactMap { name in all.first { $0.name == name } }
    }

    /// The columns of these names, with a comma between.
    ///
    /// - Throws: `Failure` for a name that no column has.
    static func named(_ names: String) throws -> [LeadColumn] {
        try names.split(separator: ",").map { part in
            let name = String(part).trimmed.lowercased()
            if let column = all.first(where: { $0.name == name }) { return column }
            throw Failure.usage(
                "there is no column “\(name)”; use some of \(all.map(\.name).joined(separator: ", "))")
        }
    }

    /// Every column there is.
    static var all: [LeadColumn] {
        [
            LeadColumn("id") { lead, _, _ in lead.id.description },
            LeadColumn("name") { lead, _, _ in lead.title },
            LeadColumn("company") { lead, _, _ in lead.fields.company },
            LeadColumn("title") { lead, _, _ in lead.fields.title },
            LeadColumn("phone") { lead, _, _ in lead.phone?.number },
            LeadColumn("email") { lead, _, _ in lead.email?.address },
            LeadColumn("city") { lead, _, _ in lead.fields.city },
            LeadColumn("region") { lead, _, _ in lead.fields.region },
            LeadColumn("country") { lead, _, _ in lead.fields.country },
            LeadColumn("zone") { lead, _, _ in lead.fields.zone },
            LeadColumn("source") { lead, _, _ in lead.fields.source },
            LeadColumn("tags") { lead, _, _ in lead.fields.tags.joined(separator: ", ") },
            LeadColumn("worth") { lead, _, _ in lead.fields.worth.map { "\($0)" } },
            LeadColumn("standing") { lead, _, _ in
                lead.doNotContact == nil ? lead.standing.rawValue : "do not contact"
            },
            LeadColumn("tier") { lead, _, rules in lead.assessment?.tier(rules.settings.numbers)?.rawValue },
            LeadColumn("score") { lead, _, _ in lead.assessment?.score.map { "\($0)" } },
            LeadColumn("place") { lead, now, _ in lead.place(now).name },
            LeadColumn("section") { lead, now, rules in lead.verdict(now, rules)?.section.name },
            LeadColumn("why") { lead, now, rules in lead.verdict(now, rules)?.reason.words(now) },
            LeadColumn("by") { lead, now, _ in lead.suggestedChannel(now)?.rawValue },
            LeadColumn("attempts") { lead, _, _ in "\(lead.round.attempts)" },
            LeadColumn("putoffs") { lead, _, _ in "\(lead.putOffs.streak)" },
            LeadColumn("minutes") { lead, _, _ in "\(lead.lifetime.minutes)" },
            LeadColumn("earned") { lead, _, _ in "\(lead.lifetime.earned)" },
            LeadColumn("last") { lead, now, _ in lead.lastAttempt.map { now.ago($0) } ?? "never tried" },
            LeadColumn("next") { lead, _, _ in lead.next?.due.description },
            LeadColumn("added") { lead, now, _ in lead.added.map { now.day(of: $0).description } },
        ]
    }

    private init(_ name: String, _ text: @escaping (Lead, Now, Rules) -> String?) {
        self.name = name
        self.text = { text($0, $1, $2) ?? "" }
    }
}
