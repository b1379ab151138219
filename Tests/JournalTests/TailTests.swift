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

    @Test(arguments: [0, 1, 4096])
    func everyTruncationIsRepaired(nulls: Int) throws {
        let desk = try Desk()
        let (file, bytes) = try threeDials(desk)
        let notes = ["one", "two", "three"]
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        for length in 0...bytes.count where length % (nulls == 0 ? 1 : 13) == 0 || bytes.count - length < 3 {
            try desk.put(bytes[..<length] + [UInt8](repeating: 0, count: nulls), at: file)
            // A line is there from its closing brace on: the newline can be added.
            let whole = max(0, ends.filter { $0 <= length }.count - 1)
            let (entries, report) = try desk.journal().all()
            #expect(entries.notes == Array(notes.prefix(whole)), "\(length)")
            let isTorn = nulls > 0 || !(length == 0 || bytes[length - 1] == 10)
            #expect(report.repaired.count == (isTorn ? 1 : 0), "\(length)")
            #expect(report.badLineCount == 0 && report.changedOutsideCount == 0 && report.missing.isEmpty, "\(length)")
            let after = try desk.bytes(file)
            let again = try desk.journal().all()
            #expect(again.entries == entries && again.report.repaired.isEmpty, "\(length)")
            #expect(try desk.bytes(file) == after)
            try desk.journal().dial("four")
            let (more, last) = try desk.journal().all()
            #expect(more.notes == notes.prefix(whole) + ["four"], "\(length)")
            #expect(last.missing.isEmpty && last.badLineCount == 0 && last.repaired.isEmpty, "\(length)")
        }
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

    /// A bit is told from another by the CRC, and nothing changes without being said.
    @Test func everyFlippedBitIsReported() throws {
        let desk = try Desk()
        let (file, bytes) = try threeDials(desk)
        let written = try desk.journal().all().entries
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        for line in [2] {
            for place in (ends[line - 1] + 1)...ends[line] {
                for bit in 0..<8 {
                    var changed = bytes
                    changed[place] ^= 1 << UInt8(bit)
                    try desk.put(changed, at: file)
                    let (entries, report) = try desk.journal().all()
                    let others = written.enumerated().filter { $0.offset != line - 1 }.map(\.element)
                    #expect(others.allSatisfy(entries.contains), "\(line) \(place) \(bit)")
                    let isSaid = report.badLineCount > 0 || report.changedOutsideCount > 0 || !report.repaired.isEmpty
                    #expect(isSaid, "\(line) \(place) \(bit)")
                    if report.badLineCount == 0, report.changedOutsideCount > 0 { #expect(entries.count == 3) }
                }
            }
        }
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
