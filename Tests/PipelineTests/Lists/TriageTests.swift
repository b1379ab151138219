import Pipeline
import Testing

@Suite("Method 7: the morning list")
struct TriageTests {
    private func named(_ number: UInt64) -> LeadID { LeadID(bits: number) }

    private func order(_ recorder: Recorder, _ now: Now) -> [LeadID] {
        let triage = Triage(recorder.pipeline, now: now)
        return (0..<triage.count).map { triage[$0].lead }
    }

    @Test func theOrderOfTheMorning() {
        var recorder = Recorder()
        for number in 1...12 as ClosedRange<UInt64> {
            recorder.record(
                .add(.named("Lead \(number)", phones: ["1"])), of: named(number),
                at: "2026-02-0\(number % 9 + 1)T10:00:00Z")
        }
        func promise(_ number: UInt64, _ text: String) {
            let attempt = Attempt(.phone, .notNow, next: due(text), because: "budget")
            recorder.record(.attempt(attempt), of: named(number), at: "2026-02-20T10:00:00Z")
        }
        promise(1, "2026-03-10")
        promise(2, "2026-03-10T16:00")
        promise(3, "2026-03-10T09:30")
        promise(4, "2026-03-08")
        promise(5, "2026-03-11")
        recorder.record(.next(on: due("2026-03-09"), why: nil), of: named(6))
        recorder.record(.next(on: due("1900-01-01"), why: nil), of: named(7))
        recorder.record(.next(on: due("2026-03-10T08:00"), why: nil), of: named(8))
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), of: named(9), at: "2026-03-01T10:00:00Z")
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), of: named(10), at: "2026-02-27T10:00:00Z")
        // The 11th came on file on 3 February, the 12th on the 4th: the newest comes first.
        let expected: [UInt64] = [3, 2, 4, 1, 7, 6, 8, 12, 11, 10, 9]
        #expect(order(recorder, .at("2026-03-10T07:00:00Z")) == expected.map(named))
    }

    @Test func tiesBreakOnTheID() {
        var recorder = Recorder()
        for number in [5, 3, 9, 1] as [UInt64] {
            recorder.record(.add(.named("x", phones: ["1"])), of: named(number), at: "2026-02-01T10:00:00Z")
        }
        #expect(order(recorder, .at("2026-03-10T07:00:00Z")) == [1, 3, 5, 9].map(named))
    }

    @Test func whoIsNotOnFileOrNotToBeContactedIsNotListed() {
        var recorder = Recorder()
        recorder.record(.note("who?"), of: .bob)
        recorder.record(.add(.named("Ann", phones: ["1"])))
        #expect(order(recorder, .at("2026-03-10T07:00:00Z")) == [.ann])
        recorder.record(.next(on: due("2026-03-10T09:00"), why: nil))
        let flag = recorder.record(.doNotContact(words: nil))
        #expect(order(recorder, .at("2026-03-10T07:00:00Z")) == [])
        #expect(recorder.pipeline[.ann]?.suggestedChannel == nil)
        recorder.undo(flag)
        #expect(order(recorder, .at("2026-03-10T07:00:00Z")) == [.ann])
    }

    @Test(arguments: [
        ("2026-03-10T23:59:59Z", "2026-03-10T00:00:00Z", 0, false),
        ("2026-03-11T00:00:00Z", "2026-03-10T23:59:59Z", 0, true),
        // Nine at night in New York is already the next day in Greenwich.
        ("2026-03-11T03:59:59Z", "2026-03-11T01:00:00Z", -14_400, false),
        ("2026-03-11T04:00:00Z", "2026-03-11T03:59:59Z", -14_400, true),
        // A clock that ran ahead hides nobody for longer than it ran ahead.
        ("2026-03-10T10:00:00Z", "2026-03-11T09:00:00Z", 0, false),
        ("2026-03-12T10:00:00Z", "2026-03-11T09:00:00Z", 0, true),
    ])
    func whatIsDueIsNotShownAgainOnTheDayOfAnAttempt(now: String, tried: String, offset: Int, isShown: Bool) {
        let zone = Zone(name: "Here", offset: offset)
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])), at: "2026-02-01T10:00:00Z")
        recorder.record(.next(on: due("2026-03-09"), why: nil), at: "2026-02-01T10:00:00Z")
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: tried)
        #expect((order(recorder, .at(now, zone)) == [.ann]) == isShown)
    }

    @Test(arguments: [
        (3, "2026-03-11T23:59:59Z", false), (3, "2026-03-12T00:00:00Z", true), (4, "2026-03-13T23:59:59Z", false),
        (4, "2026-03-14T00:00:00Z", true), (10, "2026-03-13T23:59:59Z", false), (10, "2026-03-14T00:00:00Z", true),
        (11, "2026-03-16T23:59:59Z", false), (11, "2026-03-17T00:00:00Z", true),
    ])
    func restsForTwoFourOrSevenDays(attempts: Int, now: String, isShown: Bool) {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])), at: "2026-02-01T10:00:00Z")
        for _ in 0..<attempts { recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: "2026-03-10T10:00:00Z") }
        #expect((order(recorder, .at(now)) == [.ann]) == isShown)
    }

    @Test(arguments: [
        // Until the agreed time an earlier attempt hides nothing; one at that time or later does.
        ("2026-03-10T09:00:00Z", "2026-03-10T14:00", true), ("2026-03-10T13:59:59Z", "2026-03-10T14:00", true),
        ("2026-03-10T14:00:00Z", "2026-03-10T14:00", false), ("2026-03-10T15:00:00Z", "2026-03-10T14:00", false),
        ("2026-03-10T09:00:00Z", "2026-03-10", false), ("2026-03-10T09:00:00Z", "2026-03-09T23:00", false),
        ("2026-03-10T09:00:00Z", "2026-03-10T16:00:00+02:00", true), ("2026-03-09T09:00:00Z", "2026-03-09T14:00", true),
    ])
    func unlessATimeOfThatDayIsStillToCome(tried: String, agreed: String, isShown: Bool) {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])), at: "2026-02-01T10:00:00Z")
        recorder.record(.next(on: due(agreed), why: nil))
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: tried)
        #expect((order(recorder, .at("2026-03-10T18:00:00Z")) == [.ann]) == isShown)
    }

    /// In New York 8 March 2026 has 23 hours and 1 November 25.
    @Test(
        .enabled(if: missing(["America/New_York"]).isEmpty, "no zone file of America/New_York"),
        arguments: [
            ("2026-03-07T05:00:00Z", "2026-03-09T03:59:59Z", "2026-03-09T04:00:00Z"),
            ("2026-10-31T04:00:00Z", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z"),
        ])
    func aDayOf23OrOf25Hours(first: String, last: String, next: String) throws {
        let zone = try ZoneFiles.zone("America/New_York")
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])), at: "2026-02-01T10:00:00Z")
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: first)
        #expect(order(recorder, .at(last, zone)) == [])
        #expect(order(recorder, .at(next, zone)) == [.ann])
    }

    /// After each entry the list that was kept is the list made anew.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func aListThatIsKeptIsTheListMadeAnew(seed: UInt64) {
        var past = RandomEntries(seed: seed)
        var random = SplitMix64(seed: seed)
        let now = Now.at("2026-03-03T12:00:00Z", Zone(name: "Here", offset: 3600))
        var pipeline = Pipeline()
        var triage = Triage(pipeline, now: now)
        for entry in past.next(150).shuffled(using: &random) {
            for id in pipeline.apply([entry]) { triage.judge(id, in: pipeline) }
            let fresh = Triage(pipeline, now: now)
            let rows = (0..<triage.count).map { triage[$0] }
            #expect(rows == (0..<fresh.count).map { fresh[$0] })
            #expect(rows == rows.sorted())
            for lead in pipeline.leads {
                #expect(triage.position(of: lead.id, in: pipeline) == rows.firstIndex { $0.lead == lead.id })
                #expect(rows.count { $0.lead == lead.id } == (lead.verdict(now, Rules()) == nil ? 0 : 1))
            }
            for section in Section.allCases {
                let range = triage.range(of: section)
                #expect(Array(range) == rows.indices.filter { rows[$0].section == section })
            }
        }
    }

    @Test func aListOfNobodyAndAStranger() {
        let pipeline = Pipeline()
        var triage = Triage(pipeline, now: .at("2026-03-03T12:00:00Z"))
        triage.judge(.ann, in: pipeline)
        #expect(triage.count == 0)
        #expect(triage.position(of: .ann, in: pipeline) == nil)
        #expect(triage.range(of: .new) == 0..<0)
        #expect(Section.allCases == Section.allCases.sorted())
        #expect(Set(Section.allCases.map(\.name)).count == 10)
    }

    @Test func theSuggestedChannelHasDataForIt() throws {
        #expect(try ann().suggestedChannel == .phone)
        let wrong = Act.attempt(Attempt(.phone, .wrongNumber))
        let bounced = Act.attempt(Attempt(.email, .bounced))
        #expect(try ann(wrong, wrong).suggestedChannel == .email)
        #expect(try ann(wrong, wrong, bounced, bounced).suggestedChannel == nil)
    }
}

