import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 7: every row says why, in words with its figures")
struct ReasonTests {
    private func why(_ told: Told, _ time: String = "2026-03-10T12:00:00Z") -> String? {
        told.lead.verdict(told.now(time), told.pipeline.rules)?.reason.words(told.now(time))
    }

    private func why(_ acts: [Act], added: String = "2026-01-05T08:00:00Z") -> String? {
        var told = Told(added: added)
        for act in acts { told.tell(act, at: "2026-03-02T10:00:00Z") }
        return why(told)
    }

    @Test(
        arguments: [
            (Outcome.notNow, "2026-03-10", "budget approved", "promised: budget approved; due today"),
            (.notNow, "2026-03-10T14:05", "budget", "promised: budget; due today at 14:05"),
            (.notNow, "2026-03-09", nil, "said “not now” on 2 March; due yesterday"),
            (.meeting, "2026-03-10T09:00", nil, "meeting; due today at 09:00"),
            (.noAnswer, "2026-03-05", nil, "next step; due 5 days ago"),
            (.notNow, "2026-03-10T23:30:00+05:00", nil, "said “not now” on 2 March; due today at 18:30"),
        ] as [(Outcome, String, String?, String)])
    func whatIsDue(outcome: Outcome, on: String, because: String?, expected: String) {
        #expect(why([.attempt(Attempt(.phone, outcome, next: due(on), because: because))]) == expected)
    }

    @Test(
        arguments: [
            ([], "never tried; on file since 5 January"),
            ([.tried()], "1 dial, never e-mailed; last tried 8 days ago"),
            ([.tried(), .tried(.voicemail), .tried(.liveMessage)], "3 dials, never e-mailed; last tried 8 days ago"),
            ([.tried(), .tried(.letter)], "2 attempts, never e-mailed; last tried 8 days ago"),
            ([.tried(), .tried(.email)], "2 attempts; last tried 8 days ago"),
            ([.tried(), .attempt(Attempt(.email, .bounced))], "2 attempts; last tried 8 days ago"),
            (
                [.tried(), .park(until: day("2026-03-09"), why: nil), .revive("x")],
                "not tried since it came back; last tried 8 days ago"
            ),
            ([.attempt(Attempt(.email, .replied, inbound: true))], "got in touch 8 days ago; nobody has answered"),
            (Act.traits + [.tried()], "prospect; last tried 8 days ago"),
            (Act.traits + [.assessed(.top)], "prospect; top tier; never tried"),
            ([.attempt(Attempt(.phone, .interested))], "interested when last spoken to; last tried 8 days ago"),
            (
                Act.traits + [.next(on: due("2026-03-09"), why: "send the offer")],
                "next step: send the offer; due yesterday"
            ),
            ([.assessed(.top)], "top tier, 100 of 100; never tried"),
            ([.park(until: day("2026-03-08"), why: "a new budget")], "parked until 8 March: a new budget"),
            ([.park(until: day("2026-03-08"), why: nil)], "parked until 8 March"),
            ([.question(QuestionFinding(.budget, .disqualifying, why: "none"))], "disqualified by the budget: none"),
            ([.question(QuestionFinding(.process, .disqualifying))], "disqualified by the process"),
            ([.signal(.vanished), .signal(.bidOut)], "antithesis of the ideal customer: 2 let-downs"),
            (
                [.signal(.greatCompany), .signal(.vanished), .signal(.apologised)],
                "antithesis of the ideal customer: 1 full cycle of lure, let-down and make-up"
            ),
            (
                [.attempt(Attempt(.dropIn, .gatekeeper, minutes: 330)), .order(110, isPity: false)],
                "5.5 hours of work in 12 months, 110 earned: 20 an hour"
            ),
            ([.assessed(.bottom)], "bottom tier, 0 of 100"),
            (
                [.attempt(Attempt(.phone, .outOfService)), .attempt(Attempt(.email, .bounced))],
                "no working number or address is left"
            ),
        ] as [([Act], String)])
    func theOthers(acts: [Act], expected: String) {
        #expect(why(acts) == expected)
    }

    @Test func customersSayWhenTheyWereLastContacted() {
        var told = Told(added: "2026-03-02T08:00:00Z")
        told.tell(.order(1, isPity: false), at: "2025-03-02T08:00:00Z")
        #expect(why(told, "2026-03-10T11:00:00Z") == "customer; never contacted")
    }

    @Test func streaksSayHowManyAndSinceWhen() {
        var told = Told()
        told.tell(.notNow("2026-03-04"), at: "2026-03-03T10:00:00Z")
        told.tell(.notNow("2026-03-06"), at: "2026-03-04T10:00:00Z")
        #expect(why(told) == "2nd “not now” in a row since 3 March; due 4 days ago")
        told.tell(.notNow("2026-05-06"), at: "2026-03-06T10:00:00Z")
        #expect(why(told) == "3rd “not now” in a row since 3 March")
        #expect(why(told, "2027-03-10T12:00:00Z") == "3rd “not now” in a row since 3 March 2026")
    }

    @Test func snoozesWorkAndGoodbyesSayHowOftenAndWhen() {
        var told = Told()
        told.tell(.next(on: due("2026-03-03"), why: nil), at: "2026-03-02T10:00:00Z")
        for day in 4...6 { told.tell(.next(on: due("2026-03-0\(day)"), why: nil), at: "2026-03-0\(day - 1)T10:00:00Z") }
        #expect(why(told) == "one callback moved 3 times")
        told = Told()
        told.work(22, 4)
        #expect(why(told) == "22 attempts through 4 channels, and no conversation")
        told.tell(.goodbye(override: nil), at: "2026-03-04T10:00:00Z")
        #expect(
            why(told, "2026-03-04T11:00:00Z")
                == "goodbye begun today; left to send: voicemail, e-mail, message with a live person")
        for channel in [Channel.voicemail, .email, .text] {
            told.tell(Attempt(channel, .sent, purpose: .goodbye), at: "2026-03-04T12:00:00Z")
        }
        #expect(why(told, "2026-03-20T11:00:00Z") == "goodbye of 4 March not answered")
    }

    private let now = Now.at("2026-03-10T12:00:00Z")

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
        ("2026-02-17T00:00:00Z", "3 weeks ago"), ("2025-12-11T00:00:00Z", "12 weeks ago"),
        ("2025-12-10T00:00:00Z", "3 months ago"), ("2024-03-11T00:00:00Z", "24 months ago"),
        ("2024-03-10T00:00:00Z", "2 years ago"),
    ])
    func howLongAgo(text: String, ago: String) {
        #expect(now.ago(moment(text)) == ago)
    }

    @Test(arguments: [(0, "00:00"), (65, "01:05"), (1439, "23:59")])
    func clocks(minute: Int, text: String) {
        #expect(clock(minute) == text)
    }

    @Test(arguments: [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
        (102, "102nd"), (111, "111th"),
    ])
    func ordinals(number: Int, text: String) {
        var told = Told()
        var numbers = Settings()
        numbers.numbers.lingeringStreak = 1000
        told = Told(Rules(numbers))
        for _ in 0..<number { told.tell(.notNow("2026-03-08"), at: "2026-03-03T10:00:00Z") }
        let expected = number == 1 ? "said “not now”" : "\(text) “not now” in a row"
        #expect(why(told)?.hasPrefix(expected) == true, "\(why(told) ?? "")")
    }
}
