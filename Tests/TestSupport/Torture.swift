import Glibc

/// How hard the attacks try. `scripts/test` has one round with always the same seed; `scripts/torture` sets both.
package enum Torture {
    /// How often what is random is tried again.
    package static let rounds = variable("LASTCALL_ROUNDS").flatMap(Int.init) ?? 1
    /// What the first round begins with; each round has a seed of its own.
    package static let seed = variable("LASTCALL_SEED").flatMap(UInt64.init) ?? 1
    /// The seeds of the rounds.
    package static let seeds = (0..<UInt64(rounds)).map { seed &+ $0 &* 1_000_003 }
    /// True when every case is tried, and not only every so-manieth.
    package static let isLong = variable("LASTCALL_ROUNDS") != nil

    /// Where the rows of the table go; nil when nobody wants a table.
    fileprivate static let table = variable("LASTCALL_TABLE")

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// What was tried of one kind of fault and what came of it: a row of the table that `scripts/torture` prints.
package struct Tally {
    /// What was done to the program or its files.
    package let fault: String
    /// How often.
    package var runs = 0
    /// Acts that the program said were saved.
    package var acknowledged = 0
    /// Those that were not there afterwards.
    package var lost = 0
    /// Acts that were read otherwise than they were written, without a word about it.
    package var altered = 0
    /// How often a process ended by a fault of its own.
    package var traps = 0
    /// What to know of the runs: `skipped: …`.
    package var remark = ""

    package init(_ fault: String) { self.fault = fault }

    /// True when nothing was lost, altered or ended by a fault.
    package var isClean: Bool { lost == 0 && altered == 0 && traps == 0 }

    /// Adds the row to the table. To be called once, whatever happens before.
    package func tell() {
        guard let path = Torture.table else { return }
        let row = "\(fault)\t\(runs)\t\(acknowledged)\t\(lost)\t\(altered)\t\(traps)\t\(remark)\n"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        let bytes = Array(row.utf8)
        _ = write(descriptor, bytes, bytes.count)
        close(descriptor)
    }
}
