import ArgumentParser
import Journal
import Pipeline

/// Where the data is.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The data folder (LASTCALL_DATA; else in your home).", valueName: "dir"))
    var data: String?

    func location() -> JournalPaths {
        let folder =
            data ?? Environment["LASTCALL_DATA"]
            ?? Environment.folder("XDG_DATA_HOME", default: ".local/share") + "/lastcall"
        return JournalPaths(
            data: folder, stateHome: Environment.folder("XDG_STATE_HOME", default: ".local/state") + "/lastcall")
    }
}

/// The journal of a data folder and the pipeline that is folded from it: what a command works with.
struct Store {
    let journal: Journal
    let clock: Clock
    var pipeline = Pipeline()

    /// Reads everything.
    ///
    /// - Throws: `Failure` when it cannot be read.
    init(_ location: JournalPaths) throws {
        clock = try Clock()
        var pipeline = Pipeline(Rules(try SettingsFile.load(), zone: clock.zone))
        do throws(JournalError) {
            journal = try Journal(paths: location)
            let report = try journal.load { pipeline.apply($0) }
            for sentence in report.repaired + report.damage { Output.complain(sentence) }
        } catch {
            throw Failure(error)
        }
        pipeline.learnZones(ZoneFiles.zone)
        self.pipeline = pipeline
    }

    /// Checks acts against the rules and appends them, all or none: when it returns they are on disk.
    ///
    /// - Throws: `Failure`; then nothing was recorded.
    @discardableResult
    mutating func record(_ drafts: [Draft]) throws -> [Entry] {
        do {
            let entries = try append(drafts)
            pipeline.apply(entries)
            pipeline.learnZones(ZoneFiles.zone)
            return entries
        } catch {
            throw Failure(recording: error)
        }
    }

    /// - Throws: `Pipeline.Refused` with the place of the act that is refused, or `JournalError`.
    mutating func append(_ drafts: [Draft]) throws -> [Entry] {
        let drafts = drafts.map { pipeline.completed($0) }
        // Asked after `check`, so that what came in from others counts; and nothing holds the pipeline as it was, which
        // would have it copied.
        return try journal.append(
            drafts, now: clock.milliseconds, newest: { pipeline.newestEntry(of: $0) },
            check: {
                pipeline.apply($0)
                try pipeline.check(drafts)
            })
    }

    /// The one lead that words mean.
    ///
    /// - Throws: `Failure` that lists the candidates when there are several, or none.
    func lead(_ words: String) throws -> Lead {
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
