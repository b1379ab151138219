import Pipeline
import Testing

@testable import Journal

@Suite struct RelayTests {
    private static func entries(_ numbers: Range<Int>) -> [Entry] {
        numbers.map {
            Entry(
                id: EntryID(high: 0, low: UInt64($0)), lead: LeadID(bits: 1),
                at: Moment(seconds: Int64($0), offset: 0), act: .note("the words of note \($0)"))
        }
    }

    @Test func allArrivesOnceAndInOrder() {
        // So many that a reader who did not wait would run over what is not taken yet.
        let sizes = Array(repeating: [1, 3, 1, 70, 2], count: 200).flatMap(\.self)
        var (given, taken): ([Entry], [Entry]) = ([], [])
        Relay.run { handOver in
            for size in sizes {
                var batch = Self.entries(given.count..<given.count + size)
                given += batch
                handOver(&batch)
                #expect(batch.isEmpty)
            }
        } _: { batch in
            taken += batch
            // Slower than the reader.
            for _ in 0..<20 { taken.reverse() }
            batch = []
        }
        #expect(taken == given)
    }

    @Test func anEmptyBatchIsNotTheEnd() {
        var taken: [[Entry]] = []
        Relay.run { handOver in
            var batch: [Entry] = []
            handOver(&batch)
            batch = Self.entries(0..<3)
            handOver(&batch)
        } _: { batch in
            taken.append(batch)
            batch = []
        }
        #expect(taken == [Self.entries(0..<3)])
    }

    /// More than what is between the two threads at once, in several files.
    @Test func aLongJournalIsReadInItsOrder() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        journal.segmentLimit = 400_000
        var written: [Entry] = []
        for round in 0..<12 {
            let drafts = (0..<600).map { dialDraft("dial \($0) of round \(round)") }
            written += try journal.append(drafts, now: morning, newest: { _ in nil }, check: { _ in })
        }
        let (entries, report) = try desk.journal().all()
        #expect(try desk.files().count > 2)
        #expect(entries == written)
        #expect(report.entries == written.count)
    }
}
