import ArgumentParser
import Journal
import Pipeline

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check every line of the data, and say what is wrong and what to do.",
        discussion: """
            Ends with status 65 while something is wrong. Lines are never rewritten: what cannot be mended stays where it \
            is and is told until --accept.
            """)

    @OptionGroup var store: StoreOptions
    @Flag(help: "Take what was changed, damaged or lost as it is: it is not told again.") var accept = false
    @Flag(help: "Do what is safe: finish lines, put back what is gone, take in a syncer's copies.") var repair = false
    @Flag(help: "Print what was found as JSON.") var json = false

    func run() throws {
        let location = store.location()
        do {
            var found = try Examination(location)
            var done = found.report.repaired
            if repair {
                done += try found.journal.repair()
                found = try Examination(location)
                if done.isEmpty { done.append(found.whyNothingIsRepaired) }
            }
            if accept {
                let count = try found.journal.acceptDamage()
                done.append(
                    count == 0
                        ? "there is nothing to take as it is"
                        : "\(plural(count, "thing")) taken \(count == 1 ? "as it is" : "as they are")")
                found = try Examination(location)
            }
            for sentence in done { Output.complain(sentence) }
            try tell(found)
        } catch let error as JournalError {
            throw Failure(error)
        }
    }

    private func tell(_ found: Examination) throws {
        let report = found.report
        let notes = report.notes + (try found.quarantine())
        if json {
            Output.print(
                .object([
                    .init("ok", .bool(found.isSound)), .init("entries", .int(found.ids.count)),
                    .init("leads", .int(found.leads)), .init("devices", .int(found.devices)),
                    .init("bad", .array(report.bad.map(\.json))),
                    .init("changedOutside", .array(report.changed.map(\.json))),
                    .init("missing", .array(report.lost.map(\.json))),
                ]))
            for note in notes { Output.complain(note.sentence) }
        } else {
            for damage in report.bad + report.changed + report.lost + notes {
                Output.print(Output.visible(damage.sentence))
            }
            if found.isSound { Output.print(Output.visible(found.verdict)) }
        }
        if !found.isSound {
            let count = report.badLineCount + report.unreadable.count + report.changedOutsideCount + report.lost.count
            throw Failure.badData("\(found.summary); \(plural(count, "thing is", "things are")) wrong")
        }
    }
}

/// Everything read once, to be looked at.
private struct Examination {
    let journal: Journal
    let report: LoadReport
    private(set) var ids: Set<EntryID> = []
    let leads: Int

    init(_ location: JournalPaths) throws(JournalError) {
        journal = try Journal(paths: location)
        var pipeline = Pipeline()
        var ids: Set<EntryID> = []
        let journal = journal
        report = try pipeline.applyAll { take throws(JournalError) in
            try journal.load {
                ids.insert($0.id)
                take($0)
            }
        }
        self.ids = ids
        leads = pipeline.leads.count(where: \.isOnFile)
    }

    /// What a repair says that did nothing.
    var whyNothingIsRepaired: String {
        isSound
            ? "there is nothing to repair"
            : "nothing could be repaired with what is on this machine; bring back what is wrong with lastcall restore or"
                + " lastcall sync, or take it as it is with --accept"
    }

    /// What is said of data in which nothing is wrong.
    var verdict: String {
        if devices == 0 {
            return "\(journal.paths.data): no data is here yet; name the folder where it is with --data, or begin with"
                + " lastcall import"
        }
        return "\(summary): "
            + (report.unfinished.isEmpty
                ? "every line was checked, and nothing is wrong"
                : "every line that has arrived was checked, and nothing is wrong with them")
    }

    var isSound: Bool { report.bad.isEmpty && report.changed.isEmpty && report.lost.isEmpty }

    /// How many devices have written something.
    var devices: Int { journal.writers.count }

    var summary: String {
        "\(plural(ids.count, "entry", "entries")) of \(plural(leads, "lead")) from"
            + " \(plural(devices, "device"))"
    }

    func quarantine() throws(JournalError) -> [Damage] {
        try journal.quarantined().map {
            Damage(file: $0, what: "kept by an earlier repair; delete it when nothing in it is missed")
        }
    }
}
