import Glibc
import Testing

/// What the kernel is asked for when a dial is logged.
@Suite struct DurabilityTests {
    /// strace, if it is there and this process may trace others.
    private static let tracer: Result<Void, Stuck> = Result {
        guard let desk = try? Desk(), let ending = try? desk.run("strace", ["-o", "/dev/null", "true"]) else {
            throw Stuck(what: "strace is not installed")
        }
        guard ending.status == 0 else { throw Stuck(what: "processes cannot be traced here: \(ending.errors)") }
    }.mapError { $0 as? Stuck ?? Stuck(what: "\($0)") }

    private static var reason: Comment {
        if case .failure(let stuck) = tracer { return "\(stuck.what)" }
        return "processes can be traced"
    }

    @Test(.enabled(if: (try? tracer.get()) != nil, reason))
    func aDialIsOneWriteAndOneSyncBeforeTheScreenSaysSaved() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(20))
        let tmux = try Tmux(desk)
        tmux.enter("strace -f -y -s 64 -o trace -e trace=read,write,writev,pwrite64,fsync,fdatasync,sync lastcall")
        try tmux.wait(for: "Today ─ 20 to call")
        tmux.press("n")
        try tmux.wait(for: "Saved: no answer")
        let calls = String(decoding: try read(desk.home + "/trace"), as: UTF8.self).split(separator: "\n")
        let pressed = try #require(calls.firstIndex { $0.contains("/dev/pts/") && $0.contains(#", "n", "#) })
        let after = calls[pressed...]
        let shown = try #require(after.firstIndex { $0.contains(" write") && $0.contains("/dev/pts/") })
        let journal = after[..<shown].filter { $0.contains("/data/journal/") }.map { call in
            // `2365  fdatasync(7</path>) = 0`
            call.prefix { $0 != "(" }.split(separator: " ").last.map(String.init) ?? ""
        }
        #expect(journal.filter { $0 != "read" } == ["write", "fdatasync"], "\(after.joined(separator: "\n"))")
        let later = calls[shown...].filter { $0.contains("/data/journal/") && !$0.contains(" read(") }
        #expect(later.isEmpty)
    }

    /// The lines of strace's that make some of the syncs fail, as a broken disk does.
    private func failing(_ which: String) -> String { "strace -f -o /dev/null -e inject=fdatasync:error=EIO\(which) " }

    @Test(.enabled(if: (try? tracer.get()) != nil, reason))
    func aDialWhoseSyncFailsIsSavedInANewSegment() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let ending = try desk.shell(failing(":when=1") + "lastcall log 'Person 0001' 'no answer'")
        #expect(ending.status == 0, "\(ending.errors)")
        let files = try desk.segments()
        #expect(files.map { $0.hasSuffix("000002.jsonl") } == [false, true])
        try desk.done("log", "Person 0002", "no answer")
        let last = String(decoding: try read(files[1]), as: UTF8.self)
        #expect(last.split(separator: "\n").count == 3)
        #expect(try desk.done("show", "Person 0001", "--json").contains("\"attempts\":1"))
    }

    @Test(.enabled(if: (try? tracer.get()) != nil, reason))
    func whatIsCalledUnsavedDoesNotTurnUpAsSaved() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let before = try desk.segments().map(read)
        let ending = try desk.shell(failing("") + "lastcall log 'Person 0001' 'no answer'")
        #expect(ending.status == 74 && ending.errors.contains("not saved"))
        #expect(try desk.segments().map(read) == before)
        #expect(try desk.done("show", "Person 0001", "--json").contains("\"attempts\":0"))
    }

    @Test(.enabled(if: (try? tracer.get()) != nil, reason))
    func theScreensThenOnlyShowAndPrintAtTheEndWhatIsNotSaved() throws {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        let tmux = try Tmux(desk)
        tmux.enter(failing("") + "lastcall")
        try tmux.wait(for: "Today ─ 3 to call")
        tmux.press("n")
        try tmux.wait(for: "NOT SAVING")
        tmux.press("n")
        #expect(tmux.screen.contains("Today ─ 3 to call"))
        tmux.press("q")
        try tmux.wait(for: "lastcall record")
        try tmux.wait(for: "\"out\":\"no answer\"")
    }
}
