import CNcurses
import Canvas

/// What the terminfo database says about the terminal.
struct Entry {
    /// The name of the entry.
    let name: String
    /// The colours that it names; below 1 none.
    let colours: Int
    /// The colours to draw with.
    let depth: ColourDepth
    /// Whether it knows the sequence for the clipboard.
    let takesClipboard: Bool
    /// Whether it moves the cursor as ECMA-48 says and nearly all do, which needs no working out.
    let movesAsOthers: Bool
    /// Whether what is written after a move of the cursor looks as what was written before it.
    let keepsLookOnMoves: Bool
    /// Whether a character in the last cell of the screen scrolls it.
    let scrollsAtTheEnd: Bool
    /// The bits of terminfo's `ncv`: which attributes do not go together with colours.
    let uncoloured: Int
    /// Its sequences, without padding; those that it lacks are empty.
    let clear, plain, bold, dim, italic, underline, reverse, hideCursor, showCursor: [UInt8]
    /// The extent of the screen, where the terminal itself does not say.
    let size: Size
    /// What takes the screen, what then makes it and the keys as we want them, and what gives both back when the cursor is
    /// in the last row.
    let takeScreen, begin, leave: [UInt8]
    /// What it sends for keys.
    let keys: [KeySequence]
    /// Its sequences that take parameters: a row and a column, the number of a colour, the rows that scroll.
    let move, foreground, background, scrollRows: [UInt8]

    /// Looks the terminal up.
    ///
    /// - Parameter wanted: the colours to use, if it names as many; nil for what `ColourDepth` makes of it and the
    ///   environment. The user's palette is never redefined.
    init(environment: [String: String], wanted: ColourDepth?, output: Int32) throws(TerminalError) {
        guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
        var status: Int32 = 0
        guard setupterm(name, output, &status) == 0, status == 1 else {
            // A hard-copy or generic entry is found, and then refused.
            throw status == 1 || ["dumb", "unknown"].contains(name) ? .cannotMove(name) : .unknown(name)
        }
        defer { lc_forget_entry() }
        guard let move = Entry.capability("cup") else { throw .cannotMove(name) }
        func sequence(_ name: String) -> [UInt8] { Entry.capability(name) ?? [] }
        self.name = name
        self.move = move
        movesAsOthers = Entry.expand(move, 22, 133) == Array("\u{1B}[23;134H".utf8)
        (foreground, background) = (sequence("setaf"), sequence("setab"))
        scrollRows = sequence("csr")
        plain = sequence("sgr0")
        // What cannot be ended or is not said how to begin is not there.
        colours = foreground.isEmpty || background.isEmpty || plain.isEmpty ? 0 : Int(tigetnum("colors"))
        let most: ColourDepth = colours >= 256 ? .trueColour : colours >= 8 ? .sixteen : .monochrome
        depth = wanted.map { min($0, most) } ?? ColourDepth(environment: environment, colours: colours)
        // The entry of screen is also what tmux went by for long, and does not name the sequence that both read.
        takesClipboard = !sequence("Ms").isEmpty || name.hasPrefix("screen")
        keepsLookOnMoves = tigetflag("msgr") == 1
        scrollsAtTheEnd = tigetflag("am") == 1 && tigetflag("xenl") != 1
        uncoloured = max(0, Int(tigetnum("ncv")))
        clear = sequence("clear")
        (bold, dim, italic) = (sequence("bold"), sequence("dim"), sequence("sitm"))
        (underline, reverse) = (sequence("smul"), sequence("rev"))
        (hideCursor, showCursor) = (sequence("civis"), sequence("cnorm"))
        takeScreen = sequence("smcup")
        // Whatever was done before, characters go where the cursor is and over what is there.
        begin = plain + sequence("rmir") + sequence("smam") + sequence("smkx")
        let rest = sequence("rmcup")
        leave = plain + showCursor + sequence("rmkx") + (rest.isEmpty ? Array("\r\n".utf8) : rest)
        size = Size(width: max(1, Int(tigetnum("cols"))), height: max(1, Int(tigetnum("lines"))))
        keys = KeySequence.all()
    }

    /// The bytes of the string capability `name` of the entry that is set up, without padding; nil when it has none.
    static func capability(_ name: String) -> [UInt8]? {
        // Absent is a null pointer; not a string is the pointer -1.
        guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
        // Padding stands as `$<5>`; a dollar alone is what rxvt sends for a shifted key.
        var rest = Entry.bytes(text)[...]
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[(end + 1)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// A sequence with its parameters in place, for the terminal that is set up.
    static func expand(_ format: [UInt8], _ first: Int, _ second: Int = 0) -> [UInt8] {
        let text = (format + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { lc_expand($0.baseAddress, Int32(first), Int32(second)) }
        }
        return text.map(bytes) ?? []
    }

    /// The bytes of a C string, in whatever encoding.
    private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var end = text
        while end.pointee != 0 {
            bytes.append(UInt8(bitPattern: end.pointee))
            end += 1
        }
        return bytes
    }
}
