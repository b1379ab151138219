import Journal
import Pipeline

/// What holds a pipeline that entries are folded into: a command, or the screens.
protocol PipelineHolder {
    var pipeline: Pipeline { get }
    /// Folds in what others wrote.
    mutating func take(_ arrived: [Entry])
    mutating func learnZones(_ zone: (String) -> Zone?)
}

/// The one road from a command or a key to the disk.
struct Recorder {
    let journal: Journal
    let clock: Clock

    /// Opens the journal of a data folder; reads none of it.
    ///
    /// - Throws: `Failure` when it cannot be opened.
    init(_ location: JournalPaths) throws {
        clock = try Clock()
        do throws(JournalError) {
            journal = try Journal(paths: location)
        } catch {
            throw Failure(error)
        }
    }

    /// Completes acts, checks them against the rules and all that others wrote meanwhile, appends them, all or none,
    /// and folds them in. When it returns they are on disk.
    ///
    /// - Parameters:
    ///   - isPast: true for what was recorded elsewhere before, which the rules of here and now do not judge.
    ///   - fold: takes in what was recorded.
    /// - Throws: `Pipeline.Refused` with the place of the act that is refused, or `JournalError`; then nothing was
    ///   recorded.
    @discardableResult
    func record<Holder: PipelineHolder>(
        _ drafts: [Draft], isPast: Bool = false, in holder: inout Holder,
        fold: (inout Holder, [Entry]) -> Void = { $0.take($1) }
    ) throws -> [Entry] {
        let drafts = drafts.map { holder.pipeline.completed($0) }
        // The newest entry is asked for after `check`, so that what came in from others counts; and nothing holds the
        // pipeline as it was, which would have every lead copied for one dial.
        let entries = try journal.append(
            drafts, now: clock.milliseconds, newest: { holder.pipeline.newestEntry(of: $0) },
            check: {
                take($0, in: &holder)
                if !isPast { try holder.pipeline.check(drafts) }
            })
        fold(&holder, entries)
        learnZones(of: entries, in: &holder)
        return entries
    }

    /// Folds in what others wrote since the last look.
    ///
    /// - Throws: `JournalError` when one of our own files cannot be read.
    func follow(in holder: inout some PipelineHolder) throws {
        take(try journal.follow(), in: &holder)
    }

    private func take(_ arrived: [Entry], in holder: inout some PipelineHolder) {
        if arrived.isEmpty { return }
        holder.take(arrived)
        learnZones(of: arrived, in: &holder)
    }

    /// Leads that came on file, or were changed, may be in zones that nobody was in before.
    private func learnZones(of entries: [Entry], in holder: inout some PipelineHolder) {
        let mayBring = entries.contains { entry in
            switch entry.act {
            case .add, .edit: true
            default: false
            }
        }
        if mayBring { holder.learnZones(ZoneFiles.zone) }
    }
}
