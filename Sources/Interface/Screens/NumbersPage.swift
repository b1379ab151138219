import Canvas
import Pipeline

extension Session {
    /// The page of numbers, for a room of so many cells.
    func numbersPage(_ size: Size) -> PanelPage {
        guard let account else { return PanelPage() }
        let height = size.height >= 45 ? 9 : 6
        let columns = size.width < 100 ? 1 : size.width < 160 ? 2 : 3
        return PanelPage(width: size.width, columns: columns, least: size.height) { width in
            todayPanel(account, width)
        } panels: { width in
            let log = account.experience
            return [
                figuresPanel(account, width), qualifiedPanel(account, width),
                log.dayPanel(goal: account.numbers.goal, text, width, height: height),
                log.heatPanel(text, width), log.curvePanel(text, width, height: height),
                panel(log.repliesByChannel, width),
                panel(log.minutesByTier, width), panel(account.numbers.attemptsByChannel, width),
                freedPanel(account, width),
            ].compactMap(\.self)
        }
    }

    /// The goal and the time kept, each with its gauge.
    private func todayPanel(_ account: Account, _ width: Int) -> Panel {
        let gauge = min(40, width / 3)
        let (goal, log) = (account.numbers.goal, account.experience)
        func lines(_ title: String, _ part: Int, _ whole: Int, _ definition: String) -> [Line] {
            let figure = whole > 0 ? "\(part) of \(whole)" : "\(part)"
            var line = Line((title.padded(to: 11), .text))
            line.spans += Blocks.gauge(part, of: whole, width: gauge)
            line.spans.append(Line.Span(" " + figure.padded(to: 11), .title))
            let room = width - line.width(text)
            // In little room the definition has the next lines to itself.
            let isBeside = room >= 40
            let words = text.wrap(definition, to: isBeside ? room : max(8, width - 11))
            let indent = String(repeating: " ", count: isBeside ? line.width(text) : 11)
            if isBeside { line.spans.append(Line.Span(words.first ?? "", .dim)) }
            return [line] + words.dropFirst(isBeside ? 1 : 0).map { Line((indent + $0, .dim)) }
        }
        return Panel(
            title: "Today", trailing: "\(now.today.weekday.short) \(Wording.date(now.today, now))",
            lines: lines("Dials", tally.sum.dials, goal, "outbound attempts by phone, of your goal for a day")
                + lines("Time kept", log.minutesToday, log.usualMinutes ?? 0, log.timeKept.definition))
    }

    /// Each figure with what it means beside it.
    private func figuresPanel(_ account: Account, _ width: Int) -> Panel {
        // Those that have a panel of their own are told there.
        let figures = account.numbers.figures.filter {
            !["qualifiedIn", "qualifiedOut", "goal", "freedMinutesPerWeek"].contains($0.key)
        }
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
        return Panel(
            title: "Work of \(period.title)", trailing: "\(keymap.name(of: "period")) other days", lines: lines)
    }

    /// Qualified in and out, equally large: both are results.
    private func qualifiedPanel(_ account: Account, _ width: Int) -> Panel {
        let half = width / 2
        let figures = account.numbers.figures.filter { ["qualifiedIn", "qualifiedOut"].contains($0.key) }
        func row(_ texts: [String], _ role: Role) -> Line {
            Line(spans: texts.map { Line.Span(text.pad($0, to: half), role) })
        }
        let digits = figures.map { BigText.rows($0.value, width: half - 2, height: 3) ?? ["", $0.value, ""] }
        let definitions = figures.map { text.wrap($0.definition, to: max(8, half - 2)) }
        let height = definitions.map(\.count).max() ?? 0
        return Panel(
            title: "Qualified, \(period.title)",
            lines: [row(figures.map { $0.title.replacing("Qualified ") }, .heading)]
                + (0..<3).map { line in row(digits.map { line < $0.count ? $0[line] : "" }, .accent) }
                + (0..<height).map { line in row(definitions.map { line < $0.count ? $0[line] : "" }, .dim) })
    }

    /// The minutes a week that are free now, and whose they were.
    private func freedPanel(_ account: Account, _ width: Int) -> Panel? {
        guard let figure = account.numbers.figures.first(where: { $0.key == "freedMinutesPerWeek" }) else { return nil }
        let bars =
            account.freed.bars.isEmpty ? [] : self.bars(of: account.freed, width) + conclusion(of: account.freed, width)
        return Panel(
            title: "Time freed, \(period.title)",
            lines: [Line((figure.value, .title), (" minutes a week", .text))]
                + text.lines(figure.definition, to: width, role: .dim) + bars)
    }

    /// A chart of bars as a panel; nil when nothing was counted.
    private func panel(_ chart: Chart, _ width: Int) -> Panel? {
        if chart.bars.isEmpty { return nil }
        return Panel(
            title: chart.title,
            lines: text.lines(chart.definition, to: width, role: .dim) + bars(of: chart, width)
                + conclusion(of: chart, width))
    }

    private func conclusion(of chart: Chart, _ width: Int) -> [Line] {
        chart.conclusion.map { text.lines($0, to: width, role: .text) } ?? []
    }

    /// A line to each bar.
    private func bars(of chart: Chart, _ width: Int) -> [Line] {
        let labelWidth = min(chart.bars.map { text.width($0.label) }.max() ?? 0, width / 3)
        let figureWidth = min(chart.bars.map { text.width($0.figure) }.max() ?? 0, width / 2)
        let barWidth = max(1, width - labelWidth - figureWidth - 2)
        return chart.bars.map { bar in
            Line(
                (text.pad(bar.label, to: labelWidth) + " ", bar.isFew ? .dim : .text),
                (bar.drawn(width: barWidth) + " ", bar.isFew ? .dim : .bar),
                (text.pad(bar.figure, to: figureWidth), bar.isFew ? .dim : .text))
        }
    }
}

extension String {
    /// Without some words, and with a capital first letter.
    fileprivate func replacing(_ words: String) -> String {
        (hasPrefix(words) ? String(dropFirst(words.count)) : self).firstUppercased
    }
}
