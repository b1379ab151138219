import Canvas

/// Says how a terminal's screen becomes the picture that a frame is, by what it shows already.
///
/// ncurses can do this too, but compares all once more, takes six times the instructions, knows no links and, without an
/// entry made for them, no 24-bit colours.
struct Painter {
    private let entry: Entry
    private let readsLinks: Bool
    private var looks: Looks
    private let plain: Look
    private var shown = Shown()
    /// What was worked out beforehand, each with what the screen shows after it.
    private var prepared: [(bytes: [UInt8], shown: Shown)] = []
    private var bytes: [UInt8] = []
    private var worn: Look
    private var address: String?

    /// What the screen shows; nil what is not known.
    private struct Shown {
        var frame: Frame?
        var hasCursor: Bool?
    }

    /// - Parameter readsLinks: whether the terminal reads links (OSC 8).
    init(entry: Entry, theme: Theme, readsLinks: Bool) {
        self.entry = entry
        self.readsLinks = readsLinks
        looks = Looks(theme: theme, entry: entry)
        plain = Look(Style(), entry)
        worn = plain
    }

    /// Takes `theme` from the next picture on.
    mutating func adopt(_ theme: Theme) {
        looks = Looks(theme: theme, entry: entry)
        forget()
    }

    /// Somebody else has written to the screen: the next picture is painted whole.
    mutating func forget() {
        shown = Shown()
        prepared = []
    }

    /// Works out beforehand what `paint` would give for `frame`, if that is what is painted next. Several may be.
    mutating func prepare(_ frame: Frame, on screen: Size) {
        let before = shown
        prepared.append((difference(to: frame, on: screen), shown))
        shown = before
    }

    /// The bytes that show `frame` on a screen of the extent `screen`; none when that shows it already. What lies outside
    /// is left out, what the frame does not reach is blank.
    ///
    /// Terminals that know how show all of it at once (mode 2026), the others pass over the asking. Afterwards the
    /// terminal writes plainly again. O(cells), of which those that are as they were cost a comparison.
    mutating func paint(_ frame: Frame, on screen: Size) -> [UInt8] {
        defer { prepared = [] }
        if let ready = prepared.first(where: { $0.shown.frame == frame }) {
            shown = ready.shown
            return ready.bytes
        }
        return difference(to: frame, on: screen)
    }

