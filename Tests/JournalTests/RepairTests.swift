import FoundationEssentials
import Pipeline
import Testing

@testable import Journal

/// What `doctor --repair` and `doctor --accept` do.
@Suite struct RepairTests {
    private func change(_ desk: Desk, _ old: String, _ new: String) throws {
        let file = try desk.file()
        try desk.put(String(decoding: try desk.bytes(file), as: UTF8.self).replacing(old, with: new).utf8, at: file)
    }

    @Test func whatWasAcceptedIsNotToldAgainUntilItChangesOnceMore() throws {
        let desk = try Desk()
        try desk.journal().dial("one", "two", "three", "four")
        let lines = try desk.lines(desk.file())
        try desk.put(
            ([lines[0], lines[1], lines[3], String(lines[4].dropLast(30))].joined(separator: "\n") + "\n").utf8,
            at: desk.file())
        try change(desk, "\"one\"", "\"uno\"")
        let journal = try desk.journal()
        let damaged = try journal.all()
        #expect(damaged.report.changedOutsideCount == 1 && damaged.report.badLineCount == 1)
        #expect(damaged.report.missing.count == 1)
        #expect(try journal.acceptDamage() == 3)
        let after = try desk.journal().all()
        #expect(after.entries == damaged.entries)
        #expect(after.report.changedOutside.isEmpty && after.report.badLines.isEmpty && after.report.missing.isEmpty)
        #expect(try desk.journal().acceptDamage() == 0)
        try change(desk, "\"uno\"", "\"eins\"")
        #expect(try desk.journal().all().report.changedOutsideCount == 1)
    }

    @Test func aBrokenListOfWhatWasAcceptedAcceptsNothing() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        try change(desk, "\"one\"", "\"uno\"")
        let journal = try desk.journal()
        _ = try journal.all()
        #expect(try journal.acceptDamage() == 1)
        try desk.put("[1,{".utf8, at: desk.paths().acceptedFile)
        #expect(try desk.journal().all().report.changedOutsideCount == 1)
    }

    @Test func aCopyOfOurFileIsTakenInAndPutAway() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        let file = try desk.file()
        let early = try desk.bytes(file)
        try desk.journal().dial("two")
        let copy = file.replacing(".jsonl", with: ".sync-conflict-20260314-092653-ABCDEFG.jsonl")
        try desk.put(try desk.bytes(file), at: copy)
        try desk.put(early, at: file)
        let journal = try desk.journal()
        _ = try journal.all()
        let done = try journal.repair()
        #expect(done.contains { $0.contains("1 entry") })
        #expect(try desk.files() == [file])
        #expect(try desk.journal().all().entries.notes == ["one", "two"])
        #expect(try journal.quarantined().count == 1)
        #expect(try journal.repair().isEmpty)
    }

    @Test func aRepairOfNothingDoesNothing() throws {
        let desk = try Desk()
        #expect(try desk.journal().repair().isEmpty)
        #expect(try desk.names(desk.root).isEmpty)
        let journal = try desk.journal()
        try journal.dial("one")
        let bytes = try desk.bytes(desk.file())
        #expect(try journal.repair().isEmpty)
        #expect(try desk.bytes(desk.file()) == bytes)
    }
}
