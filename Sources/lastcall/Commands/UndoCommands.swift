import ArgumentParser
import Interface
import Journal
import Pipeline

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take back what was done last on this device.")

    @OptionGroup var store: StoreOptions
    @Flag(help: "Print the entry as JSON.") var json = false

    func run() throws {
        var store = try Store(store.location())
        guard let step = store.pipeline.lastStep(of: store.journal.ownDevice) else {
            throw Failure.refused("there is nothing to take back")
        }
        let said = step.words(store.pipeline)
        let entries = try store.record([step.undoing(at: store.clock.now.moment)])
        Report.recorded(entries, json: json) { "Taken back: \(Output.visible(said))" }
    }
}

struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put back what was taken back.")

    @OptionGroup var store: StoreOptions
    @Flag(help: "Print the entry as JSON.") var json = false

    func run() throws {
        var store = try Store(store.location())
        guard let (undo, step) = store.pipeline.lastUndo(of: store.journal.ownDevice) else {
            throw Failure.refused("there is nothing to put back")
        }
        let said = step.words(store.pipeline)
        let entries = try store.record([undo.undoing(at: store.clock.now.moment)])
        Report.recorded(entries, json: json) { "Put back: \(Output.visible(said))" }
    }
}
