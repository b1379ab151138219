import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 7: which section takes a lead")
struct SectionTests {
    /// Ann after these acts on 3 March.
    private func told(_ acts: [Act], rules: Rules = Rules(), added: String = "2026-03-02T08:00:00Z") -> Told {
        var told = Told(rules, added: added)
        for act in acts { told.tell(act, at: "2026-03-03T10:00:00Z") }
        return told
    }

    /// Sections 5 and 6: due or, with no date, not touched for 3 days.
    @Test(
        arguments: [
            ("2026-03-03T11:00:00Z", nil), ("2026-03-05T23:59:59Z", nil), ("2026-03-06T00:00:00Z", Section.prospects),
            ("2026-07-01T00:00:00Z", .prospects),
        ] as [(String, Section?)])
    func prospectsAfterThreeDays(time: String, section: Section?) {
        #expect(told(Act.traits + [.tried()]).section(time) == section)
        #expect(told([.attempt(Attempt(.phone, .interested))]).section(time) == section)
        #expect(told([.assessed(.top), .tried()]).section(time) == (section == nil ? nil : .worthMore))
    }

    @Test(
        arguments: [
            ("2026-03-19T12:00:00Z", nil), ("2026-03-20T00:00:00Z", Section.prospects),
            ("2026-04-20T00:00:00Z", .prospects),
        ] as [(String, Section?)])
    func aStepAheadKeepsProspectsOffTheListUntilThen(time: String, section: Section?) {
        let step = Act.next(on: due("2026-03-20"), why: "the offer")
        #expect(told(Act.traits + [.tried(), step]).section(time) == section)
        #expect(told([.assessed(.top), .tried(), step]).section(time) == (section == nil ? nil : .worthMore))
        #expect(told([.tried(), step]).section(time) == (section == nil ? nil : .callBack))
    }

    @Test func whoWasInterestedIsNoProspectOnceTheyWereSpokenWithAgain() {
        var told = told([.attempt(Attempt(.phone, .interested))])
        #expect(told.section("2026-03-10T10:00:00Z") == .prospects)
        // Logged late: what counts is when it was said.
        told.tell(Attempt(.phone, .notNow, next: due("2026-03-09")), at: "2026-03-02T11:00:00Z")
        #expect(told.lead.lastConversation == .interested)
        told.tell(Attempt(.phone, .notNow, next: due("2026-03-09")), at: "2026-03-04T10:00:00Z")
        #expect(told.section("2026-03-10T10:00:00Z") == .callBack)
    }

    @Test(arguments: [
        ([Act.assessed(.top)], Section.worthMore), ([.assessed(.maybe)], .new), ([.assessed(.bottom)], .decide),
        (Act.traits, .prospects), (Act.traits + [.assessed(.top)], .prospects), ([], .new), ([.tried()], .tryAgain),
        ([.order(100, isPity: false)], nil), ([.order(100, isPity: false)] + Act.traits, nil),
        ([.order(100, isPity: false), .assessed(.top)], nil),
        ([.attempt(Attempt(.phone, .interested)), .order(100, isPity: false)], nil),
    ])
    func standingAndTier(acts: [Act], section: Section?) {
        #expect(told(acts).section("2026-03-10T10:00:00Z") == section)
    }

    /// Customers come back 90 days after they were last touched, and are never in 5, 9 or 10.
    @Test(
        arguments: [
            ("2026-05-31T23:59:59Z", nil), ("2026-06-01T00:00:00Z", Section.callBack),
            ("2027-06-01T00:00:00Z", .callBack),
        ] as [(String, Section?)])
    func customersAfterNinetyDays(time: String, section: Section?) {
        let bought = told([.attempt(Attempt(.phone, .bought, amount: 100))])
        #expect(bought.section(time) == section)
        // An order is a touch as well.
        for more in [[], Act.traits, [.assessed(.top)]] {
            #expect(told([.order(100, isPity: false)] + more).section(time) == section)
        }
        #expect(told([.tried(), .order(1, isPity: false)] + Act.traits).section(time) == section)
        #expect(bought.lead.comesUp(bought.now("2026-05-01T00:00:00Z"), Rules())?.on == due("2026-06-01"))
    }

