/// A place on the screen, in cells from the top left corner, which is (0, 0).
public struct Point: Hashable, Sendable {
    /// The column, from 0 at the left.
    public var x: Int
    /// The row, from 0 at the top.
    public var y: Int

    /// Makes a point; negative values are places outside the screen.
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// An extent in cells, never negative.
public struct Size: Hashable, Sendable {
    /// The number of columns, 0 or more.
    public let width: Int
    /// The number of rows, 0 or more.
    public let height: Int

    /// Makes a size; negative values become 0.
    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }
}

/// A box of cells. Its size is never negative; its place may be.
public struct Rect: Hashable, Sendable {
    /// The leftmost column.
    public let x: Int
    /// The topmost row.
    public let y: Int
    /// The number of columns, 0 or more.
    public let width: Int
    /// The number of rows, 0 or more.
    public let height: Int

    /// Makes a box; a negative width or height becomes 0.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The whole of a screen of `size`.
    public init(_ size: Size) {
        self.init(x: 0, y: 0, width: size.width, height: size.height)
    }

    /// The extent of the box.
    public var size: Size { Size(width: width, height: height) }

    /// The first column to the right of the box.
    public var maxX: Int { end(x, width) }

    /// The first row below the box.
    public var maxY: Int { end(y, height) }

    /// Whether the box holds no cell.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The box without `cells` cells at each of its four sides; empty when nothing is left.
    public func inset(by cells: Int) -> Rect {
        inset(horizontally: cells, vertically: cells)
    }

    /// The box without `horizontally` columns at the left and at the right and `vertically` rows at the top and at
    /// the bottom; empty when nothing is left.
    public func inset(horizontally: Int, vertically: Int) -> Rect {
        Rect(
            x: x + min(horizontally, width), y: y + min(vertically, height),
            width: width - 2 * horizontally, height: height - 2 * vertically)
    }

    /// Two boxes side by side: the first has `left` columns (at most all of them), the second has the rest.
    public func columns(left: Int) -> (Rect, Rect) {
        let part = min(max(0, left), width)
        return (
            Rect(x: x, y: y, width: part, height: height),
            Rect(x: x + part, y: y, width: width - part, height: height)
        )
    }

    /// Two boxes side by side: the second has `right` columns (at most all of them), the first has the rest.
    public func columns(right: Int) -> (Rect, Rect) {
        columns(left: width - min(max(0, right), width))
    }

    /// Two boxes one above the other: the first has `top` rows (at most all of them), the second has the rest.
    public func rows(top: Int) -> (Rect, Rect) {
        let part = min(max(0, top), height)
        return (
            Rect(x: x, y: y, width: width, height: part),
            Rect(x: x, y: y + part, width: width, height: height - part)
        )
    }

    /// Two boxes one above the other: the second has `bottom` rows (at most all of them), the first has the rest.
    public func rows(bottom: Int) -> (Rect, Rect) {
        rows(top: height - min(max(0, bottom), height))
    }

    /// A box of `size` in the middle of this one, made smaller where it would not fit.
    public func centred(_ size: Size) -> Rect {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rect(
            x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }

    /// Whether the cell at `point` lies in the box.
    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
    }

    /// The cells that both boxes hold.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }

    private func end(_ start: Int, _ length: Int) -> Int {
        let (sum, isTooLarge) = start.addingReportingOverflow(length)
        return isTooLarge ? .max : sum
    }
}
