import CNcurses
import Canvas

/// Links that the terminal itself opens (OSC 8).
///
/// ncurses has no word for them, so they are shown by what it sends at a time: first the cells of all links, those of
/// the last frame and of the new one, become blanks, so that none keeps an address that is not its own; then the cells
/// of each link are sent alone, between its sequence and the end of it; what is left is drawn as ever. Only when the
/// links change are these few cells sent twice.
extension Terminal {
    /// Shows the links of `frame` in place of the last. Afterwards the rows of both are to be drawn whole.
    ///
    /// - Returns: the rows of both.
    func relink(_ frame: Frame, on screen: UnsafeMutablePointer<WINDOW>) -> Set<Int> {
        let extent = Rect(Size(width: min(size.width, frame.size.width), height: min(size.height, frame.size.height)))
        let (old, new) = (linked, frame.links.filter { $0.cells.intersection(extent) == $0.cells })
        linked = frame.links
        if old.isEmpty && new.isEmpty { return [] }
        // What ncurses moves to the side would take its address along.
        idcok(screen, false)
        send(Terminal.updateBegins)
        let blank = styles.cell(for: .text, on: nil)
        for place in (old + new).map({ $0.cells.intersection(extent) }) where !place.isEmpty {
            put(Array(repeating: blank, count: place.width), at: place, on: screen)
        }
        wnoutrefresh(screen)
        doupdate()
        for link in new {
            let row = frame.cells(
                row: link.cells.y, columns: link.cells.x..<link.cells.maxX, extent.width, &styles)
            put(row, at: link.cells, on: screen)
            wnoutrefresh(screen)
            send("\u{1B}]8;;\(link.address)\u{1B}\\")
            doupdate()
            send(Terminal.linkEnds)
        }
        return Set((old + new).map(\.cells.y))
    }

    private func put(_ cells: [cchar_t], at place: Rect, on screen: UnsafeMutablePointer<WINDOW>) {
        wmove(screen, Int32(place.y), Int32(place.x))
        wadd_wchnstr(screen, cells, Int32(cells.count))
    }

    /// Whether a terminal is known to read links: others might show what they are made of. `LASTCALL_LINKS`, 0 or 1,
    /// overrules it. Within tmux (from 3.4) and screen what lies around them does not matter.
    static func readsLinks(_ environment: [String: String]) -> Bool {
        if let wanted = environment["LASTCALL_LINKS"], !wanted.isEmpty { return wanted != "0" }
        let name = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"] ?? ""
        if name.hasPrefix("screen") || name.hasPrefix("tmux") {
            let version = (environment["TERM_PROGRAM_VERSION"] ?? "").split { !$0.isNumber }.prefix(2).compactMap {
                Int($0)
            }
            return program == "tmux" && !version.lexicographicallyPrecedes([3, 4])
        }
        return ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour"].contains {
            name.hasPrefix($0)
        }
            || ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(program)
            || Int(environment["VTE_VERSION"] ?? "").map { $0 >= 5000 } ?? false
            || Int(environment["KONSOLE_VERSION"] ?? "").map { $0 >= 201200 } ?? false
    }
}
