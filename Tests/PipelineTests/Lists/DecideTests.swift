import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 7: Decide, its causes and what a keep does")
struct DecideTests {
    private let now = "2026-03-10T12:00:00Z"

    /// Ann with every cause but those before `first`, in the order of the method.
    private func told(from first: Int) -> Told {
        var told = Told(added: "2025-06-02T08:00:00Z")
        let at = "2026-03-03T10:00:00Z"
        if first <= 8 { told.work(20, 3, from: "2026-02-02T08:00:00Z") }
        if first <= 7 { told.tell(.assessed(.bottom), at: at) }
        if first <= 6 {
            told.tell(.attempt(Attempt(.phone, .outOfService)), at: at)
            told.tell(.attempt(Attempt(.email, .bounced)), at: at)
        }
        if first <= 4 {
            told.tell(.next(on: due("2026-01-05"), why: nil), at: "2026-01-02T10:00:00Z")
            for day in 5...7 {
                told.tell(.next(on: due("2026-01-0\(day + 1)"), why: nil), at: "2026-01-0\(day)T10:00:00Z")
            }
            told.tell(.next(on: due("2026-05-01"), why: nil), at: "2026-01-08T06:00:00Z")
        }
        return told
    }

    private func cause(_ told: Told, _ time: String? = nil) -> Int? {
        told.lead.cause(told.now(time ?? now), told.pipeline.rules)?.order
    }

    @Test func theFirstCauseOfTheMethodIsTold() {
        #expect(cause(Told()) == nil)
        #expect(cause(told(from: 8)) == 8)
        #expect(cause(told(from: 7)) == 7)
        #expect(cause(told(from: 6)) == 6)
        // A conversation settles what was put off, so that the others come before the work.
        var told = Told()
        for day in 3...5 { told.tell(.notNow("2026-05-01"), at: "2026-03-0\(day)T10:00:00Z") }
        #expect(cause(told) == 3)
        told.tell(Attempt(.dropIn, .gatekeeper, minutes: 300), at: "2026-03-06T10:00:00Z")
        #expect(cause(told) == 2)
        told.tell(.signal(.vanished), at: "2026-03-07T10:00:00Z")
        #expect(cause(told) == 2)
        told.tell(.signal(.vanished), at: "2026-03-07T11:00:00Z")
        #expect(cause(told) == 1)
        told.tell(.question(QuestionFinding(.decision, .disqualifying, why: "a raffle")), at: "2026-03-07T12:00:00Z")
        #expect(cause(told) == 0)
        told.tell(.question(QuestionFinding(.decision, .satisfied)), at: "2026-03-07T13:00:00Z")
        #expect(cause(told) == 1)
    }

    @Test(arguments: [(1, nil), (2, nil), (3, 4), (4, 4)] as [(Int, Int?)])
    func threeSnoozes(times: Int, cause: Int?) {
        var told = Told()
        told.tell(.next(on: due("2026-03-03"), why: nil), at: "2026-03-02T10:00:00Z")
        for number in 0..<times {
            told.tell(.next(on: due("2026-03-0\(4 + number)"), why: nil), at: "2026-03-0\(3 + number)T10:00:00Z")
        }
        #expect(self.cause(told) == cause)
    }

    @Test(arguments: [(19, 3, false), (20, 2, false), (20, 3, true), (21, 4, true), (19, 11, false)])
    func workedOut(attempts: Int, channels: Int, isWorkedOut: Bool) {
        var told = Told()
        told.work(attempts, channels)
        #expect((cause(told) == 8) == isWorkedOut)
        told.tell(Attempt(.phone, .interested, inbound: true), at: "2026-03-05T10:00:00Z")
        #expect(cause(told) == nil)
    }

    @Test func whoHasNoWorkingWayOfContactIsUnreachable() {
        for field in [LeadField.address, .site] {
            var told = Told()
            told.tell(.attempt(Attempt(.phone, .wrongNumber)), at: "2026-03-03T10:00:00Z")
            #expect(cause(told) == nil)
            told.tell(.attempt(Attempt(.email, .bounced)), at: "2026-03-03T11:00:00Z")
            #expect(cause(told) == 6)
            var fields = LeadFields()
            if let path = field.text { fields[keyPath: path] = "lead.example" }
            told.tell(.edit(LeadEdit([field], to: fields)), at: "2026-03-03T12:00:00Z")
            #expect(cause(told) == nil)
        }
    }

    /// A keep needs a reason, and holds for 30 days.
    @Test(arguments: [
        ("2026-03-10T12:00:00Z", false), ("2026-04-08T23:59:59Z", false), ("2026-04-09T00:00:00Z", true),
        ("2026-05-09T00:00:00Z", true),
    ])
    func aKeepHoldsForThirtyDays(time: String, isDecide: Bool) {
        var told = Told()
        told.tell(.assessed(.bottom), at: "2026-03-03T10:00:00Z")
        #expect(told.section("2026-03-10T11:00:00Z") == .decide)
        told.tell(.keep("their cousin buys"), at: "2026-03-10T12:00:00Z")
        #expect((told.section(time) == .decide) == isDecide)
        #expect(told.section(time) == (isDecide ? .decide : .new))
        #expect(told.refusal(.keep(" "), at: "2026-03-10T12:00:00Z") != nil)
    }

