import Canvas
import Pipeline
import Testing

@testable import Interface

/// What is asked before it is recorded, because a key may have been held down or one thing overlooked.
@Suite("Doubts") struct DoubtTests {
    private func pilot(_ more: (inout Past) -> Void = { _ in }) -> Pilot {
        var past = Past()
        past.add(People.dana, "Dana Whitfield", "2026-09-01T09:00", company: "Northgate", phone: "+1 312 555 0142")
        more(&past)
        return Pilot(80, 24, on: past.entries)
    }

    private static let noAnswer = Act.attempt(Attempt(.phone, .noAnswer))

    @Test func theSameAttemptWithinAnHourIsAskedAbout() {
        let pilot = pilot()
        pilot.press("2 n")
        _ = pilot.takeEffects()
        pilot.press("n n n")
        pilot.expect()
        #expect(pilot.screen.contains("Dana Whitfield: once more?"))
        #expect(pilot.screen.contains("“no answer” was logged at 08:30 already."))
        pilot.press("Esc")
        #expect(pilot.session.layers.isEmpty)
        pilot.press("n y")
        pilot.expectRecorded(DoubtTests.noAnswer, of: People.dana, said: "Saved: no answer · Dana Whitfield")
        pilot.press("v")
        _ = pilot.takeEffects()
        #expect(pilot.session.layers.isEmpty, "another outcome is no slip")
        pilot.clock("2026-11-23T09:31")
        pilot.press("n")
        pilot.expectRecorded(DoubtTests.noAnswer, of: People.dana, said: "Saved: no answer · Dana Whitfield")
    }

    @Test func whatWasTakenBackIsNotAskedAbout() {
        let pilot = pilot()
        pilot.press("2 n u n")
        #expect(pilot.takeEffects().count == 3 && pilot.session.layers.isEmpty)
    }

    @Test func afterTheLastRowItIsSaid() {
        let pilot = pilot()
        pilot.press("n")
        pilot.expectRecorded(
            DoubtTests.noAnswer, of: People.dana,
            said: "Saved: no answer · Dana Whitfield · that was the last of the list")
    }

    @Test func aSecondOutcomeOfOneCallIsAskedAbout() {
        let pilot = pilot()
        pilot.press("c t i")
        _ = pilot.takeEffects()
        pilot.press("n")
        pilot.expect()
        #expect(pilot.screen.contains("“interested” was logged at 08:30 already."))
        pilot.press("Esc e")
        #expect(pilot.takeEffects().count == 1, "an e-mail is no second outcome of the call")
    }

    @Test func aFormThatWasFilledInBeforeClosesOnceItIsMeant() {
        let pilot = pilot()
        pilot.press("c t i t l Enter")
        _ = pilot.takeEffects()
        #expect(pilot.session.layers.count == 2)
        pilot.press("Esc")
        #expect(pilot.session.layers.count == 1, "what was typed is still there")
        pilot.press("Enter y")
        #expect(pilot.takeEffects().count == 1 && pilot.session.layers.isEmpty)
    }

    @Test func goodNewsOfOneWhoWasLetGoOffersARevival() {
        for (key, isRevived) in [("r", true), ("Enter", false)] {
            let pilot = pilot { $0.did(People.dana, .letGo(why: "no desire", nil), at: "2026-10-01T09:00") }
            pilot.press("2 t m")
            pilot.type("tue 14:00")
            pilot.press("Enter")
            pilot.expect()
            #expect(pilot.screen.contains("It stays so, without a next step, until it is revived."))
            pilot.press(key)
            let meeting = Act.attempt(Attempt(.phone, .meeting, next: People.day("2026-11-24T14:00")))
            if isRevived {
                pilot.expectRecorded(
                    .revive("meeting booked"), meeting, of: People.dana,
                    said: "Saved: revived, meeting booked · Dana Whitfield")
            } else {
                pilot.expectRecorded(
                    meeting, of: People.dana, said: "Saved: meeting booked · Dana Whitfield · still let go; r revives")
            }
            #expect(pilot.session.layers.isEmpty)
            #expect((pilot.session.pipeline[People.dana]?.next?.due == People.day("2026-11-24T14:00")) == isRevived)
        }
    }

    @Test func manyLeadsAreNotChangedByOneEnter() {
        let pilot = Pilot(120, 40, on: People.crowd(0..<12))
        pilot.press("* x Enter")
        pilot.expect()
        #expect(pilot.screen.contains("For 12 leads at once?"))
        pilot.press("Enter")
        pilot.expect()
        pilot.press("y")
        guard case .record(let drafts, let said)? = pilot.takeEffects().first else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(drafts.count == 12 && said == "Saved: let go · 12 leads")
        #expect(pilot.session.layers.isEmpty && !pilot.session.hasMarks)
    }

    @Test func tenAreDoneAtOnce() {
        let pilot = Pilot(120, 40, on: People.crowd(0..<10))
        pilot.press("* x Enter")
        #expect(pilot.takeEffects().count == 1)
    }
}
