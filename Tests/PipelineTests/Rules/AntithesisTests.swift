import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 6: the antithesis of the ideal customer")
struct AntithesisTests {
    /// Signals a day apart, from their letters: l a lure, d a let-down, m a make-up.
    private func signals(_ letters: String, isReversed: Bool = false) -> [Antithesis.DatedSignal] {
        var told = Told()
        let numbered = Array(letters.enumerated())
        for (number, letter) in isReversed ? numbered.reversed() : numbered {
            let phase: Signal.Phase = letter == "l" ? .lure : letter == "d" ? .letDown : .makeUp
            let ofPhase = Signal.allCases.filter { $0.phase == phase }
            let at = moment("2026-03-02T08:00:00Z").adding(seconds: Int64(number) * 86_400)
            told.tell(.signal(ofPhase[number % ofPhase.count]), at: at.description)
        }
        return told.lead.signals
    }

    @Test(arguments: [
        ("", 0, 0, Antithesis.Level.none), ("l", 0, 0, .none), ("lll", 0, 0, .none), ("m", 0, 0, .none),
        ("lm", 0, 0, .none), ("d", 0, 1, .watch), ("ld", 0, 1, .watch), ("dm", 0, 1, .watch), ("dl", 0, 1, .watch),
        ("mld", 0, 1, .watch), ("dlm", 0, 1, .watch), ("ldm", 1, 1, .antithesis), ("lldmm", 1, 1, .antithesis),
        ("lmdm", 1, 1, .antithesis), ("dd", 0, 2, .antithesis), ("dld", 0, 2, .antithesis),
        // The next cycle needs a let-down and a make-up again, and no other lure.
        ("ldmm", 1, 1, .antithesis), ("ldmd", 1, 2, .antithesis), ("ldmdm", 2, 2, .antithesis),
        ("ldmldm", 2, 2, .antithesis), ("ldmmd", 1, 2, .antithesis), ("ldmdmdm", 3, 3, .antithesis),
    ])
    func cyclesAndLetDowns(letters: String, cycles: Int, letDowns: Int, level: Antithesis.Level) {
        let antithesis = Antithesis(signals(letters))
        #expect(antithesis.cycles == cycles)
        #expect(antithesis.letDowns == letDowns)
        #expect(antithesis.level(MethodNumbers()) == level)
        // Written down in another order it is the same: what counts is when it was.
        #expect(Antithesis(signals(letters, isReversed: true)) == antithesis)
    }

    @Test func everySignalBelongsToItsPhase() {
        let phases = Dictionary(grouping: Signal.allCases, by: \.phase).mapValues { $0.map(\.rawValue) }
        #expect(
            phases[.lure] == [
                "huge potential", "just enough business", "dangles opportunities", "great questions", "great company",
            ])
        #expect(phases[.letDown] == ["bid out", "blames them", "vanished"])
        #expect(phases[.makeUp] == ["apologised", "really close", "wanted you", "next project", "pity order"])
    }

    @Test(arguments: [(1, 1, true), (2, 1, false), (2, 2, true), (3, 2, false), (3, 3, true)])
    func howManyLetDownsIsTheUsersNumber(most: Int, letDowns: Int, isAntithesis: Bool) {
        var numbers = MethodNumbers()
        numbers.mostLetDowns = most
        let level = Antithesis(signals(String(repeating: "d", count: letDowns))).level(numbers)
        #expect((level == .antithesis) == isAntithesis)
    }

    @Test func signalsOfTheSameMomentCountInTheOrderInWhichTheyWereRecorded() {
        var told = Told()
        for signal in [Signal.greatCompany, .vanished, .apologised] {
            told.tell(.signal(signal), at: "2026-03-03T08:00:00Z")
        }
        #expect(Antithesis(told.lead.signals).cycles == 1)
    }

    @Test func anOrderOutOfPityIsAMakeUp() {
        var told = Told()
        told.tell(.signal(.hugePotential), at: "2026-03-03T08:00:00Z")
        told.tell(.signal(.bidOut), at: "2026-03-04T08:00:00Z")
        told.tell(.order(20, isPity: false), at: "2026-03-05T08:00:00Z")
        #expect(Antithesis(told.lead.signals).cycles == 0)
        told.tell(.order(20, isPity: true), at: "2026-03-06T08:00:00Z")
        #expect(Antithesis(told.lead.signals).cycles == 1)
        #expect(told.lead.signals.last?.signal == .pityOrder)
        #expect(told.lead.standing == .customer)
    }

    @Test func itGoesToDecideWhateverItsPotential() {
        var told = Told()
        told.tell(.assessed(.top), at: "2026-03-03T08:00:00Z")
        for trait in Trait.allCases { told.tell(.trait(TraitFinding(trait, .yes)), at: "2026-03-03T08:00:00Z") }
        told.tell(.signal(.vanished), at: "2026-03-04T08:00:00Z")
        #expect(told.section("2026-03-10T12:00:00Z") == .prospects)
        told.tell(.signal(.bidOut), at: "2026-03-05T08:00:00Z")
        #expect(told.section("2026-03-10T12:00:00Z") == .decide)
    }

    @Test func whoWasLetGoStaysSoWhenTheyMakeContact() {
        var told = Told()
        told.tell(.letGo(why: "antithesis", .quiet), at: "2026-03-03T08:00:00Z")
        for outcome in Outcome.allCases where outcome != .doNotContact {
            let attempt = Attempt(
                .email, outcome, inbound: true, next: due("2026-03-09"), because: "a budget", again: .later)
            told.tell(attempt, at: "2026-03-04T08:00:00Z")
            #expect(told.place("2026-03-10T08:00:00Z") == .letGo(why: "antithesis", .quiet), "\(outcome)")
            #expect(told.section("2026-03-10T08:00:00Z") == nil, "\(outcome)")
        }
        #expect(told.lead.lifetime.attempts == Outcome.allCases.count - 1)
        told.tell(.revive("they have a new buyer"), at: "2026-03-05T08:00:00Z")
        #expect(told.place("2026-03-10T08:00:00Z") == .onTheList)
        #expect(told.lead.round.number == 2)
    }
}

