import Canvas
import Pipeline

/// Something the user can do. The footer, the pop-ups, `?`, the mouse and the keys all go by the table of these.
struct Command: Sendable {
    /// What a key map calls it.
    let id: String
    /// Two or three words, for hints and pop-ups.
    let title: String
    /// One line for help.
    let help: String
    /// Every sequence of keys that runs it.
    let keys: [[Key]]
    let group: Group
    /// Where it stands among the hints of the footer, the most used first; nil for none.
    let hint: Int?
    /// Why it cannot be run now, in a sentence; nil when it can.
    let unavailable: @Sendable (Session) -> String?
    let run: @Sendable (inout Session) -> [Effect]

    enum Group: String, CaseIterable, Sendable {
        case log = "Log an attempt"
        case lead = "The lead"
        case decide = "Decide"
        case list = "The list"
        case move = "Move"
        case all = "Everywhere"
    }

    /// - Parameter keys: the sequences as help shows them, such as `t i` or `C-d`.
    init(
        _ id: String, _ title: String, _ help: String, keys: [String], group: Group, hint: Int? = nil,
        unavailable: @escaping @Sendable (Session) -> String? = { _ in nil },
        run: @escaping @Sendable (inout Session) -> [Effect]
    ) {
        self.id = id
        self.title = title
        self.help = help
        self.keys = keys.map { $0.split(separator: " ").compactMap { Key(name: String($0)) } }
        self.group = group
        self.hint = hint
        self.unavailable = unavailable
        self.run = run
    }

    /// Every command there is.
    static let all: [Command] = logging + lead + decisions + finding + moving + everywhere

    /// Needs a lead under the cursor.
    static let needsLead: @Sendable (Session) -> String? = { session in
        session.selected == nil ? "There is no lead here; press 2 for all leads, or A to add one." : nil
    }

    /// The keys of the first sequence, as people read them.
    var keyNames: String {
        (keys.first ?? []).map(\.name).joined(separator: " ")
    }
}

/// Which keys run which command.
struct Keymap: Sendable {
    private var commands: [[Key]: Command] = [:]
    private var prefixes: [[Key]: [Command]] = [:]

    /// The keys as the command table has them.
    static let standard = Keymap(Command.all)

    enum Match {
        case command(Command)
        case prefix
        case none
    }

    init(_ table: [Command]) {
        for command in table {
            for keys in command.keys {
                commands[keys] = command
                for length in 1..<max(1, keys.count) {
                    prefixes[Array(keys.prefix(length)), default: []].append(command)
                }
            }
        }
    }

    func lookUp(_ keys: [Key]) -> Match {
        if let command = commands[keys] { return .command(command) }
        return prefixes[keys] == nil ? .none : .prefix
    }

    /// The commands that begin with these keys, in the order of the table, each with the keys that are left.
    func continuations(of keys: [Key]) -> [(rest: [Key], command: Command)] {
        (prefixes[keys] ?? []).flatMap { command in
            command.keys.filter { $0.starts(with: keys) && $0.count > keys.count }
                .map { (Array($0.dropFirst(keys.count)), command) }
        }
    }
}
