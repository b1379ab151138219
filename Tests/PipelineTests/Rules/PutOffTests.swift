import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 3: put-offs and promises")
struct PutOffTests {
    /// "Not now", on a day of June 2026, until another day of June.
    private static func notNow(_ day: Int, until next: Int? = nil, _ reason: String? = nil) -> (Int, Act) {
        (
            day,
            .attempt(
                Attempt(.phone, .notNow, next: next.map { due("2026-06-\(padded($0))") }, because: reason))
        )
    }

    private static func padded(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }

    private static func act(_ day: Int, _ act: Act) -> (Int, Act) { (day, act) }

    private static func dial(_ day: Int, _ outcome: Outcome, next: Int? = nil) -> (Int, Act) {
        (day, .attempt(Attempt(.phone, outcome, next: next.map { due("2026-06-\(padded($0))") })))
    }

    private func told(_ acts: [(Int, Act)]) -> Told {
        var told = Told(added: "2026-05-01T08:00:00Z")
        for (day, act) in acts { told.tell(act, at: "2026-06-\(PutOffTests.padded(day))T10:00:00Z") }
        return told
    }

    private static let money = Act.trait(.init(.money, .yes))

    @Test(
        arguments: [
            ("nothing", [], 0, .fresh),
            ("a put-off", [notNow(1, until: 9)], 1, .fresh), ("without a day", [notNow(1)], 1, .fresh),
            ("two", [notNow(1, until: 9), notNow(9, until: 12)], 2, .stalling),
            ("three", [notNow(1), notNow(2), notNow(3)], 3, .lingering),
            ("four", [notNow(1), notNow(2), notNow(3), notNow(4)], 4, .lingering),
            ("a promise", [notNow(1, until: 9, "budget")], 0, .fresh),
            // A reason alone is no promise: there is no day to call on.
            ("a reason without a day", [notNow(1, until: nil, "budget")], 1, .fresh),
            (
                "the same reason, then with a day", [notNow(1, until: nil, "budget"), notNow(2, until: 9, "budget")], 2,
                .stalling
            ),
            (
                "another reason, then with a day",
                [notNow(1, until: nil, "budget"), notNow(2, until: 9, "a new boss")], 1, .fresh
            ),
            ("a blank reason", [notNow(1, until: 9, " ")], 1, .fresh),
            // A first promise broken by a put-off makes a streak of 2.
            ("broken by a put-off", [notNow(1, until: 9, "budget"), notNow(9, until: 12)], 2, .stalling),
            ("broken, a day late", [notNow(1, until: 9, "budget"), notNow(10)], 2, .stalling),
            ("called a day early", [notNow(1, until: 9, "budget"), notNow(8)], 1, .fresh),
            ("broken by a promise", [notNow(1, until: 9, "budget"), notNow(9, until: 12, "a new boss")], 1, .fresh),
            (
                "early, with another promise",
                [notNow(1, until: 9, "budget"), notNow(8, until: 12, "a new boss")], 0, .fresh
            ),
            (
                "two promises broken, and a put-off",
                [notNow(1, until: 9, "budget"), notNow(9, until: 12, "a new boss"), notNow(12)], 3, .lingering
            ),
            // The same reason given twice is no new reason.
            ("the same reason", [notNow(1, until: 9, "budget"), notNow(9, until: 12, " Budget ")], 2, .stalling),
            ("the same reason, early", [notNow(1, until: 9, "budget"), notNow(8, until: 12, "budget")], 1, .fresh),
            (
                "an older reason again",
                [
                    notNow(1, until: 9, "budget"), notNow(8, until: 9, "a new boss"), notNow(8, until: 9, "budget"),
                ], 1, .fresh
            ),
            // Attempts that reach nobody neither add nor reset, and keep no promise.
            (
                "nobody reached between",
                [
                    notNow(1), dial(2, .noAnswer), dial(3, .busy), dial(4, .leftMessage), dial(5, .gatekeeper),
                    notNow(6),
                ],
                2, .stalling
            ),
            (
                "nobody reached on the day", [notNow(1, until: 9, "budget"), dial(9, .noAnswer), notNow(10)], 2,
                .stalling
            ),
            (
                "nobody reached on the day, and moved",
                [notNow(1, until: 9, "budget"), dial(9, .noAnswer, next: 11), notNow(11)], 2, .stalling
            ),
            (
                "moved by the user",
                [notNow(1, until: 9, "budget"), act(9, .next(on: due("2026-06-11"), why: nil)), notNow(11)], 2,
                .stalling
            ),
            (
                "cleared by the user", [notNow(1, until: 9, "budget"), act(2, .next(on: nil, why: nil)), notNow(9)], 2,
                .stalling
            ),
            // Another conversation settles the promise; it is no progress.
            ("interested", [notNow(1, until: 9, "budget"), dial(9, .interested), notNow(10)], 1, .fresh),
            ("interest is no progress", [notNow(1), dial(2, .interested), notNow(3)], 2, .stalling),
            // Progress.
            ("a trait", [notNow(1), notNow(2), act(3, money)], 0, .fresh),
            ("a trait known already", [act(1, money), notNow(1), notNow(2), act(3, money)], 2, .stalling),
            (
                "a trait lost and found",
                [act(1, money), notNow(1), act(2, .trait(.init(.money, .unknown))), act(3, money)], 0, .fresh
            ),
            ("a trait that is no", [notNow(1), act(2, .trait(.init(.money, .no)))], 1, .fresh),
            ("a meeting", [notNow(1), notNow(2), notNow(3), dial(4, .meeting)], 0, .fresh),
            ("bought", [notNow(1), dial(4, .bought)], 0, .fresh),
            ("an order", [notNow(1), act(4, .order(5, isPity: false))], 0, .fresh),
            ("an order of pity", [notNow(1), act(4, .order(nil, isPity: true))], 0, .fresh),
            (
                "after progress a reason is new again",
                [notNow(1, until: 5, "budget"), act(2, money), notNow(3, until: 9, "budget")], 0, .fresh
            ),
            // A new round does not begin the streak anew.
            (
                "a new round", [notNow(1), act(2, .park(until: day("2026-06-03"), why: nil)), act(3, .revive("x"))], 1,
                .fresh
            ),
        ] as [(String, [(Int, Act)], Int, PutOffs.State)])
    func theStreak(name: String, acts: [(Int, Act)], streak: Int, state: PutOffs.State) {
        let lead = told(acts).lead
        #expect(lead.putOffs.streak == streak, "\(name)")
        #expect(lead.putOffs.state(MethodNumbers()) == state, "\(name)")
        #expect((lead.putOffs.since == nil) == (streak == 0), "\(name)")
    }

