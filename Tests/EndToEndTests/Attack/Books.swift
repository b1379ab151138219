import FoundationEssentials
import Glibc
import Journal
import Pipeline
import TestSupport
import Testing

/// What the program was given to save and what it said of it, to be held against what is in the journal afterwards.
final class Books {
    let desk: Desk
    var tally: Tally
    /// The notes of the dials that were said to be saved, by their ids and in the order in which that was said.
    private(set) var acknowledged: [(id: EntryID, note: String)] = []
    private var tried: [[String]] = []

    static let lead = "7Q3K9F2MXT"

    /// A home without anything.
    init(_ fault: String) throws {
        desk = try Desk()
        tally = Tally(fault)
    }

    deinit { tally.tell() }

    /// Puts the lead on file.
    static let addition = #"{"do":"add","lead":"\#(lead)","name":"Ada"}"#

    /// The dials as `record` takes them.
    private static func acts(_ notes: [String]) -> [String] {
        notes.map { #"{"do":"attempt","lead":"\#(lead)","by":"phone","out":"no answer","note":"\#($0)"}"# }
    }

    /// Notes that nobody else makes: `w1-7.0`, `w1-7.1`.
    static func notes(_ writer: String, _ batch: Int, _ count: Int = 1) -> [String] {
        (0..<count).map { "\(writer)-\(batch).\($0)" }
    }

    /// Dials with `record`, through other programs if any are named, and notes what it says.
    ///
    /// - Parameter addsLead: whether the lead is put on file in the same batch.
    @discardableResult
    func record(_ notes: [String], addsLead: Bool = false, through wrapper: [String] = []) throws -> Ending {
        tried.append(notes)
        let words = wrapper + [Program.lastcall, "record"]
        let input = (addsLead ? [Books.addition] : []) + Books.acts(notes)
        let ending = try desk.run(words[0], Array(words.dropFirst()), input: input.joined(separator: "\n"))
        take(ending, notes, behindLead: addsLead)
        return ending
    }

    /// Starts to dial, through other programs if any are named; `take` is to be given what comes of it.
    func start(_ notes: [String], through wrapper: [String] = []) throws -> Running {
        tried.append(notes)
        let words = wrapper + [Program.lastcall, "record"]
        return try desk.start(
            words[0], Array(words.dropFirst()), input: Books.acts(notes).joined(separator: "\n"))
    }

    /// Notes dials that somebody else will make.
    func expect(_ notes: [String]) { tried += notes.map { [$0] } }

    /// Notes what a program said of dials: an id on a line of its own is a promise, even when it was killed right after.
    func take(_ ending: Ending, _ notes: [String], behindLead: Bool = false) {
        tally.runs += 1
        tally.take(ending)
        let ids = ending.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .dropFirst(behindLead ? 1 : 0)
        for (id, note) in zip(ids, notes) {
            guard let id = EntryID(ascii: id.utf8) else { continue }
            acknowledged.append((id, note))
            tally.acknowledged += 1
        }
    }

    /// Notes that a dial was said to be saved under an id.
    func acknowledge(_ id: String, _ note: String) {
        guard let id = EntryID(ascii: id.utf8) else { return }
        tried.append([note])
        acknowledged.append((id, note))
        tally.acknowledged += 1
    }

    /// Forgets the last dials, which the caller takes out of the journal.
    func forgetLast() {
        let notes = tried.popLast() ?? []
        acknowledged.removeAll { notes.contains($0.note) }
    }

    /// Begins again with nothing; what was tried stays counted.
    func startOver() {
        for folder in ["/data", "/state"] { try? FileManager.default.removeItem(atPath: desk.home + folder) }
        (acknowledged, tried) = ([], [])
    }

    /// The one file that this machine writes to.
    var segment: String {
        get throws {
            let names = try FileManager.default.subpathsOfDirectory(atPath: desk.data + "/journal")
            return desk.data + "/journal/" + (try #require(names.filter { $0.hasSuffix(".jsonl") }.max()))
        }
    }

    /// Reads the journal twice, and tells what is wrong with it.
    func wrongs() -> [String] {
        guard let first = read(), let second = read() else {
            tally.lost += acknowledged.count
            return ["the journal cannot be read"]
        }
        var wrong: [String] = []
        var notes: [EntryID: String] = [:]
        for entry in first.entries {
            guard case .attempt(let attempt) = entry.act else { continue }
            if let other = notes.updateValue(attempt.note ?? "", forKey: entry.id), other != attempt.note {
                wrong.append("\(entry.id) is two dials")
            }
        }
        for (id, note) in acknowledged where notes[id] != note {
            if notes[id] == nil { tally.lost += 1 } else { tally.altered += 1 }
            wrong.append("\(note) (\(id)) is \(notes[id] ?? "lost")")
        }
        let counts = Dictionary(notes.values.map { ($0, 1) }, uniquingKeysWith: +)
        for (note, count) in counts where count > 1 { wrong.append("\(note) is there \(count) times") }
        let all = Set(tried.flatMap(\.self))
        for note in counts.keys where !all.contains(note) {
            tally.altered += 1
            wrong.append("“\(note)” was never dialled")
        }
        for batch in tried where ![0, batch.count].contains(batch.filter { counts[$0] != nil }.count) {
            wrong.append("of \(batch) only a part is there")
        }
        if first.entries != second.entries { wrong.append("recovering twice is not recovering once") }
        if !second.report.repaired.isEmpty { wrong.append("repaired again: \(second.report.repaired)") }
        return wrong
    }

    private func read() -> (entries: [Entry], report: LoadReport)? {
        var entries: [Entry] = []
        let paths = JournalPaths(data: desk.data, stateHome: desk.home + "/state/lastcall")
        guard let journal = try? Journal(paths: paths), let report = try? journal.load({ entries.append($0) }) else {
            return nil
        }
        return (entries, report)
    }
}

extension Tally {
    /// Counts a program that ended by a fault of its own.
    mutating func take(_ ending: Ending) {
        if [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV].contains(ending.status - 128) { traps += 1 }
    }
}
