import FoundationEssentials
import Pipeline
import Testing

@Suite("Method 2: what follows from an attempt")
struct AttemptTests {
    /// What is left of a promise that was agreed before, and of the ways of contact.
    @Test(
        arguments: [
            (.noAnswer, true, [], [], false), (.busy, true, [], [], false), (.leftMessage, true, [], [], false),
            (.gatekeeper, true, [], [], false), (.interested, false, [], [], false), (.notNow, false, [], [], false),
            (.notInterested, false, [], [], false), (.doNotContact, false, [], [], true),
            (.meeting, false, [], [], false),
            (.bought, false, [], [], false), (.wrongNumber, true, [0], [], false),
            (.outOfService, true, [0], [], false),
            (.bounced, true, [], [0], false), (.replied, true, [], [], false), (.sent, true, [], [], false),
        ] as [(Outcome, Bool, [Int], [Int], Bool)])
    func everyOutcome(outcome: Outcome, keepsStep: Bool, deadPhones: [Int], deadEmails: [Int], flag: Bool) throws {
        let promise = Attempt(.phone, .notNow, next: due("2026-04-01"), because: "budget approved")
        let lead = try ann(.attempt(promise), .attempt(Attempt(.phone, outcome)))
        #expect(lead.next?.kind == (keepsStep ? .promise : nil))
        #expect(lead.fields.phones.indices.filter { lead.fields.phones[$0].dead } == deadPhones)
        #expect(lead.fields.emails.indices.filter { lead.fields.emails[$0].dead } == deadEmails)
        #expect((lead.doNotContact != nil) == flag)
        #expect(lead.lifetime.attempts == 2)
        #expect(lead.lifetime.orders == (outcome == .bought ? 1 : 0))
    }

    @Test func everyOutcomeIsInTheTable() {
        #expect(Outcome.allCases.count == 15)
        #expect(Set(Outcome.allCases.map(\.title)).count == 15)
        #expect(
            Outcome.allCases.filter(\.isConversation)
                == [.interested, .notNow, .notInterested, .doNotContact, .meeting, .bought])
    }

    @Test(
        arguments: [
            (.notNow, "in October", .promise, "in October"), (.notNow, nil, .putOff, "noted"),
            (.meeting, nil, .meeting, "noted"), (.meeting, "demo", .meeting, "demo"),
            (.interested, nil, .step, "noted"),
            (.noAnswer, "try late", .step, "try late"), (.sent, nil, .step, "noted"),
        ] as [(Outcome, String?, NextStep.Kind, String)])
    func aDaySetsTheNextStep(outcome: Outcome, because: String?, kind: NextStep.Kind, why: String) throws {
        let attempt = Attempt(.phone, outcome, note: "noted", next: due("2026-10-05T14:00"), because: because)
        let next = try #require(try ann(.attempt(attempt)).next)
        #expect(next.due == due("2026-10-05T14:00"))
        #expect(next.kind == kind)
        #expect(next.why == why)
        #expect(next.set == moment("2026-03-02T10:00:00Z"))
    }

    @Test func theUserSetsMovesAndClearsTheNextStep() throws {
        let set = Act.next(on: due("2026-04-01"), why: "ask again")
        #expect(try ann(set).next?.kind == .step)
        #expect(try ann(set).next?.why == "ask again")
        #expect(try ann(set, .next(on: due("2026-05-01"), why: nil)).next?.due == due("2026-05-01"))
        #expect(try ann(set, .next(on: nil, why: nil)).next == nil)
    }

    @Test(arguments: [
        ("+49 (30) 12-34", [0]), ("49301234", [0]), ("030 999", [1]), ("030999", [1]), ("777", []), ("", []),
        ("none", []),
    ])
    func aWrongNumberIsStruckByItsDigits(number: String, dead: [Int]) throws {
        for outcome in [Outcome.wrongNumber, .outOfService] {
            let lead = try ann(.attempt(Attempt(.phone, outcome, number: number)))
            #expect(lead.fields.phones.indices.filter { lead.fields.phones[$0].dead } == dead)
            #expect(lead.fields.emails.allSatisfy { !$0.dead })
        }
    }

    @Test(arguments: [("ANN@home.example", [0]), (" a@b.example ", [1]), ("x@y.example", [])])
    func aBouncedAddressIsStruckWhateverItsCase(address: String, dead: [Int]) throws {
        let lead = try ann(.attempt(Attempt(.email, .bounced, address: address)))
        #expect(lead.fields.emails.indices.filter { lead.fields.emails[$0].dead } == dead)
        #expect(lead.fields.phones.allSatisfy { !$0.dead })
    }

    @Test func withoutANumberTheFirstThatStillWorkedIsStruck() throws {
        let wrong = Act.attempt(Attempt(.phone, .wrongNumber))
        let once = try ann(wrong)
        #expect(once.phone?.number == "030 999")
        let twice = try ann(wrong, wrong)
        #expect(twice.phone == nil)
        #expect(try ann(wrong, wrong, wrong).fields == twice.fields)
        let bounced = Act.attempt(Attempt(.email, .bounced))
        #expect(try ann(bounced).email?.address == "a@b.example")
        #expect(try ann(bounced, bounced, bounced).email == nil)
    }

    @Test func aNumberOnFileTwiceIsStruckTwice() {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["030-1", "0301", "0302"])))
        recorder.record(.attempt(Attempt(.phone, .wrongNumber)))
        #expect(recorder.pipeline[.ann]?.phone?.number == "0302")
    }

    @Test func anEditBringsANumberBack() throws {
        let wrong = Act.attempt(Attempt(.phone, .wrongNumber))
        let edit = LeadEdit([.phones], to: .named("", phones: ["+49 30 1234"]))
        let lead = try ann(wrong, .edit(edit))
        #expect(lead.fields.phones == [LeadFields.Phone("+49 30 1234")])
        #expect(lead.fields.name == "Ann")
    }

    @Test(arguments: [
        (Attempt(.phone, .doNotContact, note: "leave me alone"), "leave me alone"),
        (Attempt(.email, .doNotContact, inbound: true), nil),
        (Attempt(.phone, .notInterested, note: "never", again: .never), "never"),
    ])
    func whoAsksNotToBeContactedIsFlagged(attempt: Attempt, words: String?) throws {
        let flag = try #require(try ann(.attempt(attempt)).doNotContact)
        #expect(flag.since == moment("2026-03-02T10:00:00Z"))
        #expect(flag.words == words)
    }

    @Test(arguments: [
        Attempt(.phone, .notInterested), Attempt(.phone, .notInterested, again: .later),
        Attempt(.phone, .notInterested, again: .nextYear), Attempt(.phone, .notNow, again: .never),
    ])
    func othersAreNot(attempt: Attempt) throws {
        #expect(try ann(.attempt(attempt)).doNotContact == nil)
    }

    @Test func theFlagIsClearedByAllowContactAlone() throws {
        let flag = Act.doNotContact(words: "leave me alone")
        let edit = Act.edit(LeadEdit([.name, .phones], to: .named("Anna", phones: ["1"])))
        let again = Act.add(.named("Anna"))
        let inbound = Act.attempt(Attempt(.phone, .interested, inbound: true))
        #expect(try ann(flag, edit, again, inbound, .note("nice")).doNotContact?.words == "leave me alone")
        #expect(try ann(flag, .allowContact(why: "they called")).doNotContact == nil)
        #expect(try ann(flag, .allowContact(why: "they called"), flag).doNotContact != nil)
    }
}

