import Pipeline
import Testing

/// Properties over pasts that nobody lived: see `RandomEntries`.
@Suite("Fold: the same pipeline whatever the order of arrival")
struct ArrivalTests {
    /// What `pipeline` becomes when `entries` arrive in batches of random size.
    private func folded(_ entries: [Entry], _ random: inout SplitMix64) -> Pipeline {
        var pipeline = Pipeline()
        var rest = entries[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...min(rest.count, random.oneIn(2) ? 3 : 40), using: &random)
            pipeline.apply(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return pipeline
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func anyOrderAndAnyBatches(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<100 as Range<UInt64> {
            var past = RandomEntries(seed: seed << 32 | round, merges: round % 2 == 0 ? 1 : 9)
            let entries = past.next(Int.random(in: 1...40, using: &random))
            var whole = Pipeline()
            whole.apply(entries)
            for _ in 0..<2 {
                // Some arrive twice, as from a mirror or a conflict copy.
                let arrivals = (entries + entries.filter { _ in random.oneIn(4) }).shuffled(using: &random)
                let other = folded(arrivals, &random)
                #expect(other.folded == whole.folded)
                #expect(other.entriesByLead == whole.entriesByLead)
                for device in [UInt16(0), 1] {
                    #expect(other.lastStep(of: device) == whole.lastStep(of: device))
                    #expect(other.lastUndo(of: device)?.undo == whole.lastUndo(of: device)?.undo)
                    #expect(other.lastUndo(of: device)?.step == whole.lastUndo(of: device)?.step)
                }
            }
        }
    }

    /// Which entries count, said anew: one does unless an undo names it that is newer than it and counts itself.
    private func counting(_ entries: [Entry]) -> [Entry] {
        var counting: [Entry] = []
        for entry in entries.reversed() {
            let isUndone = counting.contains { later in
                if case .undo(let refs) = later.act { refs.contains(entry.id) } else { false }
            }
            if !isUndone { counting.insert(entry, at: 0) }
        }
        return counting
    }

    @Test(arguments: 100..<110 as Range<UInt64>)
    func whatIsUndoneIsAsIfItNeverWas(seed: UInt64) {
        for round in 0..<60 as Range<UInt64> {
            var past = RandomEntries(seed: seed << 32 | round, merges: round % 2 == 0 ? 1 : 9)
            let entries = past.next(40)
            var whole = Pipeline()
            whole.apply(entries)
            // Folded one by one in order, without an undo, nothing is ever folded anew.
            var plain = Pipeline()
            for entry in counting(entries) {
                if case .undo = entry.act { continue }
                plain.apply([entry])
            }
            let folded = whole.folded
            for (id, lead) in plain.folded { #expect(folded[id] == lead) }
            for lead in whole.leads where plain[lead.id] == nil {
                #expect(whole.history(of: lead) == [])
                #expect(!lead.isOnFile)
            }
        }
    }

    @Test(arguments: 200..<205 as Range<UInt64>)
    func undoThenRedoIsIdentity(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<60 as Range<UInt64> {
            var past = RandomEntries(seed: seed << 32 | round, merges: round % 2 == 0 ? 1 : 9)
            let entries = past.next(40)
            var pipeline = Pipeline()
            pipeline.apply(entries)
            let before = pipeline.folded
            let at = moment("2026-03-05T10:00:00Z")
            let named = entries.filter { _ in random.oneIn(5) }.map(\.id)
            let (undo, redo) = (EntryID(milliseconds: 100, using: &random), EntryID(milliseconds: 101, using: &random))
            pipeline.apply([Entry(id: undo, lead: nil, at: at, act: .undo(named))])
            pipeline.apply([Entry(id: redo, lead: nil, at: at, act: .undo([undo]))])
            #expect(pipeline.folded == before)
        }
    }

    @Test(arguments: 300..<305 as Range<UInt64>)
    func applyTellsEveryLeadThatChanged(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<10 as Range<UInt64> {
            var past = RandomEntries(seed: seed << 32 | round, merges: round % 2 == 0 ? 1 : 9)
            var pipeline = Pipeline()
            var before = pipeline.folded
            for entry in past.next(40).shuffled(using: &random) {
                let told = pipeline.apply([entry])
                #expect(Set(told).count == told.count)
                let after = pipeline.folded
                let changed = after.keys.filter { after[$0] != before[$0] }
                #expect(Set(changed).isSubset(of: told))
                before = after
            }
        }
    }
}
