import Canvas
import Pipeline

extension Session {
    /// The page of numbers, for a room of so many cells.
    func numbersPage(_ size: Size) -> PanelPage {
        guard let account else { return PanelPage() }
        let columns = size.width < 100 ? 1 : size.width < 160 ? 2 : 3
        return PanelPage(width: size.width, columns: columns, least: size.height) { _ in
            nil
        } panels: { width in
            [figures(account, width)]
                + (account.experience.charts + account.freed).map { chart in
                    Panel(title: chart.title, lines: lines(of: chart, width))
                }
        }
    }

    /// Each figure with what it means beside it.
    private func figures(_ account: Account, _ width: Int) -> Panel {
        let figures = account.numbers.figures + [account.experience.timeKept]
        let titleWidth = (figures.map { text.width($0.title) }.max() ?? 0) + 1
        let valueWidth = figures.map { text.width($0.value) }.max() ?? 0
        let lines = figures.flatMap { figure in
            let indent = titleWidth + valueWidth + 2
            let words = text.wrap(figure.definition, to: max(8, width - indent))
            return words.enumerated().map { index, words in
                index > 0
                    ? Line((String(repeating: " ", count: indent) + words, .dim))
                    : Line(
                        (text.pad(figure.title, to: titleWidth), .text),
                        (text.pad(figure.value, to: valueWidth, align: .right), .title), ("  " + words, .dim))
            }
        }
        return Panel(title: "Numbers of \(period.title)", lines: lines)
    }

    /// The definition of a chart, a line to each of its bars, and what it shows.
    private func lines(of chart: Chart, _ width: Int) -> [Line] {
        let labelWidth = min(chart.bars.map { text.width($0.label) }.max() ?? 0, width / 3)
        let figureWidth = min(chart.bars.map { text.width($0.figure) }.max() ?? 0, width / 2)
        let barWidth = max(1, width - labelWidth - figureWidth - 2)
        let bars = chart.bars.map { bar in
            let solid = bar.isFew ? "" : Blocks.bar(bar.solid, width: barWidth)
            let shaded = String(repeating: "░", count: Int((bar.length * Double(barWidth)).rounded(.up)))
            let cells = solid + shaded.dropFirst(solid.count)
            return Line(
                (text.pad(bar.label, to: labelWidth) + " ", bar.isFew ? .dim : .text),
                (text.pad(cells, to: barWidth) + " ", bar.isFew ? .dim : .bar),
                (text.pad(bar.figure, to: figureWidth), bar.isFew ? .dim : .text))
        }
        return text.lines(chart.definition, to: width, role: .dim) + bars
            + text.lines(chart.conclusion ?? "", to: width, role: .text).filter { _ in chart.conclusion != nil }
    }
}