@Suite("Method 1 and 2: counts of the round and of all time")
struct WorkTests {
    @Test func outboundAttemptsCountInTheRoundAndAllInTheLifetime() throws {
        let lead = try ann(
            .attempt(Attempt(.phone, .noAnswer)),
            .attempt(Attempt(.phone, .interested, conveyedValue: true, minutes: 12)),
            .attempt(Attempt(.email, .sent, conveyedValue: true)),
            .attempt(Attempt(.email, .replied, inbound: true, conveyedValue: true, minutes: 0)))
        #expect(lead.round.number == 1)
        #expect(lead.round.attempts == 3)
        #expect(lead.round.conveyedValue == 2)
        #expect(lead.round.channels == [.phone, .email])
        #expect(lead.round.attempts(by: .phone) == 2)
        #expect(lead.round.attempts(by: .email) == 1)
        #expect(lead.round.attempts(by: .fax) == 0)
        #expect(lead.lifetime.attempts == 4)
        // Two for a phone call without minutes, twelve, five for an e-mail, none.
        #expect(lead.lifetime.minutes == 19)
        #expect(lead.lifetime.orders == 0)
    }

    @Test func everyChannelIsCountedOnItsOwn() throws {
        for channel in Channel.allCases {
            let lead = try ann(.attempt(Attempt(channel, .sent)))
            #expect(lead.round.channels == [channel])
            #expect(lead.lifetime.minutes == channel.usualMinutes)
        }
        #expect(Channel.allCases.count == 11)
        #expect(Set(Channel.allCases.map(\.title)).count == 11)
        #expect(Channel.allCases.filter(\.isDialled) == [.phone, .voicemail, .liveMessage])
        #expect(Attempt(.voicemail, .leftMessage).isDial)
        #expect(!Attempt(.phone, .interested, inbound: true).isDial)
        #expect(!Attempt(.email, .sent).isDial)
    }

    @Test func ordersAddUp() throws {
        let lead = try ann(
            .attempt(Attempt(.phone, .bought, amount: Decimal(string: "99.90"))), .attempt(Attempt(.phone, .bought)),
            .attempt(Attempt(.phone, .interested, amount: Decimal(7))))
        #expect(lead.lifetime.orders == 2)
        #expect(lead.lifetime.earned == Decimal(string: "99.90"))
    }

    @Test func hostileAmountsAndMinutesAddUpWithoutATrap() throws {
        let huge = Act.attempt(Attempt(.phone, .bought, minutes: .max, amount: Decimal.greatestFiniteMagnitude))
        let lead = try ann(huge, huge, .attempt(Attempt(.phone, .bought, amount: Decimal.nan)))
        #expect(lead.lifetime.minutes == 2 * 65_535 + 2)
        #expect(lead.lifetime.orders == 3)
    }

    @Test func theLastAttemptIsTheLatestByWhenItHappened() {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        #expect(recorder.pipeline[.ann]?.lastAttempt == nil)
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: "2026-03-05T10:00:00Z")
        recorder.record(.attempt(Attempt(.phone, .noAnswer)), at: "2026-03-01T10:00:00Z")
        #expect(recorder.pipeline[.ann]?.lastAttempt == moment("2026-03-05T10:00:00Z"))
    }

    @Test func attemptsAreEqualByAllTheyHold() {
        let attempt = Attempt(
            .phone, .bought, number: "1", address: "a", next: due("2026-01-01"), because: "b", amount: 5)
        #expect(attempt == attempt)
        #expect(attempt != Attempt(.phone, .bought, number: "1", address: "a", next: due("2026-01-01"), because: "b"))
        #expect(attempt.amount == 5 && attempt.number == "1" && attempt.address == "a" && attempt.because == "b")
        #expect(attempt.again == nil && attempt.purpose == nil)
    }
}