    /// The cool-down since the last attempt of the round: 2 days after the first three, 4 to the tenth, then 7.
    @Test(arguments: [(1, 2), (2, 2), (3, 2), (4, 4), (9, 4), (10, 4), (11, 7), (19, 7), (25, 7)])
    func theCoolDown(attempts: Int, days: Int) {
        var told = Told()
        for _ in 0..<attempts { told.tell(Attempt(.phone, .noAnswer), at: "2026-03-03T23:30:00Z") }
        let rested = day("2026-03-03").adding(days: days)
        #expect(told.section("\(rested.adding(days: -1))T23:59:59Z") == nil)
        #expect(told.section("\(rested)T00:00:00Z") == .tryAgain)
        let next = told.lead.comesUp(told.now("2026-03-04T08:00:00Z"), Rules())
        #expect(next?.on == DueTime(rested))
        #expect(next?.kind == "rest")
    }

    /// A lead that came on file today rests from an attempt that was entered late.
    @Test(
        arguments: [
            ([.tried()], "2026-03-09", nil), ([.tried()], "2026-03-08", Section.tryAgain),
            (Act.traits + [.tried()], "2026-03-08", nil), (Act.traits + [.tried()], "2026-03-07", .prospects),
            ([.order(5, isPity: false)], "2025-12-11", nil), ([.order(5, isPity: false)], "2025-12-10", .callBack),
        ] as [([Act], String, Section?)])
    func anAttemptOfBeforeTheLeadCameOnFile(acts: [Act], on: String, section: Section?) {
        var told = Told(added: "2026-03-10T08:00:00Z")
        for act in acts { told.tell(act, at: "\(on)T10:00:00Z") }
        #expect(told.section("2026-03-10T12:00:00Z") == section)
    }

    /// What is agreed today for today is due today, until it is tried.
    @Test(arguments: [
        (Act.notNow("2026-03-10", "a budget"), Section.promised), (.notNow("2026-03-10"), .callBack),
        (.attempt(Attempt(.phone, .meeting, next: due("2026-03-10"))), .promised),
        (.attempt(Attempt(.phone, .gatekeeper, next: due("2026-03-10"))), .callBack),
    ])
    func whatIsAgreedForToday(act: Act, section: Section) {
        var told = Told()
        told.tell(act, at: "2026-03-10T10:00:00Z")
        #expect(told.section("2026-03-10T12:00:00Z") == section)
        told.tell(.tried(), at: "2026-03-10T12:00:00Z")
        #expect(told.section("2026-03-10T13:00:00Z") == nil)
        #expect(told.section("2026-03-11T13:00:00Z") == section)
        told.tell(.next(on: due("2026-03-10"), why: nil), at: "2026-03-10T14:00:00Z")
        #expect(told.section("2026-03-10T14:00:00Z") == section)
    }

    /// A step that was due and tried today comes up tomorrow; while a reply is awaited, when that is over.
    @Test(
        arguments: [
            (.notNow("2026-03-09", "a budget"), "promise"), (.notNow("2026-03-09"), "put-off"),
            (.next(on: due("2026-03-08"), why: "call"), "step"),
            (.attempt(Attempt(.phone, .meeting, next: due("2026-03-10T09:00"))), "meeting"),
        ] as [(Act, String)])
    func whatWasTriedTodayComesUpTomorrow(step: Act, kind: String) {
        var told = told([step])
        let noon = told.now("2026-03-10T12:00:00Z")
        #expect(told.lead.comesUp(noon, Rules())?.on == told.lead.next?.due)
        told.tell(.tried(), at: "2026-03-10T11:00:00Z")
        #expect(told.section("2026-03-10T12:00:00Z") == nil)
        let next = told.lead.comesUp(noon, Rules())
        #expect(next?.on == due("2026-03-11") && next?.kind == kind)
        #expect(told.section("2026-03-11T12:00:00Z") != nil)
        for channel in [Channel.voicemail, .email, .fax] {
            told.tell(Attempt(channel, .sent, purpose: .goodbye), at: "2026-03-10T11:30:00Z")
        }
        let awaited = told.lead.comesUp(noon, Rules())
        #expect(awaited?.on == due("2026-03-17") && awaited?.kind == "rest")
    }

    @Test func theCoolDownIsOfTheRound() {
        var told = Told()
        for _ in 0..<15 { told.tell(Attempt(.phone, .noAnswer), at: "2026-03-03T10:00:00Z") }
        told.tell(.park(until: day("2026-04-01"), why: nil), at: "2026-03-04T10:00:00Z")
        told.tell(.revive("a new budget"), at: "2026-04-01T09:00:00Z")
        // Who has just been brought back has nothing to rest from.
        #expect(told.section("2026-04-01T10:00:00Z") == .tryAgain)
        told.tell(Attempt(.phone, .noAnswer), at: "2026-04-01T11:00:00Z")
        #expect(told.section("2026-04-02T10:00:00Z") == nil)
        #expect(told.section("2026-04-03T10:00:00Z") == .tryAgain)
    }

