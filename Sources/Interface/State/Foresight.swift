public import Canvas

/// Something that a key does when all it does is to move about in what is there.
public struct Move: Hashable, Sendable {
    fileprivate let command: String
}

/// What the screens would be after a key, for whoever has the time to find out before it is pressed.
extension Session {
    /// The move that `key` makes; nil when it does something else, or may.
    public func move(by key: Key) -> Move? {
        guard layers.isEmpty, pending.isEmpty, let command = keymap.command([key]), command.group == .move else {
            return nil
        }
        return Move(command: command.id)
    }

    /// The screens after `key`; nil when it is no move, or one that asks for something outside the screens.
    public func after(_ key: Key) -> Session? {
        guard move(by: key) != nil else { return nil }
        var next = self
        return next.update(.input(.key(key))).isEmpty ? next : nil
    }

    /// A key for each of the moves to be expected at any time, where they have keys.
    public var likelyKeys: [Key] {
        ["down", "up", "page-down", "page-up"].compactMap { id in keymap.keys(of: id).first { $0.count == 1 }?.first }
    }
}
