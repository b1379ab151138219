import Canvas
import Interface
import Pipeline

/// Figures with their definitions beside them, and charts, as lines of text.
struct FiguresPage {
    private(set) var lines: [String] = []
    private let width: Int
    private let text = Output.metrics
    private static let titleWidth = 22
    private static let valueWidth = 9
    private static let labelWidth = 30
    private static let barWidth = 24

    /// - Parameter width: columns.
    init(width: Int) {
        self.width = width
    }

    mutating func add(heading: String) {
        if !lines.isEmpty { lines.append("") }
        lines += [heading, ""]
    }

    /// The figure's title and value, and its definition beside them in as many lines as it needs.
    mutating func add(_ figure: Numbers.Figure) {
        let value = text.pad(figure.value, to: Self.valueWidth, align: .right)
        let head = text.pad(figure.title, to: Self.titleWidth) + value + "  "
        let indent = String(repeating: " ", count: text.width(head))
        for (index, line) in text.wrap(figure.definition, to: width - indent.count).enumerated() {
            add(line: (index == 0 ? head : indent) + line)
        }
    }

    /// A line to each bar, below the chart's title and definition.
    mutating func add(_ chart: Chart) {
        lines += ["", chart.title]
        for line in text.wrap(chart.definition, to: width - 2) { add(line: "  " + line) }
        let labels = chart.bars.map { Output.visible($0.label) }
        let labelWidth = min(labels.map(text.width).max() ?? 0, Self.labelWidth)
        for (label, bar) in zip(labels, chart.bars) {
            let few = bar.isFew ? ", few" : ""
            add(line: "  \(text.pad(label, to: labelWidth))  \(bar.drawn(width: Self.barWidth))  \(bar.figure)\(few)")
        }
        for line in text.wrap(chart.conclusion ?? "", to: width - 2) where !line.isEmpty { add(line: "  " + line) }
    }

    private mutating func add(line: String) {
        lines.append(text.cut(line, to: width))
    }
}
