import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 8: numbers")
struct NumbersTests {
    private let day = PipelineTests.day("2026-03-10")
    private let at = "2026-03-10T10:00:00Z"

    private func numbers(_ attempt: Attempt) -> Numbers {
        var told = Told()
        told.tell(attempt, at: at)
        return Numbers(told.pipeline, from: day, to: day)
    }

    /// Dials are outbound attempts by phone, whatever came of them.
    @Test(arguments: Channel.allCases)
    func dials(channel: Channel) {
        let isDial = [.phone, .voicemail, .liveMessage].contains(channel)
        for outcome in Outcome.allCases {
            #expect(numbers(Attempt(channel, outcome)).dials == (isDial && outcome != .replied ? 1 : 0), "\(outcome)")
            #expect(numbers(Attempt(channel, outcome, inbound: true)).dials == 0)
        }
    }

    /// Reached: a human answered. Conversations: the lead in person.
    @Test(arguments: [
        (Outcome.noAnswer, false, false), (.busy, false, false), (.leftMessage, false, false),
        (.gatekeeper, true, false),
        (.interested, true, true), (.notNow, true, true), (.notInterested, true, true), (.doNotContact, true, true),
        (.meeting, true, true), (.bought, true, true), (.wrongNumber, true, false), (.outOfService, false, false),
    ])
    func reachedAndConversations(outcome: Outcome, isReached: Bool, isConversation: Bool) {
        let dial = numbers(Attempt(.phone, outcome))
        #expect(dial.reached == (isReached ? 1 : 0))
        #expect(dial.conversations == (isConversation ? 1 : 0))
        #expect(dial.connectRate == (isConversation ? 1 : 0))
        #expect(dial.dialsPerConversation == (isConversation ? 1 : nil))
        let visit = numbers(Attempt(.dropIn, outcome))
        #expect(visit.reached == 0 && visit.conversations == 0)
        #expect(visit.connectRate == nil)
        #expect(visit.meetings == (outcome == .meeting ? 1 : 0))
    }

    @Test func aMessageLeftWithALivePersonReachedSomebody() {
        #expect(numbers(Attempt(.liveMessage, .leftMessage)).reached == 1)
        #expect(numbers(Attempt(.liveMessage, .sent)).reached == 1)
        #expect(numbers(Attempt(.liveMessage, .noAnswer)).reached == 0)
        #expect(numbers(Attempt(.voicemail, .leftMessage)).reached == 0)
    }

    @Test func ratesAttemptsAndMinutes() {
        var told = Told()
        for outcome in [Outcome.noAnswer, .busy, .interested, .noAnswer, .notNow] {
            told.tell(Attempt(.phone, outcome), at: at)
        }
        told.tell(Attempt(.voicemail, .leftMessage), at: at)
        told.tell(Attempt(.email, .sent), at: at)
        told.tell(Attempt(.email, .replied, inbound: true, minutes: 7), at: at)
        told.tell(Attempt(.dropIn, .meeting), at: at)
        let numbers = Numbers(told.pipeline, from: day, to: day)
        #expect(numbers.dials == 6)
        #expect(numbers.conversations == 2)
        #expect(numbers.connectRate == 2.0 / 6)
        #expect(numbers.dialsPerConversation == 3)
        #expect(numbers.meetings == 1)
        #expect(numbers.attempts == [.phone: 5, .voicemail: 1, .email: 1, .dropIn: 1])
        #expect(numbers.minutes == 6 * 2 + 5 + 7 + 30)
        #expect(numbers.goal == 50)
    }

    /// Both days are included, and they are the user's.
    @Test(arguments: [
        ("2026-03-09T04:59:59Z", 0), ("2026-03-09T05:00:00Z", 1), ("2026-03-11T04:59:59Z", 1),
        ("2026-03-11T05:00:00Z", 0),
    ])
    func fromOneDayToAnother(at: String, dials: Int) {
        var told = Told(Rules(zone: Zone(name: "Here", offset: -5 * 3600)))
        told.tell(Attempt(.phone, .noAnswer), at: at)
        #expect(Numbers(told.pipeline, from: PipelineTests.day("2026-03-09"), to: day).dials == dials)
    }

    @Test func qualifiedInIsHowOftenSomebodyBecameAProspect() {
        var told = Told()
        func qualifiedIn() -> Int { Numbers(told.pipeline, from: day, to: day).qualifiedIn }
        for trait in [Trait.money, .authority] { told.tell(.trait(TraitFinding(trait, .yes)), at: at) }
        #expect(qualifiedIn() == 0)
        told.tell(.trait(TraitFinding(.desire, .yes)), at: at)
        #expect(qualifiedIn() == 1)
        told.tell(.trait(TraitFinding(.desire, .no)), at: at)
        let again = told.tell(.trait(TraitFinding(.desire, .yes)), at: at)
        #expect(qualifiedIn() == 2)
        told.tell(.undo([again]), at: at)
        #expect(qualifiedIn() == 1)
        told.tell(.order(10, isPity: false), at: at)
        #expect(qualifiedIn() == 1)
    }

