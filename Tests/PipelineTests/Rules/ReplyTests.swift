import Pipeline
import Testing

// Testing has traits too.
import enum Pipeline.Trait

@Suite("Method 5: a reply to a goodbye")
struct ReplyTests {
    /// The goodbye of 1 June after twenty attempts, with so many of its messages sent.
    private func told(_ sent: Int = 3) -> Told {
        var told = Told()
        told.work(20, 3)
        told.tell(.goodbye(override: nil), at: "2026-06-01T10:00:00Z")
        for channel in [Channel.voicemail, .email, .liveMessage].prefix(sent) {
            told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z")
        }
        return told
    }

    @Test(
        arguments: [
            // They make contact.
            (3, Attempt(.email, .replied, inbound: true), "2026-06-03", true),
            (3, Attempt(.email, .replied), "2026-06-03", true),
            (3, Attempt(.phone, .notNow, inbound: true), "2026-06-03", true),
            (3, Attempt(.voicemail, .leftMessage, inbound: true), "2026-06-07", true),
            // After the days of grace as well.
            (3, Attempt(.email, .replied, inbound: true), "2026-06-08", true),
            (3, Attempt(.email, .replied, inbound: true), "2026-08-08", true),
            // One message was enough to move them, but none is no goodbye.
            (1, Attempt(.email, .replied, inbound: true), "2026-06-01", true),
            (1, Attempt(.email, .replied, inbound: true), "2026-06-02", true),
            (0, Attempt(.email, .replied, inbound: true), "2026-06-01", false),
            // What was sent of a goodbye that lapsed counts for the days of grace.
            (2, Attempt(.phone, .notNow, inbound: true), "2026-06-07", true),
            (2, Attempt(.email, .replied), "2026-06-08", false), (1, Attempt(.email, .replied), "2026-08-08", false),
            // Whoever is spoken with has replied, no matter who called.
            (3, Attempt(.phone, .notNow), "2026-06-03", true), (3, Attempt(.phone, .meeting), "2026-06-03", true),
            (2, Attempt(.phone, .interested), "2026-06-01", true),
            (2, Attempt(.phone, .interested), "2026-06-02", false),
            // What they did before it is entered late.
            (3, Attempt(.email, .replied, inbound: true), "2026-05-31", false),
            (3, Attempt(.phone, .notNow), "2026-05-31", false), (1, Attempt(.email, .replied), "2026-05-31", false),
            // An attempt of ours that reaches nobody is no reply.
            (3, Attempt(.phone, .noAnswer), "2026-06-03", false), (3, Attempt(.email, .sent), "2026-06-03", false),
            (3, Attempt(.phone, .gatekeeper), "2026-06-03", false),
            (2, Attempt(.phone, .interested, purpose: .goodbye), "2026-06-01", false),
        ] as [(Int, Attempt, String, Bool)])
    func itBringsTheLeadBackInANewRound(sent: Int, attempt: Attempt, on: String, isReply: Bool) {
        var told = told(sent)
        let attempts = told.lead.round.attempts
        told.tell(attempt, at: "\(on)T12:00:00Z")
        let lead = told.lead
        #expect(lead.round.number == (isReply ? 2 : 1))
        #expect((lead.cameBack != nil) == isReply)
        #expect(lead.lifetime.attempts == attempts + 1)
        #expect(lead.round.attempts == (isReply ? 0 : attempts) + (attempt.isInbound ? 0 : 1))
        guard isReply else { return }
        #expect(told.place("\(on)T13:00:00Z") == .onTheList)
        #expect(lead.cameBack == CameBackCase(at: "\(on)T12:00:00Z"))
        // What was said with the reply belongs to the new round.
        #expect(lead.round.conversations == (attempt.outcome.isConversation ? 1 : 0))
        // Nobody has answered them yet, unless they were spoken with.
        #expect((told.section("\(on)T13:00:00Z") == .answer) == !attempt.outcome.isConversation)
    }

    /// A lead that came back from the goodbye of 1 June.
    private struct CameBackCase {
        let at: String

        static func == (cameBack: CameBack?, this: CameBackCase) -> Bool {
            cameBack?.at == moment(this.at) && cameBack?.goodbye == day("2026-06-01")
        }
    }

