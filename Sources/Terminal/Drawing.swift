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
        let isRelinked = readsLinks && (linked != frame.links || drawn == nil)
        let rows = isRelinked ? relink(frame, on: screen) : []
        // Not properties meanwhile: those of a class are guarded at each access.
        var (styles, row) = (self.styles, self.row)
        self.row = []
        var hasChanges = drawn?.cursor != frame.cursor || isRelinked
        for y in 0..<min(size.height, frame.size.height) {
            let columns =
                rows.contains(y)
                ? 0..<frame.size.width
                : drawn.map { frame.columns(ofRow: y, differingFrom: $0) } ?? 0..<frame.size.width
            guard columns.lowerBound < min(columns.upperBound, limit) else { continue }
            hasChanges = true
            row.removeAll(keepingCapacity: true)
            frame.append(to: &row, row: y, columns: columns.lowerBound..<min(columns.upperBound, limit), limit, &styles)
            wmove(screen, Int32(y), Int32(columns.lowerBound))
            wadd_wchnstr(screen, row, Int32(row.count))
        }
        (self.styles, self.row) = (styles, row)
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

extension Frame {
    /// Appends the cells of a row as ncurses takes them.
    ///
    /// - Parameter limit: the columns of the screen.
    func append(to row: inout [cchar_t], row y: Int, columns: Range<Int>, _ limit: Int, _ styles: inout Styles) {
        withCells(row: y) { cells in
            for x in columns where cells[x].width > 0 {
                var cell = styles.cell(for: cells[x].role, on: cells[x].ground)
                // A wide character that the screen has room for half of would wrap.
                if x + Int(cells[x].width) <= limit {
                    let marks = marks(of: cells[x])
                    lc_put(&cell, base(of: cells[x]), marks.0, marks.1, marks.2, marks.3)
                }
                row.append(cell)
            }
        }
    }
}
