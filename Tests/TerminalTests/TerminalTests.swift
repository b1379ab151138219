import Canvas
import Glibc
import Testing

@testable import Terminal

/// What is done in a crash is there once in a process, so these take turns.
@Suite(.serialized) struct TerminalTests {
    private let metrics = Terminal.textMetrics()

    func open(
        _ pty: PseudoTerminal, theme: String = "dark", depth: ColourDepth? = .palette256, mouse: Bool = true,
        environment: [String: String] = ["TERM": "xterm-256color"]
    ) throws -> Terminal {
        try Terminal(
            theme: Theme.shipped(theme), depth: depth, mouse: mouse, input: pty.slave, output: pty.slave,
            environment: environment)
    }

    private func frame(_ terminal: Terminal, _ text: String = "", role: Role = .text) -> Frame {
        var frame = Frame(size: terminal.size, text: metrics)
        frame.write(text, x: 0, y: 0, role: role)
        return frame
    }

    private func read(_ terminal: Terminal, _ count: Int) -> [Input] {
        gather(terminal.read) { $0.count >= count }
    }

    @Test func whatIsDrawnReachesTheTerminal() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        #expect(terminal.size == Size(width: 40, height: 10))
        terminal.draw(frame(terminal, "Dana 日本 e\u{301} ☎ \u{1B}[31m"))
        let bytes = pty.drawn()
        #expect(bytes.contains("\u{1B}[?1049h"))
        #expect(bytes.contains("\u{1B}[?2004h"))
        #expect(bytes.contains("Dana 日本 e\u{301} ☎ ␛[31m"))
        #expect(!bytes.contains("\u{1B}[31m"), "No escape sequence leaks from a name.")
    }

    @Test func onlyTheDifferenceIsSent() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(frame(terminal, "calls 19"))
        _ = pty.drawn()
        terminal.draw(frame(terminal, "calls 19"))
        #expect(pty.drawn() == "")
        terminal.draw(frame(terminal, "calls 20"))
        let bytes = pty.drawn()
        #expect(bytes.contains("20") && !bytes.contains("calls"))
    }

    @Test func wideTextAtTheEdgeDoesNotWrap() throws {
        let pty = try PseudoTerminal(columns: 5, rows: 3)
        let terminal = try open(pty)
        defer { terminal.restore() }
        var wide = Frame(size: Size(width: 6, height: 4), text: metrics)
        wide.write("abcd日", x: 0, y: 0)
        wide.write("second", x: 0, y: 1)
        wide.write("third", x: 0, y: 3)
        terminal.draw(wide)
        let bytes = pty.drawn()
        #expect(bytes.contains("abcd") && bytes.contains("secon"))
        #expect(!bytes.contains("日") && !bytes.contains("third"))
    }

    @Test func aThemeChangesHowRolesLook() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(frame(terminal, "late", role: .bad))
        let dark = pty.drawn()
        #expect(dark.contains("[1m") && dark.contains("[38;5;210m") && !dark.contains("[48;5;"))
        terminal.theme = try Theme.shipped("light")
        terminal.draw(frame(terminal, "late", role: .bad))
        #expect(pty.drawn().contains("[38;5;124m"))
    }

    @Test func withoutColourNoneIsSent() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, depth: nil, environment: ["TERM": "xterm-256color", "NO_COLOR": "1"])
        defer { terminal.restore() }
        #expect(terminal.depth == .monochrome)
        var frame = frame(terminal, "late", role: .bad)
        frame.write("row", x: 0, y: 1, role: .good, on: .selection)
        terminal.draw(frame)
        let bytes = pty.drawn()
        #expect(!bytes.contains("[38;") && !bytes.contains("[48;") && !bytes.contains("[3"))
        #expect(bytes.contains("[7mrow"))
    }

    @Test func colours24BitNeedNoEntryMadeForThem() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, depth: nil, environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
        defer { terminal.restore() }
        #expect(terminal.depth == .trueColour)
        terminal.draw(frame(terminal, "late", role: .bad))
        #expect(pty.drawn().contains("[38;2;240;128;128m"))
    }

    @Test func aTerminalOfEightColoursHasNoBrightOnes() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, depth: nil, environment: ["TERM": "linux"])
        defer { terminal.restore() }
        #expect(terminal.depth == .sixteen)
        terminal.draw(frame(terminal, "late", role: .good))
        let bytes = pty.drawn()
        #expect(bytes.contains("late") && !bytes.contains("[38;5;"))
    }

    @Test func aCopyGoesOutInBase64WhereItIsUnderstood() throws {
        for (name, isUnderstood) in [("xterm-256color", true), ("screen", true), ("vt100", false), ("linux", false)] {
            let pty = try PseudoTerminal()
            let terminal = try open(pty, depth: nil, environment: ["TERM": name])
            defer { terminal.restore() }
            _ = pty.drawn()
            #expect(terminal.copy("+1 312\u{1B}[31m") == isUnderstood, "\(name)")
            #expect(pty.drawn() == (isUnderstood ? "\u{1B}]52;c;KzEgMzEyG1szMW0=\u{7}" : ""), "\(name)")
        }
    }

    @Test func theTerminalIsLentAndTakenAgain() throws {
        let pty = try PseudoTerminal()
        let before = pty.modes
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(frame(terminal, "the list"))
        _ = pty.drawn()
        let lent = terminal.lend { (pty.drawn(), pty.modes.c_lflag) }
        #expect(lent.0.contains("[?1049l") && lent.0.contains("[?1000l") && lent.1 == before.c_lflag)
        terminal.draw(frame(terminal, "the list"))
        let bytes = pty.drawn()
        #expect(bytes.contains("[?1049h") && bytes.contains("[?1000h") && bytes.contains("the list"))
        #expect(pty.modes.c_lflag & tcflag_t(ICANON) == 0)
    }

    @Test func keysArrive() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        #expect(terminal.read() == [])
        pty.type("n\u{1B}OA\u{1B}[6~\u{1B}OP\u{1B}[Z\u{3}\u{1A}\r")
        #expect(
            read(terminal, 8)
                == [.character("n"), .up, .pageDown, .function(1), .backTab, .control("c"), .control("z"), .enter]
                .map(Input.key))
        pty.type("\u{1B}")
        #expect(read(terminal, 1) == [.key(.escape)])
        pty.type("\u{1B}[1;5A\u{1B}[27;6;99~x")
        #expect(read(terminal, 1) == [.key(.character("x"))])
    }

    @Test func aCharacterSplitAcrossReadsIsOneKey() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        let bytes = Array("日".utf8)
        pty.type(bytes.prefix(1))
        #expect(terminal.read() == [])
        pty.type(bytes.dropFirst())
        #expect(read(terminal, 1) == [.key(.character("日"))])
    }

    @Test func aPasteIsTextAndNeverCommands() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        pty.type("\u{1B}[200~qD\u{1B}OAé\rq\u{1B}[201~n")
        #expect(read(terminal, 2) == [.paste("qD\u{1B}OAé\nq"), .key(.character("n"))])
    }

    @Test func theMouseIsReported() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        #expect(pty.drawn().contains("\u{1B}[?1000h\u{1B}[?1006h"))
        pty.type("\u{1B}[<0;6;4M\u{1B}[<0;6;4m\u{1B}[<2;7;4M\u{1B}[<64;1;1M\u{1B}[<65;1;2M")
        #expect(
            read(terminal, 4) == [
                .mouse(Mouse(at: Point(x: 5, y: 3), kind: .press)),
                .mouse(Mouse(at: Point(x: 6, y: 3), kind: .secondaryPress)),
                .mouse(Mouse(at: Point(x: 0, y: 0), kind: .wheelUp)),
                .mouse(Mouse(at: Point(x: 0, y: 1), kind: .wheelDown)),
            ])
    }

    @Test func theMouseCanBeLeftAlone() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, mouse: false)
        terminal.draw(frame(terminal))
        terminal.restore()
        #expect(!pty.drawn().contains("?1000"))
    }

    @Test func theExtentIsWhatTheTerminalSays() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        terminal.draw(frame(terminal, "before"))
        _ = pty.drawn()
        pty.resize(columns: 60, rows: 20)
        #expect(terminal.size == Size(width: 60, height: 20))
        terminal.draw(frame(terminal, "after"))
        #expect(pty.drawn().contains("after"))
        terminal.restore()
        #expect(terminal.size == Size(width: 0, height: 0))
    }

    @Test func aTerminalThatDoesNotSayItsExtentHasThatOfItsEntry() throws {
        let terminal = try open(try PseudoTerminal(columns: 0, rows: 0))
        defer { terminal.restore() }
        #expect(terminal.size == Size(width: 80, height: 24))
    }

    @Test func whatMayBeGoneIsPaintedAgain() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(frame(terminal, "the list"))
        _ = pty.drawn()
        terminal.forget()
        terminal.draw(frame(terminal, "the list"))
        #expect(pty.drawn().contains("the list"))
    }

    @Test func theScreenIsTakenOnceUntilItIsLeft() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        // Stopped by SIGSTOP, it could not leave.
        terminal.resume()
        #expect(pty.drawn().ranges(of: "\u{1B}[?1049h").count == 1)
        terminal.leave()
        terminal.draw(frame(terminal, "nothing"))
        pty.type("n")
        #expect(terminal.read() == [] && !pty.drawn().contains("nothing"))
        terminal.resume()
        #expect(terminal.read() == [.key(.character("n"))])
    }

    @Test func aDollarThatIsNoPaddingIsOfTheKey() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, depth: nil, environment: ["TERM": "rxvt"])
        defer { terminal.restore() }
        pty.type("\u{1B}[23$\u{1B}[23~n")
        #expect(read(terminal, 3) == [.function(21), .function(11), .character("n")].map(Input.key))
    }

    @Test func withoutAScreenOfItsOwnTheShellGoesOnBelow() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, depth: nil, environment: ["TERM": "vt100"])
        terminal.draw(frame(terminal, "the list"))
        _ = pty.drawn()
        terminal.restore()
        let bytes = pty.drawn()
        #expect(bytes.contains("\u{1B}[10;1H") && bytes.hasSuffix("\r\n"))
    }

    @Test func restoreGivesEverythingBackOnce() throws {
        let pty = try PseudoTerminal()
        let before = pty.modes
        let terminal = try open(pty)
        #expect(pty.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        terminal.draw(frame(terminal, "text"))
        _ = pty.drawn()
        terminal.restore()
        let bytes = pty.drawn()
        for sequence in ["[?2004l", "[?1006l", "[?1049l", "[?1l"] {
            #expect(bytes.contains("\u{1B}" + sequence), "\(sequence)")
        }
        #expect(bytes.contains("[?12l\u{1B}[?25h") || bytes.contains("[?25h"))
        #expect(pty.modes.c_lflag == before.c_lflag && pty.modes.c_iflag == before.c_iflag)
        terminal.restore()
        terminal.draw(frame(terminal, "text"))
        #expect(terminal.read() == [])
        #expect(pty.drawn() == "")
    }

    @Test func afterAStopTheWholeScreenIsPainted() throws {
        let pty = try PseudoTerminal()
        let before = pty.modes
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(frame(terminal, "the list"))
        _ = pty.drawn()
        terminal.leave()
        #expect(pty.modes.c_lflag == before.c_lflag)
        let left = pty.drawn()
        #expect(left.contains("\u{1B}[?2004l") && left.contains("\u{1B}[?1049l") && left.contains("1006l"))
        terminal.resume()
        terminal.draw(frame(terminal, "the list"))
        let back = pty.drawn()
        #expect(back.contains("\u{1B}[?2004h") && back.contains("\u{1B}[?1049h") && back.contains("1006h"))
        #expect(back.contains("the list"))
        #expect(pty.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
    }

    @Test func signalsOfTheEventLoopStayItsOwn() throws {
        func handlers() -> [UInt] {
            [SIGINT, SIGTERM, SIGTSTP, SIGHUP, SIGCONT, SIGWINCH].map { signal in
                var action = sigaction()
                sigaction(signal, nil, &action)
                return unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self)
            }
        }
        let before = handlers()
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        terminal.draw(frame(terminal))
        #expect(handlers() == before)
        terminal.restore()
        #expect(handlers() == before)
    }

    @Test func aCrashGivesTheTerminalBackAndThenTakesItsCourse() async {
        await #expect(processExitsWith: .exitCode(77)) {
            let pty = try PseudoTerminal()
            Witness.pty = pty
            Witness.modes = pty.modes
            for trap in [SIGILL, SIGTRAP] { signal(trap, Witness.look) }
            let terminal = try Terminal(
                theme: Theme.shipped("dark"), depth: .palette256, mouse: true, input: pty.slave, output: pty.slave,
                environment: ["TERM": "xterm-256color", "LASTCALL_LINKS": "1"])
            _ = pty.drawn()
            withExtendedLifetime(terminal) { print([1, 2][Int(terminal.size.width)]) }
        }
    }

    static let refusals: [(environment: [String: String], error: TerminalError)] = [
        ([:], .unnamed), (["TERM": ""], .unnamed), (["TERM": "dumb"], .cannotMove("dumb")),
        (["TERM": "no-such-terminal"], .unknown("no-such-terminal")),
    ]

    @Test("A terminal that cannot be drawn on is refused in one sentence", arguments: refusals)
    func refuse(_ environment: [String: String], _ error: TerminalError) throws {
        let pty = try PseudoTerminal()
        #expect(throws: error) { try open(pty, environment: environment) }
        #expect(error.description.contains("TERM"))
        #expect(pty.drawn() == "")
    }

    @Test func aFileIsNoTerminal() throws {
        let file = Glibc.open("/dev/null", O_RDWR)
        defer { close(file) }
        #expect(throws: TerminalError.notATerminal) {
            try Terminal(
                theme: Theme.shipped("dark"), depth: nil, mouse: false, input: file, output: file,
                environment: ["TERM": "xterm"])
        }
    }
}

/// What the action that was there before the terminal came finds after a crash.
private enum Witness {
    nonisolated(unsafe) static var pty: PseudoTerminal?
    nonisolated(unsafe) static var modes = termios()

    static let look: @convention(c) (Int32) -> Void = { _ in
        guard let pty else { _exit(1) }
        let written = pty.drawn()
        let isReset = ["]8;;\u{1B}\\", "[?2004l", "[?1000l", "[?1006l", "[?1049l", "[?25h"].allSatisfy(written.contains)
        _exit(isReset && pty.modes.c_lflag == modes.c_lflag ? 77 : 2)
    }
}
