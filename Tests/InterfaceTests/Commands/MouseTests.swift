import Canvas
import Pipeline
import Testing

@testable import Interface

/// The mouse: a click chooses what it hits, a second one opens it, the wheel scrolls what is under it.
@Suite("Mouse") struct MouseTests {
    @Test func aClickOnATabOpensItOverItsWholeWidth() {
        for width in [60, 80, 200] {
            for (tab, text, x, _) in Header(Pilot(width, 24).session).targets {
                for column in 0..<width where (x..<x + Pilot.text.width(text)).contains(column) {
                    let pilot = Pilot(width, 24)
                    pilot.press(tab == .today ? "2" : "1")
                    pilot.click(x: column, y: 0)
                    #expect(pilot.session.tab == tab)
                }
            }
        }
    }

    @Test(arguments: ["L", "t", "?", ":", "T", "F", "N", "A", "t l"])
    func aClickBesideAPopUpLeavesIt(_ keys: String) {
        let pilot = Pilot(120, 40)
        let before = pilot.session.render()
        pilot.press(keys)
        pilot.click(x: 1, y: 2)
        _ = pilot.takeEffects()
        #expect(pilot.session.layers.isEmpty && pilot.session.pending.isEmpty && pilot.session.render() == before)
    }

    @Test func aClickBesideAFormLosesNothingThatWasTyped() {
        let pilot = Pilot(120, 40)
        pilot.press("N")
        pilot.type("x")
        pilot.click(x: 1, y: 2)
        #expect(pilot.session.layers.count == 1 && pilot.screen.contains("x"))
    }

    @Test func aClickBesideTheTabsDoesNothing() {
        let pilot = Pilot()
        let targets = Header(pilot.session).targets.flatMap { Array($0.x..<$0.x + Pilot.text.width($0.text)) }
        let before = pilot.session.render()
        for column in 0..<80 where !targets.contains(column) { pilot.click(x: column, y: 0) }
        pilot.expect()
        #expect(pilot.session.render() == before)
    }

    @Test func aClickOnAHintDoesWhatItsKeyDoes() {
        let width = 250
        let session = Pilot(width, 24).session
        let hints = session.footerHints(Layout(session).footer)
        #expect(hints.count > 12)
        for hint in hints {
            let wanted = Pilot(width, 24)
            wanted.press(hint.keys)
            let effects = wanted.takeEffects()
            for column in [hint.x, hint.x + hint.width - 1] {
                let clicked = Pilot(width, 24)
                clicked.click(x: column, y: 23)
                #expect(clicked.takeEffects() == effects, "\(hint.title)")
                #expect(clicked.session.render() == wanted.session.render(), "\(hint.title)")
            }
            let beside = Pilot(width, 24)
            let before = beside.session.render()
            beside.click(x: hint.x - 1, y: 23)
            beside.click(x: hint.x + hint.width, y: 23)
            beside.expect()
            #expect(beside.session.render() == before, "\(hint.title)")
        }
    }

