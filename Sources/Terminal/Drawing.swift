import CNcurses
public import Canvas

extension Terminal {
    /// Shows `frame`. What lies outside the screen is left out; what the frame does not reach is blank. Rows that are
    /// as they were in the last frame cost a comparison, and only the difference is sent. ncurses sends it in pieces;
    /// terminals that know how show them at once (mode 2026), the others pass over the asking.
    public func draw(_ frame: Frame) {
        guard isOpen, let screen = lc_screen() else { return }
        if let drawn, drawn == frame { return }
        if drawn?.size != frame.size {
            werase(screen)
            drawn = nil
        }
        let columns = min(size.width, frame.size.width)
        for y in 0..<min(size.height, frame.size.height) {
            if let drawn, frame.row(y, isLike: drawn) { continue }
            draw(row: y, of: frame, columns: columns, on: screen)
        }
        drawn = frame
        let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        curs_set(cursor == nil ? 0 : 1)
        if let cursor { wmove(screen, Int32(cursor.y), Int32(cursor.x)) }
        wnoutrefresh(screen)
        send(Terminal.updateBegins)
        doupdate()
        send(Terminal.updateEnds)
    }

    private func draw(row y: Int, of frame: Frame, columns: Int, on screen: UnsafeMutablePointer<WINDOW>) {
        row.removeAll(keepingCapacity: true)
        frame.withCells(row: y) { cells in
            for x in 0..<columns where cells[x].width > 0 {
                let cell = cells[x]
                var style = styles.cell(for: cell.role, on: cell.ground)
                // A wide character that the screen has room for half of would wrap.
                if x + Int(cell.width) <= columns {
                    let marks = frame.marks(of: cell)
                    lc_put(&style, frame.base(of: cell), marks.0, marks.1, marks.2, marks.3)
                }
                row.append(style)
            }
        }
        wmove(screen, Int32(y), 0)
        wadd_wchnstr(screen, row, Int32(row.count))
    }
}
