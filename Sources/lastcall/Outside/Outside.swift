import Glibc
import Terminal

/// What leaves the screens for the desktop: copies and addresses to open. The programs that take them run on their own.
struct Outside {
    // What to say when a program that was started fails, by its process; nothing when another way did the same.
    private var started: [pid_t: String] = [:]

    /// The longest text that is copied, in bytes.
    static let longestCopy = 60_000

    /// Hands a text to the clipboard: of the terminal, which is the user's own even far away, and of the desktop, where
    /// its tools are there.
    ///
    /// - Throws: `Failure` when there is no way to any.
    mutating func copy(_ text: String, by terminal: Terminal) throws {
        guard text.utf8.count <= Outside.longestCopy else { throw Failure.badData("this is too long to be copied") }
        var isSent = terminal.copy(text)
        for program in Outside.clipboards {
            do {
                let failed = "\(program.path) could not take the copy."
                started[try program.startApart(input: text)] = isSent ? "" : failed
                isSent = true
            } catch  where isSent {
                continue
            }
        }
        guard isSent else {
            throw Failure.inputOutput(
                "There is no way to the clipboard: this terminal is not known to take a copy, and wl-copy, xclip or xsel "
                    + "is not here; install one")
        }
    }

    /// The tools of what the screens run in: tmux hands on to the terminal around it what it lets no program within
    /// send, and the desktop has tools of its own.
    private static var clipboards: [OtherProgram] {
        var found: [OtherProgram?] = []
        if Environment["TMUX"] != nil { found.append(OtherProgram(["tmux", "load-buffer", "-w", "-"])) }
        if Environment["WAYLAND_DISPLAY"] != nil, let tool = OtherProgram(["wl-copy"]) {
            found.append(tool)
        } else if Environment["DISPLAY"] != nil {
            found.append(
                OtherProgram(["xclip", "-selection", "clipboard"]) ?? OtherProgram(["xsel", "--clipboard", "--input"]))
        }
        return found.compactMap(\.self)
    }

    /// Opens an address with the program that the user chose, or with the desktop's own.
    ///
    /// - Parameter chosen: the user's setting: a program and its arguments, with blanks between; empty for none.
    /// - Throws: `Failure` when there is no program for it.
    mutating func open(_ address: String, with chosen: String) throws {
        let program = try Outside.opener(chosen)
        started[try program.startApart([address])] =
            "\(program.path) could not open \(address.prefix { $0 != ":" }): addresses; name another program in "
            + "LASTCALL_OPENER."
    }

    private static func opener(_ setting: String) throws -> OtherProgram {
        let chosen = (Environment["LASTCALL_OPENER"] ?? setting).split(separator: " ").map(String.init)
        if !chosen.isEmpty {
            if let program = OtherProgram(chosen) { return program }
            throw Failure.badData(
                "“\(chosen[0])” is no program that can be run; LASTCALL_OPENER or the setting opener names it")
        }
        let isDesktop = Environment["DISPLAY"] != nil || Environment["WAYLAND_DISPLAY"] != nil
        let candidates = (isDesktop ? [["xdg-open"], ["gio", "open"]] : []) + [["wslview"]]
        guard let program = candidates.lazy.compactMap({ OtherProgram($0) }).first else {
            throw Failure.inputOutput(
                isDesktop
                    ? "Nothing here opens addresses; install xdg-utils, or name a program in LASTCALL_OPENER"
                    : "There is no desktop here to open it on; copy it instead, or name a program in LASTCALL_OPENER")
        }
        return program
    }

    /// Looks after the programs that are done.
    ///
    /// - Returns: what to say of those that failed, in sentences.
    mutating func reap() -> [String] {
        var failures: [String] = []
        for (process, failure) in started {
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) != 0 else { continue }
            started[process] = nil
            if OtherProgram.exitStatus(status) != 0, !failure.isEmpty { failures.append(failure) }
        }
        return failures
    }
}
