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

    /// Shows the screens of a store until the user leaves.
    static func show(_ store: Store) throws -> EventLoop.End {
        let terminal: Terminal
        do {
            terminal = try Terminal(theme: Theme.shipped("dark"), mouse: true)
        } catch let error as TerminalError {
            throw Failure(sentence: error.description, status: 1)
        }
        defer { terminal.restore() }
        let loop = try EventLoop(store, terminal)
        return try loop.run()
    }
}