    @Test(
        arguments: [
            ([.park(until: PipelineTests.day("2026-09-10"), why: nil)], 1), ([.letGo(why: nil, .quiet)], 1),
            ([.attempt(Attempt(.phone, .notInterested))], 1),
            ([.attempt(Attempt(.phone, .notInterested, again: .later))], 1),
            ([.attempt(Attempt(.phone, .notInterested, again: .never))], 1),
            ([.attempt(Attempt(.phone, .doNotContact))], 1),
            ([.attempt(Attempt(.phone, .doNotContact)), .doNotContact(words: nil)], 1),
            ([.park(until: PipelineTests.day("2026-09-10"), why: nil), .letGo(why: nil, .quiet)], 2),
            ([.letGo(why: nil, .quiet), .attempt(Attempt(.phone, .notInterested, inbound: true))], 1),
            ([.attempt(Attempt(.phone, .notNow))], 0), ([.goodbye(override: "enough")], 0),
        ] as [([Act], Int)])
    func qualifiedOutIsHowOftenSomebodyWasLetGoOrParked(acts: [Act], count: Int) {
        var told = Told()
        for act in acts { told.tell(act, at: at) }
        #expect(Numbers(told.pipeline, from: day, to: day).qualifiedOut == count)
        #expect(Numbers(told.pipeline, from: day.adding(days: 1), to: day.adding(days: 1)).qualifiedOut == 0)
    }

    /// Whoever came in with a list as not to be contacted was never on ours; to forbid it by hand is a decision.
    @Test(
        arguments: [
            ("import", "2026-03-10T10:00:00Z", 0), ("import", "2026-03-10T10:00:01Z", 1),
            (nil, "2026-03-10T10:00:00Z", 1),
        ] as [(String?, String, Int)])
    func qualifiedOutLeavesThoseWhoCameForbidden(batch: String?, forbidden: String, count: Int) {
        var pipeline = Pipeline(Rules())
        let acts: [(Act, String)] = [(.add(.named("Ann")), at), (.doNotContact(words: nil), forbidden)]
        pipeline.apply(
            acts.enumerated().map { place, act in
                Entry(
                    id: Recorder.id(UInt64(place + 1)), lead: .ann, at: moment(act.1), act: act.0,
                    margin: Entry.Margin(batch: batch))
            })
        #expect(Numbers(pipeline, from: day, to: day).qualifiedOut == count)
    }

    /// Minutes a week of the last eight weeks before the lead went.
    @Test(arguments: [
        ("2026-01-13T09:59:59Z", 0.0), ("2026-01-13T10:00:00Z", 10), ("2026-03-10T10:00:00Z", 10),
        ("2026-03-10T10:00:01Z", 0),
    ])
    func timeFreed(worked: String, freed: Double) {
        var told = Told(added: "2025-03-02T08:00:00Z")
        told.tell(Attempt(.dropIn, .gatekeeper, minutes: 80), at: worked)
        #expect(Numbers(told.pipeline, from: day, to: day).freedMinutesPerWeek == 0)
        told.tell(.letGo(why: nil, .quiet), at: at)
        #expect(Numbers(told.pipeline, from: day, to: day).freedMinutesPerWeek == freed)
        told.tell(.attempt(Attempt(.email, .replied, inbound: true, minutes: 40)), at: "2026-03-11T10:00:00Z")
        #expect(Numbers(told.pipeline, from: day, to: day.adding(days: 1)).freedMinutesPerWeek == freed)
    }

    @Test func timeFreedIsSummedOverTheLeads() {
        var morning = Morning()
        morning.add(1...3)
        for lead in 1...3 {
            morning.tell(lead, at: at, .attempt(Attempt(.dropIn, .gatekeeper, minutes: UInt16(lead * 40))))
        }
        morning.tell(1, at: at, .letGo(why: nil, .quiet))
        morning.tell(2, at: at, .park(until: PipelineTests.day("2026-09-10"), why: nil))
        morning.tell(3, at: at, .letGo(why: nil, .quiet), .revive("they asked"))
        let numbers = Numbers(morning.pipeline, from: day, to: day)
        #expect(numbers.freedMinutesPerWeek == 30)
        #expect(numbers.freed.map(\.lead) == [3, 2, 1].map(Morning.id))
        #expect(numbers.freed.map(\.minutesPerWeek) == [15, 10, 5])
        let chart = numbers.charts(morning.pipeline).last
        #expect(chart?.bars.map(\.label) == ["Lead 3", "Lead 2", "Lead 1"])
        #expect(chart?.bars.map(\.figure) == ["15 minutes", "10 minutes", "5 minutes"])
    }

    @Test func undoneEntriesAndNobodyCountForNothing() {
        var told = Told()
        let dial = told.tell(Attempt(.phone, .interested), at: at)
        told.tell(.attempt(Attempt(.phone, .interested)), at: at, of: .bob)
        #expect(Numbers(told.pipeline, from: day, to: day).dials == 1)
        told.tell(.undo([dial]), at: at)
        let numbers = Numbers(told.pipeline, from: day, to: day)
        #expect(numbers.dials == 0 && numbers.minutes == 0 && numbers.attempts.isEmpty)
        #expect(numbers.connectRate == nil && numbers.dialsPerConversation == nil)
    }

    /// Each is printed with its definition beside it.
    @Test func everyFigureHasADefinition() {
        let figures = numbers(Attempt(.phone, .interested)).figures
        #expect(figures.allSatisfy { !$0.definition.isEmpty && !$0.title.isEmpty && !$0.value.isEmpty })
        #expect(Set(figures.map(\.key)).count == figures.count)
        #expect(figures.first { $0.key == "connectRate" }?.value == "100 %")
        #expect(numbers(Attempt(.email, .sent)).figures.first { $0.key == "connectRate" }?.value == "–")
    }
}