    /// Nobody is shown twice a day for calling, unless a time of that day was agreed and lies after the attempt.
    @Test(arguments: [
        ("2026-03-10T09:00:00Z", "2026-03-10T14:00", true), ("2026-03-10T13:59:59Z", "2026-03-10T14:00", true),
        ("2026-03-10T14:00:00Z", "2026-03-10T14:00", false), ("2026-03-10T15:00:00Z", "2026-03-10T14:00", false),
        ("2026-03-10T09:00:00Z", "2026-03-10", false), ("2026-03-10T09:00:00Z", "2026-03-09T23:00", false),
        ("2026-03-10T09:00:00Z", "2026-03-10T16:00:00+02:00", true), ("2026-03-09T09:00:00Z", "2026-03-09T14:00", true),
        ("2026-03-09T23:59:59Z", "2026-03-10", true),
    ])
    func nobodyIsShownTwiceADay(tried: String, agreed: String, isShown: Bool) {
        for acts in [[], Act.traits, [.assessed(.top)]] as [[Act]] {
            var told = told([.next(on: due(agreed), why: nil)] + acts)
            told.tell(Attempt(.phone, .noAnswer), at: tried)
            #expect((told.section("2026-03-10T18:00:00Z") != nil) == isShown)
        }
        var promise = told([.notNow(agreed, "a budget")])
        promise.tell(Attempt(.phone, .noAnswer), at: tried)
        #expect(promise.section("2026-03-10T18:00:00Z") == (isShown ? .promised : nil))
    }

    @Test(
        arguments: [
            ("2026-03-10", "2026-03-09T23:59:59Z", nil), ("2026-03-10", "2026-03-10T00:00:00Z", Section.promised),
            ("2026-03-10T14:00", "2026-03-10T00:00:00Z", .promised), ("2026-03-10", "2026-09-01T00:00:00Z", .promised),
        ] as [(String, String, Section?)])
    func promisesAndMeetingsOnTheirDay(on: String, time: String, section: Section?) {
        #expect(told([.notNow(on, "a budget")]).section(time) == section)
        #expect(told([.attempt(Attempt(.phone, .meeting, next: due(on)))]).section(time) == section)
        #expect(told([.notNow(on)]).section(time) == (section == nil ? nil : .callBack))
    }

    /// Parked leads are looked at when their day has come, and come onto the list only when the user says so.
    @Test(
        arguments: [("2026-03-31T23:59:59Z", nil), ("2026-04-01T00:00:00Z", Section.reassess)] as [(String, Section?)])
    func parkedUntilTheirDay(time: String, section: Section?) {
        var told = told([.park(until: day("2026-04-01"), why: nil)])
        #expect(told.section(time) == section)
        #expect(told.place(time).name == "parked")
        told.tell(.letGo(why: nil, .quiet), at: "2026-03-20T10:00:00Z")
        #expect(told.section(time) == nil)
    }

    /// Nobody is shown for a second try on the same day, to the last second of it (section 7).
    @Test(
        arguments: [("2026-04-02T23:59:59Z", nil), ("2026-04-03T00:00:00Z", Section.reassess)] as [(String, Section?)])
    func whoIsParkedAndWasTriedTodayRestsUntilTomorrow(time: String, section: Section?) {
        var told = told([.park(until: day("2026-04-01"), why: nil)])
        told.tell(.tried(), at: "2026-04-02T10:00:00Z")
        #expect(told.section(time) == section)
    }

    @Test func aPromiseMadeWhileParkedHolds() {
        let told = told([.park(until: day("2026-09-01"), why: nil), .notNow("2026-04-01", "a budget")])
        #expect(told.section("2026-03-31T10:00:00Z") == nil)
        #expect(told.section("2026-04-01T10:00:00Z") == .promised)
        #expect(told.place("2026-04-01T10:00:00Z").name == "parked")
    }

    @Test func whoIsNotOnFileOrNotToBeContactedIsInNone() {
        var told = told([.next(on: due("2026-03-04"), why: nil)])
        #expect(told.section("2026-03-10T10:00:00Z") == .callBack)
        told.tell(.note("who?"), at: "2026-03-03T10:00:00Z", of: .bob)
        #expect(Triage(told.pipeline, now: told.now("2026-03-10T10:00:00Z")).count == 1)
        told.tell(.attempt(Attempt(.email, .replied, inbound: true)), at: "2026-03-05T10:00:00Z")
        #expect(told.section("2026-03-10T10:00:00Z") == .answer)
        told.tell(.doNotContact(words: nil), at: "2026-03-06T10:00:00Z")
        #expect(told.section("2026-03-10T10:00:00Z") == nil)
        #expect(told.lead.suggestedChannel(told.now("2026-03-10T10:00:00Z")) == nil)
    }