    /// A keep settles what stood against the lead when it was made; what comes up since wants a decision at once.
    @Test(
        arguments: [
            ("the same cause", [.assessed(.bottom)], nil),
            ("a disqualifying answer", [.question(QuestionFinding(.decision, .disqualifying))], 0),
            ("the same question", [.question(QuestionFinding(.budget, .disqualifying, why: "still none"))], nil),
            ("let-downs", [.signal(.vanished), .signal(.bidOut)], 1),
            ("little payoff", [.attempt(Attempt(.dropIn, .gatekeeper, minutes: 300))], 2),
            ("lingering", [.notNow("2026-05-01"), .notNow("2026-05-01"), .notNow("2026-05-01")], 3),
            ("unreachable", [.attempt(Attempt(.phone, .outOfService)), .attempt(Attempt(.email, .bounced))], 6),
        ] as [(String, [Act], Int?)])
    func aKeepSettlesOnlyWhatStood(name: String, since: [Act], order: Int?) {
        for isRevived in [false, true] {
            var told = Told()
            told.tell(.assessed(.bottom), at: "2026-03-03T10:00:00Z")
            told.tell(.question(QuestionFinding(.budget, .disqualifying)), at: "2026-03-03T10:00:00Z")
            if isRevived {
                told.tell(.letGo(why: nil, .quiet), at: "2026-03-03T10:30:00Z")
                told.tell(.revive("their cousin buys"), at: "2026-03-03T11:00:00Z")
            } else {
                told.tell(.keep("their cousin buys"), at: "2026-03-03T11:00:00Z")
            }
            #expect(told.section("2026-03-03T12:00:00Z") == .new)
            for act in since { told.tell(act, at: "2026-03-04T10:00:00Z") }
            guard case .decide(let cause) = told.lead.verdict(told.now(now), told.pipeline.rules)?.reason else {
                #expect(order == nil, "\(name)")
                continue
            }
            #expect(cause.order == order, "\(name)")
            // Kept once more, both are settled.
            told.tell(.keep("and a brother"), at: "2026-03-05T10:00:00Z")
            #expect(told.section(now) != .decide, "\(name)")
        }
    }

    /// Work without payoff is known from the entries, so that it is settled whichever way they were folded.
    @Test func aKeepSettlesWorkWithoutPayoff() {
        var told = Told()
        told.tell(Attempt(.dropIn, .gatekeeper, minutes: 300), at: "2026-03-03T10:00:00Z")
        #expect(told.section("2026-03-03T10:30:00Z") == .decide)
        told.tell(.keep("their cousin buys"), at: "2026-03-03T11:00:00Z")
        var anew = Pipeline()
        anew.apply(told.entries.reversed())
        for lead in [told.lead, anew[.ann] ?? told.lead] {
            #expect(lead.verdict(told.now(now), Rules())?.section == .tryAgain)
            #expect(lead.verdict(told.now("2026-04-02T00:00:00Z"), Rules())?.section == .decide)
        }
    }

    @Test func aGoodbyeThatWaitsForItsReplyAsksForNoDecision() {
        var told = told(from: 7)
        told.tell(.goodbye(override: nil), at: "2026-03-04T10:00:00Z")
        #expect(told.section("2026-03-04T11:00:00Z") == .goodbye)
        for channel in [Channel.voicemail, .email, .liveMessage] {
            told.tell(Attempt(channel, .sent, purpose: .goodbye), at: "2026-03-04T12:00:00Z")
        }
        #expect(told.section("2026-03-04T13:00:00Z") == nil)
        #expect(told.section("2026-03-10T23:59:59Z") == nil)
        #expect(told.section("2026-03-11T00:00:00Z") == .decide)
        #expect(cause(told, "2026-03-11T00:00:00Z") == 5)
        told.tell(.keep("once more"), at: "2026-03-11T09:00:00Z")
        #expect(told.section("2026-03-11T10:00:00Z") == .tryAgain)
    }

    /// By the order of the causes, then the longest untouched.
    @Test func theOrderOfDecide() {
        var morning = Morning()
        morning.add(1...6)
        morning.tell(1, at: "2026-02-03T10:00:00Z", .assessed(.bottom), .tried())
        morning.tell(2, at: "2026-02-02T10:00:00Z", .assessed(.bottom), .tried())
        morning.tell(3, at: "2026-02-04T10:00:00Z", .signal(.vanished), .signal(.vanished), .tried())
        morning.tell(4, at: "2026-02-05T10:00:00Z", .question(QuestionFinding(.budget, .disqualifying)), .tried())
        morning.tell(6, at: "2026-02-02T10:00:00Z", .assessed(.bottom), .tried())
        morning.tell(5, at: "2026-02-02T10:00:00Z", .assessed(.bottom), .tried())
        #expect(morning.order(.decide, .at(now)) == [4, 3, 2, 5, 6, 1])
    }

    @Test func aPromiseAndAnAnswerComeFirst() {
        var told = Told()
        told.tell(.question(QuestionFinding(.process, .disqualifying)), at: "2026-03-03T10:00:00Z")
        told.tell(.notNow("2026-03-10", "a budget"), at: "2026-03-03T10:00:00Z")
        #expect(told.section("2026-03-09T10:00:00Z") == .decide)
        #expect(told.section("2026-03-10T10:00:00Z") == .promised)
    }
}
