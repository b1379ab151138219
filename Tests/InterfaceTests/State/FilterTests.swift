import Canvas
import Pipeline
import Testing

@testable import Interface

/// Narrowing the lists by words.
@Suite("Filter") struct FilterTests {
    @Test func whileItHasAMistakeTheTitleSaysThatTheListIsAsBefore() {
        let pilot = Pilot(120, 40)
        pilot.type("/tier:low")
        #expect(pilot.screen.contains("filter not understood"))
        pilot.press("Backspace Backspace Backspace")
        pilot.type("top")
        #expect(!pilot.screen.contains("not understood"))
    }

    @Test func eachLetterNarrowsTheListAndSelectsTheFirst() {
        let pilot = Pilot()
        pilot.press("G")
        pilot.type("/m")
        #expect(pilot.selected == People.mira)
        pilot.type("a")
        #expect(pilot.selected == People.omar)
        pilot.type("rta")
        #expect(pilot.selected == People.marta)
        #expect(pilot.screen.contains("Today / marta ─ 1 to call"))
        pilot.expect()
    }

    @Test func wordsMatchInAnyOrderWithoutRegardToCase() {
        let pilot = Pilot()
        pilot.type("/LABS omar")
        #expect(pilot.selected == People.omar)
        #expect(pilot.session.lists.count(.today) == 1)
    }

    @Test func enterKeepsTheFilterAndEscShowsAllWithTheSameLeadSelected() {
        let pilot = Pilot()
        pilot.type("/marta")
        pilot.press("Enter")
        #expect(pilot.session.lists.count(.today) == 1)
        pilot.press("Esc")
        #expect(pilot.session.lists.count(.today) == 12)
        #expect(pilot.selected == People.marta)
        #expect(pilot.selectionLine != nil)
    }

    @Test func escWhileTypingShowsAll() {
        let pilot = Pilot()
        pilot.type("/marta")
        pilot.press("Esc")
        #expect(pilot.session.lists.count(.today) == 12)
        #expect(pilot.selected == People.marta)
    }

    @Test func openedAgainItGoesOnWhereItWas() {
        let pilot = Pilot()
        pilot.type("/ma")
        pilot.press("Enter")
        pilot.type("/rta")
        #expect(pilot.selected == People.marta)
        pilot.press("Backspace Backspace Backspace Backspace Backspace")
        #expect(pilot.session.lists.count(.today) == 12)
    }

    @Test func withoutAMatchItSaysSoAndNothingIsSelected() {
        let pilot = Pilot()
        pilot.type("/nobody at all")
        #expect(pilot.selected == nil)
        pilot.press("Enter n")
        pilot.expect()
        #expect(pilot.footer == " There is no lead here; press 2 for all leads, or A to add one.")
    }

    @Test func itHoldsInEveryTab() {
        let pilot = Pilot()
        pilot.type("/stone")
        #expect(pilot.selected == nil)
        pilot.press("Enter 2")
        #expect(pilot.selected == People.ray)
        #expect(pilot.screen.contains("Leads / stone ─ 1"))
    }

    @Test func theArrowsMoveWhileTyping() {
        let pilot = Pilot()
        pilot.type("/ma")
        pilot.press("Down")
        #expect(pilot.selected == People.marta)
        pilot.press("Up Up")
        #expect(pilot.selected == People.omar)
    }

    @Test func commandsAreTextWhileTyping() {
        let pilot = Pilot()
        pilot.type("/nvq?t l")
        pilot.expect()
        #expect(pilot.footer.hasPrefix(" /nvq?t l"))
    }

    @Test func whatIsPastedIsTyped() {
        let pilot = Pilot()
        pilot.press("/")
        pilot.paste("marta\n")
        #expect(pilot.selected == People.marta)
    }

    @Test func inACardTheListBehindItIsFiltered() {
        let pilot = Pilot()
        pilot.press("Enter")
        pilot.type("/marta")
        #expect(pilot.lines[1].contains("Marta Nowak"))
        pilot.type("xyz")
        #expect(pilot.screen.contains("Nobody here passes the filter “martaxyz”."))
    }

