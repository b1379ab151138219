import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 7: triage, the order of the morning list")
struct TriageTests {
    private let now = Now.at("2026-03-10T12:00:00Z")

    /// A lead in every section, added in another order.
    private func everySection() -> Morning {
        var morning = Morning()
        morning.add(1...10)
        let at = "2026-02-02T10:00:00Z"
        morning.tell(10, at: at, .attempt(Attempt(.email, .replied, inbound: true)))
        morning.tell(9, at: "2026-03-10T09:00:00Z", .goodbye(override: "enough"))
        morning.tell(8, at: at, .notNow("2026-03-10", "a budget"))
        morning.tell(7, at: at, .question(QuestionFinding(.budget, .disqualifying)))
        for act in Act.traits { morning.tell(6, at: at, act) }
        morning.tell(5, at: at, .assessed(.top))
        morning.tell(4, at: at, .notNow("2026-03-10"))
        morning.tell(3, at: at, .park(until: day("2026-03-10"), why: nil))
        morning.tell(1, at: at, .tried())
        return morning
    }

    @Test func theSectionsComeInTheOrderOfTheMethod() {
        let morning = everySection()
        let triage = morning.triage(now)
        #expect((0..<triage.count).map { triage[$0].section } == Section.allCases)
        #expect((0..<triage.count).map { triage[$0].lead } == (1...10).reversed().map(Morning.id))
        #expect(
            Section.allCases.map(\.name) == [
                "answer", "goodbye", "promised", "decide", "prospects", "worth more", "call back", "reassess", "new",
                "try again",
            ])
        #expect(Section.allCases == Section.allCases.sorted())
    }

    @Test func theOrderOfAnswerIsOldestFirst() {
        var morning = Morning()
        morning.add(1...3)
        for (lead, at) in [(1, "2026-03-05T10:00:00Z"), (2, "2026-03-04T10:00:00Z"), (3, "2026-03-04T09:59:59Z")] {
            morning.tell(lead, at: at, .attempt(Attempt(.email, .replied, inbound: true)))
        }
        morning.tell(3, at: "2026-03-09T10:00:00Z", .attempt(Attempt(.email, .replied, inbound: true)))
        #expect(morning.order(.answer, now) == [3, 2, 1])
    }

    /// Those with a time of day by time, then the longest overdue.
    @Test func theOrderOfPromised() {
        var morning = Morning()
        morning.add(1...7)
        for (lead, on) in [
            (1, "2026-03-10"), (2, "2026-03-10T16:00"), (3, "2026-03-10T09:30"), (4, "2026-03-08"), (5, "2026-03-11"),
            (6, "2026-02-20"), (7, "2026-03-10T12:30:00+02:00"),
        ] {
            morning.tell(lead, at: "2026-02-19T10:00:00Z", .notNow(on, "a budget"))
        }
        #expect(morning.order(.promised, now) == [3, 7, 2, 6, 4, 1])
    }

    /// Top tier first, then the longest untouched.
    @Test func theOrderOfProspectsAndWorthMore() {
        var morning = Morning()
        morning.add(1...9)
        for (lead, at) in [(1, "2026-03-02"), (2, "2026-03-01"), (3, "2026-03-04"), (4, "2026-03-03")] {
            for act in Act.traits + [.tried()] { morning.tell(lead, at: at + "T10:00:00Z", act) }
        }
        morning.tell(3, at: "2026-03-05T10:00:00Z", .assessed(.top))
        morning.tell(4, at: "2026-03-05T10:00:00Z", .assessed(.top))
        morning.tell(1, at: "2026-03-05T10:00:00Z", .assessed(.maybe))
        morning.tell(5, at: "2026-02-28T10:00:00Z", .attempt(Attempt(.phone, .interested)))
        #expect(morning.order(.prospects, now) == [4, 3, 5, 2, 1])
        for (lead, at) in [(6, "2026-03-04"), (7, "2026-03-03"), (8, "2026-03-03")] {
            morning.tell(lead, at: at + "T10:00:00Z", .tried(), .assessed(.top))
        }
        morning.tell(9, at: "2026-03-05T10:00:00Z", .assessed(.top))
        // The ninth was never tried.
        #expect(morning.order(.worthMore, now) == [9, 7, 8, 6])
    }

    /// Lowest streak first, then the longest due.
    @Test func theOrderOfCallBack() {
        var morning = Morning()
        morning.add(1...7, at: "2025-05-05T08:00:00Z")
        morning.tell(1, at: "2026-02-02T10:00:00Z", .notNow("2026-03-01"))
        morning.tell(1, at: "2026-03-01T10:00:00Z", .notNow("2026-03-02"))
        morning.tell(2, at: "2026-02-02T10:00:00Z", .notNow("2026-03-09"))
        morning.tell(3, at: "2026-02-02T10:00:00Z", .notNow("2026-03-08"))
        morning.tell(4, at: "2026-02-02T10:00:00Z", .next(on: due("2026-03-10T15:00"), why: nil))
        morning.tell(5, at: "2026-02-02T10:00:00Z", .next(on: due("2026-03-10T09:00"), why: nil))
        morning.tell(6, at: "2025-12-05T10:00:00Z", .attempt(Attempt(.phone, .bought)))
        morning.tell(7, at: "2026-02-02T10:00:00Z", .next(on: due("1900-01-01"), why: nil))
        // The customer has been due since 5 March.
        #expect(morning.order(.callBack, now) == [7, 6, 5, 4, 3, 2, 1])
    }

    @Test func theOrderOfReassessNewAndTryAgain() {
        var morning = Morning()
        morning.add(1...3)
        for (lead, until) in [(1, "2026-03-09"), (2, "2026-03-01"), (3, "2026-03-10")] {
            morning.tell(lead, at: "2026-02-02T10:00:00Z", .park(until: day(until), why: nil))
        }
        #expect(morning.order(.reassess, now) == [2, 1, 3])
        morning.add(4...4, at: "2026-03-01T08:00:00Z")
        morning.add(5...5, at: "2026-03-10T08:00:00Z")
        morning.add(6...6, at: "2025-03-01T08:00:00Z")
        #expect(morning.order(.new, now) == [5, 4, 6])
        morning.add(7...9)
        for (lead, at) in [(7, "2026-03-07"), (8, "2026-02-07"), (9, "2026-03-08")] {
            morning.tell(lead, at: at + "T10:00:00Z", .tried())
        }
        #expect(morning.order(.tryAgain, now) == [8, 7, 9])
    }

    @Test func tiesBreakOnTheID() {
        var morning = Morning()
        for lead in [5, 3, 9, 1] { morning.add(lead...lead) }
        #expect(morning.order(.new, now) == [1, 3, 5, 9])
    }

    /// Whatever order the entries arrive in, and however the leads stand in memory, the list is the same.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func thePermutedPipelineGivesTheSameList(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var past = RandomEntries(seed: seed, merges: 1)
        let rules = Rules(zones: ["Here": Zone(name: "Here", offset: 3600)])
        for entries in [past.next(150), everySection().entries] {
            var (straight, shuffled) = (Pipeline(rules), Pipeline(rules))
            straight.apply(entries)
            for entry in entries.shuffled(using: &random) { shuffled.apply([entry]) }
            for time in ["2026-03-03T12:00:00Z", "2026-03-10T12:00:00Z", "2026-06-10T02:00:00Z"] {
                let (a, b) = (Triage(straight, now: .at(time)), Triage(shuffled, now: .at(time)))
                #expect((0..<a.count).map { a[$0] } == (0..<b.count).map { b[$0] })
            }
        }
    }

    /// After each entry the list that was kept is the list made anew, and every lead is in one section at most.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func aListThatIsKeptIsTheListMadeAnew(seed: UInt64) {
        var past = RandomEntries(seed: seed, merges: 1)
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
        var triage = Triage(pipeline, now: now)
        triage.judge(.ann, in: pipeline)
        #expect(triage.count == 0)
        #expect(triage.position(of: .ann, in: pipeline) == nil)
        #expect(triage.range(of: .new) == 0..<0)
    }
}
