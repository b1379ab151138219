/// Why there is no screen to draw on: one plain sentence of what, where and what to do.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Keys or the screen go somewhere else than to a terminal.
    case notATerminal
    /// `TERM` is not set.
    case unnamed
    /// The terminfo database has no entry for the terminal of this name.
    case unknown(String)
    /// The terminal of this name cannot place the cursor.
    case cannotMove(String)

    /// The sentence for the user.
    public var description: String {
        switch self {
        case .notATerminal:
            "The screens need a terminal for input and output; the commands (see --help) work without one."
        case .unnamed:
            "TERM is not set, so nothing is known about this terminal; try TERM=xterm-256color."
        case .unknown(let name):
            "TERM=\(name) is not in this system's terminfo database; try TERM=xterm-256color, or install ncurses-term."
        case .cannotMove(let name):
            "TERM=\(name) cannot move the cursor; try TERM=xterm-256color if this is a usual terminal."
        }
    }
}
