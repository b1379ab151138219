import Canvas
import Glibc
import Interface
import Journal
import Pipeline
import Terminal

/// The screens over a data folder: opens the terminal, runs the loop, and gives the terminal back.
enum ScreenSession {
    static func open(_ location: JournalPaths) throws {
        guard try show(location) == .demo else { return }
        try Demo.open(leads: Demo.usualLeads, seed: Demo.usualSeed)
    }

    /// Shows the screens of a data folder until the user leaves.
    @discardableResult
    static func show(_ location: JournalPaths, isDemo: Bool = false) throws -> EventLoop.End {
        let (settings, problems) = SettingsFile.read()
        let look = try Look(settings: problems)
        let recorder = try Recorder(location)
        let rules = Rules(isDemo ? Demo.settings(settings) : settings, zone: recorder.clock.zone)
        // With nothing to begin with the terminal is opened when all is read: what goes wrong before is said in the shell.
        let beginning = Beginning(recorder, rules)
        let early = beginning == nil ? try Store(recorder, rules) : nil
        // From now on whatever ends the program has to give the terminal back.
        let signals = try SignalPipe(EventLoop.signals)
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal(theme: look.theme, mouse: look.keymap.usesMouse)
        } catch {
            throw Failure(sentence: error.description, status: 1)
        }
        defer { terminal.restore() }
        if let session = beginning?.session(look, terminal.size) {
            // Its leads are given back when the picture is there, and not before.
            withExtendedLifetime(session) { terminal.draw(session.render()) }
        }
        let store = try early ?? Store(recorder, rules)
        let loop = try EventLoop(store, terminal, signals, look, isDemo: isDemo)
        // Nobody waits at the end until every entry was given back.
        _ = Unmanaged.passRetained(loop)
        defer {
            terminal.restore()
            hand(over: loop.unsaved)
            loop.keepBeginning()
        }
        return try loop.run()
    }

    /// Prints what could not be saved, so that it is not lost with the screens.
    private static func hand(over unsaved: [Draft]) {
        if unsaved.isEmpty { return }
        Output.complain(
            "the disk failed, and this is not saved; once it is mended, give these lines to: lastcall record")
        for draft in unsaved { Output.print(EntryJSON.act(of: draft)) }
    }
}
