import FoundationEssentials
import Testing

/// What people type by mistake, or twice.
@Suite struct SlipTests {
    @Test func whoIsOnFileIsNotAddedTwice() throws {
        let desk = try Desk()
        let id = try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142", "--email", "dana@example.com")
            .prefix(10)
        let twice = try desk.lastcall("add", "D. Whitfield", "--email", "Dana@example.com")
        #expect(twice.status == 65)
        #expect(
            twice.errors == "lastcall: Dana Whitfield (\(id)) is on file already, with the same e-mail; use “edit” to"
                + " change it\n")
        let doubt = try desk.lastcall("add", "Omar Reyes", "--phone", "+1 312 555 0142")
        #expect(
            doubt.status == 0 && doubt.errors.contains("Dana Whitfield (\(id)) has the same phone; added all the same"))
        #expect(try desk.journal().filter { $0.contains(#""do":"add""#) }.count == 2)
        let held = try desk.shell("flock \"$(echo state/lastcall/*/lock)\" lastcall add Kim --phone '+1 312 555 0142'")
        #expect(held.status == 69 && !held.errors.contains("added"), "\(held.errors)")
    }

    @Test(arguments: ["add Ada --email ada", "add Ada --email @example.com", "edit Omar --email 'omar@'"])
    func whatIsNoAddressIsRefused(words: String) throws {
        let desk = try Desk()
        try desk.done("add", "Omar")
        let ending = try desk.shell("lastcall \(words)")
        #expect(ending.status == 65 && ending.errors.contains("is no e-mail address; write it as name@example.com"))
    }

    @Test(arguments: [
        ("let-go omar", "let go"), ("next omar none", "no next step"), ("do-not-contact omar", "do not contact"),
    ])
    func whatIsSoAlreadyIsNotRecordedTwice(words: String, said: String) throws {
        let desk = try Desk()
        try desk.done("add", "Omar")
        if words.contains("next") { try desk.done("next", "omar", "3d") }
        let first = try desk.shell("lastcall \(words)")
        #expect(first.status == 0 && first.text.contains("Saved: \(said)"))
        let count = try desk.journal().count
        let second = try desk.shell("lastcall \(words)")
        #expect(second.status == 0 && second.text == "Nothing to record: \(said) already · Omar\n", "\(second.errors)")
        #expect(try desk.shell("lastcall \(words) --json").text == "[]\n")
        #expect(try desk.journal().count == count)
    }

    @Test(arguments: ["list --limit -1", "today --limit -1", "log-book --limit -1", "demo --leads -1"])
    func aNumberBelowZeroIsReadAndRefused(words: String) throws {
        let ending = try Desk().shell("lastcall \(words)")
        #expect(ending.status == 64 && ending.errors.contains("is -1; give a number from"), "\(ending.errors)")
    }

    @Test func anOrderBelowZeroIsRefusedAsOne() throws {
        let desk = try Desk()
        try desk.done("add", "Omar")
        for words in ["order Omar -5", "order Omar -1.5k --json", "order --pity -5 Omar", "order Omar -- -5"] {
            let ending = try desk.shell("lastcall \(words)")
            #expect(ending.status == 65 && ending.errors.contains("an order cannot be worth -"), "\(ending.errors)")
        }
    }

    @Test func whatAnOptionIsGivenIsNoAmount() throws {
        let desk = try Desk()
        try desk.done("add", "Omar")
        let ending = try desk.shell("lastcall order Omar 500 --at -5m")
        #expect(ending.status != 0 && !ending.errors.contains("worth"), "\(ending.errors)")
    }

    @Test(arguments: ["keys", "settings"]) func aFileThatIsNotThereIsNotCalledGood(command: String) throws {
        for flag in ["", "--check"] {
            let ending = try Desk().shell("lastcall \(command) \(flag) nowhere.json5")
            #expect(ending.status == 74 && ending.errors.contains("nowhere.json5: cannot be read"), "\(ending.errors)")
        }
    }

    @Test func whomAnUndoneImportKeepsIsNamed() throws {
        let desk = try Desk()
        let said = try desk.done("import", try desk.people(2))
        let batch = try #require(said.split(separator: "\n").last?.split(separator: " ").last)
        try desk.done("log", "person 0002", "busy")
        #expect(try desk.done("import", "--undo", String(batch)).contains("Taken back: 1 lead.\nKept: 1 lead with"))
        let again = try desk.done("import", "--undo", String(batch))
        #expect(again.hasPrefix("Nothing was taken back.\nKept: 1 lead with something recorded since.\n  "))
        #expect(again.hasSuffix("  Person 0002\n"))
    }

    @Test func everyMistakeOfTheSettingsIsNamedAndKeepsNobodyOut() throws {
        let desk = try Desk()
        try desk.done("settings", "--write")
        let file = desk.home + "/config/lastcall/settings.json5"
        try write(Array("{ goal: 'many',\n  gaol: 7, opener: 3 }\n".utf8), to: file)
        let ending = try desk.lastcall("settings", "--check")
        #expect(ending.status == 65)
        let lines = ending.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(zip(lines, [1, 2, 2]).allSatisfy { $0.hasPrefix("lastcall: \(file):\($1): k") })
        #expect(
            try desk.lastcall("list").errors.contains(
                "goal”: should be a whole number from 1 to 1000; lastcall settings"))
        let tmux = try Tmux(desk, width: 200)
        try tmux.open(until: "There is no lead here yet")
        try tmux.wait(for: "The default holds there; lastcall settings --check names 2 more")
        tmux.press("d")
        try tmux.wait(for: "to call")
        try tmux.wait(for: "The default holds there")
    }
}
