import Pipeline
import Testing

@testable import Journal

/// The opening is derived: with it, without it or with a damaged one, nobody sees anything but what the journal holds.
@Suite("The opening: derived, disposable, and not believed when in doubt")
struct OpeningTests {
    private let today = Now(Moment(seconds: Int64(morning / 1000), offset: -420), zone: .utc)

    /// A journal of some leads with a past, one of them merged, one with an act taken back and two with one that was put
    /// back, and what is folded of it.
    private func told(_ desk: Desk) throws -> (journal: Journal, pipeline: Pipeline) {
        let journal = try desk.journal()
        for lead in 1...9 as ClosedRange<UInt64> {
            let id = LeadID(bits: lead)
            var fields = LeadFields(name: "Lead \(lead)")
            fields.phones = [.init("555 \(lead)")]
            let time = Moment(seconds: Int64(morning / 1000) - 864_000 * Int64(lead), offset: 0)
            let dial = Act.attempt(Attempt(.phone, .noAnswer, note: "“quoted” \"lead\":\"0000000001\""))
            try record([Draft(.add(fields), lead: id, at: time), Draft(dial, lead: id, at: time)], in: journal)
        }
        let slip = try record([Draft(.note("a slip"), lead: LeadID(bits: 3), at: today.moment)], in: journal)
        try record([Draft(.undo(slip.map(\.id)), lead: nil, at: today.moment)], in: journal)
        let notes = try record(
            [4, 6].map { Draft(.note("kept after all"), lead: LeadID(bits: $0), at: today.moment) }, in: journal)
        let undo = try record([Draft(.undo(notes.map(\.id)), lead: nil, at: today.moment)], in: journal)
        try record([Draft(.undo(undo.map(\.id)), lead: nil, at: today.moment)], in: journal)
        try record([Draft(.merge(LeadID(bits: 4)), lead: LeadID(bits: 5), at: today.moment)], in: journal)
        let reader = try desk.journal()
        return (reader, try folded(reader))
    }

    @discardableResult
    private func record(_ drafts: [Draft], in journal: Journal) throws -> [Entry] {
        try journal.append(drafts, now: morning, newest: { _ in nil }, check: { _ in })
    }

    private func folded(_ journal: Journal) throws -> Pipeline {
        var pipeline = Pipeline()
        _ = try journal.load { pipeline.apply([$0]) }
        return pipeline
    }

    private func keep(_ journal: Journal, _ pipeline: Pipeline) {
        journal.keepOpening([Outlook(pipeline, at: today, depth: 5)], of: pipeline, premises: "premises")
    }

    private func reopened(_ desk: Desk, premises: String = "premises", day: Day? = nil) throws -> Opening? {
        try desk.journal().opening(on: day ?? today.today, premises: premises)
    }

    /// What can be seen of leads: what they were folded to, in words.
    private func seen(_ leads: [LeadID], _ pipeline: Pipeline) -> [String] {
        leads.map { id in pipeline[id].map { "\($0.fields) \($0.round) \(pipeline.history(of: $0).map(\.act))" } ?? "–"
        }
    }

    private func first(_ opening: Opening) -> [LeadID] {
        opening.outlook.leads(first: 5, at: today, MethodNumbers()) { _ in nil }
    }

    @Test func itBeginsWithThoseWhoHeadTheList() throws {
        let desk = try Desk()
        let (journal, pipeline) = try told(desk)
        keep(journal, pipeline)
        let opening = try #require(try reopened(desk))
        let leads = first(opening)
        let triage = Triage(pipeline, now: today)
        #expect(leads == (0..<5).map { triage[$0].lead })
        let begun = try #require(opening.pipeline(of: leads, pipeline.rules))
        #expect(seen(leads, begun) == seen(leads, pipeline))
        #expect(opening.outlook == Outlook(pipeline, at: today, depth: 5))
        #expect(opening.outlook.totals.onFile == 8)
    }

    /// What stands in one piece is read in pieces of 64 KB, with what another lead did between.
    @Test func aLongHistoryIsReadWhole() throws {
        let desk = try Desk()
        let (writer, _) = try told(desk)
        let (long, other) = (LeadID(bits: 1), LeadID(bits: 2))
        let notes = (0..<1000).map { note in
            Draft(
                .note("\(note) " + String(repeating: "x", count: note * 37 % 300)), lead: note == 500 ? other : long,
                at: today.moment)
        }
        try record(
            notes + [Draft(.note(String(repeating: "long ", count: 40_000)), lead: long, at: today.moment)], in: writer)
        let journal = try desk.journal()
        let pipeline = try folded(journal)
        journal.keepOpening([Outlook(pipeline, at: today, depth: 9)], of: pipeline, premises: "premises")
        let begun = try #require(try reopened(desk)?.pipeline(of: [long, other], pipeline.rules))
        #expect(seen([long, other], begun) == seen([long, other], pipeline))
        #expect(begun.entryCount(of: long) > 1000)
    }

    /// Lines of two files may stand at the same place.
    @Test func aLineThatSeveralLeadsNeedIsReadOnce() {
        let lines = [(1, 7), (0, 7), (1, 0), (1, 7), (0, 7)].map { source, offset in
            OpeningFile.Line(source: source, offset: offset, length: 5)
        }
        #expect(lines.distinct == [lines[1], lines[2], lines[0]])
        let apart = [(0, 7), (1, 7)].map { OpeningFile.Line(source: $0, offset: $1, length: 5) }
        #expect(apart.distinct == apart)
    }

    @Test func itIsNotBelievedWhenAnythingElseChanged() throws {
        let desk = try Desk()
        let (journal, pipeline) = try told(desk)
        keep(journal, pipeline)
        #expect(try reopened(desk) != nil)
        #expect(try reopened(desk, premises: "others") == nil)
        #expect(try reopened(desk, day: today.today.adding(days: 1)) == nil)
        try desk.journal().dial("one more")
        #expect(try reopened(desk) == nil)
    }

    @Test func aFileFromElsewhereMakesItUnbelieved() throws {
        let desk = try Desk()
        let (journal, pipeline) = try told(desk)
        keep(journal, pipeline)
        try desk.journal(home: "b", host: "other").dial("from elsewhere")
        #expect(try reopened(desk) == nil)
    }

    @Test func nothingIsKeptOfAJournalInDoubt() throws {
        let desk = try Desk()
        _ = try told(desk)
        let path = try desk.file()
        try desk.put(try desk.bytes(path) + Array("no line\n".utf8), at: path)
        let journal = try desk.journal()
        keep(journal, try folded(journal))
        #expect(try reopened(desk) == nil)
    }

    /// At every byte: cut off, and every byte changed.
    @Test func aDamagedOneShowsNothingElse() throws {
        let desk = try Desk()
        let (journal, pipeline) = try told(desk)
        keep(journal, pipeline)
        let path = desk.paths().opening
        let whole = try desk.bytes(path)
        let leads = first(try #require(try reopened(desk)))
        let truth = seen(leads, pipeline)
        func holds() throws -> Bool {
            guard let opening = try reopened(desk) else { return true }
            let found = first(opening)
            guard let begun = opening.pipeline(of: found, pipeline.rules) else { return true }
            return found == leads && seen(found, begun) == truth
        }
        for length in 0..<whole.count {
            try desk.put(whole[..<length], at: path)
            #expect(try holds(), "cut at \(length)")
        }
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1 << (UInt8(truncatingIfNeeded: place) & 7)
            try desk.put(bytes, at: path)
            #expect(try holds(), "changed at \(place)")
        }
    }
}
