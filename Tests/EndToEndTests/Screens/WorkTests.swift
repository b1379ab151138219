import FoundationEssentials
import Glibc
import Testing

/// Work at the screens of the shipped binary, in a real terminal.
@Suite(.serialized) struct WorkTests {
    /// The names in `Saved: no answer · NAME`, for as many dials as asked, each logged when the one before is saved.
    private func dial(_ times: Int, _ tmux: Tmux, of total: Int) throws -> [String] {
        try (1...times).map { time in
            tmux.press("n")
            try tmux.wait("\(total - time) left to call") { $0.contains("\(total - time) to call") }
            let said = try #require(tmux.lines.last)
            #expect(said.contains("Saved: no answer · "))
            return said.split(separator: "·").last.map { $0.split(separator: " ").joined(separator: " ") } ?? ""
        }
    }

    @Test func whatTheScreenCalledSavedIsThereAfterAKill() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(500))
        let first = try Tmux(desk)
        try first.open(until: "Today ─ 500 to call")
        #expect(first.screen.contains("Person 0"))
        let called = try dial(3, first, of: 500)
        #expect(Set(called).count == 3)
        #expect(kill(try first.pid, SIGKILL) == 0)
        try first.wait(for: "Killed")

        let second = try Tmux(desk)
        try second.open(until: "Today ─ 497 to call")
        second.press("2")
        try second.wait(for: "Leads ─ 500")
        for name in called {
            second.press("/", "C-u")
            second.type(name)
            second.press("Enter")
            try second.wait("the history of \(name)") {
                $0.contains("╭─ \(name) ─") && $0.contains("23 Nov 08:41  ☎ no answer")
            }
        }
        #expect(try desk.journal().filter { $0.contains("no answer") }.count == 3)
    }

    @Test func aDialOfAnotherProcessAppearsWithoutAKey() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let tmux = try Tmux(desk)
        try tmux.open(until: "Today ─ 3 to call")
        try desk.done("log", "person 0001", "busy")
        try tmux.wait(for: "Today ─ 2 to call")
        tmux.press("2")
        try tmux.wait(for: "☎ busy")
        try desk.done("add", "Zoe Newcomer")
        try tmux.wait(for: "Leads ─ 4")
        #expect(tmux.screen.contains("Zoe Newcomer"))
    }

    @Test func undoTakesBackAndRedoPutsBack() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(2))
        let tmux = try Tmux(desk)
        try tmux.open(until: "Today ─ 2 to call")
        tmux.press("v")
        try tmux.wait(for: "Today ─ 1 to call")
        tmux.press("u")
        try tmux.wait(for: "Taken back: voicemail")
        #expect(tmux.screen.contains("Today ─ 2 to call"))
        tmux.press("C-r")
        try tmux.wait(for: "Put back: voicemail")
        #expect(tmux.screen.contains("Today ─ 1 to call"))
        #expect(try desk.done("export").contains(#""by":"voicemail""#))
    }

    @Test func pastedTextIsTextAndNoCommand() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142")
        let tmux = try Tmux(desk)
        try tmux.open(until: "Today ─ 1 to call")
        tmux.paste("nvq")
        try tmux.wait(for: "Pasted text has no place here")
        tmux.press("N")
        try tmux.wait(for: "Note · Dana Whitfield")
        tmux.paste("quit\nn \u{1B}[31mred")
        try tmux.wait(for: "quit n ")
        #expect(try desk.journal().filter { $0.contains("\"attempt\"") }.isEmpty)
        tmux.press("Enter")
        try tmux.wait(for: "Saved: note")
        #expect(try desk.journal().last?.contains(#""text":"quit\nn "#) == true)
    }

    @Test func aLeadIsAddedByHandOnTheFirstMorning() throws {
        let desk = try Desk()
        let tmux = try Tmux(desk, width: 80, height: 24)
        try tmux.open(until: "There is no lead here yet")
        tmux.press("A")
        try tmux.wait(for: "Add a lead")
        tmux.type("Lena Försberg 日本")
        tmux.press("Enter")
        try tmux.wait(for: "Saved: added Lena Försberg 日本")
        #expect(try desk.done("list").contains("Lena Försberg 日本"))
    }

    @Test func aListIsImportedFromTheScreens() throws {
        let desk = try Desk()
        let file = try desk.people(12)
        let tmux = try Tmux(desk)
        try tmux.open(until: "There is no lead here yet")
        tmux.press("I")
        try tmux.wait(for: "Import leads")
        tmux.type(file)
        tmux.press("Enter")
        try tmux.wait(for: "FIRST ROWS")
        tmux.press("Enter")
        try tmux.wait(for: "added 12, skipped 0, in doubt 0")
        tmux.press("Enter")
        try tmux.wait(for: "Today ─ 12 to call")
    }

    @Test func aWrongColumnIsCorrectedAndTheImportTakenBack() throws {
        let desk = try Desk()
        _ = try desk.file("crm.csv", "Who,Where,Mail\nDana,Northgate,dana@n.example\n,,\nOmar,Tessel,omar@t.example\n")
        let tmux = try Tmux(desk, width: 80, height: 24)
        try tmux.open(until: "There is no lead here yet")
        tmux.press("I")
        try tmux.wait(for: "crm.csv")
        tmux.press("Enter")
        try tmux.wait(for: "FIRST ROWS")
        tmux.press("n", "Down", "c")
        try tmux.wait("the company") { $0.contains("company ●") && $0.contains("name ●") }
        tmux.press("Enter")
        try tmux.wait(for: "added 2, skipped 0")
        tmux.press("Enter")
        try tmux.wait(for: "Northgate")
        tmux.press("u")
        try tmux.wait(for: "There is no lead here yet")
        #expect(try desk.done("list", "--json") == "[]\n")
    }

    @Test func aNoteIsWrittenInTheEditor() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield")
        let editor = try desk.file("editor", "#!/bin/sh\nstat -c %a \"$1\" \"${1%/*}\" >modes\necho second >>\"$1\"\n")
        #expect(chmod(editor, 0o700) == 0)
        let tmux = try Tmux(desk, environment: ["EDITOR": editor])
        try tmux.open(until: "Today ─ 1 to call")
        tmux.press("N")
        tmux.type("first")
        tmux.press("C-o")
        try tmux.wait(for: "first second")
        tmux.press("Enter")
        try tmux.wait(for: "Saved: note")
        #expect(try desk.journal().last?.contains(#""text":"first\nsecond""#) == true)
        #expect(String(decoding: try read(desk.home + "/modes"), as: UTF8.self) == "600\n700\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home).filter { $0.contains("note") } == [])
    }

    @Test(arguments: ["exit 3", ": >\"$1\""]) func anEditorThatFailsOrLeavesNothingChangesNothing(_ line: String) throws
    {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield")
        let editor = try desk.file("editor", "#!/bin/sh\n\(line)\n")
        #expect(chmod(editor, 0o700) == 0)
        let tmux = try Tmux(desk, environment: ["VISUAL": editor, "EDITOR": "vi"])
        try tmux.open(until: "Today ─ 1 to call")
        tmux.press("N")
        tmux.type("typed")
        tmux.press("C-o")
        try tmux.wait(for: "the text is as it was")
        #expect(tmux.screen.contains("typed"))
        tmux.press("Enter")
        try tmux.wait(for: "Saved: note")
        #expect(try desk.journal().last?.contains(#""text":"typed""#) == true)
    }

    @Test func theDemoOfTheFirstScreenLeavesNothingBehind() throws {
        let desk = try Desk()
        let tmux = try Tmux(desk)
        try tmux.open(until: "There is no lead here yet")
        tmux.press("d")
        try tmux.wait(for: "to call")
        tmux.press("n")
        try tmux.wait(for: "Saved: no answer")
        tmux.press("q")
        try tmux.wait("the shell") { $0.hasSuffix("ready>") || $0.contains("ready>\n") }
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.home)
        #expect(left.filter { $0.contains("demo") } == [])
        #expect(try desk.lastcall("list").text.isEmpty)
    }
}
