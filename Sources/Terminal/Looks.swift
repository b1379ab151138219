import Canvas

/// How the roles look on a terminal, found out when a role is first drawn.
struct Looks {
    private let entry: Entry
    private let theme: Theme
    private var made: [Look?]
    private static let roles = Role.allCases.count

    init(theme: Theme, entry: Entry) {
        self.theme = theme
        self.entry = entry
        made = Array(repeating: nil, count: Looks.roles * (Looks.roles + 1))
    }

    /// The look of `role` on `ground`. O(1) after the first time.
    mutating func look(of role: Role, on ground: Role?) -> Look {
        let place = role.rawValue * (Looks.roles + 1) + (ground.map { $0.rawValue + 1 } ?? 0)
        if let look = made[place] { return look }
        let look = Look(theme.style(for: role, on: ground, depth: entry.depth), entry)
        made[place] = look
        return look
    }
}

/// A style as the sequences that bring it about on a terminal that writes plainly.
final class Look {
    /// What a blank shows of it; empty when that is nothing.
    let ofBlanks: [UInt8]
    private let marks, foreground, background: [UInt8]

    init(_ style: Style, _ entry: Entry) {
        let front = style.foreground.map { Look.sequence($0, entry, isGround: false) } ?? []
        let back = style.background.map { Look.sequence($0, entry, isGround: true) } ?? []
        let isBright = Look.isBrightByBold(style.foreground, entry)
        let isColoured = !front.isEmpty || !back.isEmpty
        // By the bits of terminfo's ncv.
        func mark(_ isOn: Bool, _ sequence: [UInt8], _ bit: Int) -> [UInt8] {
            isOn && !entry.plain.isEmpty && !(isColoured && entry.uncoloured >> bit & 1 == 1) ? sequence : []
        }
        let underline = mark(style.underline, entry.underline, 1)
        let reverse = mark(style.reverse, entry.reverse, 2)
        marks =
            mark(style.bold || isBright, entry.bold, 5) + mark(style.dim, entry.dim, 4)
            + mark(style.italic, entry.italic, 15) + underline + reverse
        ofBlanks = underline + reverse + back + (underline.isEmpty && reverse.isEmpty ? [] : marks + front)
        (foreground, background) = (front, back)
    }

    /// What turns the look `old` into this one.
    func put(after old: Look, plain: [UInt8], into bytes: inout [UInt8]) {
        if self === old { return }
        if marks != old.marks || foreground.isEmpty && !old.foreground.isEmpty
            || background.isEmpty && !old.background.isEmpty
        {
            if !(old.marks.isEmpty && old.foreground.isEmpty && old.background.isEmpty) { bytes += plain }
            bytes += marks
            bytes += foreground
            bytes += background
        } else {
            if foreground != old.foreground { bytes += foreground }
            if background != old.background { bytes += background }
        }
    }

    /// The sequence for a colour: what the entry says of a colour of its palette, or what all terminals of so many
    /// colours read (ISO 8613-6, with the separators of xterm).
    private static func sequence(_ colour: Colour, _ entry: Entry, isGround: Bool) -> [UInt8] {
        let prefix = "\u{1B}[\(isGround ? 48 : 38)"
        switch colour {
        case .rgb(let red, let green, let blue): return Array("\(prefix);2;\(red);\(green);\(blue)m".utf8)
        // An entry of more colours has numbers that mean others; one of fewer has no word for it.
        case .indexed(let index) where entry.colours > 256 || index >= 16 && entry.colours < 256:
            return Array("\(prefix);5;\(index)m".utf8)
        case .indexed(let index):
            let number = Int(index) - (isBrightByBold(colour, entry) ? 8 : 0)
            return Entry.expand(isGround ? entry.background : entry.foreground, number)
        }
    }

    /// Whether a terminal of eight colours has to show a bright one by bold.
    private static func isBrightByBold(_ colour: Colour?, _ entry: Entry) -> Bool {
        guard case .indexed(8..<16)? = colour else { return false }
        return entry.colours < 16
    }
}
