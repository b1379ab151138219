import ArgumentParser
import Interface
import Journal
import Pipeline

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back what was done last on this device, or a step of the log-book.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The id of the step, or the beginning of it that only this one has.") var step: String?
    @Flag(help: "Print the entry as JSON.") var json = false

    func run() throws {
        var store = try Store(store.location())
        let taken: Step
        if let name = step {
            let logged = try store.step(name)
            if logged.isUndone {
                throw Failure.refused("that was taken back already; “lastcall redo \(name)” puts it back")
            }
            taken = logged.step
        } else {
            guard let last = store.pipeline.lastStep(of: store.journal.ownDevice) else {
                throw Failure.refused("there is nothing to take back")
            }
            taken = last
        }
        let said = taken.words(store.pipeline)
        let entries = try store.record([taken.undoing(at: store.clock.now.moment)])
        Report.recorded(entries, json: json) { "Taken back: \(Output.visible(said))" }
    }
}

struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Put back what was taken back last, or a step of the log-book.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The id of the step, or the beginning of it that only this one has.") var step: String?
    @Flag(help: "Print the entry as JSON.") var json = false

    func run() throws {
        var store = try Store(store.location())
        let (undo, back): (Step, Step)
        if let name = step {
            let logged = try store.step(name)
            guard let undos = store.pipeline.undos(of: logged.step) else {
                throw Failure.refused("that was not taken back; there is nothing to put back")
            }
            (undo, back) = (undos, logged.step)
        } else {
            guard let last = store.pipeline.lastUndo(of: store.journal.ownDevice) else {
                throw Failure.refused("there is nothing to put back")
            }
            (undo, back) = (last.undo, last.step)
        }
        let said = back.words(store.pipeline)
        let entries = try store.record([undo.undoing(at: store.clock.now.moment)])
        Report.recorded(entries, json: json) { "Put back: \(Output.visible(said))" }
    }
}

struct LogBook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log-book",
        abstract: "What was done, step by step, the newest first.",
        discussion: "The id of a step is for “lastcall undo” and “lastcall redo”.")

    @OptionGroup var store: StoreOptions
    @Option(parsing: .unconditional, help: "How many steps at most.") var limit: Int?
    @Flag(help: "Print them as JSON.") var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit); give a number from 0 up.") }
    }

    func run() throws {
        let store = try Store(store.location())
        let steps = store.pipeline.logBook().prefix(limit ?? .max)
        if json {
            Output.print(.array(steps.map { shape($0, store.pipeline) }))
            return
        }
        if steps.isEmpty {
            Output.complain("nothing was done yet")
            return
        }
        let now = store.clock.now
        var table = Table(["STEP", "WHEN", "WHAT", ""])
        for logged in steps {
            guard let first = logged.step.entries.first else { continue }
            let local = now.zone.moment(seconds: first.at.seconds)
            table.add([
                first.id.description, "\(local.writtenDay) \(clock(local.writtenMinute))",
                logged.step.words(store.pipeline), logged.isUndone ? "taken back" : "",
            ])
        }
        for line in table.lines(width: Output.terminalWidth) { Output.print(line) }
    }

    private func shape(_ logged: LoggedStep, _ pipeline: Pipeline) -> JSON {
        let entries = logged.step.entries
        let leads = Set(entries.compactMap(\.lead)).sorted()
        return .object([
            .init("step", .text(logged.id?.description)), .init("batch", .text(entries.first?.batch)),
            .init("at", .text(entries.first?.at.description)), .init("words", .string(logged.step.words(pipeline))),
            .init("leads", .array(leads.map { .string($0.description) })),
            .init("entries", .array(entries.map { .string($0.id.description) })),
            .init("undone", .bool(logged.isUndone)),
        ])
    }
}

extension Store {
    /// - Throws: `Failure` when no step, or more than one, is called so.
    fileprivate func step(_ name: String) throws -> LoggedStep {
        if let logged = pipeline.loggedStep(name) { return logged }
        throw Failure.badData("“\(name)” names no one step; look its id up with: lastcall log-book")
    }
}
