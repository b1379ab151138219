import Canvas
import Pipeline
import Testing

@testable import Interface

/// The hints at the foot of the screen, and what is said there.
@Suite("Footer") struct FooterTests {
    private static let states = Scene.all.filter { !$0.name.hasPrefix("message") && !$0.name.hasSuffix("refused") }

    @Test(arguments: states) func hintsFitAndStandApartAtEveryWidth(_ scene: Scene) {
        let pilot = scene.make(80, 24)
        for width in 60...250 {
            pilot.resize(width, 24)
            let footer = Layout(pilot.session).footer
            var end = footer.x
            for hint in pilot.session.footerHints(footer) {
                #expect(hint.x > end || end == footer.x, "\(hint.keys) overlaps at \(width)")
                #expect(hint.width == Pilot.text.width("\(hint.keys) \(hint.title)"))
                end = hint.x + hint.width
                #expect(end <= footer.maxX, "\(hint.keys) does not fit into \(width)")
            }
        }
        for width in [60, 61, 79, 80, 99, 100, 120, 250] {
            pilot.resize(width, 24)
            let footer = pilot.footer
            for hint in pilot.session.footerHints(Layout(pilot.session).footer) {
                #expect(footer.contains("\(hint.keys) \(hint.title)"), "at \(width): \(footer)")
            }
        }
    }

    @Test func whereTheRestIsFoundIsAlwaysShown() {
        for pilot in [Pilot(), Pilot(on: [])] {
            for width in 60...250 {
                pilot.resize(width, 24)
                #expect(pilot.session.footerHints(Layout(pilot.session).footer).last?.title == "more")
            }
        }
    }

    @Test func thereAreMoreHintsInAWiderWindowAndTheMostUsedComeFirst() {
        var before: [String] = []
        let pilot = Pilot()
        for width in 60...250 {
            // From here on what was done today stands before them.
            if width == 100 { before = [] }
            pilot.resize(width, 24)
            let keys = pilot.session.footerHints(Layout(pilot.session).footer).map(\.keys).dropLast()
            #expect(keys.starts(with: before), "a hint went when the window became wider, at \(width)")
            before = Array(keys)
        }
        #expect(before.prefix(5) == ["n", "v", "t", "m", "e"])
    }

    @Test func insideACardOrAFilterTheWayBackIsShown() {
        for width in [60, 80, 120] {
            let pilot = Pilot(width, 24)
            pilot.press("Enter")
            #expect(pilot.footer.contains("Esc back"))
            pilot.press("Esc")
            #expect(!pilot.footer.contains("Esc"))
            pilot.type("/da")
            pilot.press("Enter")
            #expect(pilot.footer.contains("Esc show all"))
        }
    }

    @Test func onlyWhatAppliesIsHinted() {
        let pilot = Pilot(120, 24)
        pilot.type("/nobody at all")
        pilot.press("Enter")
        #expect(!pilot.footer.contains("n no answer"))
        let hints = pilot.session.footerHints(Layout(pilot.session).footer)
        #expect(hints.map(\.keys) == ["/", "A", "u", "S", "F", "Esc", "?"])
        #expect(hints.allSatisfy { $0.isAvailable })
    }

    @Test func whereDecisionsAreMadeWhatSettlesALeadComesFirst() {
        let pilot = Pilot()
        pilot.press("3")
        #expect(pilot.footer.hasPrefix(" b break up  x let go  z park  K keep"))
        pilot.press("5")
        #expect(pilot.footer.hasPrefix(" r revive"))
    }

    @Test func aPopUpHasItsOwnHints() {
        for keys in ["t", "L", "p"] {
            let pilot = Pilot()
            pilot.press(keys)
            #expect(pilot.footer == " Esc leave")
        }
    }

    @Test func aLongMessageTakesTheLinesItNeeds() {
        for width in [60, 80, 120, 200] {
            let pilot = Pilot(width, 24)
            pilot.find(People.ray)
            pilot.press("n")
            pilot.expect()
            let words = pilot.lines.suffix(4).joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(
                words.hasSuffix(
                    "Ray Stone asked on 2026-11-02 not to be contacted: “Take me off your list, please.”; "
                        + "nothing was logged. Only “allow contact” with a reason clears this."))
        }
    }

    @Test func aMessageWithoutEndLeavesRoomForTheRest() {
        let pilot = Pilot(60, 16)
        pilot.send(.failed(String(repeating: "on and on ", count: 500)))
        #expect(pilot.lines.filter { $0.contains("on and on") }.count == 4)
        #expect(pilot.footer.hasSuffix("…"))
    }

    @Test func aMessageStaysUntilTheNextKeyOrClick() {
        let pilot = Pilot()
        pilot.send(.done("Added 3."))
        pilot.clock("2026-11-23T08:31")
        pilot.resize(99, 30)
        pilot.wheel(.wheelDown, x: 10, y: 5)
        #expect(pilot.footer == " Added 3.")
        pilot.press("j")
        #expect(pilot.footer.hasPrefix(" n no answer"))
    }

    @Test func aClickOnAMessageOnlyTakesItAway() {
        let pilot = Pilot()
        pilot.send(.done("Added 3."))
        let before = pilot.selected
        pilot.click(x: 2, y: 23)
        pilot.expect()
        #expect(pilot.footer.hasPrefix(" n no answer"))
        #expect(pilot.selected == before)
    }

    @Test func readOnlyIsSaidAtEveryWidth() {
        let pilot = Pilot(readOnly: "No.")
        for width in [60, 61, 62, 65, 70, 75, 80, 120, 250] {
            pilot.resize(width, 16)
            #expect(pilot.lines[0].contains("read-only"), "\(width)")
        }
    }
}
