import ArgumentParser
import Glibc
import Journal
import Pipeline

struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring the data of several machines or people together over git.",
        discussion: """
            Commits what is here, merges what others have pushed, and pushes; what two have written apart comes together \
            without conflicts. The first time it sets up git in the data folder; name the place that all of you sync with \
            once, an empty repository of any git server or a folder that all can reach:

              lastcall sync --remote git@example.com:me/leads.git

            Without a connection it commits, and sends with the next sync. It asks no questions: where git needs a \
            password, set up a key first. Other ways to sync are in docs/sync.md.
            """)

    @OptionGroup var store: StoreOptions
    @Option(help: ArgumentHelp("The repository to sync with from now on.", valueName: "url")) var remote: String?
    @Flag(help: "Print what was done as JSON.") var json = false

    func run() throws {
        // What git writes is for the owner's eyes only, as everything else here.
        umask(0o077)
        let location = store.location()
        do {
            var sync = Synchronisation(try Store(location))
            let outcome = try sync.run(remote: remote)
            if json { Output.print(shape(outcome)) } else { tell(outcome, location.data) }
        } catch {
            throw Failure(recording: error)
        }
    }

    private func shape(_ outcome: Synchronisation.Outcome) -> JSON {
        let arrived = outcome.arrived.map {
            JSON.object([.init("device", .string($0.device)), .init("entries", .int($0.entries))])
        }
        return .object([
            .init("in", .array(arrived)), .init("out", .int(outcome.sent)),
            .init("broughtBack", .int(outcome.broughtBack)), .init("remote", .text(outcome.remote)),
            .init("waiting", .text(outcome.waiting)),
        ])
    }

    private func tell(_ outcome: Synchronisation.Outcome, _ folder: String) {
        if outcome.isSetUp { Output.print("Set up git in \(Output.visible(folder))") }
        if outcome.broughtBack > 0 {
            Output.print("Brought back \(plural(outcome.broughtBack, "entry", "entries")) that had been taken away")
        }
        if let waiting = outcome.waiting {
            Output.print("Committed; \(Output.visible(waiting))")
        } else {
            let parts = outcome.arrived.map { "\(plural($0.entries, "entry", "entries")) of \($0.device)" }
            Output.print(parts.isEmpty ? "In: nothing new" : "In: \(parts.joined(separator: ", "))")
            Output.print(outcome.sent == 0 ? "Out: nothing new" : "Out: \(plural(outcome.sent, "line"))")
        }
    }
}
