import Glibc
import Testing

/// Lists, filters, views and the log-book, seen from outside.
@Suite struct ListTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data)
        return desk
    }

    private func names(_ desk: Desk, _ arguments: String...) throws -> [String] {
        let ending = try desk.run(Program.lastcall, ["list", "--columns", "name"] + arguments)
        #expect(ending.status == 0, "\(ending.errors)")
        return ending.text.split(separator: "\n").dropFirst().map { String($0) }
    }

    @Test func theFilterIsThatOfTheScreens() throws {
        let desk = try desk()
        let all = try names(desk)
        let suspects = try names(desk, "is:suspect")
        #expect(try names(desk, "-is:suspect").count == all.count - suspects.count)
        #expect(try names(desk, "is:suspect", "attempts>=20").count < suspects.count)
        #expect(try names(desk, "is:suspect or -is:suspect") == all)
        #expect(try names(desk, "zoe") == names(desk, "Zoë"))
        let exported = try desk.done("export", "is:suspect", "-is:dnc", "--format", "jsonl")
        let whole = try desk.done("export", "--format", "jsonl")
        #expect(!exported.isEmpty && exported.count < whole.count)
    }

    @Test(arguments: [
        (["list", "is:prospct"], "is:prospct is not known; did you mean is:prospect?"),
        (["export", "last>soon"], "last>soon: “soon” is no day"), (["list", "--limti", "3"], "no option “--limti”"),
        (["list", "--sort", "size"], "“size” is no order; use one of name, company, last"),
        (["list", "--columns", "name,size"], "there is no column “size”; use some of id, name"),
        (["list", "--view", "hot"], "there is no view “hot”"), (["list", "--limit=-1"], "--limit is -1"),
        (["list", "--json", "--columns", "name"], "--columns is of the table"),
    ])
    func aMistakeIsSaidAndEndsWith64(arguments: [String], sentence: String) throws {
        let desk = try Desk()
        let ending = try desk.run(Program.lastcall, arguments)
        #expect(ending.status == 64 && ending.output.isEmpty)
        #expect(ending.errors.hasPrefix("lastcall: ") && ending.errors.contains(sentence), "\(ending.errors)")
    }

    @Test func everyTermStandsInTheDocument() throws {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let text = String(decoding: try read(root + "/docs/filter.md"), as: UTF8.self)
        let desk = try Desk()
        func known(_ filter: String) throws -> [String] {
            let said = try desk.lastcall("list", filter).errors
            let list = said.split(separator: ":").last ?? said.split(separator: "?").last ?? ""
            return (list.split(separator: "?").last ?? "").split(separator: ",").map {
                $0.split(whereSeparator: \.isWhitespace).joined()
            }
        }
        let keys = try known("foo:x")
        #expect(keys.count > 30)
        for key in keys { #expect(text.contains("`\(key)"), "\(key)") }
        for key in ["is", "tier", "place"] {
            for word in try known("\(key):") { #expect(text.contains("`\(key):\(word)`"), "\(key):\(word)") }
        }
    }

    @Test func anOrderIsChosenAndTurnedRound() throws {
        let desk = try desk()
        let byName = try names(desk)
        #expect(byName == byName.sorted { $0.lowercased() < $1.lowercased() })
        #expect(try names(desk, "--sort", "-name") == byName.reversed())
        let first = try names(desk, "--sort", "score", "--limit", "1", "score:any")
        #expect(try names(desk, "--sort", "-score", "score:any").last == first.first)
        let today = try desk.done("today", "--limit", "1").split(separator: "\n").last ?? ""
        #expect(today.contains(try names(desk, "--sort", "morning", "--limit", "1").first ?? "nobody"))
    }

    @Test func theColumnsAreThoseAskedFor() throws {
        let desk = try desk()
        let lines = try desk.done("list", "--columns", "name, City,attempts", "--limit", "2").split(separator: "\n")
        #expect(lines.count == 3 && lines[0].split(separator: " ") == ["NAME", "CITY", "ATTEMPTS"])
    }

    @Test func aViewIsAFileThatOneMayEdit() throws {
        let desk = try desk()
        let folder = desk.home + "/config/lastcall/views"
        try desk.done("settings", "--write")
        #expect(mkdir(folder, 0o700) == 0)
        try write(Array("{ filter: \"is:suspect\", sort: \"-name\" } // mine".utf8), to: folder + "/mine.json5")
        #expect(try names(desk, "--view", "mine") == names(desk, "is:suspect").reversed())
        #expect(try names(desk, "--view", "mine", "zoe", "--sort", "name") == names(desk, "is:suspect", "zoe"))
        try write(Array("{\n filter: \"is:x\" }".utf8), to: folder + "/mine.json5")
        let ending = try desk.lastcall("list", "--view", "mine")
        #expect(ending.status == 65 && ending.errors.contains("mine.json5:2: key “filter”: is:x is not known"))
    }

    @Test func theScreensKeepAViewThatTheCommandLineShows() throws {
        let desk = try desk()
        let tmux = try Tmux(desk)
        try tmux.open(until: "to call")
        tmux.press("2")
        tmux.type("/is:customer")
        tmux.press("Enter", "S", "w", "F", "s")
        tmux.type("best customers")
        tmux.press("Enter")
        try tmux.wait(for: "Kept: best customers")
        tmux.press("Escape")
        try tmux.wait(for: "Leads · best customers")
        let shown = try names(desk, "--view", "best customers")
        #expect(shown == (try names(desk, "is:customer", "--sort", "worth")))
        tmux.press("q")
        try tmux.wait(for: "ready>")
    }

    @Test func whatWasDoneToAllMarkedIsOneStepOfTheLogBook() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(5))
        let tmux = try Tmux(desk)
        try tmux.open(until: "5 to call")
        tmux.press("*", "n")
        try tmux.wait(for: "Saved: no answer · 5 leads")
        tmux.press("q")
        try tmux.wait(for: "ready>")
        let lines = try desk.done("log-book").split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains("no answer · 5 leads") && lines[2].contains("added"))
        let step = String(lines[1].prefix(26))
        #expect(try desk.done("undo", step) == "Taken back: no answer · 5 leads\n")
        #expect(try desk.done("list", "is:untried").split(separator: "\n").count == 6)
        #expect(try desk.done("log-book", "--limit", "1").contains("taken back"))
        let again = try desk.lastcall("undo", step)
        #expect(again.status == 1 && again.errors.contains("taken back already"))
        #expect(try desk.done("redo", step) == "Put back: no answer · 5 leads\n")
        #expect(try desk.done("list", "is:untried or name:nobody", "--json") == "[]\n")
        #expect(try desk.lastcall("redo", step).status == 1)
        #expect(try desk.lastcall("undo", "NOSUCHSTEP").status == 65)
    }

    @Test func theLogBookAsJSONHasTheSameSteps() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield")
        try desk.done("log", "dana", "no answer")
        try desk.done("undo")
        let text = try desk.done("log-book", "--json")
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("\"words\":\"no answer · Dana Whitfield\"") && text.contains("\"undone\":true"))
        #expect(text.hasPrefix("[{\"step\":\""))
    }
}