    @Test(arguments: [(1, nil), (2, nil), (3, .decide), (4, .decide)] as [(Int, Section?)])
    func aThirdPutOffWantsADecision(count: Int, section: Section?) {
        let told = told((1...count).map { PutOffTests.notNow($0, until: 28) })
        #expect(told.section("2026-06-05T10:00:00Z") == section)
        if section == .decide {
            #expect(
                told.lead.cause(told.now("2026-06-05T10:00:00Z"), Rules()).map {
                    $0.words(told.now("2026-06-05T10:00:00Z"))
                }?.contains("since 1 June") == true)
        }
    }

    @Test func theNumbersAreTheUsers() {
        var settings = Settings()
        settings.numbers.stallingStreak = 3
        settings.numbers.lingeringStreak = 5
        let states = (1...5).map { count in
            told((1...count).map { PutOffTests.notNow($0) }).lead.putOffs.state(settings.numbers)
        }
        #expect(states == [.fresh, .fresh, .stalling, .stalling, .lingering])
    }

    @Test(
        arguments: [
            // The first second of the day that was promised, and the last of the day before, in the user's zone.
            ("2026-06-08T21:59:59Z", 1), ("2026-06-08T22:00:00Z", 2), ("2026-06-09T21:59:59Z", 2),
        ])
    func aPromiseIsBrokenFromTheFirstSecondOfItsDay(called: String, streak: Int) {
        var told = Told(Rules(zone: Zone(name: "Here", offset: 7200)))
        told.tell(Attempt(.phone, .notNow, next: due("2026-06-09"), because: "budget"), at: "2026-06-01T10:00:00Z")
        told.tell(Attempt(.phone, .notNow), at: called)
        #expect(told.lead.putOffs.streak == streak)
    }

    @Test(arguments: [
        ("2026-06-09", nil), ("2026-06-08", nil), ("2026-06-10", Section.promised), ("2026-06-12", .promised),
    ])
    func aPromiseIsCalledOnItsDayAndNotBefore(today: String, section: Section?) {
        let told = told([PutOffTests.notNow(1, until: 10, "budget")])
        #expect(told.lead.next?.kind == .promise)
        #expect(told.lead.next?.why == "budget")
        #expect(told.section("\(today)T12:00:00Z") == section)
    }

    @Test func aDialThatReachesNobodyMovesAPromiseAndItStaysOne() {
        let told = told([
            PutOffTests.notNow(1, until: 9, "budget"), PutOffTests.dial(9, .noAnswer, next: 11),
        ])
        #expect(told.lead.next?.kind == .promise)
        #expect(told.lead.next?.why == "budget")
        #expect(told.lead.next?.due == due("2026-06-11"))
        #expect(told.lead.snoozes == 0)
        let replied = Attempt(.email, .replied, note: "in July", next: due("2026-07-01"))
        var later = told
        later.tell(replied, at: "2026-06-10T10:00:00Z")
        #expect(later.lead.next?.kind == .step)
        #expect(later.lead.next?.why == "in July")
    }

    @Test func undoAndRedo() {
        var told = told([PutOffTests.notNow(1, until: 9, "budget")])
        let second = told.tell(Attempt(.phone, .notNow), at: "2026-06-09T10:00:00Z")
        let undo = told.tell(.undo([second]), at: "2026-06-09T11:00:00Z")
        #expect(told.lead.putOffs.streak == 0)
        #expect(told.lead.next?.kind == .promise)
        told.tell(.undo([undo]), at: "2026-06-09T12:00:00Z")
        #expect(told.lead.putOffs.streak == 2)
        #expect(told.lead.next == nil)
    }
}

