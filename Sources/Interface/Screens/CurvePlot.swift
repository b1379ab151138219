import Canvas
import Pipeline

extension Experience {
    /// How many dials it takes: the share of those ever reached who had been by each dial, as an area of braille dots.
    func curvePanel(_ text: TextMetrics, _ width: Int, height: Int) -> Panel? {
        let chart = dialsToReach
        let points = Array(curve.points.prefix(20))
        if points.isEmpty { return nil }
        let labelWidth = 6
        let columns = max(2, width - labelWidth)
        let dots = columns * 2
        // Each dial has as many columns of dots as every other; what is left over goes to the last.
        let heights = (0..<dots).map { dot in
            points[min(points.count - 1, dot * points.count / dots)].share
        }
        let rows = Blocks.area(heights, height: height).enumerated().map { index, row in
            let label = index == 0 ? "100 %" : index == height / 2 ? " 50 %" : index == height - 1 ? "  0 %" : ""
            return Line((label.padded(to: labelWidth), .dim), (row, .bar))
        }
        var axis = [Character](repeating: " ", count: columns)
        let step = points.count > columns / 3 ? 5 : 1
        for point in points where point.dial == 1 || point.dial % step == 0 {
            let label = "\(point.dial)"
            let at = (point.dial - 1) * columns / points.count + columns / points.count / 2
            for (offset, character) in label.enumerated() where at + offset < columns { axis[at + offset] = character }
        }
        let few = curve.leads < few ? " (few so far)" : ""
        return Panel(
            title: "Dials to reach somebody", trailing: "\(curve.leads) reached\(few)",
            lines: text.lines(
                "of all whom you ever spoke with by phone, those with whom you had by the dial", to: width, role: .dim)
                + rows
                + [Line(("dial".padded(to: labelWidth), .dim), (String(axis), .dim))]
                + (chart.conclusion.map { text.lines($0, to: width, role: .text) } ?? []))
    }
}
