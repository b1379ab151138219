import Glibc
import Testing

/// What the shipped binary does to a terminal, and how it gives it back.
@Suite(.serialized) struct GivingBackTests {
    /// A terminal with the screens open on one lead, and what `stty -a` said before.
    private func opened(_ desk: Desk) throws -> (tmux: Tmux, before: String) {
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142")
        let tmux = try Tmux(desk, width: 80, height: 24)
        tmux.enter("stty -a >before")
        try tmux.open(until: "Today ─ 1 to call")
        #expect(tmux.fact("alternate_on") == "1")
        #expect(tmux.fact("mouse_standard_flag") == "1")
        return (tmux, String(decoding: try read(desk.home + "/before"), as: UTF8.self))
    }

    /// Expects that the shell has the terminal back as it was, with what stood there before.
    ///
    /// - Parameter word: what the shell is to say, which does not stand there yet.
    private func expectGivenBack(_ tmux: Tmux, _ desk: Desk, before: String, word: String = "there") throws {
        tmux.enter("stty -a >after; echo status $? \(word)")
        try tmux.wait("the shell") { $0.contains("status 0 \(word)\n") }
        #expect(String(decoding: try read(desk.home + "/after"), as: UTF8.self) == before)
        #expect(tmux.fact("alternate_on") == "0")
        #expect(tmux.fact("mouse_any_flag") == "0")
        #expect(tmux.fact("cursor_flag") == "1")
        #expect(tmux.fact("keypad_cursor_flag") == "0")
        #expect(tmux.screen.contains("stty -a >before"))
        tmux.paste("pasted")
        try tmux.wait(for: "ready> pasted")
        tmux.press("C-u")
    }

    @Test(arguments: ["q", "C-c"]) func leavingGivesTheTerminalBack(key: String) throws {
        let desk = try Desk()
        let (tmux, before) = try opened(desk)
        tmux.press(key)
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
        try expectGivenBack(tmux, desk, before: before)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalGivesTheTerminalBack(signal: Int32) throws {
        let desk = try Desk()
        let (tmux, before) = try opened(desk)
        #expect(kill(try tmux.pid, signal) == 0)
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
        try expectGivenBack(tmux, desk, before: before)
    }

    @Test(arguments: [SIGSEGV, SIGTRAP, SIGABRT]) func aCrashGivesTheTerminalBackToo(signal: Int32) throws {
        let desk = try Desk()
        // Else Swift's own report of the crash fills the screen, and waits for a key.
        desk.environment["SWIFT_BACKTRACE"] = "enable=no"
        let (tmux, before) = try opened(desk)
        #expect(kill(try tmux.pid, signal) == 0)
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
        try expectGivenBack(tmux, desk, before: before)
    }

    @Test func aStoppedProgramLendsTheTerminalAndTakesItAgain() throws {
        let desk = try Desk()
        let (tmux, before) = try opened(desk)
        let shown = tmux.screen
        tmux.press("C-z")
        try tmux.wait(for: "Stopped")
        try expectGivenBack(tmux, desk, before: before)
        tmux.enter("fg")
        try tmux.wait("the screens again") { $0 == shown }
        tmux.press("n")
        try tmux.wait(for: "Saved: no answer")
        tmux.press("q")
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
        try expectGivenBack(tmux, desk, before: before, word: "again")
    }
}

/// Sizes and terminals of all kinds.
@Suite(.serialized) struct SizeTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("import", try desk.people(60))
        return desk
    }

    @Test func theFirstStartSaysHowToBegin() throws {
        let tmux = try Tmux(try Desk(), width: 80, height: 24)
        try tmux.open(until: "There is no lead here yet")
        for text in ["import a list", "add a lead", "demo", "quit"] { #expect(tmux.screen.contains(text)) }
    }

    @Test(arguments: [(59, 15), (59, 16), (60, 15), (30, 8)])
    func belowTheSmallestSizeItSaysWhatItNeeds(width: Int, height: Int) throws {
        let tmux = try Tmux(try desk(), width: width, height: height)
        try tmux.open(until: "lastcall needs 60×16")
        #expect(tmux.screen.contains("this is \(width)×\(height)"))
        tmux.press("n", "q")
        try tmux.wait("the end") { _ in tmux.fact("alternate_on") == "0" }
    }

    @Test func resizingThereAndBackEndsWithTheSameScreen() throws {
        let tmux = try Tmux(try desk(), width: 120, height: 40)
        try tmux.open(until: "Today ─ 60 to call")
        tmux.press("2", "j", "j", "j")
        try tmux.wait(for: "╭─ Person 0004 ─")
        let before = tmux.screen
        tmux.resize(200, 50)
        try tmux.wait("a wide screen") { $0.split(separator: "\n").dropFirst().first?.count == 200 }
        tmux.resize(60, 16)
        try tmux.wait("a narrow screen") { $0.contains("4 of 60") }
        tmux.resize(20, 5)
        try tmux.wait(for: "lastcall needs 60×")
        tmux.resize(120, 40)
        try tmux.wait("the first screen again") { $0 == before }
    }

    @Test func aTerminalWithColoursGetsThem() throws {
        let tmux = try Tmux(try desk())
        try tmux.open(until: "Today ─ 60 to call")
        #expect(!tmux.colours.isEmpty)
    }

    @Test(arguments: [
        "NO_COLOR=1", "TERM=vt100", "TERM=xterm-256color", "TERM=tmux-256color", "TERM=xterm", "TERM=screen",
        "LANG=C LC_ALL=C", "LANG=C LC_ALL=C TERM=vt100 NO_COLOR=1",
    ])
    func itCanBeWorkedInWhatever(_ setting: String) throws {
        let desk = try desk()
        let tmux = try Tmux(desk, width: 80, height: 24)
        tmux.enter("export \(setting)")
        try tmux.open(until: "60 to call")
        tmux.press("2", "Down", "n")
        try tmux.wait(for: "Saved: no answer · Person 0002")
        #expect(tmux.screen.contains("1 Today 59") && tmux.screen.contains("╭"))
        let isColoured = !setting.contains("NO_COLOR") && !setting.contains("vt100")
        #expect(tmux.colours.isEmpty == !isColoured)
        // What is selected is seen with and without colours.
        #expect(tmux.coloured.contains("▌"))
        tmux.press("q")
        try tmux.wait(for: "ready>")
        #expect(try desk.journal().last?.contains("no answer") == true)
    }

    @Test func resizingThroughManySizesAndBackEndsWithTheSameScreen() throws {
        let desk = try desk()
        let tmux = try Tmux(desk, width: 200, height: 50)
        try tmux.open(until: "Today ─ 60 to call")
        tmux.press("2", "j", "j", "b")
        try tmux.wait(for: "Breaking up with Person 0003")
        let before = tmux.screen
        for step in (1...40) { tmux.resize(max(1, 200 - step * 5), max(1, 50 - step * 5 / 4)) }
        for step in (1...39).reversed() { tmux.resize(max(1, 200 - step * 5), max(1, 50 - step * 5 / 4)) }
        tmux.resize(200, 50)
        try tmux.wait("the first screen again") { $0 == before }
        tmux.press("Escape", "n")
        try tmux.wait(for: "Saved: no answer · Person 0003")
    }

    @Test func aTerminalThatIsNotKnownIsNamed() throws {
        let tmux = try Tmux(try desk())
        tmux.enter("TERM=nonesuch lastcall")
        try tmux.wait(for: "lastcall: ")
        #expect(tmux.screen.contains("nonesuch"))
    }
}
