import Pipeline
import Testing

@Suite("Method 5: breaking up, assess the lead and assess the work")
struct BreakUpTests {
    private func told(worth: Double?, attempts: Int = 0, channels: Int = 1) -> Told {
        var settings = Settings()
        settings.criteria = [Criterion("it", "?", weight: 1, [.init("x", worth ?? 0), .init("y", 1)])]
        var told = Told(Rules(settings))
        if worth != nil { told.tell(.assess(["it": "x"], criteria: nil, score: nil), at: "2026-03-02T08:30:00Z") }
        if attempts > 0 { told.work(attempts, channels) }
        return told
    }

    private let at = "2026-06-01T10:00:00Z"

    @Test(
        arguments: [
            (nil, 0, 1, 1, .assess), (nil, 20, 3, 1, .assess),
            (0, 0, 1, 1, .moveOn), (0.34, 20, 3, 1, .moveOn),
            (0.7, 0, 1, 1, .invest), (1, 20, 3, 1, .invest),
            (0.35, 0, 1, 2, .reconsider), (0.69, 0, 1, 2, .reconsider),
            (0.5, 19, 3, 2, .reconsider), (0.5, 20, 2, 2, .reconsider), (0.5, 19, 2, 2, .reconsider),
            (0.5, 20, 3, 3, .sayGoodbye), (0.5, 21, 11, 3, .sayGoodbye),
        ] as [(Double?, Int, Int, Int, BreakUp.Verdict)])
    func whatTheStepsSay(worth: Double?, attempts: Int, channels: Int, step: Int, verdict: BreakUp.Verdict) {
        let breakUp = told(worth: worth, attempts: attempts, channels: channels).breakUp(at)
        #expect(breakUp?.step == step)
        #expect(breakUp?.verdict == verdict)
        #expect(breakUp?.missing == (verdict == .sayGoodbye ? [.voicemail, .email, .liveMessage] : []))
    }

    @Test(arguments: [(19, 3, false), (20, 3, true), (20, 2, false), (19, 2, false), (21, 4, true)])
    func withoutTheWorkAGoodbyeNeedsAWrittenReason(attempts: Int, channels: Int, isTaken: Bool) {
        // Whether or not the lead was assessed.
        for worth in [nil, 0, 0.5, 1] {
            let told = told(worth: worth, attempts: attempts, channels: channels)
            let refusal = told.refusal(.goodbye(override: nil), at: at)
            #expect((refusal == nil) == isTaken)
            #expect(refusal?.isRule != false)
            if let refusal {
                #expect(refusal.sentence.contains("reconsider"))
                #expect(refusal.sentence.contains("\(attempts) attempts of 20 through \(channels) channels of 3"))
            }
            #expect((told.refusal(.goodbye(override: " "), at: at) == nil) == isTaken)
            #expect(told.refusal(.goodbye(override: "they moved to Mars"), at: at) == nil)
        }
    }

    @Test func theWorkIsThatOfTheRoundAndOutbound() {
        var told = told(worth: 0.5, attempts: 19, channels: 3)
        for _ in 0..<5 { told.tell(Attempt(.email, .replied, inbound: true), at: "2026-03-20T10:00:00Z") }
        #expect(told.breakUp(at)?.verdict == .reconsider)
        #expect(told.lead.round.attempts == 19)
        #expect(told.lead.lifetime.attempts == 24)
        told.tell(Attempt(.phone, .noAnswer), at: "2026-03-21T10:00:00Z")
        #expect(told.breakUp(at)?.verdict == .sayGoodbye)
        told.tell(.park(until: day("2026-05-01"), why: "busy"), at: "2026-03-22T10:00:00Z")
        told.tell(.revive("the day has come"), at: "2026-05-01T10:00:00Z")
        #expect(told.lead.round.attempts == 0)
        #expect(told.lead.round.channels == [])
        #expect(told.lead.round.number == 2)
        #expect(told.lead.lifetime.attempts == 25)
        #expect(told.breakUp(at)?.verdict == .reconsider)
    }

    @Test func theNumbersAreTheUsers() {
        var settings = Settings()
        settings.numbers.enoughAttempts = 2
        settings.numbers.enoughChannels = 1
        var told = Told(Rules(settings))
        told.work(1, 1)
        #expect(told.refusal(.goodbye(override: nil), at: at) != nil)
        told.work(1, 1, from: "2026-03-03T09:00:00Z")
        #expect(told.refusal(.goodbye(override: nil), at: at) == nil)
    }

    @Test func thereIsNoneForThoseWhoAreNotOnTheList() {
        for act in [
            Act.park(until: day("2026-12-01"), why: nil), .letGo(why: nil, .quiet), .doNotContact(words: nil),
            .attempt(Attempt(.phone, .notInterested)),
        ] {
            var told = told(worth: 0.5, attempts: 20, channels: 3)
            told.tell(act, at: "2026-05-01T10:00:00Z")
            #expect(told.breakUp(at) == nil)
            #expect(told.refusal(.goodbye(override: "x"), at: at)?.isRule == true)
        }
    }

    @Test(
        arguments: [
            (0, 0, [], [], []), (1, 1, [.phone], [.phone], [.voicemail, .email]),
            (3, 2, [.phone, .voicemail], [.phone, .voicemail], [.email]),
        ] as [(Int, Int, [Channel], [Channel], [Channel])])
    func theChannelsThatWereTriedAndThoseThatWereNot(
        attempts: Int, channels: Int, tried: [Channel], expected: [Channel], untried: [Channel]
    ) {
        let round = told(worth: nil, attempts: attempts, channels: max(1, channels)).lead.round
        #expect(round.channels == expected)
        for channel in untried { #expect(round.attempts(by: channel) == 0) }
        #expect(Channel.allCases.count == 11)
    }
}
