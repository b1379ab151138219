import Canvas
import Pipeline
import Testing

@testable import Interface

/// Where the user is, while leads come, go and move.
@Suite("The user's place") struct PlaceTests {
    private func crowded(_ width: Int = 80, _ height: Int = 24) -> Pilot {
        Pilot(width, height, on: People.crowd(0..<100))
    }

    /// An attempt of another machine, which takes the lead off the list of today.
    private func tried(_ number: Int) -> Entry {
        Entry(
            id: EntryID(high: UInt64(number + 1) << 40, low: 1), lead: People.inCrowd(number),
            at: People.morning.moment,
            act: .attempt(Attempt(.phone, .noAnswer)), device: 2)
    }

    @Test func whoWasTriedTodayAndIsStillListedSaysSo() {
        let pilot = Pilot(120, 40)
        #expect(pilot.lines.contains { $0.contains("Mira Lindqvist") && $0.contains("tried 07:40 · ") })
        #expect(!pilot.lines.contains { $0.contains("Dana Whitfield") && $0.contains("tried") })
        pilot.press("j n")
        _ = pilot.takeEffects()
        #expect(pilot.lines.contains { $0.contains("Dana Whitfield") && $0.contains("tried 08:30 · ") })
        pilot.press("k k L e r")
        _ = pilot.takeEffects()
        #expect(!pilot.lines.contains { $0.contains("Mira Lindqvist") && $0.contains("tried") }, "they answered")
    }

    @Test func theFirstLeadIsSelectedAtTheStart() {
        let pilot = Pilot()
        #expect(pilot.selected == People.mira)
        pilot.press("2")
        #expect(pilot.selected == People.bruno)
        #expect(Pilot(on: []).selected == nil)
    }

    @Test func movingStopsAtBothEnds() {
        let pilot = Pilot()
        pilot.press("k k")
        #expect(pilot.selected == People.mira)
        pilot.press("G j j")
        #expect(pilot.selected == People.eve)
        pilot.press("g")
        #expect(pilot.selected == People.mira)
        pilot.press("C-d C-d C-d")
        #expect(pilot.selected == People.eve)
        pilot.press("C-u C-u C-u")
        #expect(pilot.selected == People.mira)
    }

    @Test func theSelectionIsAlwaysOnTheScreenAndTheHeadingOfTheFirstRowToo() {
        for height in [16, 24, 40] {
            let pilot = crowded(80, height)
            for key in Array(repeating: "j", count: 99) + Array(repeating: "k", count: 99) {
                pilot.press(key)
                #expect(pilot.selectionLine != nil)
            }
            #expect(pilot.lines[2].contains("NEW"))
        }
    }

    @Test func aListScrollsOnlyAsFarAsItMust() {
        let pilot = crowded()
        pilot.press("j j j j j j j j j j j j j j j j j j j j j j")
        let top = pilot.lines[2]
        pilot.press("k k k")
        #expect(pilot.lines[2] == top)
    }

