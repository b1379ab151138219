import FoundationEssentials
import Testing

/// The JSON that other programs rely on: the keys in their order, and the values.
@Suite struct ShapeTests {
    /// The keys of a lead as the manual has them, those of inner objects behind their outer key.
    private let shape = [
        "lead", "name", "company", "title", "phones", "phones.number", "phones.label", "phones.dead", "emails",
        "emails.address", "emails.label", "emails.dead", "city", "zone", "source", "tags", "worth", "standing",
        "traits", "traits.money", "traits.authority", "traits.desire", "questions", "questions.process",
        "questions.budget", "questions.decision", "disqualified", "place", "until", "why", "manner", "round",
        "round.number", "round.attempts", "round.channels", "round.channels.phone", "lifetime", "lifetime.attempts",
        "lifetime.minutes", "lifetime.orders", "lifetime.earned", "putOffs", "snoozes", "state", "tier", "score",
        "antithesis", "cycles", "signals", "breakup", "breakup.step", "breakup.verdict", "breakup.missing", "next",
        "next.on", "next.why", "next.kind", "section", "channel",
        "compelling", "doNotContact",
    ]

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done(
            "add", "Dana Whitfield", "--company", "Northgate Packaging", "--title", "VP Operations", "--phone",
            "+1 312 555 0142", "--email", "dana@northgate.example", "--city", "Chicago", "--zone", "America/Chicago",
            "--source", "trade fair", "--tag", "west", "--tag", "warm", "--worth", "12000.5", "--note", "asks much")
        try desk.done("log", "dana", "no answer")
        try desk.done("log", "dana", "not now", "--next", "nov 30", "--because", "the budget is approved")
        return desk
    }

    @Test func showHasTheKeysOfTheManualInItsOrderAndThenTheHistory() throws {
        let desk = try desk()
        let found = keys(of: try desk.done("show", "dana", "--json"))
        let lead = found.prefix { $0 != "history" }
        #expect(Array(lead) == shape)
        #expect(found.dropFirst(lead.count).prefix(3) == ["history", "history.id", "history.do"])
    }

    @Test func listHasTheSameWithoutTheHistory() throws {
        let desk = try desk()
        let shown = keys(of: try desk.done("show", "dana", "--json")).prefix { $0 != "history" }
        #expect(keys(of: try desk.done("list", "--json")) == Array(shown))
        #expect(keys(of: try desk.done("export"))[...].prefix { $0 != "history" } == shown)
    }

    @Test func theValuesAreWhatWasRecorded() throws {
        let lead = try decoded(try desk().done("show", "dana", "--json"))
        #expect(lead.lead.count == 10)
        #expect(lead.name == "Dana Whitfield")
        #expect(lead.company == "Northgate Packaging")
        #expect(lead.title == "VP Operations")
        #expect(lead.phones.map(\.number) == ["+1 312 555 0142"])
        #expect(lead.emails.map(\.address) == ["dana@northgate.example"])
        #expect(lead.phones.map(\.dead) == [false])
        #expect(lead.zone == "America/Chicago")
        #expect(lead.tags == ["west", "warm"])
        #expect(lead.worth == 12000.5)
        #expect(lead.standing == "suspect")
        #expect(lead.traits == ["money": "unknown", "authority": "unknown", "desire": "unknown"])
        #expect(lead.place == "on the list")
        #expect(lead.round.attempts == 2)
        #expect(lead.round.channels == ["phone": 2])
        #expect(lead.lifetime.attempts == 2)
        #expect(lead.next?.on == "2026-11-30")
        #expect(lead.next?.why == "the budget is approved")
        #expect(lead.next?.kind == "promise")
        #expect(lead.doNotContact == nil)
        #expect(lead.history.map(\.do).sorted() == ["add", "attempt", "attempt"])
        #expect(lead.history.allSatisfy { $0.at == "2026-11-23T08:41:00+00:00" })
    }

    @Test func whatIsNotKnownIsNull() throws {
        let desk = try Desk()
        let text = try desk.done("add", "Omar", "--json")
        for key in ["company", "title", "city", "zone", "source", "worth", "next", "doNotContact", "tier", "until"] {
            #expect(text.contains("\"\(key)\":null"))
        }
        #expect(text.contains("\"phones\":[],\"emails\":[]"))
    }

    @Test func anEntryIsPrintedAsTheJournalHasItWithoutItsNumberAndSum() throws {
        let desk = try desk()
        let text = try desk.done("log", "dana", "left message", "--note", "call \"me\"", "--minutes", "2", "--json")
        #expect(
            keys(of: text) == ["id", "do", "lead", "at", "by", "out", "min", "note"])
        let line = try #require(try desk.journal().last)
        let entry = text.split(separator: "\n").joined().dropFirst().dropLast(2)
        let tail = entry.split(separator: ",", maxSplits: 1).last.map(String.init) ?? ""
        #expect(line.contains(tail), "\(line) holds \(tail)")
    }

    @Test func aLeadThatAskedNotToBeContactedShowsWhenAndItsWords() throws {
        let desk = try desk()
        try desk.done("log", "dana", "do not contact", "--note", "never again")
        let text = try desk.done("show", "dana", "--json")
        #expect(text.contains(#""doNotContact":{"on":"2026-11-23","words":"never again"}"#))
    }

    private struct Lead: Decodable {
        struct Phone: Decodable { let number: String, dead: Bool }
        struct Email: Decodable { let address: String }
        struct Round: Decodable { let number: Int, attempts: Int, channels: [String: Int] }
        struct Lifetime: Decodable { let attempts: Int }
        struct Next: Decodable { let on: String, why: String?, kind: String }
        struct Entry: Decodable { let `do`: String, at: String }
        struct Flag: Decodable { let on: String }
        let lead: String, name: String, company: String, title: String, phones: [Phone], emails: [Email]
        let zone: String, tags: [String], worth: Double, standing: String, traits: [String: String], place: String
        let round: Round, lifetime: Lifetime, next: Next?, doNotContact: Flag?, history: [Entry]
    }

    private func decoded(_ text: String) throws -> Lead {
        try JSONDecoder().decode(Lead.self, from: Data(text.utf8))
    }
}

/// The reader of keys that the shapes are held to.
@Suite struct KeyReaderTests {
    @Test(arguments: [
        (#"{"a":1,"b":{"c":[],"d":null},"e":2}"#, ["a", "b", "b.c", "b.d", "e"]),
        (
            #"[{"a":[{"x":1,"y":{"z":2}},{"x":3}],"b":"{,\":["},"# + "\n" + #"{"a":4}]"#,
            ["a", "a.x", "a.y", "a.y.z", "b"]
        ),
        (#"{"a":["x","y"],"b":{},"c":true}"#, ["a", "b", "c"]), ("[]", []),
    ])
    func theKeysComeInTheOrderOfTheText(json: String, expected: [String]) {
        #expect(keys(of: json) == expected)
    }
}
