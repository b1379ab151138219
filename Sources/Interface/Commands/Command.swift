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
    /// Every sequence of keys that runs it unless the user chose others: screens ask the session's key map instead.
    let usualKeys: [[Key]]
    let group: Group
    /// Where it stands among the hints of the footer, the most used first; nil for none.
    let hint: Int?
    /// Why it cannot be run now, in a sentence; nil when it can.
    let unavailable: @Sendable (Session) -> String?
    let run: @Sendable (inout Session) -> [Effect]
    /// True when it only shows what the keys that begin with its own choose.
    private(set) var isPrefix = false

    enum Group: String, CaseIterable, Sendable {
        case log = "Log an attempt"
        case lead = "The lead"
        case decide = "Decide"
        case list = "The list"
        case numbers = "Numbers"
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
        usualKeys = keys.map(Command.sequence)
        self.group = group
        self.hint = hint
        self.unavailable = { session in
            // During a run of calls neither a list nor the numbers are on the screen.
            let isCovered = group == .list || group == .numbers
            return (isCovered ? Command.needsNoCalls(session) : nil) ?? unavailable(session)
        }
        self.run = run
    }

    private static func sequence(_ text: String) -> [Key] {
        // Nearly all are of one key.
        guard text.utf8.contains(UInt8(ascii: " ")) else { return Key(name: text).map { [$0] } ?? [] }
        return text.split(separator: " ").compactMap { Key(name: String($0)) }
    }

    /// A command that shows what the keys that begin with its own choose.
    static func prefix(
        _ id: String, _ title: String, _ help: String, keys: [String], group: Group, hint: Int? = nil,
        unavailable: @escaping @Sendable (Session) -> String? = { _ in nil }
    ) -> Command {
        var command = Command(
            id, title, help, keys: keys, group: group, hint: hint,
            unavailable: { session in
                session.keymap.keys(of: id).isEmpty
                    ? "“\(title)” has no key that others could follow; give it one in keys.json5."
                    : unavailable(session)
            }
        ) { session in
            session.pending = session.keymap.keys(of: id).first ?? []
            return []
        }
        command.isPrefix = true
        return command
    }

    /// Every command there is.
    static let all = [
        logging, [callMode], lead, qualifying, outside, decisions, listing, periods, moving, everywhere,
    ].flatMap(\.self)

    /// Needs a lead under the cursor, or marked ones.
    static let needsLead: @Sendable (Session) -> String? = { session in
        guard !session.hasSelected, !session.hasMarks else { return nil }
        let keys = session.keymap
        if session.calls != nil { return "The calls are over; \(keys.name(of: "back")) goes back to the list." }
        return
            "There is no lead here; press \(keys.name(of: "leads")) for all leads, or \(keys.name(of: "add")) to add one."
    }

    /// Needs a lead under the cursor, and none marked: what is asked has another answer for each.
    static let needsOneLead: @Sendable (Session) -> String? = { session in
        guard session.hasMarks else { return needsLead(session) }
        return "This is done to one lead at a time; \(session.keymap.name(of: "back")) clears the marks."
    }
}
