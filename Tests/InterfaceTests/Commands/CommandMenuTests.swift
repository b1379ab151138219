import Canvas
import Pipeline
import Testing

@testable import Interface

/// The palette and help: finding a command by words, and running it.
@Suite("Palette and help") struct CommandMenuTests {
    private func found(_ words: String, _ kind: CommandMenu.Kind = .palette) -> [String] {
        var menu = CommandMenu(kind)
        menu.words = TextField(words)
        return menu.matches(.standard).map(\.command.id)
    }

    /// What somebody types, and the command that has to come first.
    private static let first: [(words: String, id: String)] = [
        ("email", "email"), ("e-mail", "email"), ("E-Mail", "email"), ("em", "email"),
        ("na", "no-answer"), ("noans", "no-answer"), ("answer no", "no-answer"), ("voicmail", "voicemail"),
        ("vm", "voicemail"), ("not int", "not-interested"), ("theme", "theme"), ("quit", "quit"), ("qu", "quit"),
        ("let go", "let-go"), ("import", "import"), ("csv", "import"), ("undo", "undo"), ("take back", "undo"),
        ("shell", "suspend"), ("N", "note"), ("n", "no-answer"), ("?", "help"), ("/", "filter"), ("C-r", "redo"),
        ("t i", "interested"), ("mouse", "toggle-mouse"),
    ]

    @Test(arguments: first) func whatFitsBestComesFirst(_ words: String, _ id: String) {
        #expect(found(words).first == id, "\(found(words).prefix(4))")
    }

    @Test func everyWordHasToFit() {
        #expect(found("teleport") == [])
        #expect(found("theme teleport") == [])
        #expect(found("zzz") == [])
    }

    @Test func withoutWordsAllStandInTheOrderOfTheTable() {
        #expect(found("") == Command.all.map(\.id))
        #expect(found("  ") == Command.all.map(\.id))
    }

    @Test func whatFitsAlikeKeepsTheOrderOfTheTable() {
        let order = Command.all.map(\.id)
        let pages = found("page").filter { $0.hasPrefix("page-") }
        #expect(pages == order.filter { $0.hasPrefix("page-") })
    }

    @Test func aSentenceIsNoHeapOfLetters() {
        // The letters are all there, one after the other, but nobody who types them means this.
        let letters = CommandSearch("klatd").matches(
            in: [Command("a", "x", "take back what was last done", keys: [], group: .all) { _ in [] }], .standard)
        #expect(letters.isEmpty)
    }

    @Test func helpFindsTheSameInGroups() {
        for words in ["email", "lead", "no", "back"] {
            let groups = found(words, .help).compactMap { id in Command.all.first { $0.id == id }?.group }
            #expect(Set(found(words, .help)) == Set(found(words)))
            #expect(groups == Command.Group.allCases.flatMap { group in groups.filter { $0 == group } })
        }
    }

    @Test func helpChoosesWhatFitsBest() {
        let pilot = Pilot()
        pilot.press("?")
        pilot.type("theme")
        pilot.press("Enter")
        guard case .themes = pilot.session.layers.last else {
            Issue.record("not the list of themes:\n\(pilot.screen)")
            return
        }
    }

    @Test(arguments: ["?", ":"]) func whatCannotBeRunSaysWhyAndStaysOpen(_ key: String) {
        let pilot = Pilot(120, 40, on: [])
        pilot.press(key)
        pilot.type("no answer")
        let reason = Command.needsLead(pilot.session) ?? ""
        // Help is to be read, also when nothing can be done yet.
        #expect(pilot.lines.contains { $0.contains("· There is no lead here") } == (key == ":"))
        #expect(pilot.screen.contains(reason))
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " " + reason)
        #expect(pilot.session.layers.count == 1)
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 50)])
    func aClickRunsTheRowAndTheWheelMoves(_ width: Int, _ height: Int) {
        for key in ["?", ":"] {
            let pilot = Pilot(width, height)
            pilot.press(key)
            pilot.type("park")
            pilot.click("off the list")
            #expect(pilot.screen.contains("For how long?"))
            let other = Pilot(width, height)
            other.press(key)
            let before = other.session.render()
            other.wheel(.wheelDown, x: 5, y: 5)
            #expect(other.session.render() != before)
            other.wheel(.wheelUp, x: 5, y: 5)
            #expect(other.session.render() == before)
            other.click(x: 0, y: 0)
            #expect(other.session.layers.isEmpty, "a click beside it leaves it")
        }
    }

    @Test(arguments: ["Esc", "C-c"]) func theyAreLeft(_ key: String) {
        for opening in [":", "?"] {
            let pilot = Pilot()
            let before = pilot.session.render()
            pilot.press("\(opening) q Down \(key)")
            pilot.expect()
            #expect(pilot.session.render() == before)
        }
    }

    @Test func theChoiceStaysInTheList() {
        let pilot = Pilot()
        pilot.press(": Up PgUp")
        let first = pilot.session.render()
        pilot.press("C-n C-p")
        #expect(pilot.session.render() == first)
        for _ in 0..<20 { pilot.press("PgDn") }
        let last = pilot.session.render()
        pilot.press("Down")
        #expect(pilot.session.render() == last)
        pilot.type("zzz")
        pilot.press("Down Up Enter")
        pilot.expect()
        #expect(pilot.screen.contains("No command does that."))
    }

    @Test func thePopUpOfAPrefixSaysWhyAChoiceIsNone() {
        let pilot = Pilot(100, 30)
        pilot.find(People.omar)
        pilot.press("t")
        #expect(pilot.lines.contains { $0.contains("i  interested") })
        #expect(!pilot.screen.contains("There is no lead"))
    }
}
