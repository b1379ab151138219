import Canvas
import Pipeline
import Testing

@testable import Interface

/// Call mode: one lead at a time, and never on by itself after a conversation.
@Suite("Call mode") struct CallRunTests {
    /// Those of the morning list with a number, in its order.
    private static let queue = [
        People.mira, People.dana, People.omar, People.marta, People.tom, People.lena, People.priya, People.bruno,
        People.kim, People.sara, People.eve,
    ]

    private func calling(_ width: Int = 80, _ height: Int = 24, on entries: [Entry] = People.entries) -> Pilot {
        let pilot = Pilot(width, height, on: entries)
        pilot.press("c")
        return pilot
    }

    @Test func everybodyWithANumberHasATurnInTheOrderOfTheList() {
        let pilot = calling()
        for (index, lead) in CallRunTests.queue.enumerated() {
            #expect(pilot.selected == lead)
            #expect(pilot.lines[0].contains("\(index + 1) of 11"))
            pilot.press("]")
        }
        #expect(pilot.session.calls?.isOver == true)
        #expect(pilot.screen.contains("skipped 11") && pilot.screen.contains("without a number that works: 1"))
        pilot.press("Esc")
        #expect(pilot.session.calls == nil)
        pilot.expect()
    }

    @Test func theDaysOfTheNumbersAreNotChosenBehindIt() {
        let pilot = Pilot(120, 40)
        pilot.press("6 c P w")
        #expect(pilot.session.period == .today)
        pilot.press("P")
        #expect(pilot.footer == " You are calling one by one; Esc ends that first.")
        pilot.press("]")
        #expect(pilot.lines[39].contains("no answer") && !pilot.lines[39].contains("period"))
    }

    @Test func itBeginsAtTheCursorAndComesToThoseAboveInTheEnd() {
        let pilot = Pilot()
        pilot.press("j j c")
        #expect(pilot.session.calls?.queue == Array(CallRunTests.queue[2...] + CallRunTests.queue[..<2]))
    }

    @Test(arguments: ["n", "v", "m", "e", "L p b", "L p g", "L f s"])
    func afterAnOutcomeThatReachedNobodyTheNextComesByItself(_ keys: String) {
        let pilot = calling()
        pilot.press(keys)
        #expect(pilot.selected == People.dana)
        #expect(pilot.lines[0].contains("2 of 11") && pilot.lines[0].contains("logged 1"))
        _ = pilot.takeEffects()
    }

    @Test(arguments: ["t i", "t n n", "t b Enter", "t x Enter", "L p r"])
    func afterAConversationItNeverDoes(_ keys: String) {
        let pilot = calling()
        pilot.press(keys)
        #expect(pilot.selected == People.mira)
        for key in ["Enter", "]"] {
            let next = calling()
            next.press("\(keys) \(key)")
            #expect(next.selected == People.dana, "\(key)")
            _ = next.takeEffects()
        }
        _ = pilot.takeEffects()
    }

    @Test func enterGoesOnOnlyAfterACall() {
        let pilot = calling()
        pilot.press("Enter")
        #expect(pilot.selected == People.mira)
        #expect(pilot.footer == " Nothing is logged yet; ] skips Mira Lindqvist.")
    }

    @Test func whoLeavesEarlyIsToldWhatIsLeft() {
        let pilot = calling()
        pilot.press("n Esc")
        #expect(pilot.lines.contains { $0.contains("Left off, with 10 calls to go") })
        #expect(!pilot.lines.contains { $0.contains("The calls are done") })
        _ = pilot.takeEffects()
    }

    @Test func whoLeavesEarlyGoesOnWhereTheyWere() {
        let pilot = calling()
        pilot.press("n Esc")
        #expect(pilot.lines[0].contains("2 of 11"))
        pilot.press("[")
        #expect(pilot.selected == People.dana && pilot.lines[0].contains("logged 1"))
        pilot.press("Esc Esc")
        #expect(pilot.session.calls == nil && pilot.selected == People.dana)
        _ = pilot.takeEffects()
    }

    /// The list goes on with the next when the one who was left is no longer on it.
    @Test func whoLeavesAfterTheLastWordGoesOnWithTheNext() {
        let pilot = calling()
        pilot.press("] ] t x Enter Esc Esc")
        #expect(pilot.session.calls == nil && pilot.selected == People.marta)
        _ = pilot.takeEffects()
    }

    @Test func aPutOffTakesItsFormAndStays() {
        let pilot = calling()
        pilot.press("t l")
        pilot.type("tue")
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-11-24"))), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
        #expect(pilot.selected == People.mira && pilot.session.layers.isEmpty)
    }

