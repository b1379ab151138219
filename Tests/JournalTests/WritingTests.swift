import FoundationEssentials
import Glibc
import Pipeline
import Testing

@testable import Journal

@Suite struct WritingTests {
    @Test func whatIsAppendedIsReadByTheNext() throws {
        let desk = try Desk()
        let written = try desk.journal().dial("one", "two")
        let (entries, report) = try desk.journal().all()
        var clean = LoadReport()
        clean.entries = 2
        #expect(entries == written)
        #expect(report == clean)
    }

    @Test func nothingIsCreatedBeforeTheFirstWrite() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        #expect(try journal.all().entries.isEmpty)
        #expect(try journal.follow().isEmpty)
        #expect(try desk.names(desk.root).isEmpty)
    }

    @Test func aNewFolderSaysHowItIsMerged() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        #expect(try desk.lines(desk.paths().data + "/.gitattributes") == ["*.jsonl merge=union -text"])
    }

    @Test func everySegmentBeginsWithItsLine() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        journal.segmentLimit = 500
        for number in 0..<10 { try journal.dial("dial \(number)") }
        let files = try desk.files()
        #expect(files.count == 4)
        for file in files {
            let first = try #require(try desk.lines(file).first)
            #expect(first.contains("\"n\":1,\"do\":\"segment\",\"v\":1,\"device\":\"\(journal.devices[0])\""))
        }
        let (entries, report) = try desk.journal().all()
        #expect(entries.notes == (0..<10).map { "dial \($0)" })
        #expect(report.missing.isEmpty)
    }

    @Test func anEmptySegmentGetsItsLine() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        try desk.put([], at: desk.file())
        try desk.journal().dial("two")
        #expect(try desk.lines(desk.file()).count == 2)
        #expect(try desk.journal().all().entries.notes == ["two"])
    }

    @Test func twoWritersSeeEachOther() throws {
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        var (seenByA, seenByB): ([Entry], [Entry]) = ([], [])
        for number in 0..<20 {
            let (writer, isA) = number % 3 == 0 ? (a, true) : (b, false)
            let written = try writer.append(
                [dialDraft("\(number)")], now: morning, newest: { _ in nil },
                check: { if isA { seenByA += $0 } else { seenByB += $0 } })
            if isA { seenByA += written } else { seenByB += written }
        }
        seenByA += try a.follow()
        seenByB += try b.follow()
        let (entries, report) = try desk.journal().all()
        #expect(entries.notes == (0..<20).map(String.init))
        #expect(seenByA == entries && seenByB == entries)
        #expect(report.missing.isEmpty)
    }

    @Test func aRefusalWritesNothingAndLosesNothing() throws {
        struct Refusal: Error {}
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        try a.dial("one")
        var news: [Entry] = []
        #expect(throws: Refusal.self) {
            try b.append([dialDraft("two")], now: morning, newest: { _ in nil }) {
                news = $0
                throw Refusal()
            }
        }
        #expect(news.notes == ["one"])
        #expect(try b.follow().isEmpty)
        #expect(try a.follow().isEmpty)
        try b.dial("three")
        #expect(try a.follow().notes == ["three"])
    }

    @Test func idsRiseWhenTheClockJumpsBackAYear() throws {
        let desk = try Desk()
        var ids: [EntryID] = []
        for now in [morning, morning - 31_536_000_000, morning - 1, morning, morning + 1] {
            ids += try desk.journal().dial("a", "b", now: now).map(\.id)
        }
        #expect(ids == ids.sorted() && Set(ids).count == 10)
        #expect(ids.map(\.milliseconds).allSatisfy { (morning...morning + 1).contains($0) })
    }

    @Test func idsAreGreaterThanTheNewestOfTheLead() throws {
        let desk = try Desk()
        let other = EntryID(high: (morning + 3_600_000) << 16 | 77, low: .max)
        let write = { (home: String) in
            try desk.journal(home: home).append(
                [dialDraft("a")], now: morning, newest: { _ in other }, check: { _ in })
        }
        let ids = try (write("a") + write("b")).map(\.id)
        #expect(ids.allSatisfy { $0 > other })
        // Two devices that follow the same entry must not take the same id.
        #expect(Set(ids).count == 2)
        let last = EntryID(high: .max, low: .max)
        #expect(throws: JournalError.self) {
            try desk.journal().append([dialDraft("a")], now: morning, newest: { _ in last }, check: { _ in })
        }
    }

    @Test func whoHoldsTheLockIsNamed() throws {
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        _ = try a.append([dialDraft("one")], now: morning, newest: { _ in nil }) { _ in
            let error = #expect(throws: JournalError.self) { try b.dial("two") }
            guard case .heldByAnother(let who)? = error?.kind else {
                Issue.record("\(error as Any)")
                return
            }
            #expect(who.hasPrefix("\(getpid()) "))
            #expect(error?.exitStatus == 69)
        }
        try b.dial("two")
        #expect(try desk.journal().all().entries.notes == ["one", "two"])
    }

    @Test func theHealthTellsWhoHoldsTheLockUntilNobodyDoes() throws {
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        #expect(b.health() == .writable)
        _ = try a.append([dialDraft("one")], now: morning, newest: { _ in nil }) { _ in
            #expect(throws: JournalError.self) { try b.dial("two") }
            guard case .held(let who) = b.health() else {
                Issue.record("\(b.health())")
                return
            }
            #expect(who.hasPrefix("\(getpid()) ") && !b.health().isLasting)
        }
        #expect(b.health() == .writable)
    }

    @Test func aReplacedFileIsWrittenFromThenOn() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try journal.dial("one", "two")
        let file = try desk.file()
        let bytes = try desk.bytes(file)
        try desk.put(bytes, at: file + ".new")
        try Disk().rename(file + ".new", to: file)
        try journal.dial("three")
        #expect(try desk.journal().all().entries.notes == ["one", "two", "three"])
    }

    @Test func aLongerCopyInTheSamePlaceIsReadFromWhereItIsNew() throws {
        let desk = try Desk()
        let other = try desk.journal(home: "b")
        let journal = try desk.journal()
        try other.dial("one", "two")
        #expect(try journal.all().entries.notes == ["one", "two"])
        let file = try desk.file(home: "b")
        try desk.put(try desk.bytes(file), at: file + ".new")
        try other.dial("three")
        let longer = try desk.bytes(file)
        try desk.put(longer, at: file + ".new")
        try Disk().rename(file + ".new", to: file)
        #expect(try journal.follow().notes == ["three"])
        try desk.put(String(decoding: longer, as: UTF8.self).replacing("\"one\"", with: "\"uno\"").utf8, at: file)
        #expect(try journal.follow().notes == ["uno", "two", "three"])
        #expect(journal.report.changedOutsideCount == 1)
        try Disk().rename(file, to: file + ".gone")
        #expect(try journal.follow().isEmpty)
        #expect(journal.report.vanished == [file])
    }

    @Test func aNewDeviceIsFollowed() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try journal.dial("one")
        #expect(journal.watchedFolders.count == 3)
        try desk.journal(home: "b").dial("two")
        #expect(try journal.follow().notes == ["two"])
        #expect(journal.devices.count == 2 && journal.watchedFolders.count == 4)
    }

    @Test func aLongLineIsReadWhole() throws {
        let desk = try Desk()
        let note = String(repeating: "long ", count: 1_000_000)
        try desk.journal().dial("one", note, "three")
        #expect(try desk.journal().all().entries.notes == ["one", note, "three"])
    }

    @Test func everythingIsHandedOutOnceAndInOrder() throws {
        let desk = try Desk()
        let drafts = (0..<20_000).map { dialDraft("\($0)") }
        _ = try desk.journal().append(drafts, now: morning, newest: { _ in nil }, check: { _ in })
        var entries: [Entry] = []
        let journal = try desk.journal()
        _ = try journal.load { entries.append($0) }
        #expect(entries.notes == (0..<20_000).map(String.init))
        #expect(try journal.follow().isEmpty)
    }

    @Test func aFileInPlaceOfAFolderIsSaid() throws {
        let desk = try Desk()
        try desk.put("x".utf8, at: desk.root + "/data")
        let error = #expect(throws: JournalError.self) { try desk.journal() }
        #expect(error?.kind == .cannotCreate && error?.exitStatus == 73)
    }

    @Test(.enabled(if: geteuid() != 0))
    func aReadOnlyFolderCanBeRead() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        chmod(desk.paths().journal, 0o500)
        defer { chmod(desk.paths().journal, 0o700) }
        let journal = try desk.journal()
        #expect(journal.health() == .readOnly(folder: desk.paths().journal))
        #expect(try journal.all().entries.notes == ["one"])
        #expect(throws: JournalError.self) { try journal.dial("two") }
    }

    @Test func whatCouldNotBeReadBackIsRefusedAndNotWritten() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try journal.dial("one")
        let before = try desk.bytes(try desk.file())
        // A number that is short to write and long to write out.
        let order = Draft(
            .order(Decimal(string: "1e100"), isPity: false), lead: LeadID(bits: 1), at: Moment(seconds: 0))
        let error = #expect(throws: JournalError.self) {
            try journal.append([order], now: morning, newest: { _ in nil }, check: { _ in })
        }
        #expect(error?.kind == .badData && error?.description.contains("order") == true)
        #expect(try desk.bytes(try desk.file()) == before)
        try journal.dial("two")
        #expect(try desk.journal().all().entries.notes == ["one", "two"])
    }

    @Test func aLineThatClaimsTheLastPlaceOfAllDoesNotEndTheJournal() throws {
        let desk = try Desk()
        let entry = try #require(try desk.journal().dial("one").first)
        var bytes = try desk.bytes(try desk.file())
        let id = EntryID(high: entry.id.high, low: entry.id.low ^ 1)
        _ = LineEncoder.append(Entry(id: id, lead: entry.lead, at: entry.at, act: entry.act), n: .max, to: &bytes)
        try desk.put(bytes, at: try desk.file())
        let journal = try desk.journal()
        _ = try journal.all()
        try journal.dial("two")
        #expect(try desk.files().count == 2)
        #expect(try desk.journal().all().entries.notes.contains("two"))
    }
}
