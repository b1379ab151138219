import FoundationEssentials
import Glibc
import Testing

/// What each command does, seen from outside.
@Suite struct CommandTests {
    @Test func importBringsInWhoIsNewAndSkipsWhoIsThere() throws {
        let desk = try Desk()
        let file = try desk.people(20)
        let first = try desk.done("import", file)
        #expect(first.contains("added 20, skipped 0, in doubt 0"))
        #expect(try desk.done("import", file).contains("added 0, skipped 20, in doubt 0"))
        #expect(try desk.done("list").split(separator: "\n").count == 21)
        #expect(try desk.done("list", "company 0007").contains("Person 0007"))
    }

    @Test func anImportIsTakenBackByItsNumber() throws {
        let desk = try Desk()
        let said = try desk.done("import", try desk.people(3))
        let batch = try #require(said.split(separator: "\n").last?.split(separator: " ").last)
        try desk.done("log", "person 0002", "no answer")
        #expect(try desk.done("import", "--undo", String(batch)).contains("2 leads"))
        #expect(try keys(of: desk.done("list", "--json")).isEmpty == false)
        #expect(try desk.done("list").split(separator: "\n").count == 2)
    }

    @Test func aDryRunShowsTheMappingAndRecordsNothing() throws {
        let desk = try Desk()
        let said = try desk.done("import", "--dry-run", try desk.people(3))
        #expect(said.contains("COLUMN") && said.contains("would add 3"))
        #expect(try desk.lastcall("list").text.isEmpty)
    }

    @Test func aColumnIsNamedByHand() throws {
        let desk = try Desk()
        let file = try desk.file("odd.csv", "Wer,Anruf\nDana,+1 312 555 0142\n")
        try desk.done("import", file, "--map", "Wer=name", "--map", "Anruf=phone")
        #expect(try desk.done("show", "dana").contains("+1 312 555 0142"))
    }

    @Test func logShowUndoAndRedoTellTheSameStory() throws {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield")
        #expect(try desk.done("log", "dana", "no answer") == "Saved: no answer, phone call · Dana Whitfield\n")
        #expect(try desk.done("show", "dana").contains("no answer"))
        #expect(try desk.done("undo") == "Taken back: no answer · Dana Whitfield\n")
        #expect(try desk.done("show", "dana").contains("no answer") == false)
        #expect(try desk.done("redo") == "Put back: no answer · Dana Whitfield\n")
        #expect(try desk.done("show", "dana").contains("no answer"))
    }

    @Test func aLeadIsMeantByTheBeginningOfItsID() throws {
        let desk = try Desk()
        let id = try #require(try desk.done("add", "Dana Whitfield").split(separator: " ").first)
        try desk.done("add", "Omar Haddad")
        #expect(try desk.done("show", String(id.prefix(9))).hasPrefix("Dana Whitfield\n"))
    }

    @Test func wordsThatSeveralHaveListTheCandidates() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let ending = try desk.lastcall("show", "person")
        #expect(ending.status == 65)
        #expect(ending.errors.contains("matches 3 leads"))
        #expect(ending.errors.contains("Person 0003"))
    }

    @Test func recordTakesAllOrNone() throws {
        let desk = try Desk()
        try desk.done("add", "Dana")
        let id = try #require(try desk.done("list").split(separator: "\n").last?.prefix(10))
        let note = #"{"do":"note","lead":"\#(id)","text":"one"}"#
        let before = try desk.journal()
        let refused = try desk.lastcall("record", input: note + "\n" + #"{"do":"note","lead":"\#(id)"}"# + "\n")
        #expect(refused.status == 65)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.hasPrefix("lastcall: standard input:2: "))
        #expect(try desk.journal() == before)
        let ids = try desk.done("record", input: note + "\n\n" + note + "\n").split(separator: "\n")
        #expect(ids.count == 2)
        let lines = try desk.journal()
        #expect(lines.count == before.count + 2)
        #expect(zip(ids, lines.suffix(2)).allSatisfy { $1.contains($0) })
    }

    @Test func exportWritesTheLeadsWithTheirHistoryToAFile() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(5))
        #expect(try desk.done("export", "--output", desk.home + "/out.json").isEmpty)
        let written = String(decoding: try read(desk.home + "/out.json"), as: UTF8.self)
        #expect(written == (try desk.done("export")))
        #expect(written.split(separator: "\n").count == 5)
        #expect(try desk.done("export", "0003").split(separator: "\n").count == 1)
    }

    @Test func whatIsOnFileIsForTheUserAloneWhateverTheUmask() throws {
        let desk = try Desk()
        let file = try desk.people(2)
        _ = try desk.file("bad.csv", "Name,Phone\nAda,none\n")
        let ending = try desk.shell(
            """
            umask 0; lastcall import \(file) && lastcall log 0001 busy && lastcall export --output out.json && \
            lastcall backup backup && lastcall restore backup --data data2 && lastcall settings --write && \
            lastcall keys --write && lastcall themes dark --write && lastcall import bad.csv --rejected left.csv && \
            printf '{"id":"01' >>"$(ls data/journal/*/*.jsonl)" && lastcall list && lastcall doctor --repair && \
            git init -q --bare origin.git && lastcall sync --remote "$HOME/origin.git"
            """)
        #expect(ending.status == 0, "\(ending.errors)")
        var seen = 0
        for folder in ["/data", "/data2", "/state", "/config", "/backup"].map({ desk.home + $0 }) {
            for path in [folder]
                + (try FileManager.default.subpathsOfDirectory(atPath: folder)).map({ "\(folder)/\($0)" })
            {
                var status = stat()
                try #require(lstat(path, &status) == 0)
                // Git lets nobody write to what it keeps, its owner neither.
                let wanted: mode_t =
                    status.st_mode & S_IFMT == S_IFDIR ? 0o700 : path.contains("/objects/") ? 0o400 : 0o600
                #expect(status.st_mode & 0o777 == wanted, "\(path)")
                seen += 1
            }
        }
        #expect(seen >= 60)
        for name in ["out.json", "left.csv"] {
            var status = stat()
            #expect(stat("\(desk.home)/\(name)", &status) == 0 && status.st_mode & 0o777 == 0o600, "\(name)")
        }
    }
}
