import FoundationEssentials
import TestSupport
import Testing

/// Every system call that a dial makes on its files is spoilt in turn.
@Suite(.serialized, .enabled(if: Strace.problem == nil, Strace.reason)) struct CallAttack {
    /// What the journal is like before the dial.
    enum Before: String, CaseIterable {
        case empty = "the first dial", usual = "a dial", torn = "a dial after a crash"

        func prepare(_ books: Books) throws {
            books.startOver()
            if self == .empty { return }
            #expect(try books.record(Books.notes("before", 0, 3), addsLead: true).status == 0)
            guard self == .torn else { return }
            try write(read(books.segment) + Array(#"{"id":"01KKPPA6Y3C5E8G"#.utf8), to: books.segment)
        }
    }

    @Test(arguments: Before.allCases)
    func everyCallIsSpoilt(before: Before) throws {
        let books = try Books("error or kill -9 at each system call of \(before.rawValue)")
        let log = books.desk.home + "/calls"
        try before.prepare(books)
        let isFirst = before == .empty
        let first = try books.record(Books.notes("log", 0), addsLead: isFirst, through: Strace.logging(to: log))
        #expect(first.status == 0, "\(first.errors)")
        let calls = try Strace.calls(in: log).filter { call in
            ["/data", "/state"].contains { call.text.contains(books.desk.home + $0) }
        }
        #expect(calls.count > 20 && calls.contains { $0.name == "fdatasync" })
        // Entries are read on a thread of their own.
        #expect(isFirst || calls.contains { $0.path?.hasSuffix(".jsonl") == true })
        let errors = ["EIO", "ENOSPC", "EINTR", "EDQUOT", "EACCES"]
        for (place, call) in calls.enumerated() where Torture.isLong || place % 5 == 0 || call.name.hasSuffix("sync") {
            let tried = Torture.isLong ? errors : [errors[place % errors.count]]
            for (number, way) in (tried.map { "error=\($0)" } + ["signal=KILL"]).enumerated() {
                try before.prepare(books)
                let notes = Books.notes("spoilt\(place)", number, 2)
                let ending = try books.record(notes, addsLead: isFirst, through: Strace.spoiling(call, way))
                let what = Comment(rawValue: "\(way) at \(call.text.prefix(200)): \(ending.errors)")
                #expect(books.wrongs() == [], what)
                // It has gone well or said why it has not, and either way the next dial goes well.
                #expect(ending.status == 0 || ending.status > 128 || ending.errors.contains("lastcall: "), what)
                let isOnFile = try !isFirst || !books.desk.done("list", "--json").hasPrefix("[]")
                let after = try books.record(Books.notes("after\(place)", number), addsLead: !isOnFile)
                #expect(after.status == 0, Comment(rawValue: "\(what): \(after.errors)"))
                #expect(books.wrongs() == [], what)
            }
        }
        #expect(books.tally.isClean && books.tally.runs > 20)
    }
}
