import ArgumentParser
import Interface
import Journal
import Pipeline

/// The manual page, made of the commands as they describe themselves and of the table of keys, so that it cannot tell
/// of what is not there.
struct ManualPage {
    private var roff = Roff()
    var text: String { roff.text }

    /// - Throws: `JSONReadingError` when the parser's own description cannot be read.
    init() throws {
        let described = try JSON(reading: Array(Lastcall._dumpHelp().utf8)[...])
        let command = Described(described.member("command"))
        roff.add(title: "lastcall", section: 1, version: "lastcall \(Lastcall.configuration.version)")
        roff.add(heading: "Name")
        roff.add(paragraphs: "lastcall - keyboard-driven call list for one salesperson")
        roff.add(heading: "Synopsis")
        roff.add(paragraphs: "lastcall [--data DIR]\n\nlastcall COMMAND [ARGUMENT ...] [OPTION ...]")
        roff.add(heading: "Description")
        roff.add(paragraphs: "\(command.abstract)\n\n\(command.discussion)")
        addCommands(of: command)
        addKeys()
        addSurroundings()
    }

    /// What every command takes.
    private static let common: Set = ["data", "help", "version"]

    private mutating func addCommands(of command: Described) {
        let arguments = command.subcommands.flatMap(\.arguments)
        roff.add(heading: "Options of every command")
        for name in ManualPage.common.sorted() {
            if let option = arguments.first(where: { $0.name == name }) { add(option) }
        }
        for group in Lastcall.configuration.groupedSubcommands {
            roff.add(heading: group.name)
            for type in group.subcommands {
                guard let found = command.subcommands.first(where: { $0.name == type._commandName }) else { continue }
                add(found)
            }
        }
    }

    private mutating func add(_ command: Described) {
        let positional = command.arguments.filter { $0.kind == "positional" }
        roff.add(subheading: (["lastcall", command.name] + positional.map(\.usage)).joined(separator: " "))
        roff.add(paragraphs: command.abstract)
        for argument in command.arguments where !ManualPage.common.contains(argument.name) { add(argument) }
        if !command.discussion.isEmpty { roff.add(paragraphs: command.discussion) }
    }

    private mutating func add(_ argument: Described.Argument) {
        let isPositional = argument.kind == "positional"
        let words = argument.values.isEmpty ? "" : " One of: \(argument.values.joined(separator: ", "))."
        let usual = argument.usual.isEmpty ? "" : " Usually \(argument.usual)."
        roff.add(
            term: isPositional ? argument.name.uppercased() : "--\(argument.name)",
            value: argument.kind == "option" ? argument.valueName : "", meaning: argument.abstract + words + usual)
    }

    private mutating func addKeys() {
        roff.add(heading: "Keys")
        roff.add(
            paragraphs: """
                These are the usual keys; those of a pair are pressed one after the other. The screens list them under \
                ?, and run any command by its name under : . lastcall keys --write begins a file of your own.
                """)
        for section in Keymap.standard.sections {
            roff.add(subheading: section.title)
            for row in section.rows {
                let keys = row.keys.isEmpty ? ": \(row.title)" : row.keys.joined(separator: "   ")
                roff.add(term: keys, meaning: row.help)
            }
        }
    }

    private mutating func addSurroundings() {
        roff.add(heading: "Files")
        for (file, meaning) in ManualPage.files { roff.add(term: file, meaning: meaning) }
        roff.add(heading: "Environment")
        for (name, meaning) in ManualPage.variables { roff.add(term: name, meaning: meaning) }
        roff.add(heading: "Exit status")
        for (status, meaning) in ManualPage.statuses { roff.add(term: status, meaning: meaning) }
        roff.add(heading: "Bugs")
        roff.add(
            paragraphs: """
                A lead's calling hours are those of the time zone that you gave it; none is guessed from a phone \
                number. Nothing is sent anywhere: dialling and mailing are left to the programs that you have for them.
                """)
        roff.add(heading: "See also")
        roff.add(paragraphs: "jq(1), git(1), man(1)")
    }

    private static let files = [
        ("~/.local/share/lastcall/", "The data: JSON lines in journal/, one folder for each device that writes."),
        (
            "~/.local/state/lastcall/",
            "What belongs to this machine: a copy of what it wrote, and which device it is. Not to be shared."
        ),
        ("~/.config/lastcall/settings.json5", "Your name, numbers, criteria and scripts; see lastcall settings."),
        ("~/.config/lastcall/keys.json5", "Your keys; see lastcall keys."),
        ("~/.config/lastcall/themes/*.json5", "Your themes; see lastcall themes."),
    ]

    private static let variables = [
        ("LASTCALL_DATA", "The data folder, unless --data names one."),
        ("LASTCALL_NOW", "A time such as 2026-11-23T08:41:00-06:00 at which the clock stands still, for tests."),
        (
            "XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME",
            "Where the folders above are instead of ~/.local/share, ~/.local/state and ~/.config."
        ),
        (
            "LASTCALL_LINKS",
            "1 makes the numbers and addresses of the card links of the terminal, and 0 never; usual is where the "
                + "terminal is known to read them."
        ),
        ("NO_COLOR", "When it is not empty, no colours."),
        ("TZ", "Your time zone, if it is not the system's."),
    ]

    private static let statuses = [
        ("0", "Done."), ("1", "Refused by a rule of the method: do not contact, say."),
        ("64", "The command was called wrongly."), ("65", "What came in, or is on disk, cannot be used as it is."),
        ("69", "Another process holds the data."), ("73", "A file or folder cannot be made."),
        ("74", "A file cannot be read or written."),
    ]
}

/// A command as it describes itself.
private struct Described {
    let name: String
    let abstract: String
    let discussion: String
    let subcommands: [Described]
    let arguments: [Argument]

    struct Argument {
        /// `positional`, `option` or `flag`.
        let kind: String
        /// Without dashes.
        let name: String
        let valueName: String
        let abstract: String
        let values: [String]
        let usual: String
        private let isOptional: Bool
        private let isRepeating: Bool

        init(_ json: JSON) {
            kind = json.text("kind")
            valueName = json.text("valueName")
            let preferred = json.member("preferredName")?.text("name") ?? ""
            name = preferred.isEmpty ? valueName : preferred
            abstract = json.text("abstract")
            values = json.list("allValueStrings").compactMap { if case .string(let text) = $0 { text } else { nil } }
            usual = json.text("defaultValue")
            isOptional = json.member("isOptional") == .bool(true)
            isRepeating = json.member("isRepeating") == .bool(true)
        }

        /// `LEAD`, `[FILTER ...]`.
        var usage: String {
            let word = name.uppercased() + (isRepeating ? " ..." : "")
            return isOptional ? "[\(word)]" : word
        }
    }

    init(_ json: JSON?) {
        name = json?.text("commandName") ?? ""
        abstract = json?.text("abstract") ?? ""
        discussion = json?.text("discussion") ?? ""
        subcommands = json?.list("subcommands").map { Described($0) } ?? []
        arguments = json?.list("arguments").map { Argument($0) } ?? []
    }
}

extension JSON {
    fileprivate func member(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate func text(_ key: String) -> String {
        if case .string(let text)? = member(key) { text } else { "" }
    }

    fileprivate func list(_ key: String) -> [JSON] {
        if case .array(let values)? = member(key) { values } else { [] }
    }
}
