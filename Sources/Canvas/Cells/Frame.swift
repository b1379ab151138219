/// A picture of the whole screen: cells that name what they mean, not how they look.
///
/// Everything that draws clips: no place, size or text is an error, and no wide character is ever cut in half.
public struct Frame: Sendable {
    /// The extent of the screen.
    public let size: Size
    /// How text is measured on it.
    public let text: TextMetrics
    /// Where the cursor is shown, or nil when it is hidden.
    public var cursor: Point?
    /// The cells that stand for an address.
    public internal(set) var links: [LinkedCells] = []

    var cells: [Cell]
    var clusters: [Cluster] = []

    /// A frame of blanks.
    public init(size: Size, text: TextMetrics) {
        self.size = size
        self.text = text
        cells = Array(repeating: .blank(.text, on: nil), count: size.width * size.height)
    }

    /// Writes `string` in row `y` from column `x` on, and gives back the column after its last cell.
    ///
    /// It is clipped to the frame and to `width` cells, with a "…" where it had to be cut. Characters that a terminal
    /// cannot show are replaced as `TextMetrics` says.
    ///
    /// - Parameters:
    ///   - role: What the text means.
    ///   - on: What lies under it; nil keeps the ground that is there.
    /// - Complexity: O(length of what fits).
    @discardableResult
    public mutating func write(
        _ string: String, x: Int, y: Int, width: Int = .max, role: Role = .text, on ground: Role? = nil
    ) -> Int {
        guard y >= 0, y < size.height, x < size.width, x > -farAway, width > 0 else { return x }
        let limit = x + min(width, size.width - x)
        let row = y * size.width
        var end = x
        var drawn = x
        text.withClusters(of: string) { reader in
            cells.withUnsafeMutableBufferPointer { cells in
                var last = x
                while true {
                    for byte in reader.nextPlain(atMost: limit - end) {
                        if end >= 0 { cells[row + end].show(UInt32(byte), role, on: ground) }
                        last = end
                        end += 1
                    }
                    drawn = end
                    guard let cluster = reader.next() else { return }
                    if end + cluster.width > limit {
                        let place = end < limit ? end : last
                        for column in max(0, place)..<max(0, place, drawn) {
                            cells[row + column].show(0x20, role, on: ground)
                        }
                        if place >= 0 { cells[row + place].show(0x2026, role, on: ground) }
                        end = place + 1
                        drawn = max(drawn, end)
                        return
                    }
                    var glyph = cluster.base
                    if cluster.markCount > 0 {
                        glyph = Cell.clusterFlag | UInt32(clusters.count)
                        clusters.append(cluster)
                    }
                    last = end
                    end += cluster.width
                    drawn = end
                    if last >= 0 {
                        cells[row + last].show(glyph, width: cluster.width, role, on: ground)
                        if cluster.width == 2 { cells[row + last + 1].show(0, width: 0, role, on: ground) }
                    } else if end > 0 {
                        cells[row].show(0x20, role, on: ground)
                    }
                }
            }
        }
        if drawn > x {
            mend(x, in: row)
            mend(drawn, in: row)
        }
        return end
    }

    /// Makes every cell of `rect` a blank. O(cells).
    public mutating func fill(_ rect: Rect, role: Role = .text, on ground: Role? = nil) {
        let rect = rect.intersection(Rect(size))
        guard !rect.isEmpty else { return }
        links.removeAll { !$0.cells.intersection(rect).isEmpty }
        for y in rect.y..<rect.maxY {
            let row = y * size.width
            for x in rect.x..<rect.maxX { cells[row + x] = .blank(role, on: ground) }
            mend(rect.x, in: row)
            mend(rect.maxX, in: row)
        }
    }

    /// Changes what lies under the cells of `rect` and leaves what is written there: a selection bar. O(cells).
    public mutating func paint(_ rect: Rect, on ground: Role?) {
        let rect = rect.intersection(Rect(size))
        guard !rect.isEmpty else { return }
        for y in rect.y..<rect.maxY {
            for x in rect.x..<rect.maxX { cells[y * size.width + x].ground = ground }
        }
    }

