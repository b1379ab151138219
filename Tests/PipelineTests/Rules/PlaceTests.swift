import Pipeline
import Testing

@Suite("Method 1: place and round")
struct PlaceTests {
    private let at = "2026-06-10T12:00:00Z"

    @Test func onlyTheseFive() {
        let places: [Place] = [
            .onTheList, .sayingGoodbye, .awaitingReply(until: day("2026-06-17")),
            .parked(until: day("2026-12-01"), why: "busy"), .letGo(why: "no use", .goodbye),
        ]
        #expect(
            places.map(\.name) == ["on the list", "saying goodbye", "awaiting a reply", "parked", "let go"])
        #expect(Told().place(at) == .onTheList)
    }

    /// Parked until 1 December: it stays so until the user says otherwise, and from that day on is to be reassessed.
    @Test(arguments: [
        ("2026-11-30T23:59:59Z", nil), ("2026-12-01T00:00:00Z", Section.reassess), ("2027-03-01T12:00:00Z", .reassess),
    ])
    func parkedUntilTheDayHasCome(now: String, section: Section?) {
        var told = Told()
        told.tell(.next(on: due("2026-06-20"), why: nil), at: at)
        told.tell(.park(until: day("2026-12-01"), why: "a new fiscal year"), at: at)
        #expect(told.place(now) == .parked(until: day("2026-12-01"), why: "a new fiscal year"))
        #expect(told.section(now) == section)
        #expect(told.lead.next == nil)
        #expect(told.lead.round.number == 1)
    }

    /// What happened may be entered late: then the day has come at once.
    @Test(arguments: [("2026-06-09", Section.reassess), ("2026-06-10", .reassess), ("2026-06-11", nil)])
    func parkedUntilADayThatIsOver(until: String, section: Section?) {
        var told = Told()
        let act = Act.park(until: day(until), why: nil)
        #expect(told.refusal(act, at: at) == nil)
        told.tell(act, at: at)
        #expect(told.section(at) == section)
    }

    @Test func letGoAgainItIsForTheLatestReason() {
        var told = Told()
        told.tell(Attempt(.phone, .notInterested), at: at)
        #expect(told.place(at) == .letGo(why: "no desire", .quiet))
        let again = Act.letGo(why: "bought elsewhere", .goodbye)
        #expect(told.refusal(again, at: at) == nil)
        told.tell(again, at: at)
        #expect(told.place(at) == .letGo(why: "bought elsewhere", .goodbye))
        #expect(told.lead.departures.count == 1)
    }

    @Test func aRevivalIsANewRoundAndWorksAsAKeep() {
        for act in [Act.park(until: day("2026-12-01"), why: nil), .letGo(why: "no use", .quiet)] {
            var told = Told()
            told.work(20, 3)
            told.tell(Attempt(.phone, .notNow), at: "2026-06-01T10:00:00Z")
            told.tell(.question(.init(.budget, .disqualifying, why: "none")), at: "2026-06-01T10:00:00Z")
            told.tell(act, at: "2026-06-02T10:00:00Z")
            told.tell(.revive("a new boss"), at: at)
            #expect(told.place(at) == .onTheList)
            #expect(told.lead.round.number == 2)
            #expect(told.lead.round.attempts == 0 && told.lead.round.conversations == 0)
            #expect(told.lead.round.began == moment(at))
            #expect(told.lead.lifetime.attempts == 21)
            #expect(told.lead.putOffs.streak == 1)
            #expect(told.section("2026-07-09T23:59:59Z") != .decide)
            #expect(told.section("2026-07-10T00:00:00Z") == .decide)
        }
    }

    /// A keep on 10 June holds for its own day and 29 more.
    @Test(arguments: [
        (0, false), (29, false), (30, true), (31, true),
    ])
    func aKeepHoldsForThirtyDays(days: Int, isDecided: Bool) {
        var told = Told()
        told.tell(.question(.init(.process, .disqualifying)), at: "2026-06-01T10:00:00Z")
        #expect(told.section("2026-06-05T10:00:00Z") == .decide)
        told.tell(.keep("a hunch"), at: at)
        let today = day("2026-06-10").adding(days: days)
        #expect((told.section("\(today)T00:00:00Z") == .decide) == isDecided)
        #expect((told.section("\(today)T23:59:59Z") == .decide) == isDecided)
    }

    @Test(
        arguments: [
            (.keep("x"), true, false, false), (.revive("x"), false, true, true),
            (.park(until: day("2027-01-01"), why: nil), true, true, false),
            (.letGo(why: nil, .quiet), true, true, true),
            (.next(on: due("2026-07-01"), why: nil), true, false, false), (.goodbye(override: "x"), true, false, false),
            (.next(on: nil, why: nil), true, true, true), (.attempt(Attempt(.phone, .busy)), true, true, true),
        ] as [(Act, Bool, Bool, Bool)])
    func whatIsTakenWhere(act: Act, onTheList: Bool, parked: Bool, letGo: Bool) {
        let moves: [(Act?, Bool)] = [
            (nil, onTheList), (.park(until: day("2026-12-01"), why: nil), parked), (.letGo(why: nil, .quiet), letGo),
        ]
        for (move, isTaken) in moves {
            var told = Told()
            if let move { told.tell(move, at: "2026-06-01T10:00:00Z") }
            let refusal = told.refusal(act, at: at)
            #expect((refusal == nil) == isTaken, "\(act) \(String(describing: move))")
            #expect(refusal?.isRule != false)
        }
    }

    @Test(arguments: [Act.keep(" "), .revive("")])
    func theseNeedAWrittenReason(act: Act) {
        for isLetGo in [false, true] {
            var told = Told()
            if isLetGo { told.tell(.letGo(why: nil, .quiet), at: "2026-06-01T10:00:00Z") }
            #expect(told.refusal(act, at: at) != nil)
        }
    }

    @Test func whoWasLetGoStaysSoWhenTheyMakeContact() {
        var told = Told()
        told.tell(.letGo(why: "no use", .goodbye), at: "2026-06-01T10:00:00Z")
        for outcome in [Outcome.replied, .interested, .meeting, .notNow, .notInterested, .bought] {
            told.tell(Attempt(.phone, outcome, inbound: true, next: due("2026-06-10")), at: "2026-06-05T10:00:00Z")
            #expect(told.place(at) == .letGo(why: "no use", .goodbye))
            #expect(told.section(at) == nil)
            #expect(told.lead.next == nil)
        }
        #expect(told.lead.lifetime.attempts == 6)
    }
}

