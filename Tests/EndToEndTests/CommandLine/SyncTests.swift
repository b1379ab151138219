import FoundationEssentials
import Testing

/// Two machines that bring their data together over git.
@Suite struct SyncTests {
    // Where the place is that all sync with. It lives as long as the test.
    private let home: Desk
    private let url: String

    init() throws {
        home = try Desk()
        url = home.home + "/remote.git"
        let made = try home.run("git", ["init", "-q", "--bare", url])
        try #require(made.status == 0, "\(made.errors)")
    }

    /// Another machine.
    private func machine(_ data: [String: String] = [:]) throws -> Desk {
        let desk = try Desk()
        desk.environment.merge(data) { $1 }
        return desk
    }

    private func git(_ desk: Desk, _ arguments: String...) throws -> [String] {
        try desk.run("git", ["-C", desk.data] + arguments).lines
    }

    @Test(arguments: [true, false])
    func twoThatWereEditedApartExportTheSameInEitherOrder(isFirstFirst: Bool) throws {
        let (a, b) = (try machine(), try machine(["LASTCALL_NOW": "2026-11-23T08:45:00+00:00"]))
        try a.done("import", try a.people(3))
        try a.done("sync", "--remote", url)
        try b.done("sync", "--remote", url)
        #expect(try b.done("export") == a.done("export"))
        try a.done("log", "Person 0001", "no answer")
        try a.done("log", "Person 0002", "busy")
        try a.done("edit", "Person 0003", "--company", "Here")
        try b.done("log", "Person 0001", "interested")
        try b.done("edit", "Person 0003", "--company", "There")
        try b.done("undo")
        try b.done("add", "Omar")
        let order = isFirstFirst ? [a, b, a] : [b, a, b]
        for desk in order { try desk.done("sync") }
        let export = try a.done("export", "--format", "json")
        #expect(export.contains("Omar") && export.contains("Here"))
        #expect(try b.done("export", "--format", "json") == export)
        #expect(try a.done("doctor", "--json").contains(#""devices":2"#))
        #expect(try home.run("git", ["-C", url, "log", "--all", "--format=%an"]).lines.count > 3)
    }

    @Test func whatCameInIsToldWithItsDevice() throws {
        let (a, b) = (try machine(), try machine())
        try a.done("import", try a.people(2))
        #expect(try a.done("sync", "--remote", url).hasSuffix("In: nothing new\nOut: 3 lines\n"))
        let device = try #require(try a.segments().first?.split(separator: "/").dropLast().last)
        let text = try b.done("sync", "--remote", url)
        #expect(text.contains("In: 2 entries of \(device)\nOut: nothing new"))
        try a.done("log", "Person 0001", "busy")
        #expect(try !a.done("show", "Person 0001").contains(device))
        try a.done("sync")
        let json = try b.done("sync", "--json")
        #expect(
            json
                == #"{"in":[{"device":"\#(device)","entries":1}],"out":0,"broughtBack":0,"remote":"origin","waiting":null}"#
                + "\n")
        #expect(try git(b, "log", "--format=%an", "-1") == [String(device)])
        #expect(try b.done("show", "Person 0001").contains("busy · \(device)"))
    }

    @Test func withoutAPlaceOrAConnectionItIsCommittedAndWaits() throws {
        let desk = try machine()
        try desk.done("add", "Omar")
        #expect(try desk.done("sync").contains("name it once with --remote"))
        #expect(try git(desk, "status", "--short").isEmpty)
        try FileManager.default.moveItem(atPath: url, toPath: url + ".away")
        #expect(try desk.done("sync", "--remote", url).contains("origin cannot be reached"))
        try FileManager.default.moveItem(atPath: url + ".away", toPath: url)
        #expect(try desk.done("sync").contains("Out: 2 lines"))
    }

    @Test func aPushThatIsRefusedIsExplained() throws {
        let desk = try machine()
        try desk.done("add", "Omar")
        _ = try home.file("remote.git/hooks/pre-receive", "#!/bin/sh\necho 'nobody writes here' >&2; exit 1\n")
        _ = try home.shell("chmod +x remote.git/hooks/pre-receive")
        let ending = try desk.lastcall("sync", "--remote", url)
        #expect(ending.status == 74 && ending.errors.contains("nobody writes here"))
        #expect(try desk.done("list", "--json").contains("Omar"))
    }

    @Test func whatWasTakenAwayIsBroughtBackAndNotPassedOn() throws {
        let (a, b) = (try machine(), try machine())
        try a.done("import", try a.people(3))
        try a.done("sync", "--remote", url)
        try b.done("sync", "--remote", url)
        let export = try a.done("export")
        let file = try #require(try b.segments().first)
        let lines = String(decoding: try read(file), as: UTF8.self).split(separator: "\n")
        try write(Array((lines[0] + "\n" + lines[2] + "\n").utf8), to: file)
        #expect(try b.lastcall("sync").text.contains("Brought back 2 entries"))
        try FileManager.default.removeItem(atPath: file)
        #expect(try b.lastcall("sync").text.contains("Brought back 3 entries"))
        try a.done("sync")
        #expect(try a.done("export") == export && b.done("export") == export)
        try a.done("doctor")
        try b.done("doctor")
    }

    @Test func nothingButTheDataFolderIsTouchedAndNobodyIsAsked() throws {
        let desk = try machine()
        try desk.done("add", "Omar")
        // A repository around the data, hooks, and settings of the user's own.
        _ = try desk.shell("git init -q . && git config user.name Me")
        _ = try desk.file(".gitconfig", "[core]\nhooksPath = \(desk.home)/hooks\n[commit]\ngpgSign = true\n")
        _ = try desk.shell(
            "mkdir hooks && printf '#!/bin/sh\\ntouch %s/ran\\n' \"$HOME\" >hooks/pre-commit && chmod +x hooks/*")
        try desk.done("sync", "--remote", url)
        #expect(try git(desk, "rev-parse", "--show-toplevel") == [desk.data])
        #expect(try git(desk, "ls-files").allSatisfy { $0 == ".gitattributes" || $0.hasPrefix("journal/") })
        #expect(!FileManager.default.fileExists(atPath: desk.home + "/ran"))
        #expect(try desk.shell("git log --oneline 2>&1 | grep -c 'not have any commits'").text == "1\n")
        let loose = try desk.shell("find data -path data/.git -prune -o -perm /077 -print")
        #expect(loose.text == "")
    }

    @Test func whatCannotBeMergedLeavesEverythingAsItWas() throws {
        let (a, b) = (try machine(), try machine())
        try a.done("add", "Omar")
        try a.done("sync", "--remote", url)
        try b.done("sync", "--remote", url)
        for (desk, text) in [(a, "mine"), (b, "yours")] {
            _ = try desk.file("data/README", text)
            _ = try desk.shell("git -C data add README && git -C data -c user.name=x -c user.email=x commit -qm readme")
        }
        try a.done("sync")
        let ending = try b.lastcall("sync")
        #expect(ending.status == 65 && ending.errors.contains("both sides changed README"))
        #expect(try git(b, "status", "--short").isEmpty)
        #expect(try b.shell("cat data/README").text == "yours")
    }

    @Test func withoutGitItIsSaid() throws {
        let desk = try machine()
        desk.environment["PATH"] = "/nowhere"
        let ending = try desk.lastcall("sync")
        #expect(ending.status == 74 && ending.errors.contains("git is not installed"))
    }
}
