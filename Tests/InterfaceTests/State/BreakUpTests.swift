import Canvas
import Pipeline
import Testing

@testable import Interface

/// The break-up panel: three steps, left and picked up again (method, section 5).
@Suite("Breaking up") struct BreakUpTests {
    /// A lead's way so far, and what the panel opens with.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let entries: [Entry]
        let stage: BreakUpPanel.Stage
        let words: String
        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            name: "assess", entries: BreakUps.past(nil, BreakUps.enough).entries, stage: .criteria,
            words: "0 of 6 answered"),
        Case(
            name: "invest", entries: BreakUps.past(BreakUps.top, BreakUps.enough).entries, stage: .tier,
            words: "Top tier, 100 of 100."),
        Case(
            name: "move on", entries: BreakUps.past(BreakUps.bottom, BreakUps.enough).entries, stage: .tier,
            words: "Bottom tier, 10 of 100."),
        Case(
            name: "reconsider", entries: BreakUps.past(BreakUps.maybe, BreakUps.little).entries, stage: .work,
            words: "Reconsider: 5 of 20 attempts, 2 of 3 channels."),
        Case(
            name: "say goodbye", entries: BreakUps.past(BreakUps.maybe, BreakUps.enough).entries, stage: .work,
            words: "You have done the work."),
        Case(
            name: "finish today", entries: BreakUps.goodbye(on: "2026-11-23", [.voicemail]), stage: .goodbye,
            words: "15 h 30 min are left of today. 2 of 3 to go."),
        Case(
            name: "lapsed", entries: BreakUps.goodbye(on: "2026-11-19", [.voicemail]), stage: .goodbye,
            words: "The goodbye of 19 November lapsed: 1 of 3 were sent that day."),
        Case(
            name: "awaiting", entries: BreakUps.goodbye(on: "2026-11-20", [.voicemail, .email, .liveMessage]),
            stage: .goodbye, words: "A reply may come until Fri 27 Nov"),
        Case(
            name: "unanswered", entries: BreakUps.goodbye(on: "2026-11-12", [.voicemail, .email, .liveMessage]),
            stage: .goodbye, words: "The goodbye of 12 November was not answered."),
    ]

    private func panel(_ pilot: Pilot) -> BreakUpPanel? {
        guard case .breakUp(let panel) = pilot.session.layers.last else { return nil }
        return panel
    }

    /// What the screen says, as if it had one long line.
    private func words(_ pilot: Pilot) -> String {
        let text = pilot.lines.map { $0.filter { !"│┃".contains($0) }.trimmed }.joined(separator: " ")
        return text.split(separator: " ").joined(separator: " ")
    }

    private func stage(_ pilot: Pilot) -> BreakUpPanel.Stage? { panel(pilot).flatMap { pilot.session.stage(of: $0) } }

    @Test(arguments: cases) func itIsPickedUpWhereTheLeadStands(_ case: Case) {
        for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 50)] {
            let pilot = BreakUps.pilot(`case`.entries, width: width, height: height)
            #expect(stage(pilot) == `case`.stage)
            let words = words(pilot)
            #expect(words.contains(`case`.words), "\(width)×\(height): \(words)")
            #expect(words.contains("Esc later"))
            let before = pilot.session.render()
            pilot.press("Esc b")
            #expect(pilot.session.render() == before, "left and picked up it looks different")
            pilot.expect()
        }
    }

    @Test func everyVerdictIsACase() {
        #expect(Set(BreakUpTests.cases.map(\.name)) == Set(BreakUp.Verdict.allCases.map(\.rawValue)))
    }

    @Test func theCriteriaAreAnsweredByKeyWithTheScoreLive() {
        let pilot = BreakUps.pilot(nil, BreakUps.enough)
        pilot.press("2 2 2 2 2")
        #expect(pilot.screen.contains("5 of 6 answered"))
        pilot.press("Enter")
        #expect(pilot.footer == " “effort” is not answered yet; a digit answers it.")
        pilot.press("2")
        #expect(pilot.screen.contains("48 of 100  maybe: look at the work next"))
        pilot.press("Up Up Up Up Up 3")
        #expect(pilot.screen.contains("59 of 100  maybe"))
        pilot.expect()
        pilot.press("Enter")
        var answers = BreakUps.maybe
        answers["size"] = "large"
        pilot.expectRecorded(
            .assess(answers, criteria: nil, score: nil), of: BreakUps.lena,
            said: "Saved: maybe tier, 59 of 100 · Lena Forsberg")
        #expect(stage(pilot) == .work)
    }

    @Test func answersAreThereWhenItIsLeftHalfway() {
        let pilot = BreakUps.pilot(nil, BreakUps.enough)
        pilot.press("1 2 Esc")
        pilot.expectRecorded(
            .assess(["size": "small", "fit": "partly"], criteria: nil, score: nil), of: BreakUps.lena,
            said: "Saved: 2 of 6 answered; b goes on · Lena Forsberg")
        pilot.press("b")
        #expect(pilot.screen.contains("2 of 6 answered") && panel(pilot)?.criterion == 2)
        pilot.press("Esc")
        pilot.expect()
    }

    @Test func leavingHalfwayKeepsAnAssessmentThatCounts() {
        let known = BreakUps.maybe.filter { $0.key != "need" }.merging(["price": "high"]) { $1 }
        let pilot = BreakUps.pilot(known, BreakUps.enough, criteria: "0123456789abcdef")
        #expect(stage(pilot) == .criteria)
        #expect(pilot.screen.contains("Answered 13 days ago under other criteria than today’s: look at each again."))
        #expect(pilot.screen.contains("5 of 6 answered") && panel(pilot)?.criterion == 4)
        pilot.press("Up 1 Esc")
        pilot.expect()
        #expect(pilot.footer == " Not all is answered, so the assessment of before still counts.")
        #expect(pilot.session.pipeline[BreakUps.lena]?.assessment?.score == 50)
    }

    @Test func anAssessmentOfTodayIsNotMadeTwice() {
        let pilot = BreakUps.pilot(nil, BreakUps.enough)
        pilot.press("2 2 2 2 2 2 Enter")
        _ = pilot.takeEffects()
        pilot.press("Left")
        #expect(stage(pilot) == .criteria)
        pilot.press("Enter")
        pilot.expect()
        #expect(stage(pilot) == .work)
    }

    @Test func topTierIsADecisionToInvestMore() {
        let pilot = BreakUps.pilot(BreakUps.top, BreakUps.enough)
        pilot.press("Enter")
        pilot.expectRecorded(
            .keep("invest more: top tier, 100 of 100; next: drop-in visit"), of: BreakUps.lena,
            said: "Saved: invest more; next: drop-in visit · Lena Forsberg")
        #expect(pilot.session.layers.isEmpty)
    }

    @Test(arguments: [
        ("3", Act.park(until: Day("2027-02-23") ?? Day(number: 0), why: "bottom tier, 10 of 100")),
        ("6", Act.park(until: Day("2027-05-24") ?? Day(number: 0), why: "bottom tier, 10 of 100")),
        ("x", Act.letGo(why: "bottom tier, 10 of 100", nil)),
    ])
    func bottomTierMovesOnByOneKey(_ key: String, _ act: Act) {
        let pilot = BreakUps.pilot(BreakUps.bottom, BreakUps.enough)
        pilot.press(key)
        guard case .record(let drafts, _)? = pilot.takeEffects().first else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(drafts.map(\.act) == [act])
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func aStepOfThePlanIsTheNextStepByOneKey() {
        let pilot = BreakUps.pilot(BreakUps.maybe, BreakUps.little)
        #expect(pilot.screen.contains("Calendar") == false)
        pilot.press("1")
        pilot.expectRecorded(
            .next(on: People.day("2026-11-23"), why: "try voicemail"), of: BreakUps.lena,
            said: "Saved: try voicemail · next today · Lena Forsberg")
    }

    @Test func thePlanAsAWholeKeepsALeadThatADecisionIsWantedAbout() {
        let pilot = BreakUps.pilot(BreakUps.maybe, BreakUps.enough)
        pilot.press("k")
        guard case .record(let drafts, _)? = pilot.takeEffects().first else {
            Issue.record("nothing was recorded")
            return
        }
        let words = "try message with a live person, then calendar invitation, then drop-in visit, then community event"
        #expect(
            drafts.map(\.act) == [.keep("keep working: \(words)"), .next(on: People.day("2026-11-23"), why: words)])
        #expect(Set(drafts.map { $0.margin?.batch }).count == 1 && drafts[0].margin?.batch != nil)
        #expect(pilot.session.lists.count(.decide) == 0)
    }

    @Test func aPlanDoesNotMoveWhatWasPromised() {
        var past = BreakUps.past(BreakUps.maybe, BreakUps.little)
        past.did(
            BreakUps.lena, .attempt(Attempt(.phone, .notNow, next: People.day("2026-12-01"), because: "the move")),
            at: "2026-11-11T10:00")
        let pilot = BreakUps.pilot(past.entries)
        pilot.press("1")
        pilot.expectRecorded(.note("try voicemail"), of: BreakUps.lena, said: "Saved: try voicemail · Lena Forsberg")
        #expect(pilot.session.pipeline[BreakUps.lena]?.next?.kind == .promise)
    }

    @Test func goingOnWithoutTheWorkNeedsAReasonThatIsShownLater() {
        let pilot = BreakUps.pilot(BreakUps.maybe, BreakUps.little)
        pilot.press("g Enter")
        pilot.expect()
        #expect(pilot.screen.contains("cannot be empty"))
        pilot.type("moving to Spain")
        pilot.press("Enter")
        pilot.expectRecorded(
            .goodbye(override: "moving to Spain"), of: BreakUps.lena,
            said: "Saved: goodbye begun, all three today · Lena Forsberg")
        #expect(stage(pilot) == .goodbye)
        #expect(words(pilot).contains("Said before the work was done, so it may not work, because: “moving to Spain”"))
    }

    @Test func eachMessageIsSentByOneKeyAndTheThirdChannelIsChosen() {
        let pilot = BreakUps.pilot(BreakUps.maybe, BreakUps.enough)
        pilot.press("Enter")
        pilot.expectRecorded(
            .goodbye(override: nil), of: BreakUps.lena, said: "Saved: goodbye begun, all three today · Lena Forsberg")
        #expect(pilot.screen.contains("Hello Lena, [me] from [my company]. This is the last message"))
        pilot.press("s")
        pilot.expectRecorded(
            .attempt(Attempt(.voicemail, .leftMessage, purpose: .goodbye)), of: BreakUps.lena,
            said: "Saved: goodbye by voicemail · 2 to go today")
        #expect(pilot.screen.contains("Subject: I am taking you off my list today"))
        pilot.press("c l")
        #expect(pilot.screen.contains("12 Kaigata, Tromsø"))
        #expect(!pilot.screen.contains("Subject:"), "a letter has none")
        pilot.press("s")
        pilot.expectRecorded(
            .attempt(Attempt(.letter, .sent, purpose: .goodbye)), of: BreakUps.lena,
            said: "Saved: goodbye by letter · 1 to go today")
        pilot.press("1")
        #expect(!pilot.screen.contains("it is sent"), "what is sent cannot be sent again")
        pilot.press("2 s")
        pilot.expectRecorded(
            .attempt(Attempt(.email, .sent, purpose: .goodbye)), of: BreakUps.lena,
            said: "Saved: goodbye by e-mail · all three are sent")
        #expect(pilot.session.pipeline[BreakUps.lena]?.place(pilot.session.now).name == "awaiting a reply")
        #expect(pilot.screen.contains("✓ letter"))
    }

    @Test func aMessageIsCopiedAndOpenedOutside() {
        let pilot = BreakUps.pilot(BreakUps.goodbye(on: "2026-11-23", []))
        pilot.press("o")
        pilot.expect(.open("tel:+4722550101", said: "Opened outside: dial"))
        pilot.press("2 o")
        guard case .open(let mail, _)? = pilot.takeEffects().first else {
            Issue.record("the mail program was not opened")
            return
        }
        #expect(mail.hasPrefix("mailto:lena@arctic.example?subject=I%20am%20taking"))
        pilot.press("c l y")
        guard case .copy(let text, let said)? = pilot.takeEffects().first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.hasPrefix("Hello Lena,\n\nI have rung") && said == "Copied: the goodbye by letter")
        #expect(!pilot.screen.contains("o write"), "nothing opens a letter")
    }

    @Test func whatIsLeftOfTheDayRunsOutAndThenItLapses() {
        let pilot = BreakUps.pilot(BreakUps.goodbye(on: "2026-11-23", [.voicemail]))
        pilot.clock("2026-11-23T23:45")
        #expect(pilot.screen.contains("0 h 15 min are left of today."))
        pilot.clock("2026-11-24T08:30")
        #expect(pilot.screen.contains("The goodbye of 23 November lapsed"))
        pilot.press("Enter")
        pilot.expectRecorded(
            .goodbye(override: nil), of: BreakUps.lena, said: "Saved: goodbye begun, all three today · Lena Forsberg")
        #expect(pilot.screen.contains("○ voicemail"))
    }

    @Test func begunAgainItIsForTheSameReason() {
        let pilot = BreakUps.pilot(BreakUps.goodbye(on: "2026-11-19", [.email], override: "moving to Spain"))
        pilot.press("Enter")
        pilot.expectRecorded(
            .goodbye(override: "moving to Spain"), of: BreakUps.lena,
            said: "Saved: goodbye begun, all three today · Lena Forsberg")
    }

    @Test func aReplyBringsTheLeadBack() {
        for day in ["2026-11-20", "2026-11-12"] {
            let pilot = BreakUps.pilot(BreakUps.goodbye(on: day, [.voicemail, .email, .liveMessage]))
            pilot.press("r e")
            pilot.expectRecorded(
                .attempt(Attempt(.email, .replied, inbound: true)), of: BreakUps.lena,
                said: "Saved: they replied; qualify again · Lena Forsberg")
            #expect(pilot.session.pipeline[BreakUps.lena]?.cameBack != nil)
            #expect(pilot.session.layers.isEmpty)
        }
    }

    @Test func withoutAReplyTheLeadIsLetGoByGoodbye() {
        let pilot = BreakUps.pilot(BreakUps.goodbye(on: "2026-11-12", [.voicemail, .email, .liveMessage]))
        pilot.press("x")
        pilot.expectRecorded(.letGo(why: nil, nil), of: BreakUps.lena, said: "Saved: let go · Lena Forsberg")
        #expect(pilot.session.pipeline[BreakUps.lena]?.place(pilot.session.now) == .letGo(why: nil, .goodbye))
    }

    @Test func aStepBeforeCanBeLookedAtAndNoneAhead() {
        let pilot = BreakUps.pilot(BreakUps.goodbye(on: "2026-11-23", []))
        pilot.press("Left")
        #expect(stage(pilot) == .work)
        pilot.press("Left")
        #expect(stage(pilot) == .criteria)
        pilot.press("Left Right Right")
        #expect(stage(pilot) == .goodbye)
        pilot.press("Right")
        #expect(pilot.footer == " The next step comes when this one is done.")
    }

    @Test func aClickDoesWhatTheKeyDoes() {
        let pilot = BreakUps.pilot(nil, BreakUps.enough, width: 120, height: 40)
        pilot.click("2 medium")
        #expect(panel(pilot)?.answers == ["size": "medium"])
        pilot.press("2 2 2 2 2")
        pilot.click("go on")
        _ = pilot.takeEffects()
        #expect(stage(pilot) == .work)
        pilot.click("go on to the goodbye")
        _ = pilot.takeEffects()
        pilot.click("2 ○ e-mail")
        #expect(pilot.screen.contains("Subject:"))
        pilot.click(x: 60, y: 3)
        pilot.expect()
    }

    @Test func whoIsParkedElsewhereMeanwhileIsNotOnTheList() {
        let pilot = BreakUps.pilot(BreakUps.maybe, BreakUps.enough)
        pilot.arrive([
            Entry(
                id: EntryID(high: 1 << 50, low: 0), lead: BreakUps.lena, at: People.moment("2026-11-23T08:30"),
                act: .park(until: Day("2027-03-01") ?? Day(number: 0), why: nil), device: 3)
        ])
        #expect(pilot.screen.contains("Lena Forsberg is not on the list any more: parked."))
        pilot.press("Enter k g s 1 Down PgDn Left Right")
        pilot.expect()
        pilot.press("Esc")
        #expect(pilot.session.layers.isEmpty)
    }

    @Test func whatCouldNotBeSavedIsStillInThePanel() {
        let pilot = BreakUps.pilot(nil, BreakUps.enough)
        pilot.diskProblem = "Not saved: the disk is full."
        pilot.press("2 2 2 2 2 2 Enter")
        _ = pilot.takeEffects()
        #expect(pilot.footer == " Not saved: the disk is full.")
        #expect(stage(pilot) == .criteria && panel(pilot)?.answers == BreakUps.maybe)
    }

    @Test func whoeverLeavesAGoodbyeBegunComesBackToItByTheSameKey() {
        // Lena is among those to decide about until the goodbye is begun.
        let pilot = Pilot(
            120, 40, on: BreakUps.past(BreakUps.maybe, BreakUps.enough).entries + People.crowd(1000..<1010))
        pilot.press("3")
        #expect(pilot.selected == BreakUps.lena)
        pilot.press("b Enter Enter v")
        _ = pilot.takeEffects()
        pilot.press("Esc")
        #expect(pilot.session.tab == .today && pilot.selected == BreakUps.lena)
        #expect(pilot.footer.contains("The goodbye to Lena Forsberg is not finished; b goes on with it today."))
        pilot.press("b")
        #expect(panel(pilot)?.lead == BreakUps.lena)
    }

    @Test func whoIsNotOnTheListHasNothingToBreakUp() {
        let pilot = Pilot()
        pilot.find(People.ray)
        pilot.press("b")
        pilot.expect()
        #expect(pilot.session.layers.isEmpty && pilot.footer.contains("was let go"))
    }
}
