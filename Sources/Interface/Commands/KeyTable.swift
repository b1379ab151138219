/// The commands with their keys, for pages that people read: docs/keys.md and the manual page.
extension Keymap {
    /// Commands that belong together.
    public struct Section: Sendable {
        /// What they have in common: "Log an attempt".
        public let title: String
        /// The commands in the order of help.
        public let rows: [Row]
    }

    /// A command, and what to press for it.
    public struct Row: Sendable {
        /// Every sequence of keys as people read it, such as `t i`; none where it is only found in the palette.
        public let keys: [String]
        /// Two or three words.
        public let title: String
        /// One line that says what it does.
        public let help: String
    }

    /// Every command, as help has them.
    public var sections: [Section] {
        Command.Group.allCases.map { group in
            let commands = Command.all.filter { $0.group == group }
            return Section(
                title: group.rawValue,
                rows: commands.map { command in
                    Row(
                        keys: keys(of: command.id).map { Keymap.name(of: $0) }, title: command.title,
                        help: command.help)
                })
        }
    }

    /// The keys as a page of Markdown.
    public var markdown: String {
        var lines = [
            "# Keys", "",
            "Keys with a blank between them are pressed one after the other; `C-d` is Ctrl and d. What has no key is run by",
            "its name: press `:` and type a few letters of it.",
        ]
        for section in sections {
            lines += ["", "## \(section.title)", "", "| Keys | Command | What it does |", "| --- | --- | --- |"]
            for row in section.rows {
                let keys = row.keys.map { key in key.contains("`") ? "`` \(key) ``" : "`\(key)`" }
                let cells = [keys.joined(separator: ", "), row.title, row.help]
                // A bar ends a cell, in code as well.
                let escaped = cells.map { $0.map { $0 == "|" ? "\\|" : "\($0)" }.joined() }
                lines.append("| \(escaped.joined(separator: " | ")) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
