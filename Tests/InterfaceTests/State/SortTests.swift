import Canvas
import Pipeline
import Testing

@testable import Interface

/// Looking through the lists in another order.
@Suite("Sorting") struct SortTests {
    private func names(_ pilot: Pilot) -> [String] {
        let (lists, tab) = (pilot.session.lists, pilot.session.tab)
        return (0..<lists.count(tab)).compactMap { pilot.session.pipeline[lists.lead(tab, at: $0)]?.title }
    }

    @Test func anOrderHoldsInEveryTabAndIsSaid() {
        let pilot = Pilot()
        let morning = names(pilot)
        pilot.press("S n")
        #expect(names(pilot) == morning.sorted { $0.lowercased() < $1.lowercased() })
        #expect(pilot.screen.contains("Today · by name ─ 12 to call"))
        #expect(!pilot.screen.contains("PROMISED"), "sections are of the morning’s order")
        pilot.press("2 S r")
        #expect(pilot.screen.contains("Leads · by name, reversed ─ 18"))
        #expect(names(pilot) == names(pilot).sorted { $0.lowercased() > $1.lowercased() })
        pilot.press("1 S u")
        #expect(names(pilot) == morning && pilot.screen.contains("PROMISED"))
    }

    @Test(arguments: ["n", "c", "l", "d", "s", "w", "a", "f"]) func theCursorStaysOnItsLead(key: String) {
        let pilot = Pilot()
        pilot.press("j j j")
        let lead = pilot.selected
        pilot.press("S \(key)")
        #expect(pilot.selected == lead && pilot.selectionLine != nil)
        pilot.press("S r")
        #expect(pilot.selected == lead && pilot.selectionLine != nil)
        #expect(Set(names(pilot)).count == 12)
    }

    @Test func theUsualOrderIsNotTurnedRound() {
        let pilot = Pilot()
        pilot.press("S r")
        #expect(pilot.footer == " The usual order has no other way round; choose another order first.")
    }

    @Test func aLeadGoesToItsNewPlaceAndBack() {
        let pilot = Pilot()
        pilot.press("2 S l")
        let before = names(pilot)
        pilot.find(People.bruno)
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(names(pilot).first == "Bruno Costa")
        pilot.press("u")
        _ = pilot.takeEffects()
        #expect(names(pilot) == before && pilot.selected == People.bruno)
    }

    @Test func theNextLeadFromInsideTheCardIsTheNextOfTheOrderAndTheFilter() {
        let pilot = Pilot(120, 40)
        pilot.type("/is:suspect -section:new")
        pilot.press("Enter S n g Enter")
        let wanted = names(pilot)
        var seen = [pilot.session.selected?.title]
        for _ in wanted.dropFirst() {
            pilot.press("]")
            seen.append(pilot.session.selected?.title)
        }
        #expect(seen == wanted.map { $0 } && pilot.session.focus == .card)
        pilot.press("[")
        #expect(pilot.session.selected?.title == wanted[wanted.count - 2])
    }

    @Test func arrivalsAreSortedIn() {
        let pilot = Pilot(on: [])
        pilot.press("2 S n")
        pilot.arrive(People.entries)
        #expect(names(pilot).count == 18)
        #expect(names(pilot) == names(pilot).sorted { $0.lowercased() < $1.lowercased() })
    }
}

/// Filters and orders that are kept by name.
@Suite("Views") struct ViewTests {
    private let stalled = ViewChoice(SavedView(name: "late", filter: "next<today", order: LeadOrder(.next)))
    private let broken = ViewChoice(SavedView(name: "odd", filter: "", order: nil), problem: "It has a mistake.")

    @Test func aViewIsShownByItsName() {
        let pilot = Pilot(views: [stalled, broken])
        pilot.press("2 F Enter")
        #expect(pilot.session.lists.filter.text == "next<today" && pilot.session.lists.order == LeadOrder(.next))
        #expect(pilot.screen.contains("Leads · late ─ 2"))
        pilot.press("S u")
        #expect(pilot.screen.contains("Leads / next<today ─ 2"), "what was changed is the view no more")
        pilot.press("Esc")
        #expect(pilot.session.lists.count(.leads) == 18)
    }

    @Test func oneWithAMistakeSaysSoAndShowsNothing() {
        let pilot = Pilot(views: [stalled, broken])
        pilot.press("F G Enter")
        #expect(pilot.footer == " It has a mistake.")
        #expect(pilot.session.lists.filter.isEmpty && pilot.session.layers.count == 1)
    }

    @Test func whatIsShownIsKeptByAName() {
        let pilot = Pilot(views: [stalled])
        pilot.press("F s")
        #expect(pilot.session.message?.text.hasPrefix("Everybody is shown in the usual order") == true)
        pilot.press("Esc")
        pilot.type("/ma")
        pilot.press("Enter S s F s")
        pilot.type("hot")
        pilot.press("Enter")
        pilot.expect(.keepView(SavedView(name: "hot", filter: "ma", order: LeadOrder(.score))))
        pilot.press("Esc")
        #expect(pilot.screen.contains("Today · hot ─"))
        #expect(pilot.session.views.map(\.view.name) == ["hot", "late"])
    }

    @Test func aNameIsKeptAnewInPlace() {
        let pilot = Pilot(views: [stalled])
        pilot.type("/ma")
        pilot.press("Enter F s")
        pilot.type("late")
        pilot.press("Enter")
        pilot.expect(.keepView(SavedView(name: "late", filter: "ma", order: nil)))
        #expect(pilot.session.views.count == 1)
    }

    @Test func aViewIsRenamed() {
        let pilot = Pilot(views: [stalled])
        pilot.press("F r C-u")
        pilot.type("a/b")
        pilot.press("Enter")
        #expect(
            pilot.screen.contains("a view is named in a few words") || pilot.footer.contains("named in a few words"))
        pilot.press("C-u")
        pilot.type("overdue")
        pilot.press("Enter")
        pilot.expect(
            .keepView(SavedView(name: "overdue", filter: "next<today", order: LeadOrder(.next))), .forgetView("late"))
        #expect(pilot.session.views.map(\.view.name) == ["overdue"])
    }

    @Test func aNameThatIsTakenIsRefused() {
        let other = ViewChoice(SavedView(name: "other", filter: "x", order: nil))
        let pilot = Pilot(views: [stalled, other])
        pilot.press("F r C-u")
        pilot.type("other")
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " There is a view “other” already.")
    }

    @Test func deletingAsksFirst() {
        let pilot = Pilot(views: [stalled, broken])
        pilot.press("F d n")
        pilot.expect()
        #expect(pilot.session.views.count == 2)
        pilot.press("d y")
        pilot.expect(.forgetView("late"))
        #expect(pilot.session.views == [broken])
        pilot.press("d y")
        pilot.expect(.forgetView("odd"))
        #expect(pilot.screen.contains("No view is kept yet."))
        pilot.press("d Enter j r")
        pilot.expect()
    }

    @Test func theMouseChoosesToo() {
        let pilot = Pilot(views: [stalled, broken])
        pilot.press("F G")
        pilot.click("next<today · by")
        pilot.click("next<today · by")
        #expect(pilot.session.lists.filter.text == "next<today")
    }
}
