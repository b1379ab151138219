import Canvas
import Testing

@testable import Terminal

extension TerminalTests {
    /// A frame with words in its first row, from column 2 on, that stand for an address.
    private func linked(
        _ terminal: Terminal, _ words: String, to address: String?, role: Role = .accent
    ) -> Frame {
        var frame = Frame(size: terminal.size, text: Terminal.textMetrics())
        let end = frame.write(words, x: 2, y: 0, role: role)
        if let address { frame.link(Rect(x: 2, y: 0, width: end - 2, height: 1), to: address) }
        return frame
    }

    @Test func aLinkIsSentAroundItsOwnText() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, environment: ["TERM": "xterm-256color", "LASTCALL_LINKS": "1"])
        defer { terminal.restore() }
        let (begin, end) = ("\u{1B}]8;;tel:", "\u{1B}]8;;\u{1B}\\")
        terminal.draw(linked(terminal, "+1 312 555", to: "tel:+1312555"))
        var bytes = pty.drawn()
        #expect(bytes.contains(begin + "+1312555\u{1B}\\"))
        let inside = bytes.components(between: "+1312555\u{1B}\\", and: end)
        #expect(inside.contains("+1 312 555"))
        terminal.draw(linked(terminal, "+1 312 555", to: "tel:+1312555"))
        #expect(pty.drawn() == "")
        // Of the same digits in the same cells none keeps the address of another.
        terminal.draw(linked(terminal, "+1 312 777", to: "tel:+1312777"))
        bytes = pty.drawn()
        #expect(bytes.components(between: "+1312777\u{1B}\\", and: end).contains("+1 312 777"))
        terminal.draw(linked(terminal, "+1 312 777", to: nil))
        bytes = pty.drawn()
        #expect(bytes.contains("+1 312 777") && !bytes.contains(begin))
    }

    /// What lies under a pop-up turns faint, and bright again when it closes.
    @Test func aLinkOutlivesAChangeOfItsLook() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty, environment: ["TERM": "xterm-256color", "LASTCALL_LINKS": "1"])
        defer { terminal.restore() }
        terminal.draw(linked(terminal, "+1 312 555", to: "tel:+1312555"))
        _ = pty.drawn()
        for role in [Role.dim, .accent] {
            terminal.draw(linked(terminal, "+1 312 555", to: "tel:+1312555", role: role))
            let inside = pty.drawn().components(between: "]8;;tel:+1312555\u{1B}\\", and: "\u{1B}]8;;\u{1B}\\")
            #expect(inside.contains("+1 312 555"))
        }
    }

    @Test func whereLinksAreNotKnownNoneIsSent() throws {
        let pty = try PseudoTerminal()
        let terminal = try open(pty)
        defer { terminal.restore() }
        terminal.draw(linked(terminal, "+1 312 555", to: "tel:+1312555"))
        let bytes = pty.drawn()
        #expect(bytes.contains("+1 312 555") && !bytes.contains("]8;"))
    }

    static let readers: [(environment: [String: String], reads: Bool)] = [
        ([:], false), (["TERM": "xterm-256color"], false), (["TERM": "xterm-kitty"], true), (["TERM": "vt100"], false),
        (["TERM": "xterm-256color", "VTE_VERSION": "7200"], true),
        (["TERM": "xterm-256color", "VTE_VERSION": "4600"], false),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], true),
        (["TERM": "tmux-256color", "VTE_VERSION": "7200"], false),
        (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"], false),
        (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"], true),
        (["TERM": "screen-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"], true),
        (["TERM": "xterm-kitty", "LASTCALL_LINKS": "0"], false), (["TERM": "vt100", "LASTCALL_LINKS": "1"], true),
    ]

    @Test(arguments: readers) func whoReadsLinksIsKnown(_ environment: [String: String], _ reads: Bool) {
        #expect(Terminal.readsLinks(environment) == reads)
    }
}

extension String {
    /// What stands between two texts, the first of them.
    fileprivate func components(between start: String, and end: String) -> String {
        guard let after = range(start).map({ self[$0.upperBound...] }) else { return "" }
        return String(after.range(end).map { after[..<$0.lowerBound] } ?? after)
    }
}

extension StringProtocol {
    fileprivate func range(_ other: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(other) }.map { $0..<(index($0, offsetBy: other.count)) }
    }
}
