import Canvas
import Pipeline
import Testing

@testable import Interface

/// The user's file of keys.
@Suite("Keys") struct KeymapTests {
    private func keymap(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Keymap {
        let (keymap, mistakes) = Keymap.read(Array(text.utf8))
        #expect(mistakes == [], sourceLocation: location)
        return keymap
    }

    /// A mistake in a file, and the line and the sentence that tell of it.
    private static let mistakes: [(text: String, line: Int, sentence: String)] = [
        ("{\n  note: 'n',\n", 3, "the text ends too early; close every brace and bracket"),
        ("[]", 1, "the file should be an object in braces"),
        ("{\n  notes: 'F2',\n}", 2, "there is no command “notes”; did you mean note?"),
        ("{\n  mous: false,\n}", 2, "there is no command “mous”; did you mean mouse?"),
        ("{ mouse: 'no' }", 1, "mouse should be true or false"),
        (
            "{ note: true }", 1,
            "note takes a key as \"n\", a list of them as [\"n\", \"F5\"], or null for none"
        ),
        ("{ note: [\n  'F2',\n  7,\n] }", 3, "note: a key stands in quotation marks, as \"n\""),
        ("{ note: 'F77' }", 1, "note: there is no key “F77”; did you mean “F7”?"),
        ("{ note: ['F2', 'PgDwn'] }", 1, "note: there is no key “PgDwn”; did you mean “PgDn”?"),
        ("{ note: 'C-1' }", 1, "note: there is no key “C-1”; did you mean “C-a”?"),
        ("{ note: 'tk' }", 1, "note: there is no key “tk”; did you mean “t k”?"),
        ("{ note: ' ' }", 1, "note: “ ” names no key; a blank is called Space, and null is for none"),
        ("{ note: 'a b c d e' }", 1, "note: 5 keys one after the other are too many; 4 are the most"),
        ("{ note: 't Esc' }", 1, "note: Esc and C-c leave what other keys began; they can only stand first"),
        ("{ quit: null }", 1, "quit has no key, and nobody could leave; give it one"),
        ("{ quit: [] }", 1, "quit has no key, and nobody could leave; give it one"),
        (
            "{\n\n  note: 'n' }", 3,
            "“n” runs both no-answer, by default, and note; give one of them another"
        ),
        (
            "{\n  note: 'F2',\n  edit: 'F2',\n}", 3, "“F2” runs both note and edit; give one of them another"
        ),
        ("{ note: ['F2', 'F2'] }", 1, "“F2” runs note twice; take one away"),
        (
            "{ note: 'n x', }", 1,
            "“n” runs no-answer, by default, but “n x” of note begins with it; give one of them another"
        ),
        (
            "{\n  note: 'F2 x',\n  edit: 'F2',\n}", 3,
            "“F2” runs edit, but “F2 x” of note begins with it; give one of them another"
        ),
        (
            "{ talked: 'x' }", 1,
            "“x” runs both talked and let-go, by default; give one of them another"
        ),
    ]

    @Test(arguments: mistakes) func aMistakeIsToldWithItsLine(_ text: String, _ line: Int, _ sentence: String) {
        let (_, mistakes) = Keymap.read(Array(text.utf8))
        #expect(mistakes.map(\.description) == [sentence])
        #expect(mistakes.map(\.line) == [line])
    }

    @Test func everyMistakeIsToldAndTheUsualKeysHold() {
        let (keymap, mistakes) = Keymap.read(Array("{\n  zap: 'a',\n  note: 'F2',\n  edit: 'F99',\n}".utf8))
        #expect(mistakes.map(\.line) == [2, 4])
        #expect(keymap.name(of: "note") == "N")
    }

    @Test func whatIsNotInTheFileKeepsItsKeys() {
        let keymap = keymap("{ note: 'F2' }")
        for command in Command.all where command.id != "note" {
            #expect(keymap.keys(of: command.id) == command.usualKeys, "\(command.id)")
        }
        #expect(keymap.keys(of: "note") == [[.function(2)]])
        #expect(keymap.usesMouse)
        #expect(!self.keymap("{ mouse: false }").usesMouse)
    }

    @Test func aCommandTakesSeveralKeysASequenceOrNone() {
        let pilot = Pilot(keymap: keymap("{ note: ['F2', 'C-n'], keep: null, park: 'F3 p' }"))
        for key in ["F2", "C-n"] {
            pilot.press(key)
            #expect(pilot.session.layers.count == 1, "\(key)")
            pilot.press("Esc")
        }
        pilot.press("F3 p")
        #expect(pilot.session.layers.count == 1)
        pilot.press("Esc N")
        #expect(pilot.footer == " N does nothing here; ? shows every key.")
        pilot.press("K")
        #expect(pilot.footer == " K does nothing here; ? shows every key.")
    }

    @Test func whatFollowsAPrefixMovesWithIt() {
        let keymap = keymap("{ talked: ['w', 'F4'], bought: 'F5' }")
        #expect(Keymap.name(of: keymap.keys(of: "interested")[0]) == "w i")
        #expect(Keymap.name(of: keymap.keys(of: "interested")[1]) == "F4 i")
        #expect(keymap.keys(of: "bought") == [[.function(5)]])
        for prefix in ["w", "F4"] {
            let pilot = Pilot(keymap: keymap)
            pilot.press(prefix)
            #expect(pilot.lines.contains { $0.contains("i  interested") })
            #expect(!pilot.screen.contains("bought"))
            pilot.press("i")
            pilot.expectRecorded(
                .attempt(Attempt(.phone, .interested)), of: People.mira, said: "Saved: interested · Mira Lindqvist")
        }
    }

    @Test func aPrefixWithoutAKeySaysSo() {
        let pilot = Pilot(keymap: keymap("{ talked: null }"))
        #expect(pilot.session.keymap.keys(of: "interested") == [])
        for command in Command.all where command.id == "talked" { pilot.run(command) }
        #expect(pilot.footer.hasPrefix(" “talked” has no key that"))
    }

    @Test func whatIsSaidNamesTheUsersKeys() {
        let pilot = Pilot(
            keymap: keymap("{ help: 'F1', redo: 'C-y', 'no-answer': 'F2', leads: 'F8', revive: null }"))
        pilot.press("Z")
        #expect(pilot.footer == " Z does nothing here; F1 shows every key.")
        #expect(pilot.session.footerHints(Layout(pilot.session).footer).first?.keys == "F2")
        pilot.press("F2 u")
        _ = pilot.takeEffects()
        #expect(pilot.footer.hasSuffix("C-y puts it back."))
        #expect(Command.needsLead(Pilot(on: [], keymap: pilot.session.keymap).session)?.contains("press F8") == true)
        #expect(pilot.session.keymap.name(of: "revive") == ": revive", "what has no key is found by its name")
        pilot.press("F1")
        pilot.type("put back")
        #expect(pilot.screen.contains("C-y"))
    }

    @Test func aFirstStartNamesTheUsersKeys() {
        let pilot = Pilot(on: [], keymap: keymap("{ import: 'F6' }"))
        #expect(pilot.lines.contains { $0.contains("F6  import a list") })
    }

    @Test func belowTheSmallestSizeTheUsersKeyLeaves() {
        let pilot = Pilot(keymap: keymap("{ quit: 'F10' }"))
        pilot.resize(30, 5)
        #expect(pilot.screen.contains("F10 quits"))
        pilot.press("q C-c")
        pilot.expect()
        pilot.press("F10")
        pilot.expect(.quit)
    }

    @Test func theTableIsAFileThatSaysTheSame() {
        let usual = Keymap.standard.commented
        #expect(Keymap.read(Array(usual.utf8)).mistakes == [])
        // With every comment of an entry taken away it is the whole table.
        let open = usual.split(separator: "\n").map { line in
            line.hasPrefix("  // \"") || line.hasPrefix("  // mouse") ? "  " + line.dropFirst(5) : line
        }.joined(separator: "\n")
        let whole = keymap(open)
        for command in Command.all {
            #expect(open.contains("\n  \"\(command.id)\": "), "\(command.id)")
            #expect(whole.keys(of: command.id) == command.usualKeys, "\(command.id)")
        }
    }

    @Test func theTableInUseKeepsWhatTheUserChose() {
        let chosen = keymap("{ note: ['F2', '\\\\'], keep: null, talked: 'w', mouse: false }")
        let text = chosen.commented
        #expect(text.contains("\n  \"note\": [\"F2\", \"\\\\\"],"))
        #expect(text.contains("\n  \"keep\": null,"))
        #expect(text.contains("\n  mouse: false,"))
        #expect(text.contains("\n  // \"edit\": \"E\","))
        let again = keymap(text)
        for command in Command.all { #expect(again.keys(of: command.id) == chosen.keys(of: command.id)) }
    }

    @Test func theMouseIsTakenAndLeft() {
        let pilot = Pilot()
        pilot.press("M")
        pilot.expect(.useMouse(false))
        pilot.press("M")
        pilot.expect(.useMouse(true))
        let without = Pilot(keymap: keymap("{ mouse: false }"))
        without.press("M")
        without.expect(.useMouse(true))
    }
}
