import ArgumentParser
import Journal
import Pipeline

/// What every command that records an act about one lead takes.
struct ActOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @Argument(help: "An id, the beginning of one, or words that only this lead has.", completion: .lead)
    var lead: String
    @Option(help: ArgumentHelp("When it happened, as 2026-03-14T09:26:53-07:00; else now.", valueName: "time"))
    var at: String?
    @Flag(help: "Print the entries as JSON.") var json = false
}

/// A command that records acts about one lead.
protocol ActCommand: ParsableCommand {
    var target: ActOptions { get }

    /// The acts, as one step.
    ///
    /// - Throws: `Failure` when what was given makes none.
    func acts(_ lead: Lead, _ store: Store) throws -> [Act]

    /// What is said when they are recorded, before the lead's name.
    func said(_ lead: Lead, _ store: Store) -> String

    /// What is so already, so that there is nothing to record; nil where there is.
    func alreadySo(_ lead: Lead, _ store: Store) -> String?
}

extension ActCommand {
    func alreadySo(_ lead: Lead, _ store: Store) -> String? { nil }

    func run() throws {
        var store = try Store(target.store.location())
        let lead = try store.lead(target.lead)
        let time = try target.at.map { text in
            guard let moment = Moment(text) else {
                throw Failure.badData("--at “\(text)” is no time; write it as 2026-03-14T09:26:53-07:00")
            }
            return moment
        }
        if let said = alreadySo(lead, store) {
            return Report.recorded([], json: target.json) {
                "Nothing to record: \(said) already · \(Output.visible(lead.title))"
            }
        }
        let acts = try acts(lead, store)
        var generator = SystemRandomNumberGenerator()
        let batch = acts.count > 1 ? LeadID.random(using: &generator).description : nil
        let entries = try store.record(
            acts.map { Draft($0, lead: lead.id, at: time ?? store.clock.now.moment, batch: batch) })
        let after = store.pipeline[lead.id] ?? lead
        Report.recorded(entries, json: target.json) { "Saved: \(said(after, store)) · \(Output.visible(lead.title))" }
    }

    /// A day as people say it.
    func due(_ text: String, _ store: Store) throws -> DueTime {
        guard let due = DueTime(spoken: text, store.clock.now) else {
            if let doubt = DueTime.doubt(spoken: text) { throw Failure.badData(doubt) }
            throw Failure.badData("“\(text)” is no day; say tue, 3d, 2w, 6m, nov 30 14:00 or 2026-11-30")
        }
        return due
    }
}
