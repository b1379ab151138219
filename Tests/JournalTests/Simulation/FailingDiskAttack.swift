import Glibc
import Pipeline
import TestSupport
import Testing

@testable import Journal

/// A disk that fails once, or for good, at any call: what was acknowledged is there all the same, and a power cut right
/// after it changes nothing about that.
@Suite struct FailingDiskAttack {
    /// The calls of the work when nothing goes wrong.
    private static let calls: [String] = {
        var trial = Trial(on: SimulatedDisk())
        trial.work()
        return trial.disk.calls
    }()

    /// The numbers of the calls that are tried: in the short run every so-manieth.
    private static func numbers(every step: Int, from first: Int = 1) -> StrideThrough<Int> {
        stride(from: Torture.isLong ? 1 : first, through: calls.count, by: Torture.isLong ? 1 : step)
    }

    /// Works on a disk with faults; then the disk is well again, and the power goes.
    private func attack(
        _ tally: inout Tally, _ what: String, _ prepare: (SimulatedDisk) -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var trial = Trial(on: SimulatedDisk())
        prepare(trial.disk)
        trial.work()
        trial.disk.faults = [:]
        trial.disk.listener = nil
        tally.runs += 1
        let cut = trial.restarted { _ in .none }.recovered(into: &tally)
        #expect(cut == [], "\(what), then a power cut", sourceLocation: sourceLocation)
        let now = trial.recovered(into: &tally)
        #expect(now == [], "\(what)", sourceLocation: sourceLocation)
        let isSaved = trial.dialAgain()
        #expect(isSaved, "\(what); nothing can be saved any more", sourceLocation: sourceLocation)
        let later = trial.restarted { _ in .none }.recovered(into: &tally)
        #expect(later == [], "\(what), and then a dial", sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        (1, "EIO", EIO), (2, "ENOSPC", ENOSPC), (3, "EDQUOT", EDQUOT), (4, "EINTR", EINTR), (5, "EACCES", EACCES),
    ])
    func anErrorAtAnyCallLosesNothing(first: Int, name: String, code: Int32) {
        var tally = Tally("\(name) at every call, simulated")
        defer { tally.tell() }
        #expect(FailingDiskAttack.calls.count > 150)
        for call in FailingDiskAttack.numbers(every: 5, from: first) {
            attack(&tally, "\(name) at call \(call), \(FailingDiskAttack.calls[call - 1])") {
                $0.faults = [call: .error(code)]
            }
        }
        #expect(tally.isClean)
    }

    @Test func anErrorFromACallOnLosesNothing() {
        var tally = Tally("EIO from a call on, simulated")
        defer { tally.tell() }
        for call in FailingDiskAttack.numbers(every: 4) {
            attack(&tally, "EIO from call \(call), \(FailingDiskAttack.calls[call - 1])") { disk in
                for later in call...FailingDiskAttack.calls.count + 200 { disk.faults[later] = .error(EIO) }
            }
        }
        #expect(tally.isClean)
    }

    @Test func aShortWriteLosesNothing() {
        var tally = Tally("short write at every write, simulated")
        defer { tally.tell() }
        for (index, call) in FailingDiskAttack.calls.enumerated() where call.hasPrefix("write to") {
            attack(&tally, "short write at call \(index + 1), \(call)") { $0.faults = [index + 1: .short] }
        }
        #expect(tally.isClean)
    }

    @Test func aFullDiskLeavesNothingHalfWritten() throws {
        let whole = SimulatedDisk()
        _ = try Trial.journal("a", on: whole).dial("one")
        for call in 1...whole.calls.count {
            for fault in [SimulatedDisk.Fault.short, .error(ENOSPC)] {
                let disk = SimulatedDisk()
                disk.faults = [call: fault]
                guard (try? Trial.journal("a", on: disk).dial("one")) == nil else { continue }
                disk.faults = [:]
                let report = try Trial.journal("a", on: disk).all().report
                #expect(report.repaired.isEmpty && report.badLineCount == 0, "\(fault) at call \(call)")
            }
        }
    }

    @Test func errorsByDiceLoseNothing() {
        var tally = Tally("several errors by dice, simulated")
        defer { tally.tell() }
        let codes = [EIO, ENOSPC, EINTR, EACCES]
        for seed in Torture.seeds {
            for number in 0..<(Torture.isLong ? 1000 : 20) as Range<UInt64> {
                var random = Seeded(seed &* 1_000_003 &+ number)
                attack(&tally, "seed \(seed), number \(number)") { disk in
                    for _ in 0..<Int.random(in: 2...5, using: &random) {
                        let call = Int.random(in: 1...FailingDiskAttack.calls.count, using: &random)
                        let code = codes.randomElement(using: &random) ?? EIO
                        disk.faults[call] = Int.random(in: 0..<3, using: &random) == 0 ? .short : .error(code)
                    }
                }
            }
        }
        #expect(tally.isClean)
    }

    @Test func aFileReplacedUnderOurFeetLosesNothing() {
        var tally = Tally("file replaced by rename before every call, simulated")
        defer { tally.tell() }
        for call in FailingDiskAttack.numbers(every: 3) {
            attack(&tally, "replaced before call \(call), \(FailingDiskAttack.calls[call - 1])") { disk in
                disk.listener = { disk, now in
                    if now == call { FailingDiskAttack.replaceSegments(of: disk) }
                }
            }
        }
        #expect(tally.isClean)
    }

    /// The mirrors bring back what an old version has not; each machine its own.
    @Test(arguments: [1, 3]) func anOldVersionUnderOurFeetLosesNothing(lines: Int) {
        var tally = Tally("file replaced by a version of \(plural(lines, "line")) less before every call, simulated")
        defer { tally.tell() }
        for call in FailingDiskAttack.numbers(every: 3, from: lines) {
            var trial = Trial(on: SimulatedDisk())
            trial.disk.listener = { disk, now in
                if now == call { FailingDiskAttack.replaceSegments(of: disk, lacking: lines) }
            }
            trial.work()
            trial.disk.listener = nil
            for home in Trial.homes { _ = try? Trial.journal(home, on: trial.disk).all() }
            tally.runs += 1
            let now = trial.recovered(into: &tally)
            #expect(now == [], "replaced before call \(call), \(FailingDiskAttack.calls[call - 1])")
            let isSaved = trial.dialAgain()
            let later = trial.restarted { _ in .none }.recovered(into: &tally)
            #expect(isSaved && later == [], "replaced before call \(call), and then a dial and a power cut")
        }
        #expect(tally.isClean)
    }

    /// Puts another file in the place of each segment, as a syncer does that fetched the same, or an older version.
    private static func replaceSegments(of disk: SimulatedDisk, lacking count: Int = 0) {
        // Not by the calls of the disk, which would be counted.
        for path in disk.files(under: Trial.paths("a").data) where path.hasSuffix(".jsonl") {
            guard let bytes = disk.bytes(at: path) else { continue }
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            let kept = count == 0 ? bytes : Array(lines.dropLast(count + 1).map { $0 + [10] }.joined())
            disk.put(kept, at: path)
        }
    }
}
