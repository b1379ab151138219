import FoundationEssentials
import Pipeline
import TestSupport
import Testing

/// Two machines, and clocks that are wrong.
@Suite(.serialized) struct TwoMachinesAttack {
    /// A machine: a clone of its own, and what it keeps beside it.
    private func environment(_ desk: Desk, _ machine: String) -> [String: String] {
        [
            "LASTCALL_DATA": "\(desk.home)/\(machine)", "XDG_STATE_HOME": "\(desk.home)/state-\(machine)",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": machine, "GIT_AUTHOR_EMAIL": "\(machine)@example.com",
            "GIT_COMMITTER_NAME": machine, "GIT_COMMITTER_EMAIL": "\(machine)@example.com",
        ]
    }

    private func shell(_ desk: Desk, _ machine: String, _ line: String) throws -> String {
        desk.environment.merge(environment(desk, machine)) { $1 }
        let ending = try desk.shell("cd \"$LASTCALL_DATA\" && \(line)")
        #expect(ending.status == 0, "\(machine): \(line): \(ending.errors)")
        return ending.text
    }

    @Test(arguments: Torture.seeds)
    func twoClonesMergedInEitherOrderAreTheSame(seed: UInt64) throws {
        var tally = Tally("two clones edited apart and merged by git in both orders")
        defer { tally.tell() }
        let desk = try Desk()
        var random = Seeded(seed)
        desk.environment.merge(environment(desk, "a")) { $1 }
        try desk.done("import", try desk.people(8))
        _ = try shell(desk, "a", "git init -q -b main . && git add -A && git commit -qm start")
        _ = try desk.shell("git clone -q a b")
        for round in 0..<(Torture.isLong ? 5 : 1) {
            // Both work on the same people, and at the same time by their clocks.
            for machine in ["a", "b"] {
                for number in 0..<6 {
                    let person = "Person 000\(Int.random(in: 1...8, using: &random))"
                    let words = [
                        "log '\(person)' 'no answer' --note '\(machine)\(round).\(number)'",
                        "log '\(person)' 'not now' --next 3d --note '\(machine)\(round).\(number)'",
                        "note '\(person)' '\(machine)\(round).\(number)'", "undo",
                        "edit '\(person)' --title '\(machine)\(round).\(number)'",
                        "add 'New \(machine)\(round).\(number)'",
                    ]
                    desk.environment.merge(environment(desk, machine)) { $1 }
                    let ending = try desk.shell("lastcall \(words[Int.random(in: 0..<words.count, using: &random)])")
                    tally.runs += 1
                    tally.take(ending)
                    if ending.status == 0 { tally.acknowledged += 1 }
                }
                _ = try shell(desk, machine, "git add -A && git commit -qm \(machine)\(round)")
            }
            let merge = "git -c pull.rebase=false pull -q --no-edit"
            _ = try desk.shell("rm -rf a2 b2 && cp -a a a2 && cp -a b b2")
            _ = try shell(desk, "a2", "\(merge) ../b main")
            _ = try shell(desk, "b2", "\(merge) ../a main")
            let both = try ["a2", "b2"].map { try shell(desk, $0, "lastcall export --format json") }
            #expect(both[0] == both[1] && both[0].count > 1000, "seed \(seed), round \(round)")
            tally.altered += both[0] == both[1] ? 0 : 1
            // Every line that either wrote is there.
            let lines = try ["a", "b"].map { try Set(shell(desk, $0, "cat journal/*/*.jsonl").split(separator: "\n")) }
            let merged = try Set(shell(desk, "a2", "cat journal/*/*.jsonl").split(separator: "\n"))
            tally.lost += lines[0].union(lines[1]).subtracting(merged).count
            _ = try shell(desk, "a", "\(merge) ../b main")
            _ = try shell(desk, "b", "\(merge) ../a main")
        }
        #expect(tally.isClean, "seed \(seed)")
    }

    @Test func aCopiedHomeWritesAFileOfItsOwn() throws {
        var tally = Tally("a home copied to another place, and both used")
        defer { tally.tell() }
        let desk = try Desk()
        desk.environment.merge(environment(desk, "a")) { $1 }
        try desk.done("add", "Ada")
        try desk.done("log", "Ada", "busy", "--note", "before")
        _ = try desk.shell("cp -a a b && cp -a state-a state-b")
        for number in 0..<5 {
            for machine in ["a", "b"] {
                desk.environment.merge(environment(desk, machine)) { $1 }
                try desk.done("log", "Ada", "busy", "--note", "\(machine)\(number)")
                tally.runs += 1
                tally.acknowledged += 1
            }
        }
        // Both homes come together again.
        _ = try desk.shell("cp -a b/journal/. a/journal/")
        let text = try shell(desk, "a", "lastcall export --format jsonl")
        for note in ["before"] + (0..<5).flatMap({ ["a\($0)", "b\($0)"] }) where !text.contains("\"note\":\"\(note)\"")
        {
            tally.lost += 1
        }
        #expect(tally.isClean && text.split(separator: "\n").count == 12)
        #expect(try desk.shell("ls a/journal").lines.count == 2)
    }

    @Test func clocksThatJumpAYearLoseNothingAndKeepTheOrder() throws {
        let books = try Books("clock jumps of a year both ways")
        try books.record(Books.notes("before", 0), addsLead: true)
        let times = ["2027-11-23", "2025-11-23", "2026-11-23", "1970-01-01", "2099-01-01", "2026-11-24"]
        for round in 0..<(Torture.isLong ? 20 : 2) {
            for (place, day) in times.enumerated() {
                books.desk.environment["LASTCALL_NOW"] = "\(day)T08:41:00+00:00"
                #expect(try books.record(Books.notes("r\(round)", place, 2)).status == 0)
                #expect(books.wrongs() == [], "\(day)")
            }
        }
        let ids = books.acknowledged.map(\.id)
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(books.tally.isClean)
    }
}
