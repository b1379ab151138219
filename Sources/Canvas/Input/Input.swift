/// One thing that came in from the terminal.
public enum Input: Hashable, Sendable {
    /// A key press.
    case key(Key)
    /// Text pasted in one go, never to be read as commands. Line breaks are `\n`; other control characters are as
    /// they came.
    case paste(String)
    /// A press or a turn of the mouse.
    case mouse(Mouse)
}

/// Something done with the mouse.
public struct Mouse: Hashable, Sendable {
    /// What was done.
    public enum Kind: Hashable, Sendable {
        /// The left button went down.
        case press
        /// The right button went down.
        case secondaryPress
        /// One notch away from the hand.
        case wheelUp
        /// One notch towards the hand.
        case wheelDown
    }

    /// The cell under the pointer.
    public var at: Point
    /// What was done there.
    public var kind: Kind

    /// Makes an event.
    public init(at: Point, kind: Kind) {
        self.at = at
        self.kind = kind
    }
}
