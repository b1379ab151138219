import ArgumentParser
import Journal
import Pipeline

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy all data to a folder, and read every line of the copy back.",
        discussion: """
            The same folder may be given again and again: the earlier backup stays until the new one is whole. A folder \
            that holds anything else is left alone, and so is a backup that knows more than the data here.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder, best on another disk.") var folder: String
    @Flag(help: "Print what was done as JSON.") var json = false

    func run() throws {
        let store = try Store(store.location())
        do throws(JournalError) {
            let backup = try store.journal.backUp(to: folder, at: store.clock.now.moment)
            let leads = store.pipeline.leads.count(where: \.isOnFile)
            if json {
                Output.print(
                    .object([
                        .init("folder", .string(backup.folder)), .init("files", .int(backup.files)),
                        .init("bytes", .int(backup.bytes)), .init("leads", .int(leads)),
                    ]))
            } else {
                Output.print(
                    "Backed up \(plural(leads, "lead")) to \(Output.visible(backup.folder)):"
                        + " \(plural(backup.files, "file")), \(plural(backup.bytes, "byte")), every line read back"
                )
            }
        } catch {
            throw Failure(error)
        }
    }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring back what a backup has and the data here has not.",
        discussion: "Nothing that is here is overwritten: the two are united.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder that was given to backup, or a copy of a data folder.") var folder: String
    @Flag(help: "Print what came back as JSON.") var json = false

    func run() throws {
        var store = try Store(store.location())
        do {
            let back = try store.journal.restore(from: folder)
            for sentence in back.leftOut { Output.complain(sentence) }
            store.take(back.entries)
            let leads = Set(back.entries.compactMap(\.lead)).count { store.pipeline[$0]?.isOnFile == true }
            if json {
                Output.print(
                    .object([
                        .init("restored", .int(back.entries.count)), .init("leads", .int(leads)),
                        .init("known", .int(back.known)),
                    ]))
            } else if back.entries.isEmpty {
                Output.print("Nothing was missing: all \(plural(back.known, "entry", "entries")) are here")
            } else {
                Output.print(
                    "Came back: \(plural(back.entries.count, "entry", "entries")) of \(plural(leads, "lead"));"
                        + " \(plural(back.known, "was", "were")) here already")
            }
        } catch {
            throw Failure(recording: error)
        }
    }
}
