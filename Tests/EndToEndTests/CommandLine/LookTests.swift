import FoundationEssentials
import Testing

/// The user's keys and themes, seen from outside.
@Suite struct LookTests {
    private func config(_ desk: Desk, _ name: String, _ text: String) throws -> String {
        let folder = "\(desk.home)/config/lastcall"
        try FileManager.default.createDirectory(atPath: folder + "/themes", withIntermediateDirectories: true)
        return try desk.file("config/lastcall/\(name)", text)
    }

    @Test func keysPrintsWritesAndChecksTheFile() throws {
        let desk = try Desk()
        let path = desk.home + "/config/lastcall/keys.json5"
        #expect(try desk.done("keys", "--check") == "\(path): not there; the usual keys hold\n")
        #expect(try desk.done("keys").hasPrefix("// \(path)\n"))
        #expect(
            try desk.done("settings").hasPrefix(
                "// \(desk.home)/config/lastcall/settings.json5\n// lastcall's settings"))
        #expect(try desk.done("keys", "--write") == "Wrote \(path)\n")
        #expect(try desk.done("keys", "--check") == "\(path): no mistake\n")
        let again = try desk.lastcall("keys", "--write")
        #expect(again.status == 73 && again.errors.contains("is there already"))
        _ = try config(desk, "keys.json5", "{\n  note: 'F2',\n}\n")
        #expect(try desk.done("keys").contains("\n  \"note\": \"F2\","))
    }

    @Test func keysNamesEveryMistakeWithItsLine() throws {
        let desk = try Desk()
        let path = try config(desk, "keys.json5", "{\n  notes: 'F2',\n  edit: 'n',\n}\n")
        for arguments in [["keys", "--check"], ["keys"]] {
            let ending = try desk.run(Program.lastcall, arguments)
            #expect(ending.status == 65 && ending.output.isEmpty)
            #expect(
                ending.errors == """
                    lastcall: \(path):2: there is no command “notes”; did you mean note?
                    lastcall: \(path):3: “n” runs both no-answer, by default, and edit; give one of them another

                    """)
        }
    }

    @Test func themesListsPrintsAndWrites() throws {
        let desk = try Desk()
        let list = try desk.done("themes")
        for name in ["catppuccin", "dark", "gruvbox", "high-contrast", "monochrome", "nord", "sixteen"] {
            #expect(list.contains("  \(name)  "), "\(name)")
        }
        let dark = try desk.done("themes", "dark")
        #expect(dark.hasPrefix("// The look for a dark terminal") && dark.contains("// the name of a key"))
        let path = "\(desk.home)/config/lastcall/themes/mine.json5"
        #expect(try desk.done("themes", "mine", "--write") == "Wrote \(path)\n")
        #expect(String(decoding: try read(path), as: UTF8.self) == dark)
        #expect(try desk.lastcall("themes", "mine", "--write").status == 73)
        #expect(try desk.done("themes", "--check", "mine").contains("no mistake"))
        #expect(try desk.done("themes").contains("mine"))
        let missing = try desk.lastcall("themes", "gruvbx")
        #expect(missing.status == 65 && missing.errors.contains("did you mean gruvbox?"))
    }

    /// A theme of the user's, and what the check says of it after the file's name.
    private static let faults: [(text: String, said: String)] = [
        (
            "{\n  inherits: 'dark',\n  roles: {\n    bads: 'red',\n  },\n}",
            ":4: role bads does not exist; did you mean bad?"
        ),
        ("{\n  inherits: 'dark',\n  roles: { bad: 'reddish' },\n}", ":3: role bad, fg: “reddish” is no colour"),
        ("{\n  inherits: 'drak',\n}", ":2: inherits names “drak”, which is no theme"),
        ("{\n  inherits: 'dark'\n  roles: {},\n}", ":2: a comma is missing at the end of this line"),
        ("{\n  inherits: 'dark',\n  roles: {\n    dim: '#333333',\n  },\n}", ":4: role dim has a contrast of"),
        ("{\n  roles: {},\n}", ":2: role text has no style"),
    ]

    @Test(arguments: faults) func themesNamesTheFileTheLineAndTheRole(_ text: String, _ said: String) throws {
        let desk = try Desk()
        let path = try config(desk, "themes/mine.json5", text)
        for name in ["mine", path] {
            let ending = try desk.lastcall("themes", "--check", name)
            #expect(ending.status == 65)
            #expect(ending.errors.hasPrefix("lastcall: \(path)\(said)"), "\(ending.errors)")
        }
        #expect(try desk.lastcall("themes", "--check").errors.contains(path))
    }

    @Test func aMistakeKeepsNobodyOut() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142")
        _ = try config(desk, "keys.json5", "{\n  note: 'n',\n}\n")
        _ = try config(desk, "themes/mine.json5", "{ roles: { bad: 'reddish' } }")
        try FileManager.default.createDirectory(
            atPath: desk.home + "/state/lastcall", withIntermediateDirectories: true)
        _ = try desk.file("state/lastcall/theme", "mine\n")
        let tmux = try Tmux(desk, width: 100, height: 30)
        try tmux.open(until: "Today ─ 1 to call")
        let said = tmux.lines.joined()
        #expect(said.contains("keys.json5:2: “n” runs both") && said.contains("The usual keys hold"), "\(tmux.screen)")
        #expect(said.contains("mine.json5:1: role bad, fg: “reddish” is no colour"), "\(tmux.screen)")
        tmux.press("n")
        try tmux.wait(for: "Saved: no answer")
    }

    @Test func theThemeThatWasKeptComesBack() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142")
        let tmux = try Tmux(desk, width: 100, height: 30)
        try tmux.open(until: "Today ─ 1 to call")
        let dark = tmux.coloured
        tmux.press("T", "j")
        try tmux.wait("the next theme") { _ in tmux.coloured != dark }
        tmux.press("Enter")
        try tmux.wait(for: "Theme: gruvbox")
        #expect(String(decoding: try read(desk.home + "/state/lastcall/theme"), as: UTF8.self) == "gruvbox\n")
        tmux.press("Escape")
        try tmux.wait("no message") { !$0.contains("Theme:") }
        // A blank may have the colour of what was there before; it shows none.
        let kept = Set(tmux.colours)
        tmux.press("q")
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
        try tmux.open(until: "Today ─ 1 to call")
        // The rest of the first picture may come a moment after its title.
        try tmux.wait("the theme that was kept") { _ in Set(tmux.colours) == kept }
        #expect(!kept.isEmpty)
        #expect(try desk.done("themes").contains("* gruvbox"))
    }

    @Test func theUsersKeysAndMouseHold() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142")
        _ = try config(desk, "keys.json5", "{ 'no-answer': 'w', talked: 'F4', mouse: false }")
        let tmux = try Tmux(desk, width: 100, height: 30)
        try tmux.open(until: "w no answer")
        #expect(tmux.fact("mouse_standard_flag") == "0")
        tmux.press("F4")
        try tmux.wait(for: "i  interested")
        tmux.press("Escape", "M")
        try tmux.wait("the mouse") { _ in tmux.fact("mouse_standard_flag") == "1" }
        tmux.press("M")
        try tmux.wait("no mouse") { _ in tmux.fact("mouse_standard_flag") == "0" }
        tmux.press("w")
        try tmux.wait(for: "Saved: no answer")
    }
}
