import CNcurses
import Canvas

/// What the terminfo database says about the terminal, as far as it decides how ncurses is started.
struct Entry {
    /// The name of the entry to use.
    let name: String
    /// The colours that it can show; below 1 none.
    let colours: Int
    let depth: ColourDepth
    /// Whether it knows the sequence for the clipboard.
    let takesClipboard: Bool

    /// Whether colours are red, green and blue to ncurses and not places in a palette.
    var isDirect: Bool { colours >= 1 << 24 }

    /// Looks the terminal up.
    ///
    /// ncurses sends 24-bit colours only with an entry made for it, so where those are wanted the `-direct` sister of
    /// the entry is taken. Where the system lacks that (on Debian it comes with ncurses-term) colours are of the
    /// palette of 256, or whatever the entry has. The user's palette is never redefined.
    init(environment: [String: String], wanted: ColourDepth?, output: Int32) throws(TerminalError) {
        guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
        guard let own = Entry.ask(name, output) else { throw .unknown(name) }
        guard own.moves else { throw .cannotMove(name) }
        let depth = wanted ?? ColourDepth(environment: environment, colours: own.colours)
        if depth == .trueColour {
            let family = name.hasSuffix("-256color") ? String(name.dropLast(9)) : name
            for candidate in [name, family + "-direct"] {
                if let entry = Entry.ask(candidate, output), entry.moves, entry.colours >= 1 << 24 {
                    self.init(
                        name: candidate, colours: entry.colours, depth: depth, takesClipboard: own.takesClipboard)
                    return
                }
            }
        }
        let most: ColourDepth = own.colours >= 256 ? .palette256 : own.colours >= 8 ? .sixteen : .monochrome
        self.init(
            name: name, colours: own.colours, depth: min(depth, most), takesClipboard: own.takesClipboard)
    }

    private init(name: String, colours: Int, depth: ColourDepth, takesClipboard: Bool) {
        self.name = name
        self.colours = colours
        self.depth = depth
        self.takesClipboard = takesClipboard
    }

    private static func ask(_ name: String, _ output: Int32) -> (colours: Int, moves: Bool, takesClipboard: Bool)? {
        var status: Int32 = 0
        guard setupterm(name, output, &status) == OK, status == 1 else {
            // A hard-copy or generic entry is found, and then refused.
            return status == 1 || ["dumb", "unknown"].contains(name) ? (0, false, false) : nil
        }
        defer { lc_forget_entry() }
        // The entry of screen is also what tmux went by for long, and does not name the sequence that both read.
        let takesClipboard = capability("Ms") != nil || name.hasPrefix("screen")
        return (Int(tigetnum("colors")), capability("cup") != nil, takesClipboard)
    }

    /// The bytes of the string capability `name` of the entry that is set up, without padding; nil when it has none.
    static func capability(_ name: String) -> [UInt8]? {
        // Absent is a null pointer; not a string is the pointer -1.
        guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
        var bytes: [UInt8] = []
        var padding = false
        for byte in String(cString: text).utf8 {
            if byte == UInt8(ascii: "$") { padding = true }
            if !padding { bytes.append(byte) }
            if byte == UInt8(ascii: ">") { padding = false }
        }
        return bytes
    }
}
