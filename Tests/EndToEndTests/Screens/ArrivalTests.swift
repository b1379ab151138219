import FoundationEssentials
import Testing

/// What others write while the screens are open: it is there at once, and nothing moves under the user's eyes.
@Suite(.serialized) struct ArrivalTests {
    /// Who is in the list from its top to its bottom, and where the cursor is.
    private func list(_ tmux: Tmux) -> [String] { tmux.lines.dropFirst(2).dropLast(2).map { String($0.prefix(16)) } }

    /// 5,000 people whose names come before those of `people`.
    private func crowd(_ desk: Desk) throws -> String {
        let rows = (10_001...15_000).map { "Crowd \($0),Company \($0),+1 312 555 \($0),c\($0)@example.com" }
        return try desk.file("crowd.csv", (["Name,Company,Phone,Email"] + rows).joined(separator: "\n") + "\n")
    }

    /// The screens with the cursor on Person 0013, in the middle of the list of leads.
    private func atLead13(_ desk: Desk, of total: Int) throws -> Tmux {
        let tmux = try Tmux(desk, width: 100, height: 24)
        try tmux.open(until: "Today ─ \(total) to call")
        tmux.press("2", "/")
        tmux.type("person")
        tmux.press("Enter")
        try tmux.wait(for: "Person 0001")
        for _ in 1..<13 { tmux.press("j") }
        try tmux.wait(for: "─ Person 0013 ─")
        tmux.press("Escape")
        try tmux.wait(for: "Leads ─ \(total) ")
        try tmux.wait(for: "▌ Person 0013")
        return tmux
    }

    @Test func whatAnotherProcessImportsAndLogsMovesNothing() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(40))
        let tmux = try atLead13(desk, of: 40)
        let before = list(tmux)
        try desk.done("import", try crowd(desk))
        try tmux.wait(for: "Leads ─ 5040 ")
        #expect(list(tmux) == before)
        for outcome in ["busy", "no answer"] {
            try desk.done("log", "person 0013", outcome)
            try tmux.wait(for: "☎ \(outcome)")
        }
        try desk.done("log", "person 0014", "busy")
        try tmux.wait(for: "Today 5038 ")
        #expect(list(tmux) == before)
    }

    /// What pressing a key again would show is worked out beforehand.
    @Test func whatArrivesIsInThePictureOfTheNextKey() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(4))
        let tmux = try Tmux(desk, width: 100, height: 24)
        try tmux.open(until: "Today ─ 4 to call")
        tmux.press("2", "j")
        try tmux.wait(for: "─ Person 0002 ─")
        try desk.done("log", "person 0003", "busy")
        try tmux.wait(for: "1/50")
        tmux.press("j")
        try tmux.wait(for: "─ Person 0003 ─")
        #expect(tmux.screen.contains("☎ busy") && tmux.screen.contains("1/50"))
    }

    @Test func aFileThatASyncerReplacesMovesNothing() throws {
        let desk = try Desk()
        // Another machine has written more than what has arrived here so far.
        let own = desk.environment
        desk.environment["XDG_STATE_HOME"] = desk.home + "/other"
        try desk.done("import", try desk.people(40))
        let file = try #require(try desk.segments().first)
        let early = try read(file)
        try desk.done("import", try crowd(desk))
        try desk.done("log", "person 0013", "busy")
        let late = desk.home + "/late"
        try write(try read(file), to: late)
        try write(early, to: file)

        desk.environment = own
        let tmux = try atLead13(desk, of: 40)
        let before = list(tmux)
        #expect(try desk.shell("mv late '\(file)'").status == 0)
        try tmux.wait(for: "Leads ─ 5040 ")
        try tmux.wait(for: "☎ busy")
        #expect(list(tmux) == before)
        // An old version that comes afterwards takes nothing away.
        try write(early, to: late)
        #expect(try desk.shell("mv late '\(file)'").status == 0)
        tmux.press("j")
        try tmux.wait(for: "▌ Person 0014")
        #expect(tmux.screen.contains("Leads ─ 5040 "))
    }

    @Test func whoIsWaitedForIsNamedWhileAKeyIsSaved() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let tmux = try Tmux(desk)
        try tmux.open(until: "Today ─ 3 to call")
        _ = try desk.shell("mkfifo end")
        let holder = try desk.start(
            "sh", ["-c", "cd \"$HOME\" && exec 9<>\"$(ls state/lastcall/*/lock)\" && flock 9 && : >held && cat end"])
        let isHeld = try attempt(seconds: 20) { try desk.shell("test -e held").status == 0 }
        try #require(isHeld)
        tmux.press("n")
        try tmux.wait(for: "keeps the journal locked; wait until it has finished")
        _ = try desk.shell(": >end")
        _ = try holder.end(seconds: 20)
        try tmux.wait(for: "Saved: no answer")
        #expect(!tmux.screen.contains("locked"))
    }
}
