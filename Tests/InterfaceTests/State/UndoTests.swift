import Canvas
import Pipeline
import Testing

@testable import Interface

/// Traits, and taking steps back and putting them back.
@Suite("Traits and undo") struct UndoTests {
    @Test func threeTraitsAreOneStepToUndo() {
        let pilot = Pilot()
        pilot.press("p y y y")
        pilot.expectRecorded(
            .trait(TraitFinding(.money, .yes)), .trait(TraitFinding(.authority, .yes)),
            .trait(TraitFinding(.desire, .yes)),
            of: People.mira, said: "Saved: Mira Lindqvist is a prospect now.")
        #expect(pilot.session.selected?.standing == .prospect)
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.footer == " Taken back: money yes and more · Mira Lindqvist. C-r puts it back.")
        #expect(pilot.session.selected?.standing == .suspect)
        #expect(pilot.session.selected?.traits.missing == Trait.allCases)
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.session.selected?.standing == .prospect)
        pilot.press("u u")
        #expect(pilot.takeEffects().count == 1, "what others recorded is not taken back")
        #expect(pilot.footer == " There is nothing to take back.")
    }

    @Test func aTraitThatIsNotYesLeavesASuspectAndSaysWhich() {
        let pilot = Pilot()
        pilot.press("p y n ?")
        pilot.expectRecorded(
            .trait(TraitFinding(.money, .yes)), .trait(TraitFinding(.authority, .no)), of: People.mira,
            said: "Mira Lindqvist stays a suspect: authority is no, desire is unknown.")
        pilot.press("j p ?")
        pilot.expect()
        #expect(pilot.footer == " Dana Whitfield stays a suspect: desire is unknown.")
    }

    @Test func aProspectIsMarkedASuspectByTheTraitThatIsMissing() {
        let pilot = Pilot()
        pilot.find(People.marta)
        pilot.press("p")
        pilot.expect()
        #expect(pilot.footer == " Marta Nowak is a prospect already: money, authority and desire are all yes.")
        pilot.press("s a n")
        pilot.expectRecorded(
            .trait(TraitFinding(.authority, .no)), of: People.marta, said: "Saved: authority is no · Marta Nowak")
        #expect(pilot.session.selected?.standing == .suspect)
        pilot.press("s")
        pilot.expect()
        #expect(pilot.footer == " Marta Nowak is a suspect already: authority missing.")
    }

    @Test func afterUndoTheLeadThatCameBackIsSelected() {
        let pilot = Pilot()
        pilot.press("j j n")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.marta)
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.selected == People.omar, "the corrected key would go to the wrong lead")
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.selected == People.marta)
    }

    @Test func whatAnotherWindowRecordedMeanwhileIsPassedOver() {
        let pilot = Pilot()
        pilot.press("n")
        _ = pilot.takeEffects()
        pilot.arrive([
            Entry(
                id: EntryID(high: 1 << 50, low: 0), lead: People.omar, at: People.moment("2026-11-23T08:31"),
                act: .note("from the other window"), device: Pilot.device)
        ])
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.footer == " Taken back: no answer · Mira Lindqvist. C-r puts it back.")
        pilot.press("C-r u u")
        #expect(pilot.takeEffects().count == 2)
        #expect(
            pilot.footer
                == " Nothing of this window is left to take back; lastcall undo reaches the rest.")
    }

    @Test func whatThisWindowRecordedStaysItsOwnWhenItComesAgain() throws {
        let pilot = Pilot()
        pilot.press("n")
        _ = pilot.takeEffects()
        pilot.arrive([try #require(pilot.session.pipeline.lastStep(of: Pilot.device)?.entries.first)])
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.footer == " Taken back: no answer · Mira Lindqvist. C-r puts it back.")
        pilot.arrive([try #require(pilot.session.pipeline.lastUndo(of: Pilot.device)?.undo.entries.first)])
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
    }

    @Test func undoAndRedoSayWhenThereIsNothing() {
        let pilot = Pilot()
        pilot.press("u")
        #expect(pilot.footer == " There is nothing to take back.")
        pilot.press("C-r")
        #expect(pilot.footer == " There is nothing to put back.")
        pilot.expect()
    }
}
