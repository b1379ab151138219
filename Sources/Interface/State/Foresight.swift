public import Canvas

/// A step from where the user is to somewhere else in what the screen shows.
public struct Move: Hashable, Sendable {
    fileprivate let command: String

    // Of what moves about, neither what opens a tab nor what may end a filter, which can take a look at everybody.
    fileprivate static let commands = [
        "down", "up", "page-down", "page-up", "top", "bottom", "next-lead", "previous-lead",
    ]
    fileprivate static let likely = commands.prefix(4)
}

/// What the screens would be after a key, for whoever has the time to find out before it is pressed.
extension Session {
    /// The move that `key` makes; nil when it does something else, or may. During a run of calls there is none, since its
    /// minutes count from when it began.
    public func move(by key: Key) -> Move? {
        guard layers.isEmpty, pending.isEmpty, calls == nil, let command = keymap.command([key]),
            Move.commands.contains(command.id)
        else { return nil }
        return Move(command: command.id)
    }

    /// The screens after `key`; nil when it is no move.
    public func after(_ key: Key) -> Session? {
        guard move(by: key) != nil else { return nil }
        var next = self
        return next.update(.input(.key(key))).isEmpty ? next : nil
    }

    /// A key for each of the moves to be expected at any time, where they have keys.
    public var likelyKeys: [Key] {
        Move.likely.compactMap { id in keymap.keys(of: id).first { $0.count == 1 }?.first }
    }
}
