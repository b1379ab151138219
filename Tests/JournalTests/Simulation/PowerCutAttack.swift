import Glibc
import Pipeline
import TestSupport
import Testing

@testable import Journal

/// What was acknowledged is a subset of what is recovered, wherever the power goes and whatever of the unsynced changes
/// had reached the platter by then.
@Suite struct PowerCutAttack {
    /// The classes of what may survive.
    private static let fates: [(name: String, survives: @Sendable (SimulatedDisk.Change) -> SimulatedDisk.Survival)] = [
        ("nothing unsynced", { _ in .none }),
        ("everything", { _ in .whole }),
        ("names without bytes", { $0 == .name ? .whole : .none }),
        ("bytes without names", { $0 == .name ? .none : .whole }),
        ("lengths without bytes", { $0 == .bytes ? .nulls : .whole }),
        ("half of the bytes", { $0 == .bytes ? .beginning(500) : .whole }),
        ("all but the last bytes", { $0 == .bytes ? .beginning(999) : .whole }),
    ]

    /// Anything at all, by dice.
    private static func dice(_ random: inout Seeded) -> SimulatedDisk.Survival {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .none
        case 1: .nulls
        case 2: .beginning(Int.random(in: 1..<1000, using: &random))
        default: .whole
        }
    }

    /// Every fate of a trial, by name: the classes, and as many throws of the dice.
    private static func each(_ trial: Trial, dice count: Int, _ seed: UInt64, _ body: (String, Trial) -> Void) {
        for fate in fates { body(fate.name, trial.restarted(fate.survives)) }
        for number in 0..<count {
            var random = Seeded(seed &* 31 &+ UInt64(number))
            body("dice \(seed)/\(number)", trial.restarted { _ in dice(&random) })
        }
    }

    /// How many changes the work makes when nothing goes wrong.
    private static let changes: Int = {
        var trial = Trial(on: SimulatedDisk())
        trial.work()
        return trial.disk.changes
    }()

    private static func cut(at change: Int) -> Trial {
        var trial = Trial(on: SimulatedDisk())
        trial.disk.lastChange = change
        trial.work()
        return trial
    }

    @Test func nothingIsLostWhereverThePowerGoes() {
        var tally = Tally("power cut, simulated, after every change")
        defer { tally.tell() }
        #expect(PowerCutAttack.changes > 60)
        for change in 1...PowerCutAttack.changes + 1 {
            let cut = PowerCutAttack.cut(at: change)
            for seed in Torture.seeds {
                PowerCutAttack.each(cut, dice: 3, seed &+ UInt64(change)) { fate, trial in
                    var trial = trial
                    tally.runs += 1
                    let wrong = trial.recovered(into: &tally)
                    #expect(wrong == [], "change \(change), \(fate)")
                    // Work goes on, and what is saved then is as safe.
                    let isSaved = trial.dialAgain()
                    let later = trial.restarted { _ in .none }.recovered(into: &tally)
                    #expect(isSaved && later == [], "change \(change), \(fate), and then another dial")
                }
            }
        }
        #expect(tally.isClean && tally.acknowledged > 1000)
    }

    @Test func nothingIsLostWhenAProcessIsKilledAndThePowerGoesLater() {
        var tally = Tally("kill -9 after every change and a power cut later, simulated")
        defer { tally.tell() }
        for change in 1...PowerCutAttack.changes {
            var trial = PowerCutAttack.cut(at: change)
            trial.disk.revive()
            tally.runs += 1
            let isSaved = trial.dialAgain()
            let wrong = trial.restarted { _ in .none }.recovered(into: &tally)
            #expect(isSaved && wrong == [], "change \(change)")
        }
        #expect(tally.isClean)
    }

    @Test func nothingIsLostWhenThePowerGoesAgainDuringTheRecovery() {
        var tally = Tally("power cut during recovery, simulated")
        defer { tally.tell() }
        for change in stride(from: 1, through: PowerCutAttack.changes, by: Torture.isLong ? 1 : 3) {
            let cut = PowerCutAttack.cut(at: change)
            for fate in PowerCutAttack.fates {
                for second in 1... {
                    let trial = cut.restarted(fate.survives)
                    trial.disk.lastChange = second
                    for home in Trial.homes { _ = try? Trial.journal(home, on: trial.disk).all() }
                    if trial.disk.changes < second { break }
                    PowerCutAttack.each(trial, dice: Torture.isLong ? 2 : 0, Torture.seed) { last, trial in
                        tally.runs += 1
                        let wrong = trial.recovered(into: &tally)
                        #expect(wrong == [], "\(change), \(fate.name), \(second), \(last)")
                    }
                }
            }
        }
        #expect(tally.isClean && tally.runs > 100)
    }
}
