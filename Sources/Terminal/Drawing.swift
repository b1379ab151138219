import CNcurses
public import Canvas

extension Terminal {
    /// Shows `frame`. What lies outside the screen is left out; what the frame does not reach is blank. Cells that are
    /// as they were in the last frame cost a comparison, and only the difference is sent. ncurses sends it in pieces;
    /// terminals that know how show them at once (mode 2026), the others pass over the asking.
    public func draw(_ frame: Frame) {
        guard isOpen, let screen = lc_screen() else { return }
        if drawn?.size != frame.size {
            werase(screen)
            drawn = nil
        }
        let limit = min(size.width, frame.size.width)
        let isRelinked = readsLinks && areLinksOther(in: frame)
        let rows = isRelinked ? relink(frame, on: screen) : []
        // No property meanwhile: those of a class are guarded at each access.
        var styles = styles
        var hasChanges = drawn?.cursor != frame.cursor || isRelinked
        for y in 0..<min(size.height, frame.size.height) {
            let columns =
                rows.contains(y)
                ? 0..<frame.size.width
                : drawn.map { frame.columns(ofRow: y, differingFrom: $0) } ?? 0..<frame.size.width
            guard columns.lowerBound < min(columns.upperBound, limit) else { continue }
            hasChanges = true
            let row = frame.cells(
                row: y, columns: columns.lowerBound..<min(columns.upperBound, limit), limit, &styles)
            wmove(screen, Int32(y), Int32(columns.lowerBound))
            wadd_wchnstr(screen, row, Int32(row.count))
        }
        self.styles = styles
        let isFirst = drawn == nil
        drawn = frame
        guard hasChanges || isFirst else { return }
        let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        curs_set(cursor == nil ? 0 : 1)
        if let cursor { wmove(screen, Int32(cursor.y), Int32(cursor.x)) }
        wnoutrefresh(screen)
        send(Terminal.updateBegins)
        doupdate()
        send(Terminal.updateEnds)
    }
}

extension Terminal {
    /// True when the links of a frame, or what is to be seen of them, are not those of the last frame: what is sent
    /// again without its address is no link any more.
    private func areLinksOther(in frame: Frame) -> Bool {
        guard let drawn, linked == frame.links else { return true }
        return frame.links.contains {
            frame.columns(ofRow: $0.cells.y, differingFrom: drawn).overlaps($0.cells.x..<$0.cells.maxX)
        }
    }
}

extension Frame {
    /// Cells of a row as ncurses takes them.
    ///
    /// - Parameter limit: the columns of the screen.
    func cells(row y: Int, columns: Range<Int>, _ limit: Int, _ styles: inout Styles) -> [cchar_t] {
        withCells(row: y) { cells in
            [cchar_t](unsafeUninitializedCapacity: columns.count) { made, count in
                var (x, end) = (columns.lowerBound, 0)
                while x < columns.upperBound {
                    // Most cells look as the one before them.
                    let (role, ground) = (cells[x].role, cells[x].ground)
                    let style = styles.cell(for: role, on: ground)
                    while x < columns.upperBound, cells[x].role == role, cells[x].ground == ground {
                        let cell = cells[x]
                        x += 1
                        if cell.width == 0 { continue }
                        made.initializeElement(at: end, to: style)
                        // A wide character that the screen has room for half of would wrap.
                        if x + Int(cell.width) - 1 <= limit { put(cell, into: &made[end]) }
                        end += 1
                    }
                }
                count = end
            }
        }
    }

    private func put(_ cell: Cell, into made: inout cchar_t) {
        if let scalar = cell.scalar {
            made.chars.0 = wchar_t(bitPattern: scalar)
        } else {
            let marks = marks(of: cell)
            lc_put(&made, base(of: cell), marks.0, marks.1, marks.2, marks.3)
        }
    }
}
