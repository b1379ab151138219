import Canvas
import Pipeline

extension Experience {
    /// Dials and conversations of the last two to four weeks, a bar to each day, with the goal as a line.
    func dayPanel(goal: Int, _ text: TextMetrics, _ width: Int, height: Int) -> Panel {
        let (labelWidth, pitch) = (7, 3)
        let weeks = min(4, max(2, (width - labelWidth) / (7 * pitch)))
        let days = days.suffix(7 * weeks)
        let top = max(goal, days.map(\.dials).max() ?? 0, 1)
        func column(_ words: (WorkDay) -> String) -> String {
            days.map { words($0).padded(to: pitch) }.joined()
        }
        let goalRow = max(0, (goal * height + top - 1) / top - 1)
        let rows = (0..<height).reversed().map { row in
            let label = row == goalRow ? "\(goal)" : row == height - 1 ? "\(top)" : row == 0 ? "0" : ""
            let blank = row == goalRow ? "┄" : " "
            var line = Line((String(repeating: " ", count: max(0, labelWidth - 1 - label.count)) + label + " ", .dim))
            for day in days {
                let eighths = min(8, max(0, day.dials * height * 8 / top - row * 8))
                let isLow = row == 0 && day.dials > 0
                let block = Blocks.column(isLow ? max(1, eighths) : eighths)
                line.spans +=
                    block.map { [Line.Span("\($0)\($0)", .bar), Line.Span(blank, .track)] }
                    ?? [Line.Span(String(repeating: blank, count: pitch), .track)]
            }
            return line
        }
        let feet: [(String, (WorkDay) -> String, Role)] = [
            ("", { String($0.day.weekday.short.prefix(2)) }, .dim), ("", { "\($0.day.civil.day)" }, .dim),
            ("dials", { $0.dials > 0 ? "\($0.dials)" : "·" }, .text),
            ("talked", { $0.conversations > 0 ? "\($0.conversations)" : "·" }, .title),
        ]
        return Panel(
            title: "Day by day",
            lines: text.lines(
                "a bar for the dials of each day, a line for the goal; below, conversations", to: width, role: .dim)
                + rows
                + feet.map { label, words, role in Line((label.padded(to: labelWidth), .dim), (column(words), role)) })
    }
}
