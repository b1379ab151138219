import Canvas
import Pipeline

extension Experience {
    /// Connect rate by hour and weekday: the darker the better; half as wide where there were few dials.
    func heatPanel(_ text: TextMetrics, _ width: Int) -> Panel {
        let title = "When they answer"
        let definition = "conversations ÷ dials, by the hour and the weekday of your clock"
        let used = hours.indices.filter { hours[$0].whole > 0 }
        guard let first = used.first, let last = used.last else {
            return Panel(
                title: title,
                lines: text.lines("\(definition). No dial yet: the map grows with each.", to: width, role: .dim))
        }
        let (labelWidth, totalWidth) = (4, 13)
        let hourRange = first...last
        let pitch = labelWidth + hourRange.count * 3 + totalWidth <= width ? 3 : 2
        let hasTotals = labelWidth + hourRange.count * pitch + totalWidth <= width
        let shares = weekdays.indices.flatMap { day in hourRange.map { slot(weekday: day, hour: $0) } }
        // A few dials that happened to be answered must not make all the others look pale.
        let steady = shares.filter { $0.whole * 4 >= few }
        let best = (steady.isEmpty ? shares : steady).compactMap(\.value).max() ?? 0

        func cell(_ share: Share) -> Line.Span {
            guard let value = share.value else {
                return Line.Span(String(repeating: " ", count: pitch), .dim)
            }
            let glyph = Blocks.shade(best > 0 ? value / best : 0)
            let isFew = share.whole < few
            return Line.Span(
                String(repeating: glyph, count: isFew ? 1 : 2).padded(to: pitch), isFew ? .dim : .bar)
        }
        func row(_ label: String, _ total: Share, _ shares: [Share]) -> Line {
            var line = Line((label.padded(to: labelWidth), .dim))
            line.spans += shares.map(cell)
            if hasTotals, let value = total.value {
                let role: Role = total.whole < few ? .dim : .text
                line.spans.append(Line.Span(" \(percent(value)) of \(total.whole)", role))
            }
            return line
        }
        let clock = hourRange.map { hour in
            // Two digits need a blank between them.
            pitch == 3 || (hour - first) % 2 == 0 ? "\(hour < 10 ? "0" : "")\(hour)".padded(to: pitch) : "  "
        }
        let days = weekdays.indices.filter { weekdays[$0].whole > 0 }.map { day in
            row(Weekday.allCases[day].short, weekdays[day], hourRange.map { slot(weekday: day, hour: $0) })
        }
        let steps = (1...4).map { step in
            "\(Blocks.shade(Double(step) / 4)) to \(percent(best * Double(step) / 4))"
        }
        let legend = "· none  \(steps.joined(separator: "  "))"
        return Panel(
            title: title,
            lines: text.lines(definition, to: width, role: .dim)
                + [Line(("".padded(to: labelWidth) + clock.joined(), .dim))] + days
                + [row("all", allDials, hourRange.map { hours[$0] })]
                + text.lines(legend, to: width, role: .text)
                + text.lines("faint and half as wide: fewer than \(few) dials", to: width, role: .dim))
    }
}
