import Journal
import Pipeline

/// Writes invented leads into an empty journal.
struct DemoData {
    let leads: Int
    let seed: UInt64
    let clock: Clock

    /// Writes them, two thousand at a time, so that a large demo is never held in memory as a whole.
    ///
    /// They are checked by the rules of the method with its defaults: the data are the same whatever the user has set.
    func write(to journal: Journal) throws {
        var invention = Invention(seed: seed, now: clock.now)
        var left = leads
        while left > 0 {
            let part = min(left, 2000)
            var drafts: [Draft] = []
            var slips: [Int] = []
            for _ in 0..<part {
                let stage = invention.lead()
                slips += stage.slips.map { drafts.count + $0 }
                drafts += stage.drafts
            }
            try write(drafts, slips, to: journal)
            left -= part
        }
    }

    private func write(_ drafts: [Draft], _ slips: [Int], to journal: Journal) throws {
        let empty = Pipeline(Rules(zone: clock.zone))
        let drafts = drafts.map(empty.completed)
        do {
            let entries = try append(drafts, to: journal) { _ in try empty.check(drafts) }
            let undos = slips.map { slip in
                Draft(.undo([entries[slip].id]), lead: nil, at: entries[slip].at.adding(seconds: 30))
            }
            // What they take back was written just now.
            if !undos.isEmpty { _ = try append(undos, to: journal) { _ in } }
        } catch {
            throw Failure(recording: error)
        }
    }

    /// Nobody knows of the leads yet, so none has a newest entry.
    private func append(
        _ drafts: [Draft], to journal: Journal, check: ([Entry]) throws -> Void
    ) throws -> [Entry] {
        try journal.append(drafts, now: clock.milliseconds, newest: { _ in nil }, check: check)
    }
}
