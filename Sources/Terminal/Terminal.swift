import CNcurses
public import Canvas
import Glibc

/// The terminal: draws frames, reads input, and owns every mode that it takes, until `restore`.
///
/// There is at most one at a time, and it belongs to the thread that made it. It is in raw mode: C-c, C-z, C-s and
/// C-\ are keys like any other, and their signals come only from other programs.
///
/// Of the signals it keeps SIGWINCH, which ends a `poll` with EINTR and shows up as `.resize`, and those of a crash,
/// in which it gives the terminal back. SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT are left as they were: whoever
/// runs the event loop calls `restore`, `suspend` and `resume`.
public final class Terminal {
    /// The descriptor to wait on before `read`. When `poll` reports that it hung up, the terminal is gone for good.
    public let inputDescriptor: Int32

    /// The look of the roles; the next `draw` shows the change.
    public var theme: Theme {
        didSet { painter.adopt(theme) }
    }

    /// Whether the mouse is asked for, which takes the terminal's own selection of text away.
    public var mouse: Bool {
        didSet { if isOpen, mouse != oldValue { send(mouse ? Terminal.mouseOn : Terminal.mouseOff) } }
    }

    /// The colours that the terminal shows.
    public var depth: ColourDepth { entry.depth }

    var painter: Painter
    var decoder = Decoder()
    private(set) var pad: UnsafeMutablePointer<WINDOW>?
    private(set) var isOpen = true
    /// Whether the terminal is known to hand a text on to the clipboard.
    var takesClipboard: Bool { entry.takesClipboard }
    private let entry: Entry
    private let output: Int32
    private var screen: OpaquePointer?
    private var files: [UnsafeMutablePointer<FILE>] = []
    private var modes = termios()

    /// Takes the terminal of standard input and output.
    ///
    /// - Parameters:
    ///   - theme: The look of the roles.
    ///   - depth: The colours to use, never more than the terminal has; nil finds out, as
    ///     `ColourDepth.init(environment:colours:)` says.
    ///   - mouse: Whether to ask for the mouse, which takes the terminal's own selection of text away.
    public convenience init(theme: Theme, depth: ColourDepth? = nil, mouse: Bool) throws(TerminalError) {
        var environment: [String: String] = [:]
        for name in [
            "TERM", "COLORTERM", "NO_COLOR", "ESCDELAY", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION",
            "KONSOLE_VERSION", "LASTCALL_LINKS",
        ] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        try self.init(
            theme: theme, depth: depth, mouse: mouse, input: STDIN_FILENO, output: STDOUT_FILENO,
            environment: environment)
    }

    init(
        theme: Theme, depth: ColourDepth?, mouse: Bool, input: Int32, output: Int32, environment: [String: String]
    ) throws(TerminalError) {
        guard isatty(input) == 1, isatty(output) == 1, tcgetattr(input, &modes) == 0 else { throw .notATerminal }
        entry = try Entry(environment: environment, wanted: depth, output: output)
        self.theme = theme
        self.mouse = mouse
        self.output = output
        inputDescriptor = input
        painter = Painter(entry: entry, theme: theme, readsLinks: Terminal.readsLinks(environment))
        try start(escapeDelay: environment["ESCDELAY"] == nil ? 25 : nil)
    }

    deinit { restore() }

    /// The extent of the screen in cells. It changes when `read` gives `.resize`.
    public var size: Size {
        isOpen ? Size(width: Int(lc_columns()), height: Int(lc_rows())) : Size(width: 0, height: 0)
    }

    private func start(escapeDelay: Int32?) throws(TerminalError) {
        // Programs that are started here do not keep the terminal.
        guard let reader = fdopen(fcntl(inputDescriptor, F_DUPFD_CLOEXEC, 0), "r"),
            let writer = fdopen(fcntl(output, F_DUPFD_CLOEXEC, 0), "w")
        else {
            throw .notATerminal
        }
        files = [reader, writer]
        // ncurses would end the program on SIGINT and SIGTERM and stop it on SIGTSTP in handlers of its own.
        let signals = [SIGINT, SIGTERM, SIGTSTP].map { signal in
            var action = sigaction()
            sigaction(signal, nil, &action)
            return (signal, action)
        }
        screen = newterm(entry.name, writer, reader)
        for (signal, action) in signals {
            var action = action
            sigaction(signal, &action, nil)
        }
        guard screen != nil else {
            close()
            throw .unknown(entry.name)
        }
        Rescue.install(reset: resetBytes(), modes: modes, input: inputDescriptor, output: output)
        raw()
        noecho()
        nonl()
        if let escapeDelay { set_escdelay(escapeDelay) }
        // Reading from a pad leaves the screen alone; reading from the screen would also refresh it.
        pad = newpad(1, 1)
        keypad(pad, true)
        nodelay(pad, true)
        define_key("\u{1B}[200~", Terminal.pasteBegins)
        define_key("\u{1B}[201~", Terminal.pasteEnds)
        // ncurses makes one event of several that come in one read; the reports are decoded here instead.
        define_key(nil, KEY_MOUSE)
        // What ncurses has said so far must be out before anything else is.
        delay_output(0)
        send(modesOn)
    }