    /// Makes everything plain and faint, for what is drawn over it to stand out; borders stay as they are, and
    /// links end. O(cells).
    public mutating func fade() {
        links = []
        cells.withUnsafeMutableBufferPointer { cells in
            var isGap = true
            for index in cells.indices {
                cells[index].ground = nil
                // A blank between two words goes with them, so that the look need not change for it.
                if cells[index].glyph == 0x20, isGap {
                    cells[index].role = .text
                } else if cells[index].role != .border {
                    cells[index].role = .dim
                }
                isGap = cells[index].glyph == 0x20
            }
        }
    }

    /// Draws the border of `rect` with a title at the left of its top edge and a trailing note at the right:
    /// `╭─ title ─── trailing ╮`. The title is cut to fit; a note that does not fit beside it is left out. A box of
    /// fewer than 2 by 2 cells is not drawn. O(border).
    public mutating func box(
        _ rect: Rect, title: String = "", trailing: String = "", role: Role = .border, titleRole: Role = .title
    ) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let right = rect.maxX - 1
        let bottom = rect.maxY - 1
        rule(x: rect.x + 1, y: rect.y, width: rect.width - 2, role: role)
        rule(x: rect.x + 1, y: bottom, width: rect.width - 2, role: role)
        for y in (rect.y + 1)..<max(bottom, rect.y + 1) {
            put(0x2502, rect.x, y, role)
            put(0x2502, right, y, role)
        }
        put(0x256D, rect.x, rect.y, role)
        put(0x256E, right, rect.y, role)
        put(0x2570, rect.x, bottom, role)
        put(0x256F, right, bottom, role)
        let used = label(title, x: rect.x + 2, y: rect.y, width: rect.width - 4, role: titleRole)
        let note = text.width(trailing) + 2
        if !trailing.isEmpty, right - note > used {
            // A border may be too faint to be read as text.
            label(trailing, x: right - note, y: rect.y, width: note, role: role == .border ? .dim : role)
        }
    }

    /// Draws a line of `width` cells in row `y` from column `x` on. O(width).
    public mutating func rule(x: Int, y: Int, width: Int, role: Role = .border) {
        let rect = Rect(x: x, y: y, width: width, height: 1).intersection(Rect(size))
        guard !rect.isEmpty else { return }
        let row = y * size.width
        for x in rect.x..<rect.maxX { cells[row + x].show(0x2500, role, on: nil) }
        mend(rect.x, in: row)
        mend(rect.maxX, in: row)
    }

    /// Draws a line across the box of `rect` in row `y`, from border to border. O(width).
    public mutating func divide(_ rect: Rect, y: Int, role: Role = .border) {
        guard rect.width >= 2 else { return }
        put(0x251C, rect.x, y, role)
        rule(x: rect.x + 1, y: y, width: rect.width - 2, role: role)
        put(0x2524, rect.maxX - 1, y, role)
    }

    @discardableResult
    private mutating func label(_ label: String, x: Int, y: Int, width: Int, role: Role) -> Int {
        guard !label.isEmpty, width > 2 else { return x }
        return write(" \(text.cut(label, to: width - 2)) ", x: x, y: y, width: width, role: role)
    }

    private mutating func put(_ glyph: UInt32, _ x: Int, _ y: Int, _ role: Role) {
        guard x >= 0, x < size.width, y >= 0, y < size.height else { return }
        let row = y * size.width
        cells[row + x].show(glyph, role, on: nil)
        mend(x, in: row)
        mend(x + 1, in: row)
    }

    /// Makes a blank of half a wide character that was left alone at either side of column `x`.
    private mutating func mend(_ x: Int, in row: Int) {
        guard x > 0, x < size.width else { return }
        let left = cells[row + x - 1]
        let right = cells[row + x]
        if left.width == 2, right.width != 0 {
            cells[row + x - 1] = .blank(left.role, on: left.ground)
        } else if right.width == 0, left.width != 2 {
            cells[row + x] = .blank(right.role, on: right.ground)
        }
    }
}

/// Further left than any text is long; arithmetic on columns cannot overflow on this side of it.
private let farAway = 1 << 40
