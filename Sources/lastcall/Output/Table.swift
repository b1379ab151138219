import Canvas

/// Rows of text in columns as wide as they need, or as there is room for.
struct Table {
    private let headers: [String]
    private var rows: [[String]] = []

    init(_ headers: [String]) {
        self.headers = headers
    }

    /// Adds a row. Every row is as wide as the widest, so that of a cell of a megabyte only the beginning is kept.
    mutating func add(_ cells: [String]) { rows.append(cells.map { Output.metrics.cut($0, to: Table.widest) }) }

    /// More columns than a cell of real data has.
    private static let widest = 1000

    /// The lines of the table, the headers first. Where the terminal is too narrow the widest columns give way, and
    /// what is cut ends in `…`; every column is there.
    func lines(width: Int?) -> [String] {
        let metrics = Output.metrics
        var widths = headers.indices.map { column in
            ([headers] + rows).reduce(0) { max($0, metrics.width($1[column])) }
        }
        let gap = 2
        if let width {
            let room = max(width - gap * (headers.count - 1), headers.count)
            var surplus = widths.reduce(0, +) - room
            while surplus > 0, let widest = widths.max(), widest > 1 {
                // All the widest shrink to the next narrower at once: a table of a megabyte is no different.
                let places = widths.indices.filter { widths[$0] == widest }
                let next = widths.filter { $0 < widest }.max() ?? 1
                let step = max(1, min(widest - next, surplus / places.count))
                for place in places where surplus > 0 {
                    widths[place] -= step
                    surplus -= step
                }
            }
        }
        let total = widths.reduce(0) { $0 + $1 + gap }
        return ([headers] + rows).map { cells in
            var frame = Frame(size: Size(width: min(total, width ?? total), height: 1), text: metrics)
            var x = 0
            for (cell, width) in zip(cells, widths) {
                frame.write(cell, x: x, y: 0, width: width)
                x += width + gap
            }
            return frame.lines().joined()
        }
    }
}
