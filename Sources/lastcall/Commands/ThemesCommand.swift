import ArgumentParser
import Canvas
import Glibc
import Interface
import Pipeline

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "List the themes, print one as a pattern for your own, write it, or check them.",
        discussion: """
            Your own belong in \(ThemeFolder.path), each in a file NAME.json5; they go before the shipped ones of the same \
            name.
            """)

    @Flag(help: "Check a theme, or all: unknown and missing roles, and contrast below 4.5 to 1.") var check = false
    @Flag(help: "Write the theme into your folder, to be changed there, unless it is there.") var write = false
    @Argument(help: "The name of a theme; with --check also a file.", completion: .theme) var theme: String?

    func validate() throws {
        if write && theme == nil {
            throw ValidationError("--write needs the name of a theme; lastcall themes lists all.")
        }
        if write && check { throw ValidationError("--write and --check are two things; give one of them.") }
    }

    func run() throws {
        if check { return try checkThemes() }
        guard let theme else { return list() }
        if write { return try write(theme) }
        // What cannot be used is no pattern: a mistake is told instead.
        _ = try ThemeFolder.theme(theme)
        Output.write(ThemeFolder.bytes(of: theme) ?? [], to: STDOUT_FILENO)
    }

    private func list() {
        let choices = ThemeFolder.choices
        let width = choices.map(\.name.count).max() ?? 0
        for choice in choices {
            let mark = choice.name == RememberedTheme.name ? "* " : "  "
            let about =
                choice.problem ?? choice.about + (ThemeFolder.isOwn(choice.name) ? " · \(ThemeFolder.path)" : "")
            let blanks = String(repeating: " ", count: width - choice.name.count + 2)
            Output.print(mark + Output.visible(choice.name + blanks + about))
        }
    }

    private func write(_ name: String) throws {
        let path = ThemeFolder.path(of: name)
        guard !ThemeFolder.isOwn(name) else {
            throw Failure(sentence: "\(path) is there already; edit it, or move it away first", status: 73)
        }
        // A new name begins as the theme that explains itself.
        guard !name.contains("/"), let bytes = Theme.shipped[name] ?? Theme.shipped["dark"] else {
            throw Failure.usage("“\(name)” cannot name a theme; leave out the slash")
        }
        try Files.makeFolder(above: path)
        try Files.write(bytes, to: path)
        Output.print("Wrote \(path)")
    }

    private func checkThemes() throws {
        var doubts: [String] = []
        let wanted = theme.map { [$0] } ?? ThemeFolder.names
        for name in wanted {
            do {
                if name.contains("/") || name.hasSuffix(".json5") {
                    doubts += ThemeFolder.doubts(of: try ThemeFolder.theme(inFile: name), file: name)
                } else {
                    doubts += ThemeFolder.doubts(of: try ThemeFolder.theme(name))
                }
            } catch {
                doubts.append(Failure(recording: error).sentence)
            }
        }
        guard doubts.isEmpty else { throw Failure.badData(doubts.joined(separator: "\nlastcall: ")) }
        Output.print("\(wanted.count == 1 ? wanted[0] : "\(wanted.count) themes"): no mistake, nothing doubtful")
    }
}