@Suite("Method 7: every row says why, in words")
struct ReasonTests {
    private let now = Now.at("2026-03-10T12:00:00Z")

    private func words(_ acts: Act...) throws -> String? {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])), at: "2026-03-08T10:00:00Z")
        for act in acts { recorder.record(act, at: "2026-03-02T10:00:00Z") }
        return try recorder.ann.verdict(now, Rules())?.reason.words(now)
    }

    @Test(
        arguments: [
            (Outcome.notNow, "2026-03-10", "budget", "promised: budget; due today"),
            (.notNow, "2026-03-10T14:05", "budget", "promised: budget; due today at 14:05"),
            (.notNow, "2026-03-09", nil, "said “not now”; due yesterday"),
            (.meeting, "2026-03-10T09:00", nil, "meeting; due today at 09:00"),
            (.noAnswer, "2026-03-01", nil, "next step; due 9 days ago"),
            (.notNow, "2026-03-10T23:30:00+05:00", nil, "said “not now”; due today at 18:30"),
        ] as [(Outcome, String, String?, String)])
    func dueSteps(outcome: Outcome, on: String, because: String?, expected: String) throws {
        #expect(try words(.attempt(Attempt(.phone, outcome, next: due(on), because: because))) == expected)
    }

    @Test func theOthers() throws {
        #expect(try words() == "never tried; on file since Sun 8 Mar")
        // Tried before it came on file, as an import may tell.
        #expect(try words(.attempt(Attempt(.phone, .noAnswer))) == "1 attempt; last tried 8 days ago")
    }

    @Test(arguments: [
        ("2026-03-10", "today"), ("2026-03-11", "tomorrow"), ("2026-03-09", "yesterday"), ("2026-03-17", "Tue 17 Mar"),
        ("2025-12-31", "31 Dec 2025"), ("9999-12-31", "31 Dec 9999"), ("0001-01-01", "1 Jan 1"),
    ])
    func daysHaveNames(text: String, name: String) {
        #expect(now.name(of: day(text)) == name)
    }

    @Test(arguments: [
        ("2026-03-11T00:00:00Z", "today"), ("2026-03-10T00:00:00Z", "today"), ("2026-03-09T23:59:59Z", "yesterday"),
        ("2026-03-08T00:00:00Z", "2 days ago"), ("2026-02-18T00:00:00Z", "20 days ago"),
        ("2026-02-17T00:00:00Z", "3 weeks ago"),
        ("2025-12-11T00:00:00Z", "12 weeks ago"), ("2025-12-10T00:00:00Z", "3 months ago"),
        ("2024-03-11T00:00:00Z", "24 months ago"), ("2024-03-10T00:00:00Z", "2 years ago"),
    ])
    func howLongAgo(text: String, ago: String) {
        #expect(now.ago(moment(text)) == ago)
    }

    @Test(arguments: [(0, "00:00"), (65, "01:05"), (1439, "23:59")])
    func clocks(minute: Int, text: String) {
        #expect(clock(minute) == text)
    }
}
