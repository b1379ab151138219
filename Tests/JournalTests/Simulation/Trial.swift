import Glibc
import Pipeline
import TestSupport

@testable import Journal

/// Two processes of one machine and one of another at work on a simulated disk, and what they were told was saved.
struct Trial {
    let disk: SimulatedDisk
    /// What the program said was saved.
    private(set) var acknowledged: [Entry] = []
    /// The notes of all that was tried: nothing else may ever turn up.
    private(set) var tried: Set<String> = []
    private var number = 0

    static let homes = ["a", "b"]

    init(on disk: SimulatedDisk) { self.disk = disk }

    static func paths(_ home: String) -> JournalPaths {
        JournalPaths(data: "/home/sam/share/lastcall", stateHome: "/home/sam/\(home)/lastcall")
    }

    static func journal(_ home: String, on disk: SimulatedDisk) throws -> Journal {
        let journal = try Journal(paths: paths(home), machine: "machine", host: "desk", disk: disk)
        journal.patience = 0
        // Some dials long, so that a new segment begins in the middle of the work.
        journal.segmentLimit = 700
        return journal
    }

    /// Dials as people do: the first ever, several at once, in turns with another window and another machine, and
    /// after a new start. What fails is not tried again.
    mutating func work() {
        let journals = ["a", "a", "b"].map { try? Trial.journal($0, on: disk) }
        dial(journals[0])
        dial(journals[0], 3)
        dial(journals[1])
        dial(journals[0])
        dial(journals[2])
        dial(journals[1], 2)
        dial(try? Trial.journal("a", on: disk))
        dial(journals[2])
        dial(journals[0])
    }

    /// Dials until something is said to be saved, at most three times.
    mutating func dialAgain() -> Bool {
        let before = acknowledged.count
        for _ in 0..<3 where acknowledged.count == before { dial(try? Trial.journal("a", on: disk)) }
        return acknowledged.count > before
    }

    private mutating func dial(_ journal: Journal?, _ count: Int = 1) {
        let notes = (0..<count).map { "dial \(number + $0)" }
        number += count
        tried.formUnion(notes)
        guard let journal else { return }
        let saved = try? journal.append(
            notes.map { dialDraft($0) }, now: morning + UInt64(number), newest: { _ in nil }, check: { _ in })
        acknowledged += (saved ?? []).map(\.ofNobody)
    }

    /// The same trial after a power cut.
    func restarted(_ survives: (SimulatedDisk.Change) -> SimulatedDisk.Survival) -> Trial {
        var trial = Trial(on: disk.restarted(survives))
        (trial.acknowledged, trial.tried, trial.number) = (acknowledged, tried, number)
        return trial
    }

    /// Reads everything as each of the machines does, and tells what is wrong with it.
    ///
    /// - Returns: a sentence for each acknowledged act that is lost, for each that differs, and for anything that a
    ///   second recovery does which the first did not.
    func recovered(into tally: inout Tally) -> [String] {
        var wrong: [String] = []
        tally.acknowledged += acknowledged.count
        for home in Trial.homes {
            guard let first = Trial.read(home, disk) else {
                tally.lost += acknowledged.count
                wrong.append("\(home) cannot be read")
                continue
            }
            for entry in acknowledged where !first.entries.contains(entry) {
                let isThere = first.entries.contains { $0.id == entry.id }
                if isThere { tally.altered += 1 } else { tally.lost += 1 }
                wrong.append("\(home): \([entry].notes) is \(isThere ? "altered" : "lost")")
            }
            for note in first.entries.notes where !tried.contains(note) {
                tally.altered += 1
                wrong.append("\(home): “\(note)” was never dialled")
            }
            guard let second = Trial.read(home, disk) else {
                wrong.append("\(home) cannot be read twice")
                continue
            }
            if second.entries != first.entries { wrong.append("\(home): recovering twice is not recovering once") }
            if !second.report.repaired.isEmpty { wrong.append("\(home): repaired again: \(second.report.repaired)") }
        }
        return wrong
    }

    private static func read(_ home: String, _ disk: SimulatedDisk) -> (entries: Set<Entry>, report: LoadReport)? {
        guard let (entries, report) = try? journal(home, on: disk).all() else { return nil }
        return (Set(entries.map(\.ofNobody)), report)
    }
}

extension Entry {
    /// The entry, whoever's journal it was read from.
    fileprivate var ofNobody: Entry { Entry(id: id, lead: lead, at: at, act: act, margin: margin) }
}

extension Set<Entry> {
    fileprivate var notes: [String] { Array(self).notes }
}