    private mutating func difference(to frame: Frame, on screen: Size) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        bytes += Painter.updateBegins
        let start = bytes.count
        if shown.frame?.size != frame.size { clear(for: frame) }
        for y in 0..<min(screen.height, frame.size.height) { paint(row: y, of: frame, on: screen) }
        open(nil)
        wear(plain)
        place(frame.cursor.flatMap { Rect(screen).contains($0) ? $0 : nil }, isMoved: bytes.count > start)
        shown.frame = frame
        guard bytes.count > start else { return [] }
        bytes += Painter.updateEnds
        return bytes
    }

    /// What ends all that half a picture can have begun but its look.
    var ends: [UInt8] { (readsLinks ? Painter.link(to: "") : []) + Painter.updateEnds }

    private mutating func clear(for frame: Frame) {
        bytes += entry.plain
        bytes += entry.clear
        let isBlank = !entry.clear.isEmpty && looks.look(of: .text, on: nil).ofBlanks.isEmpty
        shown.frame = isBlank ? Frame(size: frame.size, text: frame.text) : nil
    }

    private mutating func place(_ cursor: Point?, isMoved: Bool) {
        if shown.hasCursor != (cursor != nil) {
            bytes += cursor == nil ? entry.hideCursor : entry.showCursor
            shown.hasCursor = cursor != nil
        }
        if let cursor, isMoved || cursor != shown.frame?.cursor { move(to: cursor) }
    }

    private mutating func paint(row y: Int, of frame: Frame, on screen: Size) {
        let links = readsLinks ? frame.links.filter { $0.cells.y == y } : []
        let oldLinks = readsLinks ? shown.frame?.links.filter { $0.cells.y == y } ?? [] : []
        var columns = 0..<frame.size.width
        if let old = shown.frame, links == oldLinks { columns = frame.columns(ofRow: y, differingFrom: old) }
        // The last cell of all is better left blank than the screen scrolled.
        let isLast = y == screen.height - 1 && entry.scrollsAtTheEnd
        let limit = min(columns.upperBound, isLast ? screen.width - 1 : screen.width)
        guard columns.lowerBound < limit else { return }
        // Of an unknown screen no cell is as it should be.
        let old = shown.frame ?? Frame(size: Size(width: 0, height: 0), text: frame.text)
        frame.withCells(row: y) { cells in
            old.withCells(row: y) { before in
                func isShown(_ x: Int) -> Bool {
                    // The second half of a wide character comes with the first.
                    if cells[x].width == 0 { return true }
                    return x < before.count && cells[x] == before[x] && cells[x].scalar != nil
                        && links.address(at: x) == oldLinks.address(at: x)
                }
                // Where the cursor is, unless it may stand in this row or in the next.
                var cursor: Int?
                var (x, changed) = (columns.lowerBound, columns.lowerBound)
                while true {
                    while changed < limit, isShown(changed) { changed += 1 }
                    guard changed < limit else { return }
                    if let end = cursor, changed - end <= Painter.step {
                        // A few cells are sooner written again than jumped over.
                        x = end
                    } else {
                        x = changed
                        move(to: Point(x: x, y: y))
                    }
                    let first = cells[x]
                    let link = links.address(at: x)
                    let look = looks.look(of: first.role, on: first.ground)
                    // What is worn will do for blanks that show nothing else.
                    let isBlank = first.scalar == 0x20 && look.ofBlanks == worn.ofBlanks
                    if !isBlank { wear(look) }
                    open(link)
                    repeat {
                        let cell = cells[x]
                        // Half of a wide character would wrap.
                        if x + Int(cell.width) > limit { write(0x20) } else { write(cell, of: frame) }
                        x += max(1, Int(cell.width))
                    } while x < limit && cells[x].role == first.role && cells[x].ground == first.ground
                        && links.address(at: x) == link && (x < changed || !isShown(x))
                        && (!isBlank || cells[x].scalar == 0x20)
                    cursor = x < screen.width ? x : nil
                    changed = max(x, changed)
                }
            }
        }
    }

    private mutating func write(_ cell: Cell, of frame: Frame) {
        if let scalar = cell.scalar {
            write(scalar)
        } else {
            write(frame.base(of: cell))
            let marks = frame.marks(of: cell)
            for mark in [marks.0, marks.1, marks.2, marks.3] where mark != 0 { write(mark) }
        }
    }

    private mutating func write(_ scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            bytes += scalar.utf8
        }
    }

    private mutating func wear(_ look: Look) {
        look.put(after: worn, plain: entry.plain, into: &bytes)
        worn = look
    }

    private mutating func open(_ link: String?) {
        if link == address { return }
        bytes += Painter.link(to: link ?? "")
        address = link
    }

    private mutating func move(to place: Point) {
        if !entry.keepsLookOnMoves { wear(plain) }
        guard entry.movesAsOthers else {
            bytes += Entry.expand(entry.move, place.y, place.x)
            return
        }
        bytes += [0x1B, UInt8(ascii: "[")]
        write(number: place.y + 1)
        bytes.append(UInt8(ascii: ";"))
        write(number: place.x + 1)
        bytes.append(UInt8(ascii: "H"))
    }

    private mutating func write(number: Int) {
        if number >= 10 { write(number: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// As many cells that are as they were are sooner written again than jumped over.
    private static let step = 4

    static let updateBegins = Array("\u{1B}[?2026h".utf8)
    static let updateEnds = Array("\u{1B}[?2026l".utf8)

    /// The sequence after which all that is written leads to `address`; nowhere when that is empty.
    static func link(to address: String) -> [UInt8] { Array("\u{1B}]8;;\(address)\u{1B}\\".utf8) }
}

extension [LinkedCells] {
    /// Where the cell in column `x` leads, of links of one row.
    fileprivate func address(at x: Int) -> String? {
        isEmpty ? nil : first { ($0.cells.x..<$0.cells.maxX).contains(x) }?.address
    }
}
