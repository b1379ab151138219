extension Frame: Equatable {
    /// Whether both frames show the same cells, links and cursor. O(cells).
    public static func == (a: Frame, b: Frame) -> Bool {
        a.size == b.size && a.cursor == b.cursor && a.links == b.links
            && (0..<a.size.height).allSatisfy { a.columns(ofRow: $0, differingFrom: b).isEmpty }
    }

    /// The columns of row `y` from the first to the last that differ from another frame of the same size, of whole
    /// characters of both; none when the row shows the same. O(width).
    public func columns(ofRow y: Int, differingFrom other: Frame) -> Range<Int> {
        guard size == other.size, y >= 0, y < size.height else { return 0..<0 }
        let row = y * size.width
        var columns = 0..<size.width
        func shrink(_ differs: (Int) -> Bool) {
            var (start, end) = (0, size.width)
            while start < end, !differs(row + start) { start += 1 }
            while start < end, !differs(row + end - 1) { end -= 1 }
            columns = start..<end
        }
        if clusters.isEmpty, other.clusters.isEmpty {
            cells.withUnsafeBytes { a in
                other.cells.withUnsafeBytes { b in
                    let (a, b) = (a.bindMemory(to: UInt64.self), b.bindMemory(to: UInt64.self))
                    shrink { a[$0] != b[$0] }
                }
            }
        } else {
            shrink { place in
                let (a, b) = (cells[place], other.cells[place])
                return a.role != b.role || a.ground != b.ground || cluster(a) != other.cluster(b)
            }
        }
        // A second half never differs alone, but two wide characters have the same one.
        let end = columns.upperBound
        guard !columns.isEmpty, end < size.width, cells[row + end].width == 0 else { return columns }
        return columns.lowerBound..<end + 1
    }

    /// Hands the cells of row `y` to `body`, from left to right; none when there is no such row.
    public func withCells<Result>(row y: Int, _ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        cells.withUnsafeBufferPointer { all in
            guard y >= 0, y < size.height else { return body(UnsafeBufferPointer(rebasing: all[0..<0])) }
            return body(UnsafeBufferPointer(rebasing: all[(y * size.width)..<((y + 1) * size.width)]))
        }
    }

    /// The scalar that takes the room in `cell`, a cell of this frame; 0 in the second half of a wide one.
    public func base(of cell: Cell) -> UInt32 {
        cell.glyph & Cell.clusterFlag == 0 ? cell.glyph : cluster(cell).base
    }

    /// The scalars of width 0 on top of the base of `cell`, a cell of this frame; those not used are 0.
    public func marks(of cell: Cell) -> (UInt32, UInt32, UInt32, UInt32) {
        cluster(cell).marks
    }

    func cluster(_ cell: Cell) -> Cluster {
        if cell.glyph & Cell.clusterFlag != 0 { return clusters[Int(cell.glyph & ~Cell.clusterFlag)] }
        return Cluster(base: cell.glyph, width: Int(cell.width))
    }

    /// The text of the frame, a string for each row, without the blanks at its end. O(cells).
    public func lines() -> [String] {
        rows { cell in
            let cluster = cluster(cell)
            guard cluster.width > 0 else { return "" }
            let marks = [cluster.marks.0, cluster.marks.1, cluster.marks.2, cluster.marks.3].prefix(cluster.markCount)
            var shown = ""
            shown.unicodeScalars.append(contentsOf: ([cluster.base] + marks).compactMap(Unicode.Scalar.init))
            return shown
        }
    }

    /// The roles of the frame, a string for each row and a letter for each cell: the role's own in lower case, or on a
    /// ground that of the ground in upper case. Blanks of plain text are blanks; those at the end are left out.
    /// O(cells).
    public func roles() -> [String] {
        rows { cell in
            if let ground = cell.ground { return ground.letter.uppercased() }
            return cell.role == .text && cell.glyph == 0x20 ? " " : String(cell.role.letter)
        }
    }

    private func rows(_ shown: (Cell) -> String) -> [String] {
        (0..<size.height).map { y in
            var line = cells[(y * size.width)..<((y + 1) * size.width)].map(shown).joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