@Suite("Method 6: lots of work, little payoff")
struct PayoffTests {
    private let now = "2026-03-10T12:00:00Z"

    /// Ann after so many minutes in one visit, and an order.
    private func told(_ minutes: UInt16, earned: String?, at: String = "2026-03-03T08:00:00Z", hour: String = "50")
        -> Told
    {
        var settings = Settings()
        settings.myHourIsWorth = amount(hour)
        var told = Told(Rules(settings), added: "2024-03-02T08:00:00Z")
        told.tell(Attempt(.dropIn, .gatekeeper, minutes: minutes), at: at)
        if let earned { told.tell(.order(amount(earned), isPity: false), at: at) }
        return told
    }

    @Test(
        arguments: [
            // Five hours are enough work, and a cent decides.
            (299, nil, false), (300, nil, true), (300, "0", true), (300, "249.99", true), (300, "250", false),
            (300, "250.01", false), (301, "250.83", true), (301, "250.84", false), (299, "0", false),
            (360, "299.99", true), (360, "300.00", false),
        ] as [(UInt16, String?, Bool)])
    func fiveHoursAndWhatAnHourIsWorth(minutes: UInt16, earned: String?, isLittle: Bool) {
        #expect((told(minutes, earned: earned).section(now) == .decide) == isLittle)
    }

    @Test(arguments: [("0", "0", false), ("0.01", "0", true), ("49.99", "249.95", false), ("49.99", "249.94", true)])
    func theHourIsTheUsers(hour: String, earned: String, isLittle: Bool) {
        #expect((told(300, earned: earned, hour: hour).section(now) == .decide) == isLittle)
    }

    /// Twelve months are to the day of the user's calendar.
    @Test(arguments: [
        ("2025-03-09T23:59:59Z", false), ("2025-03-10T00:00:00Z", true), ("2026-03-10T12:00:00Z", true),
        // What is to come, by a clock that ran ahead, is not work done.
        ("2026-03-10T12:00:01Z", false),
    ])
    func twelveMonthsToTheDay(at: String, counts: Bool) {
        let told = told(300, earned: nil, at: at)
        #expect((told.lead.payoff(told.now(now), Settings()).minutes == 300) == counts)
    }

    @Test func anOrderOfMoreThanAYearAgoPaysForNothing() {
        var told = told(300, earned: "9000", at: "2025-03-09T12:00:00Z")
        #expect(told.lead.payoff(told.now(now), Settings()).earned == 0)
        told.tell(Attempt(.dropIn, .gatekeeper, minutes: 300), at: "2026-03-03T08:00:00Z")
        #expect(told.section(now) == .decide)
    }

    @Test func whatWasBoughtInAConversationIsAnOrder() {
        var told = told(300, earned: nil)
        told.tell(Attempt(.phone, .bought, minutes: 0, amount: 250), at: "2026-03-03T09:00:00Z")
        #expect(told.lead.payoff(told.now(now), Settings()).earned == 250)
        #expect(told.section(now) != .decide)
    }

    @Test func minutesAreThoseOfTheChannelWhenNobodySaid() {
        var told = Told()
        for _ in 0..<10 { told.tell(Attempt(.dropIn, .gatekeeper), at: "2026-03-03T08:00:00Z") }
        #expect(told.lead.payoff(told.now(now), Settings()).minutes == 300)
    }
}
