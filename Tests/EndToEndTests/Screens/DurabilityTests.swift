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
}