    @Test func theNextLeadTakesThePlaceOfOneThatLeft() {
        let pilot = crowded()
        pilot.press("j j j")
        let line = pilot.selectionLine
        pilot.press("n")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .noAnswer)), of: People.inCrowd(3), said: "Saved: no answer · Lead 1003")
        #expect(pilot.selected == People.inCrowd(4))
        #expect(pilot.selectionLine == line)
    }

    @Test func afterTheLastLeadTheOneBeforeItIsSelected() {
        let pilot = Pilot(on: People.crowd(0..<2))
        pilot.press("G n")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.inCrowd(0))
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.selected == nil)
        #expect(pilot.screen.contains("Nobody is left to call today."))
    }

    @Test func inTheCardTheNextLeadOpensAndAfterTheLastTheListDoes() {
        let pilot = Pilot(on: People.crowd(0..<2))
        pilot.press("Enter n")
        _ = pilot.takeEffects()
        #expect(pilot.session.focus == .card)
        #expect(pilot.lines[1].contains("Lead 1001"))
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.session.focus == .list)
        #expect(pilot.screen.contains("Nobody is left to call today."))
    }

    @Test func rowsThatComeAboveDoNotMoveWhatTheUserLooksAt() {
        let pilot = crowded()
        for _ in 0..<50 { pilot.press("j") }
        pilot.press("k k k k k")
        let before = pilot.lines.dropLast()
        pilot.arrive(
            (0..<7).map {
                Entry(
                    id: EntryID(high: 1 << 50, low: UInt64($0)), lead: LeadID(bits: 0xFFFF + UInt64($0)),
                    at: People.moment("2026-11-21T12:00"), act: .add(LeadFields(name: "New")), device: 2)
            })
        #expect(pilot.selected == People.inCrowd(45))
        #expect(pilot.lines[4...20].map { $0.prefix(60) } == before[4...20].map { $0.prefix(60) })
    }

    @Test func rowsThatGoAboveDoNotMoveWhatTheUserLooksAt() {
        let pilot = crowded()
        for _ in 0..<50 { pilot.press("j") }
        let line = pilot.selectionLine
        pilot.arrive((0..<7).map { tried($0) })
        #expect(pilot.selected == People.inCrowd(50))
        #expect(pilot.selectionLine == line)
    }

    @Test func whenTheSelectedLeadAndRowsAboveItGoTogetherTheNextLeadIsSelected() {
        let pilot = crowded()
        for _ in 0..<50 { pilot.press("j") }
        let line = pilot.selectionLine
        pilot.arrive(([0, 3, 49, 50, 51] + Array(10..<20)).map { tried($0) })
        #expect(pilot.selected == People.inCrowd(52))
        #expect(pilot.selectionLine == line.map { $0 - 1 }, "the row above it went as well")
    }

    @Test func whatComesInBeforeASaveIsTakenInFirst() {
        let pilot = crowded()
        for _ in 0..<50 { pilot.press("j") }
        pilot.arriving = (0..<5).map { tried($0) }
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.inCrowd(51))
        #expect(pilot.footer == " Saved: no answer · Lead 1050")
    }

    @Test func theOtherTabKeepsItsPlaceToo() {
        let pilot = crowded()
        for _ in 0..<50 { pilot.press("j") }
        let before = pilot.selectionLine
        pilot.press("2")
        pilot.arrive((0..<7).map { tried($0) })
        pilot.press("1")
        #expect(pilot.selected == People.inCrowd(50))
        #expect(pilot.selectionLine == before)
    }

    @Test func aLeadThatMovesInTheListStaysSelected() {
        let pilot = Pilot()
        pilot.find(People.bruno)
        pilot.press("E C-u")
        pilot.type("Zacharias")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        #expect(pilot.selected == People.bruno)
        #expect(pilot.lines.contains { $0.contains("▌ Zacharias") })
    }

    @Test func aLeadThatWasAddedIsSelectedAmongAllLeads() {
        let pilot = Pilot()
        pilot.press("2 A")
        pilot.type("Nora Neu")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        #expect(pilot.session.selected?.title == "Nora Neu")
    }

    @Test func theFirstLeadOfAllIsSelectedInEveryTab() {
        let pilot = Pilot(on: [])
        pilot.press("A")
        pilot.type("Nora Neu")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        #expect(pilot.session.tab == .today)
        #expect(pilot.session.selected?.title == "Nora Neu")
        pilot.press("2")
        #expect(pilot.session.selected?.title == "Nora Neu")
    }

    @Test func nextAndPreviousLeadWorkFromInsideTheCard() {
        let pilot = Pilot()
        pilot.press("Enter ]")
        #expect(pilot.selected == People.dana)
        #expect(pilot.session.focus == .card)
        #expect(pilot.lines[1].contains("Dana Whitfield"))
        pilot.press("j j j j j")
        #expect(!pilot.screen.contains("VP Operations"))
        pilot.press("] [")
        #expect(pilot.screen.contains("VP Operations"), "another lead's card begins at its top")
        pilot.press("[ [ [")
        #expect(pilot.selected == People.mira)
    }

    @Test func theListKeepsItsPlaceWhenACardIsOpenedAndClosed() {
        for width in [80, 120] {
            let pilot = crowded(width)
            for _ in 0..<50 { pilot.press("j") }
            pilot.press("k k k")
            let before = pilot.session.render()
            pilot.press("Enter j k G Esc")
            #expect(pilot.session.render().lines().map { $0.prefix(40) } == before.lines().map { $0.prefix(40) })
        }
    }

    @Test func tabsGoRoundAndKeepTheirPlaces() {
        let pilot = Pilot()
        pilot.press("j j Tab")
        #expect(pilot.session.tab == .leads)
        pilot.press("j Tab Tab Tab Tab Tab")
        #expect(pilot.session.tab == .today)
        #expect(pilot.selected == People.omar)
        pilot.press("S-Tab S-Tab S-Tab S-Tab S-Tab")
        #expect(pilot.session.tab == .leads)
        #expect(pilot.selected == People.dana)
        pilot.press("Enter 1")
        #expect(pilot.session.focus == .list)
    }

    @Test func aCardScrollsToItsEndAndNoFurther() {
        let pilot = Pilot()
        pilot.press("j Enter G")
        let end = pilot.session.render()
        #expect(pilot.lines[21].contains("added from trade fair") || pilot.lines[22].contains("added from trade fair"))
        pilot.press("j C-d G")
        #expect(pilot.session.render() == end)
        pilot.press("k")
        #expect(pilot.session.render() != end)
        pilot.press("g")
        #expect(pilot.screen.contains("VP Operations"))
    }

    @Test func aCardThatGoesOnSaysSo() {
        let pilot = Pilot()
        pilot.press("j Enter")
        #expect(pilot.screen.contains("more ↓"))
        pilot.press("G")
        #expect(!pilot.screen.contains("more ↓"))
    }

    @Test func aWindowMadeSmallAndLargeAgainLooksTheSame() {
        for scene in Scene.all {
            let pilot = scene.make(120, 40)
            let before = pilot.session.render()
            for (width, height) in [(60, 16), (1, 1), (200, 50), (80, 24), (0, 0), (99, 16), (120, 40)] {
                pilot.resize(width, height)
                _ = pilot.session.render()
            }
            #expect(pilot.session.render() == before, "\(scene)")
        }
    }

    @Test func aScrolledListStaysWhereItIsWhenTheWindowWasSmallInBetween() {
        let pilot = crowded(80, 40)
        for _ in 0..<70 { pilot.press("j") }
        pilot.press("k k k k k k k k k k k k k k k k k k k k")
        let before = pilot.session.render()
        for (width, height) in [(80, 16), (60, 16), (200, 50), (80, 18), (80, 40)] { pilot.resize(width, height) }
        #expect(pilot.session.render() == before)
    }

    @Test func aCardThatWasScrolledInALowWindowMovesWithTheFirstKeyInAHighOne() {
        let pilot = Pilot(60, 16)
        pilot.press("j Enter G")
        pilot.resize(80, 24)
        let before = pilot.lines
        #expect(pilot.screen.contains("added from trade fair"))
        pilot.press("k")
        #expect(pilot.lines[3] == before[2])
    }

    @Test func aNewDayJudgesEveryLeadAnew() {
        let pilot = Pilot()
        #expect(pilot.lines[0].contains("1 Today 12"))
        pilot.press("j")
        pilot.clock("2026-11-23T23:59")
        #expect(pilot.lines[0].contains("1 Today 12") && pilot.lines[0].contains("23:59"))
        #expect(pilot.screen.contains("14:00 · budget"))
        pilot.clock("2026-11-24T00:00")
        #expect(pilot.lines[0].contains("1 Today 12") && pilot.lines[0].contains("00:00"))
        #expect(pilot.screen.contains("1 day late · budget"))
        #expect(!pilot.screen.contains("Ines Vogel"), "tried yesterday, and rests for two days")
        pilot.resize(80, 40)
        pilot.clock("2026-11-25T00:00")
        #expect(pilot.lines[0].contains("1 Today 13"))
        #expect(pilot.screen.contains("Ines Vogel"))
        #expect(pilot.selected == People.dana)
        pilot.clock("2026-12-07T08:00")
        #expect(pilot.screen.contains("09:30 · after the fair"))
        pilot.expect()
    }

    @Test(
        "A key that only moves about can be looked beyond", arguments: ["j", "G", "g", "PgDn", "C-u", "]"])
    func whatAKeyShowsIsKnownBeforehand(_ name: String) throws {
        let key = try #require(Key(name: name))
        for tab in Session.Tab.allCases {
            let pilot = Pilot(120, 40)
            pilot.press("\(tab.rawValue) j")
            // Between the two the clock goes on by seconds.
            var foreseen = try #require(pilot.session.after(key))
            let later = Now(try #require(Moment("2026-11-23T08:30:59+01:00")), zone: People.zone)
            let isSameMinute = foreseen.showsMinute(of: later)
            #expect(isSameMinute)
            _ = foreseen.update(.clock(later))
            pilot.send(.clock(later))
            pilot.press(name)
            let isSame = foreseen.render() == pilot.session.render()
            #expect(isSame, "\(tab)")
            pilot.expect()
        }
    }

    @Test(arguments: ["n", "t", "b", "q", "u", "T", "/", "é", "3", "Tab", "l", "Esc"])
    func aKeyThatDoesMoreIsNotForeseen(_ name: String) throws {
        let foreseen = Pilot().session.after(try #require(Key(name: name)))
        #expect(foreseen?.size == nil)
    }

    @Test func nothingIsForeseenWithinALayerAPrefixOrARunOfCalls() throws {
        for keys in ["t", "b", "T", "/", "c"] {
            let pilot = Pilot()
            pilot.press(keys)
            #expect(pilot.session.after(.character("j"))?.size == nil)
        }
    }
}
