import FoundationEssentials
import Pipeline
import Testing

@testable import Journal

/// A backup is verified and never half there; a restore is a union and overwrites nothing.
@Suite struct BackupTests {
    private let now = Moment(seconds: Int64(morning / 1000))

    private func folder(_ desk: Desk) -> String { desk.root + "/backup" }

    /// A journal of two devices, read.
    private func journal(_ desk: Desk) throws -> Journal {
        try desk.journal(home: "b").dial("other")
        try desk.journal().dial("one", "two")
        let journal = try desk.journal()
        _ = try journal.all()
        return journal
    }

    @Test func aBackupHasTheSameBytes() throws {
        let desk = try Desk()
        let journal = try journal(desk)
        let backup = try journal.backUp(to: folder(desk), at: now)
        #expect(backup.files == 2)
        for home in ["a", "b"] {
            let file = try desk.file(home: home)
            let copy = file.replacing(desk.paths().data, with: backup.folder)
            #expect(try desk.bytes(copy) == desk.bytes(file))
        }
        #expect(try desk.names(backup.folder) == ["backup.json", "journal"])
    }

    @Test func theSameFolderHoldsTheNextBackup() throws {
        let desk = try Desk()
        let journal = try journal(desk)
        _ = try journal.backUp(to: folder(desk), at: now)
        try journal.dial("three")
        // What a backup that was cut short leaves.
        try FileManager.default.createDirectory(
            atPath: folder(desk) + "/journal.new/x", withIntermediateDirectories: true)
        _ = try journal.backUp(to: folder(desk), at: now)
        #expect(try desk.names(folder(desk)) == ["backup.json", "journal"])
        #expect(try desk.lines(desk.file().replacing(desk.paths().data, with: folder(desk))).count == 4)
    }

    @Test func aLineThatIsNotFinishedIsNotCopied() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try desk.journal(home: "b").dial("one", "two")
        let file = try desk.file(home: "b")
        try desk.put(try desk.bytes(file).dropLast(5), at: file)
        _ = try journal.all()
        _ = try journal.backUp(to: folder(desk), at: now)
        #expect(try desk.lines(file.replacing(desk.paths().data, with: folder(desk))).count == 2)
    }

    @Test func whatIsNoBackupIsLeftAlone() throws {
        let desk = try Desk()
        let journal = try journal(desk)
        try FileManager.default.createDirectory(atPath: folder(desk), withIntermediateDirectories: true)
        try desk.put("mine".utf8, at: folder(desk) + "/letter.txt")
        for folder in [folder(desk), desk.root, desk.paths().data, desk.paths().data + "/b", desk.paths().state] {
            let error = #expect(throws: JournalError.self) { try journal.backUp(to: folder, at: now) }
            #expect(error?.kind == .cannotCreate, "\(folder)")
        }
        #expect(try desk.names(folder(desk)) == ["letter.txt"])
    }

    @Test func aBackupThatKnowsMoreIsLeftAlone() throws {
        let desk = try Desk()
        _ = try journal(desk).backUp(to: folder(desk), at: now)
        try FileManager.default.removeItem(atPath: try desk.file(home: "b"))
        let journal = try desk.journal()
        _ = try journal.all()
        let error = #expect(throws: JournalError.self) { try journal.backUp(to: folder(desk), at: now) }
        #expect(error?.description.contains("1 entry") == true)
        #expect(try journal.restore(from: folder(desk)).entries.notes == ["other"])
        _ = try journal.backUp(to: folder(desk), at: now)
    }

    @Test func whatIsGoneComesBackAndWhatIsNewerStays() throws {
        let desk = try Desk()
        let journal = try journal(desk)
        _ = try journal.backUp(to: folder(desk), at: now)
        try journal.dial("three")
        // Of our file a line in the middle is gone, and the other's is gone as a whole.
        let file = try desk.file()
        let lines = try desk.lines(file)
        try desk.put(([lines[0]] + lines[2...]).joined(separator: "\n").utf8 + [10], at: file)
        let other = try desk.file(home: "b")
        let bytes = try desk.bytes(other)
        try FileManager.default.removeItem(atPath: other)
        let damaged = try desk.journal()
        _ = try damaged.all()
        let back = try damaged.restore(from: folder(desk))
        #expect(Set(back.entries.notes) == ["one", "other"] && back.known == 1)
        #expect(Set(try damaged.follow()) == Set(back.entries))
        #expect(try desk.bytes(other) == bytes)
        #expect(Set(try desk.journal().all().entries.notes) == ["one", "two", "three", "other"])
        #expect(try damaged.restore(from: folder(desk)).entries.isEmpty)
    }

    @Test func theEndOfAnothersFileComesBackInThatFile() throws {
        let desk = try Desk()
        let journal = try journal(desk)
        _ = try journal.backUp(to: folder(desk), at: now)
        let file = try desk.file(home: "b")
        let bytes = try desk.bytes(file)
        try desk.put((try desk.lines(file)[0] + "\n").utf8, at: file)
        #expect(try journal.restore(from: folder(desk)).entries.notes == ["other"])
        #expect(try desk.bytes(file) == bytes)
    }

    @Test func aNewMachineGetsEverythingUnderItsOldName() throws {
        let desk = try Desk()
        _ = try journal(desk).backUp(to: folder(desk), at: now)
        let paths = JournalPaths(data: desk.root + "/new", stateHome: desk.root + "/new-state")
        let journal = try Journal(paths: paths, machine: "another", host: "laptop", disk: Disk())
        let back = try journal.restore(from: folder(desk))
        #expect(Set(back.entries.notes) == ["one", "two", "other"])
        #expect(Set(try desk.names(paths.journal)) == Set(try desk.names(desk.paths().journal)))
    }

    /// Of a journal and its backup, whose lines one and two are damaged.
    private func damaged(_ desk: Desk) throws {
        _ = try journal(desk).backUp(to: folder(desk), at: now)
        let copy = try desk.file().replacing(desk.paths().data, with: folder(desk))
        let text = String(decoding: try desk.bytes(copy), as: UTF8.self)
        try desk.put(text.replacing("\"one\"", with: "\"one").replacing("two", with: "tow").utf8, at: copy)
    }

    @Test func whatADamagedBackupAddsIsOnlyWhatIsAsItWasWritten() throws {
        let desk = try Desk()
        try damaged(desk)
        let file = try desk.file()
        try desk.put((try desk.lines(file)[0] + "\n").utf8, at: file)
        let back = try desk.journal().restore(from: folder(desk))
        #expect(back.entries.isEmpty && back.leftOut.count == 2)
        #expect(try desk.journal().all().entries.notes == ["other"])
    }

    @Test func aWholeFileOfADamagedBackupComesBackAndItsDamageIsTold() throws {
        let desk = try Desk()
        try damaged(desk)
        try FileManager.default.removeItem(atPath: desk.paths().data)
        #expect(Set(try desk.journal().restore(from: folder(desk)).entries.notes) == ["tow", "other"])
        let report = try desk.journal().all().report
        #expect(report.changedOutsideCount == 1 && report.badLineCount == 1)
        #expect(throws: JournalError.self) { try desk.journal().restore(from: desk.root + "/nothing") }
    }
}
