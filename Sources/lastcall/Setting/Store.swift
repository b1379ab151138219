import ArgumentParser
import Journal
import Pipeline

/// Where the data is.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The data folder (LASTCALL_DATA; else in your home).", valueName: "dir"),
        completion: .directory)
    var data: String?

    func location() -> JournalPaths { StoreOptions.location(data: data) }

    /// - Parameter data: the folder that was asked for.
    static func location(data: String?) -> JournalPaths {
        let folder =
            data ?? Environment["LASTCALL_DATA"]
            ?? Environment.folder("XDG_DATA_HOME", default: ".local/share") + "/lastcall"
        return JournalPaths(data: folder, stateHome: Environment.state)
    }
}

/// The journal of a data folder and the pipeline that is folded from it: what a command works with.
struct Store: PipelineHolder {
    let recorder: Recorder
    private let held: Held

    var pipeline: Pipeline { held.pipeline }
    var journal: Journal { recorder.journal }
    var clock: Clock { recorder.clock }

    /// What was repaired in the journal, and what is wrong with it, each in a sentence.
    let complaints: [String]

    /// Reads everything, and says what is wrong with it.
    ///
    /// - Throws: `Failure` when it cannot be read.
    init(_ location: JournalPaths) throws {
        let recorder = try Recorder(location)
        try self.init(recorder, Rules(try SettingsFile.load(), zone: recorder.clock.zone))
        for sentence in complaints { Output.complain(sentence) }
    }

    /// Reads everything.
    ///
    /// - Throws: `Failure` when it cannot be read.
    init(_ recorder: Recorder, _ rules: Rules) throws {
        var pipeline = Pipeline(rules)
        do throws(JournalError) {
            let report = try pipeline.applyAll { take throws(JournalError) in try recorder.journal.load(take) }
            complaints = report.repaired + report.damage
        } catch {
            throw Failure(error)
        }
        pipeline.learnZones(ZoneFiles.zone)
        self.recorder = recorder
        held = Held(pipeline)
    }

    // A pipeline that is there until the process ends: to give back millions of entries, one by one, would take a tenth of
    // the time that it took to read them.
    private final class Held {
        var pipeline: Pipeline

        init(_ pipeline: Pipeline) {
            self.pipeline = pipeline
            _ = Unmanaged.passRetained(self)
        }
    }

    /// Gives the pipeline away, to be changed elsewhere: while two hold it, a change copies every lead.
    func handOver() -> Pipeline {
        defer { held.pipeline = Pipeline() }
        return held.pipeline
    }

    /// Checks acts against the rules and appends them, all or none: when it returns they are on disk.
    ///
    /// - Parameter isPast: true for what was recorded elsewhere before, which is not checked.
    /// - Throws: `Failure`; then nothing was recorded.
    @discardableResult
    mutating func record(_ drafts: [Draft], isPast: Bool = false) throws -> [Entry] {
        do {
            return try recorder.record(drafts, isPast: isPast, in: &self)
        } catch {
            throw Failure(recording: error)
        }
    }

    /// - Throws: `Pipeline.Refused` with the place of the act that is refused, or `JournalError`.
    mutating func append(_ drafts: [Draft]) throws -> [Entry] {
        try recorder.record(drafts, in: &self)
    }

    mutating func take(_ arrived: [Entry]) { held.pipeline.apply(arrived) }

    mutating func learnZones(_ zone: (String) -> Zone?) { held.pipeline.learnZones(zone) }

    /// The one lead that words mean; by the id of one who was merged, the lead that one is shown as.
    ///
    /// - Throws: `Failure` that lists the candidates when there are several, or none.
    func lead(_ words: String) throws -> Lead {
        if let id = LeadID(words.trimmed), let other = pipeline[id]?.mergedInto, let lead = pipeline[other] {
            return lead
        }
        let found = pipeline.leads(meant: words)
        if let lead = found.first, found.count == 1 { return lead }
        if found.isEmpty {
            throw Failure.badData("no lead matches “\(words)”; look it up with: lastcall list")
        }
        let candidates = found.prefix(10).map { lead in
            "\n  \(lead.id)  \(Output.visible([lead.title, lead.fields.company].compactMap(\.self).joined(separator: ", ")))"
        }
        let more = found.count > 10 ? "\n  and \(found.count - 10) more" : ""
        throw Failure.badData(
            "“\(words)” matches \(found.count) leads; name one by its id:\(candidates.joined())\(more)")
    }
}
