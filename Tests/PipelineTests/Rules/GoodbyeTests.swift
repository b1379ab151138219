import Pipeline
import Testing

@Suite("Method 5: saying goodbye")
struct GoodbyeTests {
    static func message(_ channel: Channel, _ outcome: Outcome = .sent) -> Attempt {
        Attempt(channel, outcome, purpose: .goodbye)
    }

    /// The goodbye begun on 1 June at ten, with these messages sent at eleven.
    private func begun(_ channels: [Channel] = []) -> Told {
        var told = Told()
        told.work(20, 3)
        told.tell(.goodbye(override: nil), at: "2026-06-01T10:00:00Z")
        for channel in channels { told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z") }
        return told
    }

    @Test(
        arguments: [
            ([], [.voicemail, .email, .liveMessage]), ([.voicemail], [.email, .liveMessage]),
            ([.email], [.voicemail, .liveMessage]), ([.email, .voicemail], [.liveMessage]),
            ([.email, .email, .email], [.voicemail, .liveMessage]), ([.fax], [.voicemail, .email]),
            ([.fax, .letter, .text], [.voicemail, .email]), ([.liveMessage, .voicemail], [.email]),
            ([.voicemail, .email, .liveMessage], nil), ([.calendar, .email, .voicemail], nil),
            ([.phone, .email, .voicemail], nil), ([.voicemail, .email, .fax, .text], nil),
        ] as [([Channel], [Channel]?)])
    func threeMessages(sent: [Channel], missing: [Channel]?) {
        let told = begun(sent)
        let now = "2026-06-01T12:00:00Z"
        guard let missing else {
            #expect(told.place(now) == .awaitingReply(until: day("2026-06-08")))
            #expect(told.breakUp(now) == .awaiting)
            #expect(told.section(now) == nil)
            return
        }
        #expect(told.place(now) == .sayingGoodbye)
        #expect(told.breakUp(now)?.step == 3)
        #expect(told.breakUp(now)?.verdict == .finishToday)
        #expect(told.breakUp(now)?.missing == missing)
        #expect(told.section(now) == .goodbye)
    }

    @Test func everyThirdChannelWillDo() {
        for channel in Channel.allCases where channel != .voicemail && channel != .email {
            #expect(begun([.voicemail, .email, channel]).place("2026-06-01T12:00:00Z").name == "awaiting a reply")
        }
    }

    @Test(arguments: [Outcome.noAnswer, .busy, .leftMessage, .sent])
    func aCallThatEndedInAVoicemailSaidIt(outcome: Outcome) {
        var told = begun([.email, .fax])
        told.tell(GoodbyeTests.message(.voicemail, outcome), at: "2026-06-01T11:40:00Z")
        #expect(told.place("2026-06-01T12:00:00Z").name == "awaiting a reply")
    }

    @Test func aMessageIsAnAttemptLikeAnyOther() {
        let told = begun([.voicemail, .email, .letter])
        #expect(told.lead.round.attempts == 23)
        #expect(told.lead.round.attempts(by: .letter) == 1)
        #expect(told.lead.lifetime.attempts == 23)
    }

    @Test func onlyMessagesOfTheGoodbyeThatWereSaidCount() {
        var told = begun([.voicemail, .email])
        for attempt in [
            Attempt(.liveMessage, .leftMessage), Attempt(.fax, .sent),
            GoodbyeTests.message(.phone, .noAnswer), GoodbyeTests.message(.phone, .busy),
            GoodbyeTests.message(.text, .bounced), GoodbyeTests.message(.phone, .wrongNumber),
        ] {
            told.tell(attempt, at: "2026-06-01T11:30:00Z")
            #expect(told.place("2026-06-01T12:00:00Z") == .sayingGoodbye)
        }
        told.tell(GoodbyeTests.message(.liveMessage, .gatekeeper), at: "2026-06-01T11:40:00Z")
        #expect(told.place("2026-06-01T12:00:00Z").name == "awaiting a reply")
    }

    @Test func theDayOverNotAllSentItLapsedAndTheThreeStartAgain() {
        var told = begun([.voicemail, .email])
        #expect(told.place("2026-06-01T23:59:59Z") == .sayingGoodbye)
        let next = "2026-06-02T00:00:00Z"
        #expect(told.place(next) == .onTheList)
        #expect(told.breakUp(next) == .lapsed)
        // What was sent stays in the history.
        #expect(told.lead.round.attempts == 22)
        told.tell(GoodbyeTests.message(.liveMessage), at: "2026-06-02T09:00:00Z")
        #expect(told.place("2026-06-02T10:00:00Z") == .sayingGoodbye)
        #expect(told.breakUp("2026-06-02T10:00:00Z")?.missing == [.voicemail, .email])
        #expect(told.breakUp("2026-06-03T10:00:00Z") == .lapsed)
        #expect(told.refusal(.goodbye(override: nil), at: "2026-06-03T10:00:00Z") == nil)
        told.tell(.goodbye(override: nil), at: "2026-06-03T10:00:00Z")
        #expect(told.breakUp("2026-06-03T10:00:00Z")?.missing == [.voicemail, .email, .liveMessage])
    }

    @Test func begunAgainOnTheSameDayItGoesOn() {
        var told = begun([.voicemail])
        told.tell(.goodbye(override: nil), at: "2026-06-01T15:00:00Z")
        #expect(told.breakUp("2026-06-01T16:00:00Z")?.missing == [.email, .liveMessage])
        told.tell(GoodbyeTests.message(.email), at: "2026-06-01T17:00:00Z")
        told.tell(GoodbyeTests.message(.networking), at: "2026-06-01T17:00:00Z")
        told.tell(.goodbye(override: nil), at: "2026-06-01T18:00:00Z")
        #expect(told.place("2026-06-01T19:00:00Z").name == "awaiting a reply")
    }

    /// Let go without a word on how: after a goodbye that was all said, else quietly.
    @Test(arguments: [
        (3, "2026-06-01T19:00:00Z", Manner.goodbye), (3, "2026-06-20T19:00:00Z", .goodbye),
        (2, "2026-06-01T19:00:00Z", .quiet), (2, "2026-06-20T19:00:00Z", .quiet),
    ])
    func theMannerOfALetGo(sent: Int, at: String, manner: Manner) {
        let channels = [Channel.voicemail, .email, .fax].prefix(sent)
        for said in [nil] + Manner.allCases {
            var told = begun(Array(channels))
            told.tell(.letGo(why: "no use", said), at: at)
            #expect(told.place(at) == .letGo(why: "no use", said ?? manner))
        }
    }

    @Test func aMessageLoggedForTheDayBeforeDoesNotCount() {
        var told = begun([.voicemail, .email])
        told.tell(GoodbyeTests.message(.fax), at: "2026-05-31T23:59:59Z")
        #expect(told.place("2026-06-01T12:00:00Z") == .sayingGoodbye)
    }

    /// Sent on 1 June; the days of grace are seven unless the user says otherwise.
    @Test(
        arguments: [
            (7, 6, false), (7, 7, true), (7, 8, true), (1, 0, false), (1, 1, true), (14, 13, false), (14, 14, true),
        ])
    func withoutAReplyADecisionIsWanted(grace: Int, days: Int, isOver: Bool) {
        var settings = Settings()
        settings.numbers.graceDays = grace
        var told = Told(Rules(settings))
        for channel in [Channel.voicemail, .email, .fax] {
            told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z")
        }
        let today = day("2026-06-01").adding(days: days)
        // All day long.
        for time in ["00:00:00Z", "23:59:59Z"] {
            let now = "\(today)T\(time)"
            #expect(told.place(now) == .awaitingReply(until: day("2026-06-01").adding(days: grace)))
            #expect(told.breakUp(now) == (isOver ? .unanswered : .awaiting))
            #expect(told.section(now) == (isOver ? .decide : nil))
        }
    }

    @Test func whatWasWrongBeforeTheGoodbyeWantsNoDecisionWhileAReplyMayCome() {
        var told = Told()
        for number in 1...3 { told.tell(Attempt(.phone, .notNow), at: "2026-05-0\(number)T10:00:00Z") }
        #expect(told.section("2026-06-01T10:00:00Z") == .decide)
        for channel in [Channel.voicemail, .email, .fax] {
            told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z")
        }
        #expect(told.section("2026-06-02T10:00:00Z") == nil)
        #expect(told.section("2026-06-07T23:59:59Z") == nil)
        #expect(told.section("2026-06-08T00:00:00Z") == .decide)
    }

    @Test func aKeepPutsItBackOnTheList() {
        for sent in [[], [.voicemail], [.voicemail, .email, .fax]] as [[Channel]] {
            var told = begun(sent)
            #expect(told.refusal(.keep("one more try"), at: "2026-06-09T10:00:00Z") == nil)
            told.tell(.keep("one more try"), at: "2026-06-09T10:00:00Z")
            #expect(told.place("2026-06-09T11:00:00Z") == .onTheList)
            #expect(told.lead.round.number == 1)
            #expect(told.section("2026-06-20T11:00:00Z") == .tryAgain)
            #expect(told.breakUp("2026-06-20T11:00:00Z") == .assess)
        }
    }

    @Test(arguments: [("they fired him", true), (nil, false), ("to be sure", false)] as [(String?, Bool)])
    func aGoodbyeBeforeTheWorkSaysSo(override: String?, isEarly: Bool) {
        var told = Told()
        if !isEarly { told.work(20, 3) }
        told.tell(.goodbye(override: override), at: "2026-06-01T10:00:00Z")
        #expect(told.lead.saidGoodbyeEarly == isEarly)
        #expect(told.lead.goodbye?.override == override)
        told.tell(.keep("no"), at: "2026-06-01T11:00:00Z")
        #expect(!told.lead.saidGoodbyeEarly)
    }

    @Test func itIsForThoseOnTheListWhateverArrives() {
        for act in [
            Act.park(until: day("2026-12-01"), why: nil), .letGo(why: nil, .goodbye), .doNotContact(words: "no"),
        ] {
            var told = Told()
            told.tell(act, at: "2026-05-01T10:00:00Z")
            let before = told.place("2026-06-01T12:00:00Z")
            told.tell(.goodbye(override: "x"), at: "2026-06-01T10:00:00Z")
            told.tell(GoodbyeTests.message(.voicemail), at: "2026-06-01T10:00:00Z")
            #expect(told.place("2026-06-01T12:00:00Z") == before)
        }
    }

    @Test func undoAndRedo() {
        var told = begun([.voicemail, .email])
        let last = told.tell(GoodbyeTests.message(.fax), at: "2026-06-01T12:00:00Z")
        let undo = told.tell(.undo([last]), at: "2026-06-01T12:30:00Z")
        #expect(told.place("2026-06-01T13:00:00Z") == .sayingGoodbye)
        told.tell(.undo([undo]), at: "2026-06-01T12:40:00Z")
        #expect(told.place("2026-06-01T13:00:00Z").name == "awaiting a reply")
        var early = Told()
        let begin = early.tell(.goodbye(override: "x"), at: "2026-06-01T10:00:00Z")
        let back = early.tell(.undo([begin]), at: "2026-06-01T10:00:00Z")
        #expect(early.place("2026-06-01T13:00:00Z") == .onTheList)
        early.tell(.undo([back]), at: "2026-06-01T10:00:00Z")
        #expect(early.place("2026-06-01T13:00:00Z") == .sayingGoodbye)
    }

    @Test(
        arguments: [
            (nil, "1", nil, .liveMessage), ("site", nil, nil, .networking), (nil, nil, "street", .letter),
            ("site", "1", "street", .liveMessage), (nil, nil, nil, .liveMessage),
        ] as [(String?, String?, String?, Channel)])
    func aLivePersonIsSuggestedFirst(site: String?, phone: String?, address: String?, third: Channel) {
        var fields = LeadFields.named("Bob", phones: phone.map { [$0] } ?? [])
        fields.site = site
        fields.address = address
        var told = Told()
        told.tell(.add(fields), at: "2026-06-01T09:00:00Z", of: .bob)
        told.tell(.goodbye(override: "x"), at: "2026-06-01T10:00:00Z", of: .bob)
        #expect(told.pipeline[.bob]?.breakUp(told.now("2026-06-01T12:00:00Z"), Rules())?.missing.last == third)
    }
}

extension BreakUp? {
    /// True for step 3 with this verdict.
    static func == (breakUp: BreakUp?, verdict: BreakUp.Verdict) -> Bool {
        breakUp.map { $0.verdict == verdict } ?? false
    }
}