    @Test func whoAskedNotToBeContactedHasNoNumberAnyMore() {
        let pilot = calling()
        #expect(pilot.screen.contains("their time is not known"))
        pilot.press("t x")
        pilot.type("never again")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.mira && pilot.screen.contains("Do not contact: never again"))
        #expect(!pilot.screen.contains("46 8 555") && !pilot.screen.contains("their time"))
        pilot.press("u")
        _ = pilot.takeEffects()
        #expect(!pilot.screen.contains("Do not contact: never"))
    }

    @Test func aDeadNumberLeavesTheLeadWithItsOther() {
        let pilot = calling()
        pilot.press("] L p s")
        #expect(pilot.selected == People.dana)
        #expect(pilot.session.selected?.phone?.number == "+1 312 555 0199")
        pilot.press("L p s")
        #expect(pilot.selected == People.omar)
        _ = pilot.takeEffects()
    }

    @Test func backAndUndoReturnToTheLead() {
        let pilot = calling()
        pilot.press("n n [")
        #expect(pilot.selected == People.dana)
        pilot.press("] u")
        #expect(pilot.selected == People.dana)
        #expect(pilot.lines[0].contains("logged 1"))
        pilot.press("u")
        #expect(pilot.selected == People.mira)
        #expect(pilot.lines[0].contains("logged 0"))
        pilot.press("C-r [ [")
        #expect(pilot.footer == " This is the first of the run.")
        _ = pilot.takeEffects()
    }

    @Test func thePlaceHoldsWhateverComesFromElsewhere() {
        let pilot = calling()
        pilot.press("] t l")
        pilot.type("fri")
        let acts: [(LeadID, Act)] = [
            (People.dana, .note("seen at the fair")), (People.mira, .doNotContact(words: nil)),
            (People.omar, .attempt(Attempt(.phone, .noAnswer))), (LeadID(bits: 0xABC), .add(LeadFields(name: "New"))),
        ]
        for (index, (lead, act)) in acts.enumerated() {
            pilot.arrive([
                Entry(
                    id: EntryID(high: 1 << 50 + UInt64(index) << 16, low: 0), lead: lead, at: People.morning.moment,
                    act: act, device: 3)
            ])
        }
        pilot.resize(60, 16)
        pilot.resize(200, 50)
        #expect(pilot.selected == People.dana)
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-11-27"))), of: People.dana,
            said: "Saved: not now · Dana Whitfield")
        pilot.press("]")
        #expect(pilot.selected == People.marta, "who was called elsewhere is not called again")
    }

    @Test func thoseWhoCannotBeCalledNowAreToldAtTheEndAndCalledWhenTheyCanBe() {
        func start() -> Session {
            var pipeline = Pipeline()
            pipeline.apply(People.entries)
            var session = Session(
                pipeline, now: People.now("2026-11-23T13:00"), size: Size(width: 80, height: 24), text: Pilot.text,
                seed: 1)
            session.learnZones { $0 == "America/Chicago" ? Zone(name: $0, offset: -6 * 3600) : nil }
            _ = session.update(.input(.key(.character("c"))))
            return session
        }
        func skip(_ session: inout Session, _ times: Int) {
            for _ in 0..<times { _ = session.update(.input(.key(.character("]")))) }
        }
        var session = start()
        #expect(session.calls?.queue.count == 10 && session.calls?.closed == [People.dana])
        skip(&session, 10)
        #expect(session.calls?.isOver == true)
        #expect(session.render().lines().joined().contains("the first opens 15:00: Dana Whitfield"))
        session = start()
        skip(&session, 9)
        _ = session.update(.clock(People.now("2026-11-23T15:00")))
        skip(&session, 1)
        #expect(session.selected?.id == People.dana)
    }

    @Test func theListsAreShutMeanwhile() {
        let pilot = calling()
        for key in ["2", "Tab", "/", "c", "Space"] {
            pilot.press(key)
            #expect(pilot.footer.contains("Esc ends that first"), "\(key)")
        }
        pilot.click(x: 3, y: 0)
        #expect(pilot.session.tab == .today && pilot.selected == People.mira)
        pilot.press("Esc")
        #expect(pilot.session.calls == nil && pilot.selected == People.mira)
        pilot.expect()
    }

    @Test func theSummaryCountsWhatHolds() {
        let pilot = calling()
        pilot.press("n v t i ] n n u Esc")
        #expect(pilot.selected == nil)
        #expect(pilot.screen.contains("4 logged   1 reached   1 talked"))
        #expect(pilot.screen.contains("Omar Haddad"))
        pilot.press("n")
        #expect(pilot.footer.contains("The calls are over"))
        pilot.press("Enter")
        #expect(pilot.session.calls == nil)
        _ = pilot.takeEffects()
    }

    @Test func withNobodyToCallItSaysSo() {
        let pilot = calling(on: Scene.nobodyLeft)
        #expect(pilot.session.calls == nil)
        #expect(pilot.footer == " Nobody is on the list to be called.")
    }

    @Test func whatWasDoneTodayIsToldUnderUndoAndOnAnotherDay() {
        let pilot = Pilot(120, 40)
        func foot() -> String { String(pilot.footer.prefix(48)) }
        #expect(foot().contains("dials ▰▱▱▱▱▱▱▱▱▱ 1/50  talked 0  in 0  out 0"))
        pilot.press("n t i x Enter j k")
        #expect(foot().contains("dials ▰▱▱▱▱▱▱▱▱▱ 3/50  talked 1  in 0  out 1"))
        pilot.press("u Esc j k")
        #expect(foot().contains("3/50  talked 1  in 0  out 0"))
        pilot.clock("2026-11-24T00:00")
        #expect(foot().contains("0/50  talked 0  in 0  out 0"))
        _ = pilot.takeEffects()
    }
}