    @Test func notNowFromHereIsAPutOffLikeAnyOther() {
        var told = told()
        told.tell(Attempt(.phone, .notNow, next: due("2026-07-01")), at: "2026-06-03T12:00:00Z")
        #expect(told.lead.putOffs.streak == 1)
        #expect(told.lead.next?.kind == .putOff)
        #expect(told.section("2026-07-01T12:00:00Z") == .callBack)
    }

    @Test func theStreakGoesOnAndAPromiseOfBeforeIsBroken() {
        var told = Told()
        told.tell(Attempt(.phone, .notNow), at: "2026-05-01T12:00:00Z")
        told.tell(Attempt(.phone, .notNow, next: due("2026-05-20"), because: "budget"), at: "2026-05-02T12:00:00Z")
        for channel in [Channel.voicemail, .email, .fax] {
            told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z")
        }
        told.tell(Attempt(.phone, .notNow, inbound: true), at: "2026-06-03T12:00:00Z")
        #expect(told.lead.putOffs.streak == 3)
        #expect(told.lead.round.number == 2)
    }

    @Test(arguments: [
        (Outcome.notInterested, "let go"), (.doNotContact, "let go"), (.meeting, "on the list"),
        (.bought, "on the list"),
    ])
    func theReplyDoesWhatFollowsFromIt(outcome: Outcome, place: String) {
        var told = told()
        told.tell(Attempt(.phone, outcome, inbound: true), at: "2026-06-03T12:00:00Z")
        #expect(told.place("2026-06-03T13:00:00Z").name == place)
        #expect((told.lead.doNotContact != nil) == (outcome == .doNotContact))
    }

    /// Learned a day before the goodbye, on its day, and since.
    @Test(arguments: [
        ("2026-05-31T23:59:59Z", true), ("2026-06-01T00:00:00Z", false), ("2026-06-02T10:00:00Z", false),
    ])
    func traitsOlderThanTheGoodbyeAreStale(learned: String, isStale: Bool) {
        for trait in Trait.allCases {
            var told = Told()
            told.tell(.trait(.init(trait, .yes)), at: learned)
            for channel in [Channel.voicemail, .email, .fax] {
                told.tell(GoodbyeTests.message(channel), at: "2026-06-01T11:00:00Z")
            }
            #expect(!told.lead.isStale(trait, .utc))
            told.tell(Attempt(.email, .replied, inbound: true), at: "2026-06-05T12:00:00Z")
            for other in Trait.allCases { #expect(told.lead.isStale(other, .utc) == (isStale && other == trait)) }
            // It counts all the same until it is asked again.
            #expect(told.lead.traits.value(of: trait) == .yes)
            told.tell(.trait(.init(trait, .yes)), at: "2026-06-06T12:00:00Z")
            #expect(!told.lead.isStale(trait, .utc))
        }
    }

    @Test func cameBackIsOfTheRound() {
        var told = told()
        told.tell(Attempt(.email, .replied, inbound: true), at: "2026-06-05T12:00:00Z")
        told.tell(.park(until: day("2026-07-01"), why: nil), at: "2026-06-06T12:00:00Z")
        told.tell(.revive("the day has come"), at: "2026-07-01T12:00:00Z")
        #expect(told.lead.cameBack == nil)
    }

    @Test func whoWasLetGoOrParkedAfterTheGoodbyeStaysSo() {
        for act in [Act.letGo(why: "no answer", .goodbye), .park(until: day("2026-12-01"), why: nil)] {
            var told = told()
            told.tell(act, at: "2026-06-09T12:00:00Z")
            let before = told.place("2026-06-10T12:00:00Z")
            told.tell(Attempt(.email, .replied, inbound: true), at: "2026-06-10T11:00:00Z")
            #expect(told.place("2026-06-10T12:00:00Z") == before)
            #expect(told.lead.cameBack == nil)
        }
    }

    @Test func undoAndRedo() {
        var told = told()
        let reply = told.tell(Attempt(.email, .replied, inbound: true), at: "2026-06-03T12:00:00Z")
        let undo = told.tell(.undo([reply]), at: "2026-06-03T12:01:00Z")
        #expect(told.place("2026-06-03T13:00:00Z").name == "awaiting a reply")
        #expect(told.lead.cameBack == nil)
        told.tell(.undo([undo]), at: "2026-06-03T12:02:00Z")
        #expect(told.place("2026-06-03T13:00:00Z") == .onTheList)
        #expect(told.lead.cameBack != nil)
    }
}
