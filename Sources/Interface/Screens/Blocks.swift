import Canvas
public import Pipeline

/// Figures drawn with block and braille characters.
enum Blocks {
    /// A bar from the left, to an eighth of a cell.
    ///
    /// - Parameters:
    ///   - share: 0 to 1 of the width.
    ///   - width: cells.
    static func bar(_ share: Double, width: Int) -> String {
        let eighths = Int((min(1, max(0, share)) * Double(width) * 8).rounded())
        let rest = eighths % 8 == 0 ? "" : String("▏▎▍▌▋▊▉".dropFirst(eighths % 8 - 1).prefix(1))
        return String(repeating: "█", count: eighths / 8) + rest
    }

    /// A row of cells of which as much is filled as `part` is of `whole`, rounded down.
    ///
    /// - Parameters:
    ///   - width: cells, 1 or more.
    ///   - least: how many are filled as soon as there is anything.
    static func gauge(_ part: Int, of whole: Int, width: Int, least: Int = 0) -> [Line.Span] {
        let share = whole > 0 ? min(part, whole) * width / whole : part > 0 ? width : 0
        let filled = part > 0 ? max(least, share) : 0
        return [
            Line.Span(String(repeating: "▰", count: filled), .bar),
            Line.Span(String(repeating: "▱", count: width - filled), .track),
        ]
    }

    /// A cell filled from below by so many eighths; nil for none.
    static func column(_ eighths: Int) -> Character? {
        eighths > 0 ? "▁▂▃▄▅▆▇█".dropFirst(min(8, eighths) - 1).first : nil
    }

    /// A shade for a share of the best: a dot for nothing, then four that differ without colour.
    static func shade(_ share: Double) -> String {
        switch share {
        case ...0: "·"
        case ...0.25: "░"
        case ...0.5: "▒"
        case ...0.75: "▓"
        default: "█"
        }
    }

    /// An area of braille dots: rows from the top, for the heights of columns of dots, two to a cell.
    ///
    /// - Parameters:
    ///   - heights: 0 to 1 each.
    ///   - height: rows, of four dots each.
    static func area(_ heights: [Double], height: Int) -> [String] {
        // The dots of a column of a cell, from the bottom.
        let left: [UInt32] = [0x40, 0x04, 0x02, 0x01]
        let right: [UInt32] = [0x80, 0x20, 0x10, 0x08]
        let levels = heights.map { Int((min(1, max(0, $0)) * Double(height * 4)).rounded()) }
        return (0..<height).reversed().map { row in
            stride(from: 0, to: levels.count, by: 2).map { column in
                var dots: UInt32 = 0
                for dot in 0..<4 {
                    if levels[column] > row * 4 + dot { dots |= left[dot] }
                    if column + 1 < levels.count, levels[column + 1] > row * 4 + dot { dots |= right[dot] }
                }
                return Unicode.Scalar(0x2800 + dots).map(String.init) ?? " "
            }.joined()
        }
    }
}

extension Chart.Bar {
    /// Solid to an eighth of a cell and shaded for the rest, in `width` cells.
    public func drawn(width: Int) -> String {
        let solid = Blocks.bar(self.solid, width: width)
        let end = max(solid.count, min(width, Int((length * Double(width)).rounded(.up))))
        return solid + String(repeating: "░", count: end - solid.count) + String(repeating: " ", count: width - end)
    }
}
