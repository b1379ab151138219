import Glibc
import Testing

/// A real terminal: a window of tmux with a shell in it, in which `lastcall` is the shipped binary.
final class Tmux {
    private let desk: Desk
    private let socket: String

    /// - Parameter environment: what is set besides the desk's own; an empty value unsets.
    init(_ desk: Desk, width: Int = 120, height: Int = 40, environment: [String: String] = [:]) throws {
        self.desk = desk
        socket = desk.home + "/tmux-\(UInt32.random(in: 0 ... .max))"
        // A shell of root takes no prompt from the environment, but from the file that it begins with.
        let prompt = try desk.file(".prompt", "PS1='ready> '\n")
        let settings = environment.flatMap { ["-e", "\($0)=\($1)"] }
        let made = try tmux(
            [
                "start-server", ";", "set", "-g", "default-terminal", "tmux-256color", ";", "set", "-s", "escape-time",
                "0",
            ]
                + [";", "set", "-g", "status", "off"]
                + [";", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", desk.home] + settings
                + ["-e", "ENV=\(prompt)", "sh"])
        try #require(made.status == 0, "\(made.errors)")
        try wait("the shell's prompt") { $0.contains("ready>") }
    }

    deinit {
        _ = try? tmux(["kill-server"])
    }

    /// Opens the screens and waits until they hold `text`.
    func open(_ arguments: String = "", until text: String) throws {
        // The shell's id stays with the program that takes its place.
        enter("sh -c 'echo $$ >pid; exec \"$0\" \"$@\"' lastcall \(arguments)")
        try wait(for: text)
    }

    /// The process that `open` started.
    var pid: pid_t {
        get throws {
            let text = String(decoding: try read(desk.home + "/pid"), as: UTF8.self)
            return try #require(pid_t(text.split(separator: "\n").joined()))
        }
    }

    /// Presses keys, by the names that tmux has for them: `n`, `Enter`, `C-r`, `Escape`.
    func press(_ keys: String...) {
        _ = try? tmux(["send-keys"] + keys)
    }

    /// Types text as it is.
    func type(_ text: String) {
        _ = try? tmux(["send-keys", "-l", text])
    }

    /// Types a line and ends it.
    func enter(_ line: String) {
        type(line)
        press("Enter")
    }

    /// Pastes, with brackets around it when the program asked for them.
    func paste(_ text: String) {
        _ = try? tmux(["set-buffer", text, ";", "paste-buffer", "-p", "-r"])
    }

    func resize(_ width: Int, _ height: Int) {
        _ = try? tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
    }

    /// What the window shows, one line each, blanks at the end left out.
    var lines: [String] {
        let shown = (try? tmux(["capture-pane", "-p"]))?.text ?? ""
        return shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    var screen: String { lines.joined(separator: "\n") }

    /// What it shows, with the escape sequences of its colours.
    var coloured: String { (try? tmux(["capture-pane", "-p", "-e"]))?.text ?? "" }

    /// The parameters of the sequences of the screen that set a colour.
    var colours: [Substring] {
        coloured.split(separator: "\u{1B}[").compactMap { part in
            guard let end = part.firstIndex(where: \.isLetter), part[end] == "m" else { return nil }
            let numbers = part[..<end].split(separator: ";").compactMap { Int($0) }
            return numbers.contains { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
                ? part[..<end] : nil
        }
    }

    /// What tmux knows about the window, such as `alternate_on`.
    func fact(_ name: String) -> String {
        ((try? tmux(["display", "-p", "#{\(name)}"]))?.text ?? "").split(separator: "\n").joined()
    }

    /// What was copied last.
    var clipboard: String { (try? tmux(["show-buffer"]))?.text ?? "" }

    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try wait("“\(text)”", sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// Waits until the screen is as it should be, for 20 seconds at most.
    func wait(
        _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: (String) throws -> Bool
    ) throws {
        var last = ""
        let came = try attempt(seconds: 20) {
            last = screen
            return try isSo(last)
        }
        try #require(came, "\(what) did not come up; the screen is:\n\(last)", sourceLocation: sourceLocation)
    }

    private func tmux(_ arguments: [String]) throws -> Ending {
        try desk.run("tmux", ["-S", socket, "-f", "/dev/null"] + arguments)
    }
}