@Suite("Method 3: snoozes")
struct SnoozeTests {
    private func told(_ acts: [(Act, String)]) -> Told {
        var told = Told(added: "2026-05-01T08:00:00Z")
        told.tell(.next(on: due("2026-06-10"), why: "ask again"), at: "2026-06-01T10:00:00Z")
        for (act, day) in acts { told.tell(act, at: "2026-06-\(day)T10:00:00Z") }
        return told
    }

    private static func move(_ day: String, to: String) -> (Act, String) {
        (.next(on: due("2026-06-\(to)"), why: nil), day)
    }

    private static let dial = Act.attempt(Attempt(.phone, .noAnswer))

    @Test(
        arguments: [
            ("before it is due", [move("09", to: "12")], 0), ("on the day", [move("10", to: "12")], 1),
            ("after the day", [move("11", to: "12")], 1), ("to an earlier day", [move("10", to: "09")], 0),
            ("to the same day", [move("10", to: "10")], 0),
            ("twice", [move("10", to: "12"), move("12", to: "14")], 2),
            ("three times", [move("10", to: "12"), move("12", to: "14"), move("14", to: "16")], 3),
            ("moved again before it was due", [move("10", to: "12"), move("11", to: "14")], 1),
            ("after an attempt on the day", [(dial, "10"), move("10", to: "12")], 0),
            ("after an attempt since", [(dial, "11"), move("12", to: "14")], 0),
            ("after an attempt before the day", [(dial, "09"), move("10", to: "12")], 1),
            ("after one for the callback before", [(dial, "10"), move("10", to: "12"), move("12", to: "14")], 1),
            (
                "they called, which is no attempt of ours",
                [
                    (.attempt(Attempt(.email, .replied, inbound: true)), "10"), move("10", to: "12"),
                ], 1
            ),
            ("a dial that reached nobody leaves them", [move("10", to: "12"), (dial, "12")], 1),
            ("a conversation", [move("10", to: "12"), (.attempt(Attempt(.phone, .interested)), "12")], 0),
            (
                "a new day agreed",
                [move("10", to: "12"), (.attempt(Attempt(.phone, .gatekeeper, next: due("2026-06-20"))), "12")], 0
            ),
            ("cleared", [move("10", to: "12"), (.next(on: nil, why: nil), "12")], 0),
            ("parked", [move("10", to: "12"), (.park(until: day("2026-07-01"), why: nil), "12")], 0),
            ("a keep leaves them", [move("10", to: "12"), (.keep("a hunch"), "12")], 1),
        ] as [(String, [(Act, String)], Int)])
    func whatIsASnooze(name: String, acts: [(Act, String)], snoozes: Int) {
        #expect(told(acts).lead.snoozes == snoozes, "\(name)")
    }

    @Test(arguments: [(1, nil), (2, nil), (3, Section.decide), (4, .decide)])
    func threeSnoozesOfOneCallbackWantADecision(count: Int, section: Section?) {
        let moves = (0..<count).map { SnoozeTests.move("\(10 + $0)", to: "\(11 + $0)") }
        let told = told(moves)
        #expect(told.lead.snoozes == count)
        #expect(told.section("2026-06-\(9 + count)T12:00:00Z") == section)
        #expect(told.lead.next?.why == "ask again")
        #expect(told.lead.putOffs.streak == 0)
    }

    @Test(arguments: [
        ("2026-06-10T03:59:59Z", 0), ("2026-06-10T04:00:00Z", 1), ("2026-06-11T03:59:59Z", 1),
    ])
    func theDueDayIsTheUsers(moved: String, snoozes: Int) {
        var told = Told(Rules(zone: Zone(name: "There", offset: -14_400)))
        told.tell(.next(on: due("2026-06-10"), why: nil), at: "2026-06-01T10:00:00Z")
        told.tell(.next(on: due("2026-06-15"), why: nil), at: moved)
        #expect(told.lead.snoozes == snoozes)
    }
}