    @Test func aLeadThatNoLongerMatchesLeavesAndOneThatNowDoesComes() {
        let pilot = Pilot()
        pilot.type("/marta")
        pilot.press("Enter E C-u")
        pilot.type("Berta")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        #expect(pilot.selected == nil)
        pilot.arrive([
            Entry(
                id: EntryID(high: 1 << 50, low: 0), lead: People.omar, at: People.morning.moment,
                act: .note("knows Marta"), device: 2)
        ])
        #expect(pilot.selected == People.omar)
    }

    @Test func leadsThatComeInAreFilteredEvenWhenThereWereNone() {
        let pilot = Pilot(on: [])
        pilot.type("/marta")
        pilot.press("Enter")
        pilot.arrive(People.entries)
        #expect(pilot.session.lists.count(.leads) == 1)
        #expect(pilot.selected == People.marta)
    }

    @Test func aNewDayKeepsTheFilter() {
        let pilot = Pilot()
        pilot.type("/vogel")
        pilot.press("Enter")
        #expect(pilot.selected == nil)
        pilot.clock("2026-11-25T08:00")
        #expect(pilot.selected == People.ines)
        #expect(pilot.session.lists.count(.today) == 1)
    }

    @Test func aMistakeIsSaidWhileTypingAndTheListStays() {
        let pilot = Pilot()
        pilot.type("/ma is:pro")
        #expect(pilot.selected == People.marta)
        let before = pilot.session.lists.count(.today)
        pilot.type("spct")
        #expect(pilot.screen.contains("is:prospct is not known; did you mean is:prospect?"))
        #expect(pilot.session.lists.count(.today) == before && pilot.selected == People.marta)
        pilot.press("Enter")
        #expect(pilot.session.layers.count == 1, "it stays open to be mended")
        pilot.press("Backspace Backspace")
        #expect(!pilot.screen.contains("did you mean"))
        pilot.press("Enter")
        #expect(pilot.session.layers.isEmpty && pilot.session.lists.filter.text == "ma is:prosp")
    }

    @Test(arguments: ["is:suspect", "tier:none", "next<today", "channel:none or is:due", "-is:prospect", "section:new"])
    func everyTabShowsThoseWhoPass(text: String) throws {
        let pilot = Pilot()
        pilot.type("/\(text)")
        pilot.press("Enter")
        let (session, filter) = (pilot.session, try Filter(text, People.morning))
        for tab in Session.Tab.allCases {
            let whole = Pilot().session.lists
            let all = (0..<whole.count(tab)).map { whole.lead(tab, at: $0) }
            let wanted = all.filter { id in
                session.pipeline[id].map { filter.matches($0, session.now, session.pipeline.rules) } ?? false
            }
            #expect((0..<session.lists.count(tab)).map { session.lists.lead(tab, at: $0) } == wanted)
            #expect(wanted.enumerated().allSatisfy { session.lists.row(of: $1, tab, in: session.pipeline) == $0 })
            #expect(
                all.allSatisfy { wanted.contains($0) || session.lists.row(of: $0, tab, in: session.pipeline) == nil })
            let rows = session.lists.sections(tab).flatMap { Array($0.rows) }
            if tab == .today { #expect(rows == Array(wanted.indices), "every row is under a heading") }
        }
    }

    @Test func whoNoLongerPassesLeavesWithTheKey() {
        let pilot = Pilot()
        pilot.type("/channel:none is:suspect")
        pilot.press("Enter")
        let (first, count) = (pilot.selected, pilot.session.lists.count(.today))
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.session.lists.count(.today) == count - 1 && pilot.selected != first)
        pilot.press("u")
        _ = pilot.takeEffects()
        #expect(pilot.session.lists.count(.today) == count && pilot.selected == first)
    }

    @Test func whatIsMadeReadyWhenIdleChangesNothingThatIsSeen() {
        let pilot = Pilot()
        let before = pilot.screen
        #expect(pilot.session.isUnprepared)
        while pilot.session.isUnprepared { pilot.send(.idle) }
        #expect(pilot.screen == before)
        pilot.type("/marta")
        #expect(pilot.selected == People.marta)
    }

    @Test func aLongFilterIsSeenWhereItIsTyped() {
        let pilot = Pilot(60, 16)
        pilot.type("/" + String(repeating: "long ", count: 30) + "end")
        #expect(pilot.footer.contains("end "))
        #expect(pilot.session.render().cursor.map { $0.x < 27 } == true)
    }
}