    /// In New York 8 March 2026 has 23 hours and 1 November 25.
    @Test(
        .enabled(if: missing(["America/New_York"]).isEmpty, "no zone file of America/New_York"),
        arguments: [
            ("2026-03-08T05:00:00Z", "2026-03-10T03:59:59Z", "2026-03-10T04:00:00Z"),
            ("2026-11-01T04:00:00Z", "2026-11-03T04:59:59Z", "2026-11-03T05:00:00Z"),
        ])
    func aDayIsTheUsers(tried: String, last: String, next: String) throws {
        var told = Told(Rules(zone: try ZoneFiles.zone("America/New_York")))
        told.tell(Attempt(.phone, .noAnswer), at: tried)
        #expect(told.section(last) == nil)
        #expect(told.section(next) == .tryAgain)
    }
}

@Suite("Method 7: Answer takes whoever made contact and was not answered")
struct AnswerTests {
    private let written = Attempt(.email, .replied, inbound: true)

    @Test(
        arguments: [
            // What was done then, and whether it answers what came at noon.
            (Attempt(.phone, .noAnswer), "2026-03-04T12:00:01Z", true),
            (Attempt(.phone, .noAnswer), "2026-03-04T12:00:00Z", true),
            (Attempt(.phone, .noAnswer), "2026-03-04T11:59:59Z", false),
            (Attempt(.email, .sent), "2026-03-09T12:00:00Z", true),
            (Attempt(.phone, .interested, inbound: true), "2026-03-04T12:00:00Z", true),
            (Attempt(.phone, .interested, inbound: true), "2026-03-04T11:00:00Z", false),
            (Attempt(.voicemail, .leftMessage, inbound: true), "2026-03-04T13:00:00Z", false),
            // They came by and were spoken with; but what they wrote again wants an answer, whatever it says.
            (Attempt(.dropIn, .interested, inbound: true), "2026-03-04T13:00:00Z", true),
            (Attempt(.event, .meeting, inbound: true), "2026-03-04T13:00:00Z", true),
            (Attempt(.email, .interested, inbound: true), "2026-03-04T13:00:00Z", false),
            (Attempt(.text, .notNow, inbound: true), "2026-03-04T13:00:00Z", false),
        ])
    func whatAnswers(attempt: Attempt, at: String, isAnswered: Bool) {
        var told = Told()
        told.tell(written, at: "2026-03-04T12:00:00Z")
        told.tell(attempt, at: at)
        #expect((told.section("2026-03-20T12:00:00Z") == .answer) != isAnswered)
    }

    @Test func whoCallsAndIsSpokenWithIsAnswered() {
        var told = Told()
        told.tell(Attempt(.phone, .interested, inbound: true), at: "2026-03-04T12:00:00Z")
        #expect(told.section("2026-03-20T12:00:00Z") == .prospects)
    }

    /// Atop of everything, parked or not; never when let go.
    @Test(arguments: [
        ([Act.park(until: day("2027-01-01"), why: nil)], true), ([.letGo(why: nil, .quiet)], false),
        ([.question(QuestionFinding(.budget, .disqualifying))], true), ([.notNow("2026-03-05", "a budget")], true),
        ([.doNotContact(words: nil)], false), ([.goodbye(override: "enough")], true),
    ])
    func whereverTheLeadIs(acts: [Act], isShown: Bool) {
        var told = Told()
        for act in acts { told.tell(act, at: "2026-03-04T11:00:00Z") }
        told.tell(written, at: "2026-03-04T12:00:00Z")
        #expect((told.section("2026-03-05T12:00:00Z") == .answer) == isShown)
    }

    @Test func theyWaitSinceTheFirstTimeThatNobodyAnswered() {
        var told = Told()
        told.tell(written, at: "2026-03-03T12:00:00Z")
        told.tell(Attempt(.phone, .noAnswer), at: "2026-03-03T13:00:00Z")
        told.tell(written, at: "2026-03-06T12:00:00Z")
        told.tell(written, at: "2026-03-05T12:00:00Z")
        #expect(told.lead.waitingSince == moment("2026-03-05T12:00:00Z"))
        told.tell(Attempt(.phone, .noAnswer), at: "2026-03-05T18:00:00Z")
        #expect(told.lead.waitingSince == moment("2026-03-06T12:00:00Z"))
    }
}
