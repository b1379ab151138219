import Canvas
import Glibc
import Interface
import Journal
import Pipeline
import Terminal

/// The screens over a data folder: opens the terminal, runs the loop, and gives the terminal back.
enum ScreenSession {
    static func open(_ location: JournalPaths) throws {
        let store = try Store(location)
        guard try show(store) == .demo else { return }
        try Demo.open(leads: Demo.usualLeads, seed: Demo.usualSeed)
    }

    /// The theme for the terminal's background, where the terminal says what it is: `COLORFGBG` ends in the number of
    /// the background's colour, and 7 and 15 are the white ones.
    static var usualTheme: String {
        let background = Environment["COLORFGBG"]?.split(separator: ";").last
        return background == "7" || background == "15" ? "light" : "dark"
    }

    /// Shows the screens of a store until the user leaves.
    static func show(_ store: Store) throws -> EventLoop.End {
        let terminal: Terminal
        do {
            terminal = try Terminal(theme: Theme.shipped(usualTheme), mouse: true)
        } catch let error as TerminalError {
            throw Failure(sentence: error.description, status: 1)
        }
        defer { terminal.restore() }
        let loop = try EventLoop(store, terminal)
        return try loop.run()
    }
}
