import ArgumentParser
import Glibc

@main
struct Lastcall: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lastcall",
        abstract: "Ranks the morning's calls, says why, and never loses a dial.",
        discussion: """
            Without a command it opens the screens. Data is plain JSON in one folder; see --data.
            """,
        version: "0.1.0",
        subcommands: [
            Demo.self, Import.self, Add.self, Today.self, List.self, Show.self, Log.self, Mark.self, TraitCommand.self,
            QuestionCommand.self, SignalCommand.self, Assess.self, Next.self, Order.self, Compelling.self, Breakup.self,
            Park.self, LetGo.self, Keep.self, Revive.self, DoNotContactCommand.self, AllowContact.self, Note.self,
            Edit.self, Merge.self, Figures.self, Undo.self, Redo.self, Record.self, Export.self, SettingsCommand.self,
            KeysCommand.self, ThemesCommand.self,
        ])

    @OptionGroup var store: StoreOptions

    func run() throws {
        try ScreenSession.open(store.location())
    }

    static func main() {
        // A reader that went away is found out by write, and ends the program quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Output.complain(failure.sentence)
            Glibc.exit(failure.status)
        } catch  where exitCode(for: error).isSuccess {
            // Help, the version, or a completion script.
            exit(withError: error)
        } catch {
            // The parser's own word for it is "Error:".
            let full = fullMessage(for: error)
            Output.complain(full.hasPrefix("Error: ") ? String(full.dropFirst(7)) : full)
            Glibc.exit(exitCode(for: error).rawValue)
        }
    }
}
