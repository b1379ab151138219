import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Input that is one endless piece: it is read or refused in a sentence, and the memory is in proportion to it.
@Suite(.serialized) struct LargeInputAttack {
    private static let size = (Torture.isLong ? 100 : 1) << 20
    /// The program itself, and the copies of the input that it may hold: as bytes, as text, as a value, as what is said.
    private static let most = 96 << 20 + 6 * size

    /// A piece that goes on and on, between a beginning and an end.
    private func long(_ start: String, _ piece: String, _ end: String = "") -> String {
        start + String(repeating: piece, count: LargeInputAttack.size / piece.utf8.count) + end
    }

    private func attack(_ what: String, _ run: (Desk) throws -> Running) throws {
        var tally = Tally("\(LargeInputAttack.size >> 20) MB in one piece: \(what)")
        defer { tally.tell() }
        let desk = try Desk()
        let running = try run(desk)
        var peak = 0
        let isEnded = attempt(seconds: Torture.isLong ? 1200 : 60) {
            peak = max(peak, memory(of: running.pid))
            return hasEnded(running.pid)
        }
        let ending = try running.end(seconds: 0)
        tally.runs += 1
        tally.take(ending)
        tally.remark = "peak \(peak >> 20) MiB"
        #expect(tally.isClean && ending.status < 128, "\(what): \(ending.errors.prefix(300))")
        #expect(isEnded && peak > 0 && peak < LargeInputAttack.most, "\(what): \(peak >> 20) MiB")
        #expect(ending.errors.utf8.count < 10_000, "\(what): \(ending.errors.prefix(300))")
        try? FileManager.default.removeItem(atPath: desk.home + "/config")
        #expect(try desk.lastcall("list").status == 0, "\(what)")
    }

    /// The most memory that a process has had since it began, in bytes. What `wait4` tells is that of who started it.
    private func memory(of pid: pid_t) -> Int {
        let lines = ((try? read("/proc/\(pid)/status")) ?? []).split(separator: 10)
        let line = lines.first { $0.starts(with: "VmHWM:".utf8) }
        return line.flatMap { Int(String(decoding: $0.filter { (48...57).contains($0) }, as: UTF8.self)) }.map {
            $0 << 10
        } ?? 0
    }

    /// True when a process has ended; whoever waits for it still hears how.
    private func hasEnded(_ pid: pid_t) -> Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo == SIGCHLD
    }

    @Test func record() throws {
        let lead = #""lead":"7Q3K9F2MXT""#
        try attack("a note for record") { desk in
            try desk.start(
                Program.lastcall, ["record"],
                input: #"{"do":"add",\#(lead),"name":"Ada"}"# + "\n"
                    + long(#"{"do":"note",\#(lead),"text":""#, "long ", "\"}"))
        }
        try attack("digits for record") { desk in
            try desk.start(Program.lastcall, ["record"], input: long(#"{"do":"order",\#(lead),"amount":"#, "9", "}"))
        }
        try attack("brackets for record") { desk in
            try desk.start(Program.lastcall, ["record"], input: long("", "["))
        }
        try attack("an outcome for record") { desk in
            try desk.start(
                Program.lastcall, ["record"],
                input: long(#"{"do":"attempt",\#(lead),"by":"phone","out":""#, "busy", "\"}"))
        }
    }

    @Test(arguments: [("a letter", "x"), ("brackets", "{\"id\":["), ("NULs", "\0"), ("escapes", "\\u0041")])
    func journal(what: String, piece: String) throws {
        try attack("\(what) as a line of another device's journal") { desk in
            try FileManager.default.createDirectory(
                atPath: desk.data + "/journal/other", withIntermediateDirectories: true)
            _ = try desk.file("data/journal/other/000001.jsonl", long("{\"id\":\"", piece, "\n"))
            return try desk.start(Program.lastcall, ["list"])
        }
    }

    @Test(arguments: [
        ("a field of a CSV", "list.csv", "Name,Note\nAda,\"", "long "),
        ("a name of a CSV", "list.csv", "Name,Company\n", "long "),
        ("a row of a CSV", "list.csv", "Name\nAda", ","),
        ("a vCard's note", "list.vcf", "BEGIN:VCARD\nFN:Ada\nNOTE:", "long "), ("quotes", "list.csv", "Name\n", "\""),
    ])
    func importing(what: String, name: String, start: String, piece: String) throws {
        try attack("\(what) for import") { desk in
            try desk.start(Program.lastcall, ["import", "--dry-run", desk.file(name, long(start, piece, "\n"))])
        }
    }

    @Test(arguments: [
        ("settings", ["settings", "--check"], "settings.json5"), ("keys", ["keys", "--check"], "keys.json5"),
    ])
    func ownFiles(what: String, words: [String], name: String) throws {
        for (start, piece) in [("{ me: { name: '", "long "), ("", "["), ("{", "goal: 1, "), ("", "9")] {
            try attack("\(piece) in the \(what)") { desk in
                try FileManager.default.createDirectory(
                    atPath: desk.home + "/config/lastcall", withIntermediateDirectories: true)
                _ = try desk.file("config/lastcall/\(name)", long(start, piece, "\n"))
                return try desk.start(Program.lastcall, words)
            }
        }
    }
}
