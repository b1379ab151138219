import FoundationEssentials
import Pipeline
import Testing

import enum Pipeline.Trait

/// Every state that `show` and `today` know is reached by acts on standard input alone.
@Suite struct StateTests {
    /// A lead, what is recorded of it, and what is then shown of it: `place=parked`.
    struct Scene: CustomTestStringConvertible {
        let name: String
        let acts: [String]
        let shows: Set<String>

        /// - Parameter acts: a day of November 2026 with a time, and the act's keys.
        init(_ name: String, _ acts: [(String, String)], shows: Set<String>) {
            self.name = name
            self.acts = acts.map { #""at":"2026-11-\#($0.0):00Z",\#($0.1)"# }
            self.shows = shows
        }

        var testDescription: String { name }
    }

    private static func each(_ keys: [String], _ value: String) -> Set<String> { Set(keys.map { "\($0)=\(value)" }) }

    private static let traits = Trait.allCases.map { "traits.\($0.rawValue)" }
    private static let questions = Question.allCases.map { "questions.\($0.rawValue)" }

    private static func traits(_ value: String) -> [(String, String)] {
        Trait.allCases.map { ("19T10:00", #""do":"trait","trait":"\#($0.rawValue)","is":"\#(value)""#) }
    }

    private static func questions(_ value: String) -> [(String, String)] {
        Question.allCases.map { ("19T10:00", #""do":"question","question":"\#($0.rawValue)","is":"\#(value)""#) }
    }

    /// The answers of each shipped criterion at a place among its answers.
    private static func assessed(_ answer: (Criterion) -> Int) -> (String, String) {
        let answers = Criterion.shipped.map { #""\#($0.name)":"\#($0.answers[answer($0)].name)""# }
        return ("19T10:00", #""do":"assess","answers":{\#(answers.joined(separator: ","))}"#)
    }

    private static let maybe = assessed { _ in 1 }

    private static func attempt(_ at: String, _ by: String, _ out: String, _ more: String = "") -> (String, String) {
        (at, #""do":"attempt","by":"\#(by)","out":"\#(out)"\#(more)"#)
    }

    private static func goodbye(_ day: Int, _ channels: [String]) -> [(String, String)] {
        [("\(day)T07:00", #""do":"goodbye","override":"they moved away""#)]
            + channels.map { attempt("\(day)T08:00", $0, "sent", #","purpose":"goodbye""#) }
    }

    private static func notNow(_ day: String, until next: String, _ more: String = "") -> (String, String) {
        attempt("\(day)T10:00", "phone", "not now", #","next":"\#(next)"\#(more)"#)
    }

    static let scenes = [
        Scene(
            "nothing yet", [],
            shows: each(traits, "unknown").union(each(questions, "unasked")).union([
                "place=on the list", "standing=suspect", "state=fresh", "tier=null", "antithesis=none",
                "breakup=assess", "section=new", "manner=null", "next=null", "doNotContact=no",
            ])),
        Scene(
            "money, authority and desire", traits("yes"),
            shows: each(traits, "yes").union(["standing=prospect", "section=prospects"])),
        Scene("none of the three", traits("no"), shows: each(traits, "no").union(["standing=suspect"])),
        Scene(
            "an order", [("20T10:00", #""do":"order","amount":500"#), attempt("20T10:00", "phone", "gatekeeper")],
            shows: ["standing=customer", "next=rest", "section=null"]),
        Scene("good answers", questions("satisfied"), shows: each(questions, "satisfied").union(["section=new"])),
        Scene(
            "answers that rule it out", questions("disqualifying"),
            shows: each(questions, "disqualifying").union(["section=decide"])),
        Scene(
            "put off twice", ["18", "19"].map { notNow($0, until: "2026-12-15") },
            shows: ["state=stalling", "next=put-off"]),
        Scene(
            "put off three times", ["18", "19", "20"].map { notNow($0, until: "2026-12-15") },
            shows: ["state=lingering", "section=decide"]),
        Scene(
            "a promise for today", [notNow("18", until: "2026-11-23", #","because":"the budget is approved""#)],
            shows: ["state=fresh", "next=promise", "section=promised"]),
        Scene(
            "a meeting", [attempt("18T10:00", "phone", "meeting", #","next":"2026-11-23T14:00""#)],
            shows: ["next=meeting", "section=promised"]),
        Scene("a plan", [("18T10:00", #""do":"next","on":"2026-12-01","why":"send a case""#)], shows: ["next=step"]),
        Scene("put off until yesterday", [notNow("18", until: "2026-11-22")], shows: ["section=call back"]),
        Scene("they wrote", [attempt("22T10:00", "email", "replied", #","in":true"#)], shows: ["section=answer"]),
        Scene(
            "a goodbye of today", goodbye(23, ["voicemail"]),
            shows: ["place=saying goodbye", "breakup=finish today", "section=goodbye"]),
        Scene(
            "a goodbye of last week", goodbye(20, ["voicemail", "email", "letter"]),
            shows: ["place=awaiting a reply", "breakup=awaiting", "section=null"]),
        Scene(
            "a goodbye of long ago", goodbye(10, ["voicemail", "email", "letter"]),
            shows: ["place=awaiting a reply", "breakup=unanswered", "section=decide"]),
        Scene(
            "a goodbye that was not finished", goodbye(20, ["voicemail", "email"]),
            shows: ["place=on the list", "breakup=lapsed"]),
        Scene(
            "the best answers", [assessed { $0.answers.count - 1 }],
            shows: ["tier=top", "breakup=invest", "section=worth more"]),
        Scene("middling answers", [maybe], shows: ["tier=maybe", "breakup=reconsider"]),
        Scene("the worst answers", [assessed { _ in 0 }], shows: ["tier=bottom", "breakup=move on", "section=decide"]),
        Scene(
            "middling, after all that work",
            [maybe] + (0..<20).map { attempt("12T10:00", ["phone", "email", "letter"][$0 % 3], "no answer") },
            shows: ["breakup=say goodbye", "section=decide"]),
        Scene(
            "parked", [("18T10:00", #""do":"park","until":"2027-05-01","why":"a merger""#)],
            shows: ["place=parked", "section=null", "breakup=null"]),
        Scene(
            "parked until yesterday", [("18T10:00", #""do":"park","until":"2026-11-22""#)],
            shows: ["place=parked", "section=reassess"]),
        Scene("let go", [("18T10:00", #""do":"let go","why":"no use""#)], shows: ["place=let go", "manner=quiet"]),
        Scene(
            "let go after a goodbye",
            goodbye(10, ["voicemail", "email", "letter"]) + [("18T10:00", #""do":"let go","why":"no answer""#)],
            shows: ["place=let go", "manner=goodbye"]),
        Scene("tried long ago", [attempt("10T10:00", "phone", "busy")], shows: ["section=try again"]),
        Scene("a let-down", [("18T10:00", #""do":"signal","signal":"bid out""#)], shows: ["antithesis=watch"]),
        Scene(
            "two let-downs", ["18", "19"].map { ("\($0)T10:00", #""do":"signal","signal":"vanished""#) },
            shows: ["antithesis=antithesis", "section=decide"]),
        Scene(
            "never again", [("18T10:00", #""do":"do not contact","words":"never again""#)],
            shows: ["doNotContact=yes", "place=let go", "section=null", "channel=null"]),
    ]

    /// A desk with every scene's lead, all recorded at once, and the leads' ids.
    private func recorded() throws -> (desk: Desk, ids: [String]) {
        let desk = try Desk()
        let ids = Self.scenes.indices.map { "000000000\($0 / 10)".suffix(9) + "\($0 % 10)" }.map {
            String($0.suffix(10))
        }
        var lines: [String] = []
        for (id, scene) in zip(ids, Self.scenes) {
            lines.append(
                #"{"do":"add","lead":"\#(id)","at":"2026-11-02T10:00:00Z","name":"\#(scene.name)","phones":[{"number":"\#(id)"}],"emails":[{"address":"\#(id)@lead.example"}]}"#
            )
            lines += scene.acts.map { #"{"lead":"\#(id)",\#($0)}"# }
        }
        try desk.done("record", input: lines.joined(separator: "\n") + "\n")
        return (desk, ids)
    }

    @Test func everyStateIsReachedByWhatIsRecorded() throws {
        let (desk, ids) = try recorded()
        for (id, scene) in zip(ids, Self.scenes) {
            let shown = try JSONDecoder().decode(Shown.self, from: Data(desk.done("show", id, "--json").utf8))
            #expect(shown.facts.isSuperset(of: scene.shows), "\(scene.name): \(scene.shows.subtracting(shown.facts))")
        }
    }

    @Test func everySectionIsReachedAndTheirOrderIsThatOfTheMethod() throws {
        let (desk, _) = try recorded()
        let rows = try JSONDecoder().decode([Row].self, from: Data(desk.done("today", "--json").utf8))
        var sections = rows.map(\.section)
        sections = sections.indices.filter { $0 == 0 || sections[$0 - 1] != sections[$0] }.map { sections[$0] }
        #expect(sections == Section.allCases.map(\.name))
        let expected = Dictionary(
            uniqueKeysWithValues: Self.scenes.compactMap { scene in
                scene.shows.first { $0.hasPrefix("section=") && $0 != "section=null" }.map { (scene.name, $0) }
            })
        for row in rows where expected[row.name] != nil {
            #expect(expected[row.name] == "section=\(row.section)", "\(row.name)")
        }
    }

    /// The scenes leave out nothing that the program knows.
    @Test func theScenesAreAllThatThereIs() {
        func all<Word: CaseIterable & RawRepresentable>(_ key: String, _ type: Word.Type, _ more: String...) -> [String]
        where Word.RawValue == String { (type.allCases.map(\.rawValue) + more).map { "\(key)=\($0)" } }
        var known = all("standing", Standing.self) + all("state", PutOffs.State.self)
        known += all("tier", Assessment.Tier.self, "null") + all("antithesis", Antithesis.Level.self)
        known += all("breakup", BreakUp.Verdict.self, "null") + all("next", NextStep.Kind.self, "rest", "null")
        known += all("manner", Manner.self, "null") + Section.allCases.map { "section=\($0.name)" }
        for key in Self.traits { known += all(key, Trait.Value.self) }
        for key in Self.questions { known += all(key, Question.Value.self) }
        let day = Day(number: 0)
        let places = [Place.onTheList, .sayingGoodbye, .awaitingReply(until: day), .parked(until: day, why: nil)]
        known += (places + [.letGo(why: nil, .quiet)]).map { "place=\($0.name)" }
        known += ["section=null", "doNotContact=yes", "doNotContact=no", "channel=null"]
        #expect(Self.scenes.reduce(into: Set()) { $0.formUnion($1.shows) } == Set(known))
    }

    private struct Row: Decodable { let name: String, section: String }

    private struct Shown: Decodable {
        struct BreakUp: Decodable { let verdict: String }
        struct Next: Decodable { let kind: String }
        struct Flag: Decodable { let on: String }
        let standing: String, place: String, state: String, antithesis: String
        let tier: String?, manner: String?, section: String?, channel: String?
        let breakup: BreakUp?, next: Next?, doNotContact: Flag?
        let traits: [String: String], questions: [String: String]

        var facts: Set<String> {
            var facts: Set = ["standing=\(standing)", "place=\(place)", "state=\(state)", "antithesis=\(antithesis)"]
            facts.formUnion(traits.map { "traits.\($0.key)=\($0.value)" })
            facts.formUnion(questions.map { "questions.\($0.key)=\($0.value)" })
            let others = [
                ("tier", tier), ("manner", manner), ("section", section), ("channel", channel),
                ("breakup", breakup?.verdict), ("next", next?.kind),
            ]
            facts.formUnion(others.map { "\($0.0)=\($0.1 ?? "null")" })
            facts.insert("doNotContact=\(doNotContact == nil ? "no" : "yes")")
            return facts
        }
    }
}
