public import Canvas
import Glibc

/// The terminal: draws frames, reads input, and owns every mode that it takes, until `restore`.
///
/// There is at most one at a time, and it belongs to the thread that made it. It is in raw mode: C-c, C-z, C-s and
/// C-\ are keys like any other, and their signals come only from other programs.
///
/// Of the signals it keeps those of a crash, in which it gives the terminal back. SIGTERM, SIGHUP, SIGINT, SIGTSTP,
/// SIGCONT and SIGWINCH are left as they were: whoever runs the event loop calls `restore`, `suspend`, `resume` and
/// `forget`.
public final class Terminal {
    /// The descriptor to wait on before `read`. When `poll` reports that it hung up, the terminal is gone for good.
    public let inputDescriptor: Int32

    /// The look of the roles; the next `draw` shows the change.
    public var theme: Theme {
        didSet { painter.adopt(theme) }
    }

    /// Whether the mouse is asked for, which takes the terminal's own selection of text away.
    public var mouse: Bool {
        didSet { if isTaken, mouse != oldValue { send(mouse ? Terminal.mouseOn : Terminal.mouseOff) } }
    }

    /// The colours that the terminal shows.
    public var depth: ColourDepth { entry.depth }

    var painter: Painter
    var decoder: Decoder
    /// How long the rest of a sequence may take, in milliseconds.
    let escapeDelay: Int32
    private(set) var isOpen = true
    // False while the terminal is somebody else's.
    private(set) var isTaken = false
    /// Whether the terminal is known to hand a text on to the clipboard.
    var takesClipboard: Bool { entry.takesClipboard }
    private let entry: Entry
    private let output: Int32
    // Those that the terminal had.
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
        decoder = Decoder(entry.keys)
        escapeDelay = environment["ESCDELAY"].flatMap { Int32($0) }.map { max(0, $0) } ?? 25
        painter = Painter(entry: entry, theme: theme, readsLinks: Terminal.readsLinks(environment))
        let reset = painter.ends + Array(Terminal.mouseOff.utf8) + modesOff + Array("\r\n".utf8)
        Rescue.install(reset: reset, modes: modes, input: input, output: output)
        enter()
    }

    deinit { restore() }

    /// The extent of the screen in cells, as it is now; nothing when the terminal is given back.
    public var size: Size {
        var extent = winsize()
        guard isOpen else { return Size(width: 0, height: 0) }
        guard ioctl(output, UInt(TIOCGWINSZ), &extent) == 0, extent.ws_row > 0, extent.ws_col > 0 else {
            return entry.size
        }
        return Size(width: Int(extent.ws_col), height: Int(extent.ws_row))
    }

    private func enter() {
        var raw = modes
        raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON | PARMRK)
        raw.c_oflag &= ~tcflag_t(OPOST)
        raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
        // A shell that goes on in these modes, after a kill, would take a read that gives nothing for the end of all.
        withUnsafeMutableBytes(of: &raw.c_cc) {
            $0[Int(VMIN)] = 1
            $0[Int(VTIME)] = 0
        }
        tcsetattr(inputDescriptor, TCSADRAIN, &raw)
        let screen = isTaken ? [] : entry.takeScreen
        isTaken = true
        // Pastes in brackets, and the mouse in reports of the SGR kind: what terminfo has no word for.
        let asked = Array((Terminal.pasteOn + (mouse ? Terminal.mouseOn : "")).utf8)
        send(screen + Entry.expand(entry.scrollRows, 0, size.height - 1) + entry.begin + asked)
    }

    func leave() {
        guard isTaken else { return }
        isTaken = false
        send((mouse ? Array(Terminal.mouseOff.utf8) : []) + modesOff)
        tcsetattr(inputDescriptor, TCSANOW, &modes)
    }

    /// Shows `frame`. What lies outside the screen is left out; what the frame does not reach is blank. Cells that are
    /// as they were in the last frame cost a comparison, and only the difference is sent, all of it at once.
    public func draw(_ frame: Frame) {
        guard isTaken else { return }
        send(painter.paint(frame, on: size))
    }

    /// Works out beforehand what `draw` would send for `frame`, if that is what is drawn next. Several may be.
    public func prepare(_ frame: Frame) {
        if isTaken { painter.prepare(frame, on: size) }
    }

    /// Gives the terminal back for as long as the program is stopped, stops the program and the rest of its job as C-z
    /// does elsewhere, and takes the terminal again. Returns when the program goes on; then draw. Behind others it goes
    /// on without the terminal, until `resume`: it may have been continued only to end.
    public func suspend() {
        guard isOpen else { return }
        leave()
        var stop = sigaction()
        var earlier = sigaction()
        sigaction(SIGTSTP, &stop, &earlier)
        kill(0, SIGTSTP)
        sigaction(SIGTSTP, &earlier, nil)
        if tcgetpgrp(inputDescriptor) == getpgrp() { resume() }
    }

    /// Gives the terminal to another program for as long as `body` takes, and takes it again; then draw.
    public func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
        leave()
        defer { resume() }
        return try body()
    }

    /// Takes the terminal again after the program was stopped (on SIGCONT), and paints the whole screen anew on the next
    /// `draw`.
    public func resume() {
        guard isOpen else { return }
        enter()
        forget()
    }

    /// The terminal may have moved or dropped what it showed, as on SIGWINCH: the next `draw` paints the whole screen.
    public func forget() { painter.forget() }

    /// Gives back all that was taken, in reverse order. Once done, it does nothing, and so do `draw` and `read`.
    public func restore() {
        guard isOpen else { return }
        leave()
        Rescue.remove()
        isOpen = false
    }

    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    private var modesOff: [UInt8] {
        Array(Terminal.pasteOff.utf8) + Entry.expand(entry.move, size.height - 1) + entry.leave
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
