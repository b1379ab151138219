import FoundationEssentials
import Pipeline
import Testing

@testable import Journal

/// Ids that are in the mirror and not in the journal are appended again.
@Suite struct HealingTests {
    /// The copy of the last segment.
    private func mirror(_ desk: Desk) throws -> String {
        let file = try desk.file()
        let parts = file.split(separator: "/").suffix(2).map(String.init)
        return desk.paths().mirror + "/" + parts.joined(separator: "/")
    }

    @Test func theMirrorHasTheSameBytes() throws {
        let desk = try Desk(keepsMirrors: true)
        let journal = try desk.journal()
        journal.segmentLimit = 500
        for number in 0..<6 { try journal.dial("dial \(number)") }
        let files = try desk.files()
        #expect(files.count > 1)
        for file in files {
            let copy = file.replacing(desk.paths().journal, with: desk.paths().mirror)
            #expect(try desk.bytes(copy) == desk.bytes(file))
        }
    }

    /// What a syncer may do to a file of ours: it puts back an old version, in the middle of a line or at its end, or
    /// takes it away.
    @Test(arguments: [0, 1, 200, 321, 5000])
    func whatWasTakenAwayComesBack(bytesLost: Int) throws {
        let desk = try Desk(keepsMirrors: true)
        let journal = try desk.journal()
        for note in ["one", "two", "three", "four"] { try journal.dial(note) }
        let file = try desk.file()
        let bytes = try desk.bytes(file)
        if bytesLost == 5000 {
            try FileManager.default.removeItem(atPath: desk.paths().data)
        } else {
            try desk.put(bytes.dropLast(bytesLost), at: file)
        }
        let (entries, report) = try desk.journal().all()
        #expect(Set(entries.notes) == ["one", "two", "three", "four"])
        #expect(report.repaired.isEmpty == (bytesLost == 0))
        let (again, clean) = try desk.journal().all()
        #expect(Set(again) == Set(entries) && again.count == 4)
        #expect(clean.repaired.isEmpty && clean.missing.isEmpty && clean.badLineCount == 0)
        #expect(try desk.bytes(file) == bytes)
        #expect(try desk.bytes(mirror(desk)) == bytes)
    }

    @Test func whatIsTakenAwayWhileWeRunComesBackWithTheNextDial() throws {
        let desk = try Desk(keepsMirrors: true)
        let journal = try desk.journal()
        try journal.dial("one", "two")
        let file = try desk.file()
        let lines = try desk.lines(file)
        try desk.put((lines[0] + "\n" + lines[2] + "\n").utf8, at: file)
        try journal.dial("three")
        let (entries, report) = try desk.journal().all()
        #expect(Set(entries.notes) == ["one", "two", "three"] && entries.count == 3)
        #expect(report.repaired.isEmpty)
    }

    @Test func aLineThatWasDamagedIsAppendedAgain() throws {
        let desk = try Desk(keepsMirrors: true)
        try desk.journal().dial("one", "two", "three")
        let file = try desk.file()
        var bytes = try desk.bytes(file)
        let line = try #require(bytes.firstRange(of: Array("\"two\"".utf8))).lowerBound
        bytes[line + 1] = 1
        try desk.put(bytes, at: file)
        let (entries, report) = try desk.journal().all()
        #expect(Set(entries.notes) == ["one", "two", "three"])
        #expect(report.badLineCount == 1 && report.repaired.count == 1)
        #expect(try desk.journal().all().report.repaired.isEmpty)
    }

    @Test func whatWasChangedByHandIsNotWrittenTwice() throws {
        let desk = try Desk(keepsMirrors: true)
        try desk.journal().dial("one", "two", "three")
        let file = try desk.file()
        let changed = try desk.lines(file).map { $0.replacing("two", with: "by hand") }
        try desk.put((changed.joined(separator: "\n") + "\n").utf8, at: file)
        let (entries, _) = try desk.journal().all()
        #expect(entries.notes == ["one", "by hand", "three"])
        try desk.journal().dial("four")
        #expect(try desk.journal().all().entries.notes == ["one", "by hand", "three", "four"])
        // What was written first is not thrown away.
        let kept = try desk.names(desk.paths().quarantine).map { try desk.lines(desk.paths().quarantine + "/" + $0) }
        #expect(kept.contains { $0.contains { $0.contains("two") } })
    }

    @Test func aMirrorThatFellBehindCatchesUp() throws {
        let desk = try Desk(keepsMirrors: true)
        let journal = try desk.journal()
        try journal.dial("one")
        let copy = try mirror(desk)
        for change in [
            { try desk.put(try desk.bytes(copy).dropLast(9), at: copy) },
            { try FileManager.default.removeItem(atPath: copy) },
            { try desk.put(Array(repeating: 0, count: 4096), at: copy) },
        ] as [() throws -> Void] {
            try change()
            try desk.journal().dial("more")
            try journal.dial("and more")
            #expect(try desk.bytes(copy) == desk.bytes(desk.file()))
        }
        #expect(try desk.journal().all().entries.count == 7)
    }

    @Test func aChangedMirrorChangesNothing() throws {
        let desk = try Desk(keepsMirrors: true)
        try desk.journal().dial("one", "two")
        let file = try desk.file()
        let copy = try mirror(desk)
        try desk.put(String(decoding: try desk.bytes(copy), as: UTF8.self).replacing("two", with: "tow").utf8, at: copy)
        try desk.put(try desk.bytes(file).dropLast(20), at: file)
        #expect(try desk.journal().all().entries.notes == ["one"])
    }

    @Test func theMirrorOfAnotherDeviceIsNotOurs() throws {
        let desk = try Desk(keepsMirrors: true)
        try desk.journal().dial("one")
        try desk.journal(machine: "another").dial("two")
        let (entries, report) = try desk.journal(machine: "another").all()
        #expect(Set(entries.notes) == ["one", "two"] && entries.count == 2)
        #expect(report.repaired.isEmpty)
    }

    @Test func aConflictCopyIsReadAsOneMoreSource() throws {
        let desk = try Desk(keepsMirrors: true)
        let other = try desk.journal(home: "b")
        try other.dial("one")
        let file = try desk.file(home: "b")
        let early = try desk.bytes(file)
        try other.dial("two")
        let copy = file.replacing(".jsonl", with: ".sync-conflict-20260314-092653-ABCDEFG.jsonl")
        try desk.put(try desk.bytes(file), at: copy)
        try desk.put(early, at: file)
        let journal = try desk.journal()
        let (entries, report) = try journal.all()
        #expect(entries.notes == ["one", "one", "two"])
        #expect(report.copies == [copy])
        var pipeline = Pipeline()
        pipeline.apply(entries)
        #expect(pipeline.leads.map(\.entries.count) == [2])
        try desk.put(try desk.bytes(copy).dropLast(3), at: copy)
        #expect(try desk.journal(home: "b").all().report.repaired.count == 1)
        #expect(try desk.bytes(file).count > early.count)
    }

    @Test func aSegmentThatIsNotThereIsReported() throws {
        let desk = try Desk(keepsMirrors: true)
        let other = try desk.journal(home: "b")
        other.segmentLimit = 300
        for number in 0..<6 { try other.dial("dial \(number)") }
        let files = try desk.files(home: "b")
        try FileManager.default.removeItem(atPath: files[1])
        #expect(try desk.journal().all().report.missingFiles == [files[1]])
        #expect(try desk.journal(home: "b").all().report.missingFiles.isEmpty)
        #expect(try desk.journal().all().report.missingFiles.isEmpty)
    }
}
