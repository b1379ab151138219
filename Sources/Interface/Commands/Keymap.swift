import Canvas

/// Which keys run which command.
public struct Keymap: Sendable {
    /// The keys as the command table has them.
    public static let standard = Keymap([:])

    /// False when the mouse is left to the terminal, to select text with.
    public internal(set) var usesMouse = true

    // Every sequence of a command, by its id.
    private var sequences: [String: [[Key]]] = [:]
    // The same in the order of the table, with the place of the command in it. It is searched from end to end: a table by
    // sequences would take longer to make than all keys of a day take to be found.
    private var table: [(keys: [Key], place: Int)] = []

    enum Match {
        case command(Command)
        case prefix
        case none
    }

    /// - Parameter chosen: the sequences that take the place of the usual ones, by the id of the command. Where two
    ///   commands have the same sequence the later in the table gets it; see `Keymap.conflicts`.
    init(_ chosen: [String: [[Key]]]) {
        // What follows a prefix moves with it, unless it was chosen itself.
        let moved = Command.all.filter { $0.isPrefix && chosen[$0.id] != nil }
        sequences.reserveCapacity(Command.all.count)
        table.reserveCapacity(Command.all.count * 2)
        for (place, command) in Command.all.enumerated() {
            let own =
                chosen[command.id]
                ?? (moved.isEmpty
                    ? command.usualKeys
                    : command.usualKeys.flatMap { keys in
                        guard let prefix = moved.first(where: { $0.usualKeys.contains { keys.starts(with: $0) } })
                        else { return [keys] }
                        return (chosen[prefix.id] ?? []).map { $0 + keys.dropFirst() }
                    })
            sequences[command.id] = own
            for keys in own { table.append((keys, place)) }
        }
    }

    /// Every sequence of keys that runs a command, the first of which is the one to show.
    func keys(of id: String) -> [[Key]] { sequences[id] ?? [] }

    /// The keys to press for a command, as people read them: `t i`. Of one without keys, what to type into the palette.
    public func name(of id: String) -> String {
        if let keys = keys(of: id).first { return Keymap.name(of: keys) }
        let title = Command.all.first { $0.id == id }?.title ?? id
        return keys(of: "palette").first.map { "\(Keymap.name(of: $0)) \(title)" } ?? title
    }

    /// `t i`.
    static func name(of keys: some Sequence<Key>) -> String { keys.map(\.name).joined(separator: " ") }

    func lookUp(_ keys: [Key]) -> Match {
        if let command = command(keys) { return .command(command) }
        return continuations(of: keys).isEmpty ? .none : .prefix
    }

    /// The command that these keys run by themselves.
    func command(_ keys: [Key]) -> Command? { table.last { $0.keys == keys }.map { Command.all[$0.place] } }

    /// The commands that begin with these keys, in the order of the table, each with the keys that are left; none before
    /// the first key.
    func continuations(of keys: [Key]) -> [(rest: [Key], command: Command)] {
        if keys.isEmpty { return [] }
        return table.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
            .map { (Array($0.keys.dropFirst(keys.count)), Command.all[$0.place]) }
    }
}