    /// Shows `frame`. What lies outside the screen is left out; what the frame does not reach is blank. Cells that are
    /// as they were in the last frame cost a comparison, and only the difference is sent, all of it at once.
    public func draw(_ frame: Frame) {
        guard isOpen else { return }
        send(painter.paint(frame, on: size))
    }

    /// Works out beforehand what `draw` would send for `frame`, if that is what is drawn next. Several may be.
    public func prepare(_ frame: Frame) {
        if isOpen { painter.prepare(frame, on: size) }
    }

    /// Gives the terminal back for as long as the program is stopped, stops the program and the rest of its job as C-z
    /// does elsewhere, and takes the terminal again. Returns when the program goes on; then draw.
    public func suspend() {
        guard isOpen else { return }
        leave()
        var stop = sigaction()
        var earlier = sigaction()
        sigaction(SIGTSTP, &stop, &earlier)
        kill(0, SIGTSTP)
        sigaction(SIGTSTP, &earlier, nil)
        resume()
    }

    /// Gives the terminal to another program for as long as `body` takes, and takes it again; then draw.
    public func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
        if isOpen { leave() }
        defer { resume() }
        return try body()
    }

    /// Takes the terminal again after the program was stopped by a signal that it could not see (on SIGCONT), and
    /// paints the whole screen anew on the next `draw`. When the size changed meanwhile, `read` says so.
    public func resume() {
        guard isOpen else { return }
        var extent = winsize()
        if ioctl(output, UInt(TIOCGWINSZ), &extent) == 0, extent.ws_row > 0, extent.ws_col > 0,
            is_term_resized(Int32(extent.ws_row), Int32(extent.ws_col))
        {
            resizeterm(Int32(extent.ws_row), Int32(extent.ws_col))
        }
        reset_prog_mode()
        send(modesOn)
        // By this ncurses learns that the screen is its own again and says so to the terminal.
        doupdate()
        painter.forget()
    }

    func leave() {
        send(modesOff)
        endwin()
    }

    /// Gives back all that was taken, in reverse order. Once done, it does nothing, and so do `draw` and `read`.
    public func restore() {
        guard isOpen, screen != nil else { return }
        send(modesOff)
        endwin()
        tcsetattr(inputDescriptor, TCSANOW, &modes)
        Rescue.remove()
        close()
    }

    private func close() {
        isOpen = false
        if let pad { delwin(pad) }
        pad = nil
        if let screen { delscreen(screen) }
        screen = nil
        for file in files { fclose(file) }
        files = []
    }

    /// Pastes in brackets, and the mouse in reports of the SGR kind: what terminfo has no word for.
    private var modesOn: String { Terminal.pasteOn + (mouse ? Terminal.mouseOn : "") }
    private var modesOff: [UInt8] {
        entry.showCursor + Array(((mouse ? Terminal.mouseOff : "") + Terminal.pasteOff).utf8)
    }
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    private func resetBytes() -> [UInt8] {
        // Whether the mouse is on when it comes to a crash is not known now.
        var bytes = painter.ends + Array((Terminal.mouseOff + Terminal.pasteOff).utf8)
        for name in ["sgr0", "cnorm", "rmkx", "rmcup"] { bytes += Entry.capability(name) ?? [] }
        return bytes + Array("\r\n".utf8)
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN || errno == EINTR {
                // A signal came, or another program has left the terminal in a mode in which it does not wait. A terminal
                // that takes nothing for so long must not keep the program from ending.
                var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                if poll(&wait, 1, 1000) == 0 { return painter.forget() }
            } else {
                return
            }
        }
    }
}
