import Canvas
import Pipeline
import Testing

@testable import Interface

/// What leads answer, and what is noted of it: each by one to three keys.
@Suite("Answers") struct AnswerTests {
    private func pilot() -> Pilot {
        let pilot = Pilot(on: Courting.entries)
        pilot.press("2")
        return pilot
    }

    @Test(arguments: [
        ("Q p s", Question.process, Question.Value.satisfied), ("Q b d", .budget, .disqualifying),
        ("Q d s", .decision, .satisfied),
    ])
    func aQuestionIsAnsweredByTwoKeysAndWords(_ keys: String, _ question: Question, _ value: Question.Value) {
        let pilot = Pilot()
        pilot.press(keys)
        pilot.type("as they said")
        pilot.press("Enter")
        let after = value == .disqualifying ? " · decide about it with 3" : ""
        pilot.expectRecorded(
            .question(QuestionFinding(question, value, why: "as they said")), of: People.mira,
            said: "Saved: \(question.rawValue) \(value.rawValue) · Mira Lindqvist\(after)")
    }

    @Test(arguments: [("2026-11-23T08:30", "2026-11-25"), ("2026-11-26T08:30", "2026-11-30")])
    func aPutOffWithoutADayRestsAsAfterAnyAttempt(_ today: String, _ day: String) {
        let pilot = Pilot(120, 40, on: People.crowd(0..<1))
        pilot.clock(today)
        pilot.press("2 t l")
        #expect(pilot.screen.contains("if you name no day"))
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day(day))), of: People.inCrowd(0),
            said: "Saved: not now · Lead 1000")
    }

    @Test func anAnswerIsShownAndCanBeTakenBack() {
        let pilot = pilot()
        pilot.press("Q")
        #expect(pilot.screen.contains("disqualifying: “by tender, every fourth year”"))
        pilot.press("p u")
        pilot.expectRecorded(
            .question(QuestionFinding(.process, .unasked)), of: Courting.rafael,
            said: "Saved: process unasked · Rafael Teixeira")
    }

    @Test func everySignalHasAKeyInItsPhase() {
        let opened = pilot()
        opened.press("!")
        guard case .choice(let choice) = opened.session.layers.last else {
            Issue.record("no pop-up")
            return
        }
        #expect(choice.options.map(\.title) == Signal.allCases.map(\.rawValue))
        #expect(Set(choice.options.map(\.key)).count == Signal.allCases.count)
        #expect(choice.options.compactMap(\.heading) == ["◇ LURE", "▼ LET-DOWN", "△ MAKE-UP"])
        for (option, signal) in zip(choice.options, Signal.allCases) {
            let pilot = Pilot()
            pilot.press("! \(option.key.name)")
            let after = signal.phase == .letDown ? " · a let-down: watch" : ""
            pilot.expectRecorded(
                .signal(signal), of: People.mira, said: "Saved: \(signal.rawValue) · Mira Lindqvist\(after)")
        }
    }

    @Test func theCycleSoFarIsShownAndASecondLetDownSaysWhatItIs() {
        let pilot = pilot()
        pilot.press("!")
        #expect(pilot.screen.contains("Signals 3: 1 cycle, antithesis"))
        #expect(pilot.screen.contains("△ apologised · make-up  ↺ cycle 1"))
        pilot.press("v")
        pilot.expectRecorded(
            .signal(.vanished), of: Courting.rafael,
            said: "Saved: vanished · Rafael Teixeira · antithesis: decide about it with 3")
    }

    @Test func theChallengeQuestionNamesThemAndTheDay() {
        let pilot = Pilot()
        pilot.press("t l")
        #expect(pilot.screen.contains("“Gladly, Mira: Wed 25 Nov it is."))
        pilot.type("tue")
        #expect(pilot.screen.contains("“Gladly, Mira: tomorrow it is."))
        #expect(pilot.screen.contains("Enter saves a put-off: nothing will have changed. Ask:"))
        pilot.press("Tab")
        pilot.type("the move")
        #expect(pilot.screen.contains("A promise: on that day, and not before."))
        pilot.press("C-u Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-11-24"))), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
    }

    @Test func aReasonWithoutADayIsAPutOff() {
        let pilot = Pilot()
        pilot.press("t l Tab")
        pilot.type("the move")
        #expect(pilot.screen.contains("Enter saves a put-off: no day was named. Ask:"))
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, because: "the move")), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
    }

    @Test func aReasonGivenBeforeIsAPutOffAndTheStreakIsCounted() {
        let pilot = Pilot()
        pilot.find(People.dana)
        pilot.press("t l")
        pilot.type("dec 1")
        pilot.press("Tab")
        pilot.type(" Budget approved in November ")
        #expect(pilot.screen.contains("Enter saves a put-off: they said the same before. Ask:"))
        pilot.press("Esc")
        let courting = self.pilot()
        courting.press("t l")
        #expect(courting.screen.contains("Enter saves a 4th put-off in a row"))
        courting.press("Esc")
    }

    @Test func aPutOffCostsTwoKeysTheDateAndEnter() {
        let pilot = Pilot()
        pilot.press("t l 1 w Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-11-30"))), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
    }

    @Test func aCompellingLeadIsParkedFirstAndLetGoAllTheSame() {
        let parked = pilot()
        parked.press("t n")
        #expect(parked.screen.contains("n  no answer: park it for 6 months"))
        #expect(parked.screen.contains("Compelling: the only maker within a day’s drive"))
        parked.press("n")
        parked.expectRecorded(
            .attempt(Attempt(.phone, .notInterested)), of: Courting.rafael,
            said: "Saved: not interested · Rafael Teixeira"
                + " · disqualified by the process: by tender, every fourth year")
        #expect(parked.session.lists.count(.parked) == 1)
        let gone = pilot()
        gone.press("t n g")
        gone.expectRecorded(
            .attempt(Attempt(.phone, .notInterested)), .letGo(why: "no desire", .quiet), of: Courting.rafael,
            said: "Saved: not interested, let go · Rafael Teixeira")
        #expect(gone.session.lists.count(.letGo) == 1)
    }

    @Test func whyTheyAreCompellingIsWrittenAndTakenBack() {
        let pilot = pilot()
        pilot.press("C Enter")
        pilot.expect()
        #expect(pilot.footer == " Nothing changed.")
        pilot.press("C C-u Enter")
        pilot.expectRecorded(
            .compelling(nil), of: Courting.rafael, said: "Saved: not compelling any more · Rafael Teixeira")
        pilot.press("C")
        pilot.type("next door")
        pilot.press("Enter")
        pilot.expectRecorded(
            .compelling("next door"), of: Courting.rafael, said: "Saved: compelling · Rafael Teixeira")
    }

    @Test func whoWasLetGoAndGetsInTouchIsDeclinedOrRevived() {
        let pilot = pilot()
        pilot.press("x Enter")
        _ = pilot.takeEffects()
        pilot.press("2 L e r")
        pilot.expectRecorded(
            .attempt(Attempt(.email, .replied, inbound: true)), of: Courting.rafael,
            said: "Saved: e-mail, they got in touch · Rafael Teixeira"
                + " · disqualified by the process: by tender, every fourth year · still let go; r revives")
        #expect(pilot.screen.contains("“Thank you for thinking of me, Rafael."))
        pilot.press("r")
        pilot.type("they have a budget now")
        pilot.press("Enter")
        pilot.expectRecorded(
            .revive("they have a budget now"), of: Courting.rafael, said: "Saved: revived · Rafael Teixeira")
    }

    @Test func whoAskedNotToBeContactedIsNotOfferedARevival() {
        let pilot = Pilot()
        pilot.find(People.ray)
        pilot.press("L p r")
        _ = pilot.takeEffects()
        #expect(pilot.screen.contains("decline; the lead stays let go"))
        #expect(!pilot.screen.contains("revive, with a reason"))
        pilot.press("Enter")
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func aCallToSomebodyDisqualifiedSaysWhyItIsAWaste() {
        let pilot = pilot()
        pilot.press("n")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .noAnswer)), of: Courting.rafael,
            said: "Saved: no answer · Rafael Teixeira · disqualified by the process: by tender, every fourth year")
    }
}
