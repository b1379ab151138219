import CNcurses
import Canvas

/// The attributes and colour pairs of the roles, made when a role is first drawn.
struct Styles {
    private let entry: Entry
    private let theme: Theme
    private var cells: [cchar_t?]
    private static let roles = Role.allCases.count

    init(theme: Theme, entry: Entry) {
        self.theme = theme
        self.entry = entry
        cells = Array(repeating: nil, count: Styles.roles * (Styles.roles + 1))
    }

    /// A blank in the style of `role` on `ground`. O(1) after the first time.
    mutating func cell(for role: Role, on ground: Role?) -> cchar_t {
        let place = role.rawValue * (Styles.roles + 1) + (ground.map { $0.rawValue + 1 } ?? 0)
        if let cell = cells[place] { return cell }
        let cell = make(theme.style(for: role, on: ground, depth: entry.depth))
        cells[place] = cell
        return cell
    }

    // Kept out of line: it is done once for each style, and a look at the made ones for each run of cells.
    @inline(never)
    private func make(_ style: Style) -> cchar_t {
        var attributes: attr_t = 0
        if style.bold { attributes |= LC_BOLD }
        if style.dim { attributes |= LC_DIM }
        if style.italic { attributes |= LC_ITALIC }
        if style.underline { attributes |= LC_UNDERLINE }
        if style.reverse { attributes |= LC_REVERSE }
        let foreground = number(style.foreground)
        let background = number(style.background)
        if foreground.isBright { attributes |= LC_BOLD }
        var pair: Int32 = 0
        if foreground.value >= 0 || background.value >= 0 {
            pair = max(0, alloc_pair(foreground.value, background.value))
        }
        var cell = cchar_t()
        _ = lc_style(&cell, attributes, pair)
        return cell
    }

    /// What ncurses calls `colour`, -1 for the terminal's own; bright when a terminal of eight colours has to show it
    /// by bold.
    private func number(_ colour: Colour?) -> (value: Int32, isBright: Bool) {
        guard let colour else { return (-1, false) }
        if entry.isDirect, let (red, green, blue) = colour.components {
            // The first eight numbers are still those of the user's palette: the darkest blues give way.
            return (max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue)), false)
        }
        guard case .indexed(let index) = colour else { return (-1, false) }
        if index >= 8, index < 16, entry.isDirect || entry.colours < 16 { return (Int32(index) - 8, true) }
        return (Int32(index), false)
    }
}
