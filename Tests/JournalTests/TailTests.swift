import Pipeline
import Testing

@testable import Journal

/// What was acknowledged is a subset of what is recovered, and recovering twice is recovering once.
@Suite struct TailTests {
    /// A journal of three dials; the bytes of its one segment.
    private func threeDials(_ desk: Desk) throws -> (file: String, bytes: [UInt8]) {
        try desk.journal().dial("one")
        try desk.journal().dial("two")
        try desk.journal().dial("three")
        let file = try desk.file()
        return (file, try desk.bytes(file))
    }

    @Test func whatIsTakenAwayIsKeptInTheQuarantine() throws {
        let desk = try Desk()
        let (file, bytes) = try threeDials(desk)
        try desk.put(bytes.dropLast(30), at: file)
        let report = try desk.journal().all().report
        let folder = desk.paths().quarantine
        let kept = try #require(try desk.names(folder).first)
        #expect(report.repaired.first?.contains(kept) == true)
        let lost = try desk.bytes(folder + "/" + kept)
        #expect(try desk.bytes(file) + lost == bytes.dropLast(30))
    }

    @Test func aTornTailIsRepairedByTheNextWriteToo() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try journal.dial("one", "two")
        let file = try desk.file()
        try desk.put(try desk.bytes(file).dropLast(5), at: file)
        try journal.dial("three")
        let (entries, report) = try desk.journal().all()
        #expect(entries.notes == ["one", "three"])
        #expect(report.badLineCount == 0 && report.missing.isEmpty)
    }

    @Test func aForeignTailHasNotArrivedYet() throws {
        let desk = try Desk()
        try desk.journal(home: "b").dial("one", "two")
        let file = try desk.file(home: "b")
        let bytes = try desk.bytes(file)
        let start = try #require(bytes.dropLast().lastIndex(of: 10)) + 1
        for length in start..<bytes.count {
            try desk.put(bytes[..<length], at: file)
            let journal = try desk.journal()
            let (entries, report) = try journal.all()
            #expect(entries.notes == ["one"])
            #expect(report.repaired.isEmpty && report.badLineCount == 0)
            #expect(report.unfinished.map(\.bytes) == (length > start ? [length - start] : []))
            #expect(try desk.bytes(file).count == length)
            try desk.put(bytes, at: file)
            #expect(try journal.follow().notes == ["two"])
            #expect(journal.report.unfinished.isEmpty)
        }
    }
}