@Suite("Method 1: the three qualifying questions")
struct QuestionTests {
    private let at = "2026-06-10T12:00:00Z"

    @Test(arguments: Question.allCases, Question.Value.allCases)
    func oneDisqualifyingAnswerIsEnough(question: Question, value: Question.Value) {
        var told = Told()
        for other in Question.allCases { told.tell(.question(.init(other, .satisfied)), at: "2026-06-01T10:00:00Z") }
        let finding = QuestionFinding(question, value, why: "by lot")
        let asked = told.tell(.question(finding), at: "2026-06-02T10:00:00Z")
        #expect(told.lead.questions.value(of: question) == value)
        #expect(told.lead.questions.disqualifying == (value == .disqualifying ? finding : nil))
        #expect(told.section(at) == (value == .disqualifying ? .decide : .new))
        // No pop-up may forbid a call.
        #expect(told.refusal(.attempt(Attempt(.phone, .noAnswer)), at: at) == nil)
        let undo = told.tell(.undo([asked]), at: at)
        #expect(told.lead.questions.value(of: question) == .satisfied)
        told.tell(.undo([undo]), at: at)
        #expect(told.lead.questions.value(of: question) == value)
        told.tell(.question(.init(question, .satisfied)), at: at)
        #expect(told.section(at) == .new)
    }

