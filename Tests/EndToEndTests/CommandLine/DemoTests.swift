import FoundationEssentials
import Testing

/// The demo shows all that there is to see, whenever it is opened.
@Suite struct DemoTests {
    /// A time, and the user's zone: a working day, a Sunday night, the days on which the clock changes,
    /// the first second of a year, and a leap day.
    struct Time: CustomTestStringConvertible, Sendable {
        let now: String
        let zone: String
        var testDescription: String { "\(now) \(zone)" }
    }

    static let times = [
        Time(now: "2026-11-23T08:41:00+00:00", zone: "UTC"),
        Time(now: "2026-11-22T23:30:00-06:00", zone: "America/Chicago"),
        Time(now: "2026-03-29T03:10:00+02:00", zone: "Europe/Berlin"),
        Time(now: "2026-11-01T01:30:00-05:00", zone: "America/New_York"),
        Time(now: "2027-01-01T00:00:00+13:00", zone: "Pacific/Auckland"),
        Time(now: "2028-02-29T12:00:00-03:00", zone: "America/Sao_Paulo"),
    ]

    @Test(arguments: times) func theUsualDemoShowsEverySectionPlaceAndVerdict(time: Time) throws {
        let desk = try Desk(time)
        try desk.done("demo", "--write-only", "--data", desk.data)
        let rows = try decoded([Row].self, try desk.done("today", "--json"))
        let leads = try decoded([Lead].self, try desk.done("list", "--json"))
        #expect(leads.count == 60)
        #expect((34...46).contains(rows.count), "\(rows.count) rows")
        let sections = [
            "answer", "goodbye", "promised", "decide", "prospects", "worth more", "call back", "reassess", "new",
            "try again",
        ]
        var shown = rows.map(\.section)
        shown = shown.indices.filter { $0 == 0 || shown[$0 - 1] != shown[$0] }.map { shown[$0] }
        #expect(shown == sections, "each is there, and they come in order")
        #expect(
            Set(leads.map(\.place)) == ["on the list", "saying goodbye", "awaiting a reply", "parked", "let go"])
        #expect(
            Set(leads.compactMap(\.breakup?.verdict)) == [
                "assess", "invest", "move on", "reconsider", "say goodbye", "finish today", "lapsed", "awaiting",
                "unanswered",
            ])
        #expect(Set(leads.map(\.standing)) == ["suspect", "prospect", "customer"])
        #expect(Set(leads.map(\.state)) == ["fresh", "stalling", "lingering"])
        #expect(Set(leads.map(\.tier)) == ["top", "maybe", "bottom", nil])
        #expect(Set(leads.map(\.antithesis)) == ["none", "watch", "antithesis"])
        #expect(Set(leads.compactMap(\.next?.kind)) == ["promise", "put-off", "meeting", "step", "rest"])
        #expect(Set(leads.compactMap(\.manner)) == ["quiet", "goodbye"])
        #expect(Set(leads.flatMap(\.questions.values)) == ["unasked", "satisfied", "disqualifying"])
        #expect(Set(rows.map(\.callable)).isSuperset(of: [true, false]), "some may be called now, and some not")
        #expect(leads.count { $0.doNotContact != nil } == 1)
        #expect(leads.contains { $0.phones.contains(where: \.dead) })
    }

    @Test(arguments: times) func theUsualDemoShowsEveryCauseOfADecisionOnce(time: Time) throws {
        let desk = try Desk(time)
        try desk.done("demo", "--write-only", "--data", desk.data)
        let rows = try decoded([Row].self, try desk.done("today", "--section", "decide", "--json"))
        // Each has words of its own.
        let causes = [
            "disqualified", "antithesis", "hours of work", "“not now” in a row", "one callback moved", "not answered",
            "no working number", "bottom tier", "and no conversation",
        ]
        #expect(rows.count == causes.count)
        for cause in causes { #expect(rows.count { $0.why.contains(cause) } == 1, "\(cause)") }
    }

    @Test func theSameNumberAndTimeGiveTheSame() throws {
        let desk = try Desk()
        func acts(_ folder: String, seed: String) throws -> [String] {
            let data = "\(desk.home)/\(folder)"
            try desk.done("demo", "--write-only", "--data", data, "--seed", seed, "--leads", "75")
            let exported = try decoded([Exported].self, try desk.done("export", "--data", data))
            return exported.flatMap { lead in
                lead.history.map { "\(lead.lead) \(lead.name) \($0.at) \($0.do) \($0.out ?? "") \($0.note ?? "")" }
            }
        }
        let first = try acts("a", seed: "7")
        #expect(first.count > 800)
        #expect(try acts("b", seed: "7") == first)
        #expect(try acts("c", seed: "8") != first)
        // What the user has set changes what is seen, but not what was done.
        try desk.done("settings", "--write")
        let path = desk.home + "/config/lastcall/settings.json5"
        let settings = String(decoding: try read(path), as: UTF8.self)
        try write(Array(settings.replacing("enoughAttempts: 20", with: "enoughAttempts: 200").utf8), to: path)
        #expect(try acts("d", seed: "7") == first)
    }

    @Test func nothingIsLaterThanNowOrOlderThanTwoYears() throws {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data, "--leads", "120")
        let exported = try decoded([Exported].self, try desk.done("export"))
        let times = exported.flatMap(\.history).map(\.at)
        #expect(times.allSatisfy { $0 <= Desk.now && $0 >= "2024-11-23" })
        #expect((12...28).contains(Double(exported.flatMap(\.history).count { $0.do == "attempt" }) / 120))
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private struct Row: Decodable {
        let section: String
        let why: String
        let callable: Bool?
    }

    private struct Lead: Decodable {
        struct BreakUp: Decodable { let verdict: String }
        struct Next: Decodable { let kind: String }
        struct Phone: Decodable { let dead: Bool }
        struct Flag: Decodable { let on: String }
        let standing: String
        let place: String
        let state: String
        let tier: String?
        let antithesis: String
        let manner: String?
        let breakup: BreakUp?
        let next: Next?
        let questions: [String: String]
        let phones: [Phone]
        let doNotContact: Flag?
    }

    private struct Exported: Decodable {
        struct Act: Decodable { let `do`: String, at: String, out: String?, note: String? }
        let lead: String
        let name: String
        let history: [Act]
    }
}

extension Desk {
    /// A desk at another time, in another zone.
    fileprivate convenience init(_ time: DemoTests.Time) throws {
        try self.init()
        environment["LASTCALL_NOW"] = time.now
        environment["TZ"] = time.zone
    }
}
