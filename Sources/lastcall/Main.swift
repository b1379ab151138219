import ArgumentParser
import Glibc
import Pipeline

@main
struct Lastcall: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lastcall",
        abstract: "Ranks the morning's calls, says why, and never loses a dial.",
        discussion: """
            Without a command it opens the screens, where ? lists every key. To begin:

              lastcall demo                  look around in invented data
              lastcall import contacts.csv   bring your people in
              lastcall                       work the morning list
              lastcall export > leads.json   have it all out again

            A lead is named by its id, by the beginning of one, or by words that only this lead has. Data is plain \
            JSON in one folder of yours; see --data.
            """,
        version: "0.1.0",
        subcommands: [ManualCommand.self],
        groupedSubcommands: [
            CommandGroup(name: "Beginning", subcommands: [Demo.self, Import.self, Add.self]),
            CommandGroup(
                name: "Every day", subcommands: [Today.self, List.self, Show.self, Log.self, Next.self, Figures.self]),
            CommandGroup(
                name: "What you learn of a lead",
                subcommands: [
                    Mark.self, TraitCommand.self, QuestionCommand.self, SignalCommand.self, Assess.self,
                    Compelling.self, Order.self, Note.self, Edit.self, Merge.self,
                ]),
            CommandGroup(
                name: "What becomes of a lead",
                subcommands: [
                    Breakup.self, Park.self, LetGo.self, Keep.self, Revive.self, DoNotContactCommand.self,
                    AllowContact.self,
                ]),
            CommandGroup(
                name: "The data",
                subcommands: [
                    Undo.self, Redo.self, LogBook.self, Export.self, Record.self, SyncCommand.self, BackupCommand.self,
                    Restore.self, Doctor.self,
                ]),
            CommandGroup(
                name: "Your own way", subcommands: [SettingsCommand.self, KeysCommand.self, ThemesCommand.self]),
        ])

    @OptionGroup var store: StoreOptions

    func run() throws {
        try ScreenSession.open(store.location())
    }

    static func main() {
        // A reader that went away is found out by write, and ends the program quietly.
        signal(SIGPIPE, SIG_IGN)
        // So is a limit on the size of files, which is said like a full disk.
        signal(SIGXFSZ, SIG_IGN)
        do {
            // Nothing is to be parsed, and the parser would take longer than all that the first picture needs of it.
            if CommandLine.argc == 1 { return try ScreenSession.open(StoreOptions.location(data: nil)) }
            if let mistake = CommandName.mistake(in: Array(CommandLine.arguments.dropFirst())) { throw mistake }
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

/// The name of a command as it was typed.
enum CommandName {
    /// What is wrong with it, if it is none: the parser only says that it did not expect the word.
    static func mistake(in arguments: [String]) -> Failure? {
        var rest = arguments[...]
        while let word = rest.first, word.hasPrefix("-") {
            rest = rest.dropFirst(["--data", "--generate-completion-script"].contains(word) ? 2 : 1)
        }
        guard let word = rest.first else { return nil }
        // Each is asked for its name until it is found: who typed it well does not wait for all.
        let commands = Lastcall.configuration.subcommands
        // The parser takes an amount below zero for a flag, and says that the amount is missing.
        let below = zip(rest, rest.dropFirst()).first { before, word in
            let isValue = before.hasPrefix("--") && !["--pity", "--json", "--"].contains(before)
            return !isValue && word.hasPrefix("-") && Amount.read(String(word.dropFirst())) != nil
        }
        if word == "order", let (_, amount) = below {
            return .badData("an order cannot be worth \(amount)")
        }
        if word == "help" || commands.contains(where: { $0._commandName == word }) { return nil }
        let names = commands.map { $0._commandName } + ["help"]
        let near =
            names.first { $0.hasPrefix(word) }
            ?? names.filter { word.distance(to: $0) <= max(1, word.count / 3) }
            .min { word.distance(to: $0) < word.distance(to: $1) }
        let hint = near.map { "did you mean “\($0)”?" } ?? "“lastcall --help” lists them"
        return .usage("there is no command “\(word)”; \(hint)")
    }
}