    @Test func nothingIsAskedAtFirst() {
        for question in Question.allCases {
            #expect(Told().lead.questions[question] == nil)
            #expect(Told().lead.questions.value(of: question) == .unasked)
        }
    }
}

@Suite("Method 2: a lead without a working way of contact")
struct UnreachableTests {
    @Test(
        arguments: [
            (1, 1, false, 1, 0, false), (1, 1, false, 0, 1, false), (1, 1, false, 1, 1, true),
            (2, 0, false, 1, 0, false),
            (2, 0, false, 2, 0, true), (1, 0, true, 1, 0, false), (0, 0, true, 0, 0, false),
            // Of whom no way was ever known is yet to be looked up, unless a number or an address was lost.
            (0, 0, false, 0, 0, false), (0, 0, false, 1, 0, true), (0, 0, false, 0, 1, true),
        ])
    func goesToDecide(phones: Int, emails: Int, street: Bool, wrong: Int, bounced: Int, isUnreachable: Bool) {
        var fields = LeadFields.named(
            "Bob", phones: (0..<phones).map { "\($0)" }, emails: (0..<emails).map { "\($0)@b.example" })
        fields.address = street ? "1 Main Street" : nil
        var told = Told()
        told.tell(.add(fields), at: "2026-06-01T09:00:00Z", of: .bob)
        for number in 0..<wrong {
            let outcome = number % 2 == 0 ? Outcome.wrongNumber : .outOfService
            told.tell(.attempt(Attempt(.phone, outcome)), at: "2026-06-01T10:00:00Z", of: .bob)
        }
        for _ in 0..<bounced {
            told.tell(.attempt(Attempt(.email, .bounced)), at: "2026-06-01T10:00:00Z", of: .bob)
        }
        let section = told.pipeline[.bob]?.verdict(told.now("2026-06-20T12:00:00Z"), Rules())?.section
        #expect((section == .decide) == isUnreachable)
        let hasWay = phones + emails > 0 || street
        let channel = told.pipeline[.bob]?.suggestedChannel(told.now("2026-06-20T12:00:00Z"))
        #expect((channel == nil) == (isUnreachable || !hasWay))
    }

    @Test func aNameAloneIsNewAndThenTriedAgain() throws {
        var told = Told()
        told.tell(.add(LeadFields(name: "Bob")), at: "2026-06-01T09:00:00Z", of: .bob)
        func section(_ time: String) -> Section? { told.pipeline[.bob]?.verdict(told.now(time), Rules())?.section }
        #expect(section("2026-06-01T10:00:00Z") == .new)
        told.tell(.tried(), at: "2026-06-01T10:00:00Z", of: .bob)
        #expect(section("2026-06-03T10:00:00Z") == .tryAgain)
        told.tell(.edit(LeadEdit([.phones], to: .named("Bob", phones: ["1"]))), at: "2026-06-03T10:00:00Z", of: .bob)
        told.tell(.attempt(Attempt(.phone, .wrongNumber)), at: "2026-06-03T10:00:00Z", of: .bob)
        #expect(section("2026-06-03T11:00:00Z") == .decide)
        told.tell(.edit(LeadEdit([.phones], to: .named("Bob", phones: ["2"]))), at: "2026-06-03T12:00:00Z", of: .bob)
        #expect(section("2026-06-05T11:00:00Z") == .tryAgain)
    }

    @Test(arguments: [Channel.letter, .fax, .text, .dropIn])
    func aLetterThatComesBackSaysNothingOfAnEmailAddress(channel: Channel) {
        var told = Told()
        told.tell(Attempt(channel, .bounced), at: "2026-06-01T10:00:00Z")
        #expect(told.lead.email != nil && told.lead.phone != nil)
        told.tell(Attempt(channel, .bounced, address: "ann@home.example"), at: "2026-06-01T10:00:00Z")
        #expect(told.lead.email == nil)
    }
}
