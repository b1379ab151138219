import Pipeline
import TestSupport
import Testing

@testable import Journal

/// Bad lines are kept and counted, and never end the reading.
@Suite struct DamageTests {
    /// A journal of the dials one, two and three, whose segment is then changed; what is read of it.
    private func changed(
        _ change: ([String]) -> [String]
    ) throws -> (desk: Desk, entries: [Entry], report: LoadReport) {
        let desk = try Desk()
        try desk.journal().dial("one", "two", "three")
        let file = try desk.file()
        try desk.put((change(try desk.lines(file)).joined(separator: "\n") + "\n").utf8, at: file)
        let (entries, report) = try desk.journal().all()
        return (desk, entries, report)
    }

    @Test func aBadLineIsReportedAndItsGapToo() throws {
        let (desk, entries, report) = try changed { [$0[0], $0[1], String($0[2].dropLast(40)), $0[3]] }
        #expect(entries.notes == ["one", "three"])
        #expect(report.badLines.map(\.line) == [3])
        #expect(report.missing == [LoadReport.Gap(file: try desk.file(), first: 3, last: 3)])
        #expect(try desk.lines(desk.file()).count == 4)
    }

    @Test func aWholeEntryInsideABadLineIsUsed() throws {
        let (_, entries, report) = try changed { [$0[0], $0[1], String($0[2].prefix(60)) + $0[3]] }
        #expect(entries.notes == ["one", "three"])
        #expect(report.badLineCount == 1)
        let (_, glued, second) = try changed { [$0[0], "x" + $0[1] + "\0\0" + $0[2] + "]", $0[3]] }
        #expect(glued.notes == ["one", "two", "three"])
        #expect(second.badLineCount == 1 && second.missing.isEmpty && second.changedOutsideCount == 0)
    }

    @Test func anEntryInsideABadLineIsNotUsedWhenItsCRCDiffers() throws {
        let (_, entries, report) = try changed { lines in
            [lines[0], lines[1], "x" + lines[2].replacing("two", with: "tow"), lines[3]]
        }
        #expect(entries.notes == ["one", "three"])
        #expect(report.badLineCount == 1)
    }

    @Test func nulBytesBetweenLinesCountAsNothing() throws {
        let (_, entries, report) = try changed { [$0[0], $0[1], "\0\0\0\0", "\0" + $0[2] + "\0\0", "", $0[3] + "\r"] }
        #expect(entries.notes == ["one", "two", "three"])
        #expect(report.badLineCount == 0 && report.changedOutsideCount == 0)
    }

    @Test func whatWasChangedOutsideIsUsedAndFlagged() throws {
        let (desk, entries, report) = try changed { $0.map { $0.replacing("two", with: "by hand") } }
        #expect(entries.notes == ["one", "by hand", "three"])
        #expect(report.changedOutside == [LoadReport.Place(file: try desk.file(), line: 3)])
        #expect(report.badLineCount == 0 && report.missing.isEmpty)
    }

    @Test func noReportTellsWhatALineSays() throws {
        let desk = try Desk()
        var fields = LeadFields(name: "Qxz")
        (fields.company, fields.city, fields.note) = ("Qxz", "Qxz", "Qxz")
        (fields.phones, fields.emails) = ([LeadFields.Phone("Qxz", label: "Qxz")], [LeadFields.Email("Qxz")])
        let draft = Draft(.add(fields), lead: LeadID(bits: 7), at: Moment(seconds: Int64(morning / 1000), offset: 0))
        _ = try desk.journal().append([draft], now: morning, newest: { _ in nil }, check: { _ in })
        let file = try desk.file()
        let bytes = try desk.bytes(file)
        for place in bytes.indices {
            for byte in Array("\"{[,1 ".utf8) {
                var changed = bytes
                changed[place] = byte
                try desk.put(changed, at: file)
                let report = try desk.journal().all().report
                let told = report.badLines.map(\.what) + report.repaired + report.unreadable
                #expect(!told.contains { $0.contains("Qxz") }, "\(told)")
            }
        }
    }

    @Test func aMissingLineIsReported() throws {
        let (desk, entries, report) = try changed { [$0[0], $0[1], $0[3]] }
        #expect(entries.notes == ["one", "three"])
        #expect(report.missing == [LoadReport.Gap(file: try desk.file(), first: 3, last: 3)])
    }

    @Test func linesInAnotherOrderLeaveNoGap() throws {
        let (_, entries, report) = try changed { [$0[3], $0[1], $0[2], $0[0]] }
        #expect(Set(entries.notes) == ["one", "two", "three"])
        #expect(report.missing.isEmpty)
    }

    @Test func aHigherVersionIsReadOnlyAndSaysSo() throws {
        let (desk, entries, _) = try changed { [$0[0].replacing("\"v\":1", with: "\"v\":2")] + $0.dropFirst() }
        #expect(entries.count == 3)
        let journal = try desk.journal()
        _ = try journal.all()
        #expect(journal.health().sentence?.contains("version 2") == true)
        let error = #expect(throws: JournalError.self) { try journal.dial("four") }
        #expect(error?.kind == .readOnly)
        #expect(throws: JournalError.self) { try desk.journal().dial("four") }
        #expect(try desk.lines(desk.file()).count == 4)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func anyBytesAtAllAreReadWithoutATrap(seed: UInt64) throws {
        var random = Seeded(seed)
        let desk = try Desk()
        try desk.journal().dial("one", "two", "three")
        try desk.journal(home: "b").dial("other")
        let file = try desk.file(home: "b")
        let bytes = try desk.bytes(file) + desk.bytes(desk.file())
        for _ in 0..<40 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...30, using: &random) { changed.mutate(using: &random) }
            try desk.put(changed, at: file)
            let (entries, report) = try desk.journal().all()
            #expect(entries.count >= 3 && report.entries == entries.count)
        }
    }

    @Test func hostileLinesAreReadInTheTimeOfTheirLength() throws {
        let desk = try Desk()
        try desk.journal(home: "b").dial("one")
        let file = try desk.file(home: "b")
        let bytes = try desk.bytes(file)
        let count = 30_000
        for hostile in [
            String(repeating: "{\"id\":\"", count: count), String(repeating: "{\"id\":\"x\",\"a\":[", count: count),
            String(repeating: "\n{}", count: count), String(repeating: "9", count: 8 * count),
            "{\"id\":\"" + String(repeating: "\\u0041", count: count), String(repeating: "\0", count: 8 * count),
            #"{"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","n":18446744073709551615,"do":"note"}"#,
        ] {
            try desk.put(bytes + hostile.utf8 + "\n".utf8 + bytes, at: file)
            let (entries, report) = try desk.journal().all()
            #expect(entries.notes == ["one", "one"])
            #expect(report.badLines.count <= 1000)
        }
    }
}