    @Test func aClickOnARowSelectsItAndASecondOneOpensItsCard() {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let pilot = Pilot(width, height)
            pilot.click("Omar Haddad")
            #expect(pilot.selected == People.omar)
            #expect(pilot.session.focus == .list)
            pilot.click("Omar Haddad")
            #expect(pilot.session.focus == .card)
            pilot.expect()
        }
    }

    @Test func aClickFindsItsRowInAScrolledList() {
        let pilot = Pilot(60, 16)
        pilot.press("G")
        pilot.click("Bruno Costa")
        #expect(pilot.selected == People.bruno)
    }

    @Test func aClickOnAHeadingOrAnEmptyLineSelectsNothing() {
        let pilot = Pilot(80, 40)
        pilot.click("Omar Haddad")
        for text in ["CALL BACK", "TRY AGAIN"] { pilot.click(text) }
        pilot.click(x: 10, y: 35)
        #expect(pilot.selected == People.omar)
        #expect(pilot.session.focus == .list)
    }

    @Test func aClickOnTheCardGivesItTheKeys() {
        let pilot = Pilot(120, 40)
        pilot.click("History")
        #expect(pilot.session.focus == .card)
        pilot.click("Omar Haddad")
        #expect(pilot.session.focus == .list)
    }

    @Test func theWheelMovesTheListAndScrollsTheCardUnderIt() {
        let pilot = Pilot(120, 24)
        pilot.wheel(.wheelDown, x: 10, y: 5)
        #expect(pilot.session.selectedRow == 3)
        pilot.wheel(.wheelUp, x: 10, y: 5)
        #expect(pilot.session.selectedRow == 0)
        pilot.click("Dana Whitfield")
        let list = pilot.lines.map { $0.prefix(60) }
        #expect(pilot.screen.contains("VP Operations"))
        pilot.wheel(.wheelDown, x: 100, y: 5)
        #expect(!pilot.screen.contains("VP Operations"))
        #expect(pilot.lines.map { $0.prefix(60) } == list, "the list moved with the card")
        pilot.wheel(.wheelUp, x: 100, y: 5)
        #expect(pilot.screen.contains("VP Operations"))
    }

    @Test func underAPopUpNothingIsClicked() {
        for keys in ["t", "L", "N", "/"] {
            for y in 0..<39 {
                let pilot = Pilot(120, 40)
                let before = pilot.session.render()
                pilot.press(keys)
                let over = pilot.session.render()
                pilot.wheel(.wheelDown, x: 20, y: 5)
                #expect(pilot.session.render() == over, "\(keys)")
                pilot.click(x: 20, y: y)
                pilot.expect()
                #expect([before, over].contains(pilot.session.render()), "\(keys) \(y)")
            }
        }
    }

    @Test func aClickOnAnOptionDoesWhatItsKeyDoes() {
        for (opening, option, keys) in [("t", "interested", "t i"), ("L", "voicemail", "L v"), ("p", "yes", "p y")] {
            let wanted = Pilot(120, 40)
            wanted.press("2 j \(keys)")
            let clicked = Pilot(120, 40)
            clicked.press("2 j \(opening)")
            let layout =
                if case .choice(let choice) = clicked.session.layers.last { clicked.session.options(of: choice) } else {
                    clicked.session.optionsOfPending
                }
            guard let box = layout.rows.first(where: { $0.row.title.hasSuffix(option) })?.rect else {
                Issue.record("\(option) is not offered")
                continue
            }
            clicked.click(x: box.x, y: box.y)
            #expect(clicked.session.render() == wanted.session.render(), "\(keys)")
            #expect(clicked.takeEffects() == wanted.takeEffects(), "\(keys)")
        }
    }

    @Test func aClickOnAnOptionThatIsUnavailableSaysWhy() {
        let pilot = Pilot(120, 40)
        pilot.find(People.nameless)
        pilot.press("y")
        pilot.click("copy phone")
        pilot.expect()
        #expect(pilot.footer == " Quiet Holdings has no number that works.")
    }

    @Test func aClickChoosesAField() {
        for (width, height) in [(120, 40), (60, 16)] {
            let pilot = Pilot(width, height)
            pilot.press("A")
            pilot.click("City")
            pilot.type("x")
            guard case .form(let before) = pilot.session.layers.last else { continue }
            #expect(before.current == 0, "a label is no field")
            guard let box = FormLayout(before, pilot.session).fields.first(where: { $0.index == 5 })
            else { continue }
            pilot.click(x: box.box.x, y: box.box.y)
            pilot.type("Oslo")
            guard case .form(let form) = pilot.session.layers.last else { continue }
            #expect(form.current == 5 && form.fields[5].input.text == "Oslo")
        }
    }

    @Test func theHintsOfAPopUpAreClicked() {
        let pilot = Pilot(120, 40)
        pilot.press("N")
        pilot.type("called back")
        pilot.click("Enter save")
        pilot.expectRecorded(.note("called back"), of: People.mira, said: "Saved: note · Mira Lindqvist")
        for keys in ["t", "L", "N", "A", "T", "?"] {
            pilot.press(keys)
            pilot.click("Esc ")
            #expect(pilot.session.layers.isEmpty && pilot.session.pending.isEmpty, "\(keys)")
        }
        pilot.expect()
    }

    @Test func onAnEmptyScreenClicksAreHarmless() {
        let pilot = Pilot(120, 40, on: [])
        let before = pilot.session.render()
        for y in 1..<39 { for x in stride(from: 0, to: 120, by: 23) { pilot.click(x: x, y: y) } }
        pilot.expect()
        #expect(pilot.session.render() == before)
        #expect(pilot.session.focus == .list)
    }

    @Test func theRightButtonDoesNothing() {
        let pilot = Pilot()
        let before = pilot.session.render()
        for y in 0..<24 { pilot.wheel(.secondaryPress, x: 5, y: y) }
        pilot.expect()
        #expect(pilot.session.render() == before)
    }
}
