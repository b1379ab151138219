import Canvas
import Pipeline

extension Session {
    /// What came of a run of calls.
    func callSummary(_ run: CallRun, _ size: Size) -> PanelPage {
        let tally = RunTally(run, self)
        return PanelPage(width: size.width, columns: size.width < 100 ? 1 : 2, least: size.height) { width in
            summaryHead(run, tally, width)
        } panels: { width in
            [outcomes(tally, width), talks(tally, width), notCalled(run, width)].compactMap(\.self)
        }
    }

    private func summaryHead(_ run: CallRun, _ tally: RunTally, _ width: Int) -> Panel {
        let spans: [(String, Role)] = [
            ("\(tally.logged)", .title), (" logged   ", .dim), ("\(tally.reached)", .title), (" reached   ", .dim),
            ("\(tally.talks.count)", .title), (" talked   ", .dim), ("\(runMinutes(run))", .title), (" minutes", .dim),
        ]
        let back = keymap.name(of: "back")
        let lines = [
            Line(spans: spans.map { Line.Span($0.0, $0.1) }), .empty,
            Line(spans: progress(width: min(20, width / 3))),
            .empty,
        ]
        let hint = "\(back) goes back to the list; \(keymap.name(of: "previous-lead")) to the last call."
        let left = stillToCall(run).count
        let title = left == 0 ? "The calls are done" : "Left off, with \(plural(left, "call")) to go"
        return Panel(title: title, lines: lines + text.lines(hint, to: width, role: .dim))
    }

    private func stillToCall(_ run: CallRun) -> [LeadID] {
        run.queue.filter { !run.passed.contains($0) && !run.worked.contains($0) && isToCall($0) }
    }

    private func outcomes(_ tally: RunTally, _ width: Int) -> Panel? {
        guard let most = tally.outcomes.first?.count else { return nil }
        let labelWidth = min(width / 2, tally.outcomes.map { text.width($0.words) }.max() ?? 0)
        return Panel(
            title: "What came of them",
            lines: tally.outcomes.map { words, count in
                let bar = Blocks.bar(Double(count) / Double(most), width: max(1, width - labelWidth - 6))
                return Line(
                    (text.pad(words, to: labelWidth) + " ", .text),
                    (text.pad("\(count)", to: 3, align: .right) + " ", .title), (bar, .bar))
            })
    }

    private func talks(_ tally: RunTally, _ width: Int) -> Panel? {
        if tally.talks.isEmpty { return nil }
        let lines = tally.talks.flatMap { lead, attempt -> [Line] in
            let next = lead.next.map { "next: \(Wording.due($0.due, now))" }
            let place = lead.place(now)
            let then = next ?? (place == .onTheList ? "no next step" : place.name)
            return [Line((lead.title, .title))]
                + text.lines("\(Wording.attempt(attempt)) · \(then)", to: width, indent: 2, role: .text)
        }
        return Panel(title: "Talked with", lines: lines)
    }

    private func notCalled(_ run: CallRun, _ width: Int) -> Panel? {
        func names(_ ids: [LeadID]) -> String { Wording.list(ids.compactMap { pipeline[$0]?.title }) }
        let skipped = run.queue.filter { run.passed.contains($0) }
        let left = stillToCall(run)
        let closed = run.closed.compactMap { pipeline[$0] }
        let opens = closed.compactMap { lead in opening(lead).map { (lead, $0) } }.sorted {
            $0.1.seconds < $1.1.seconds
        }
        var lines: [Line] = []
        if !skipped.isEmpty {
            lines += text.lines("skipped \(skipped.count): \(names(skipped))", to: width, role: .text)
        }
        if !left.isEmpty { lines += text.lines("still to call \(left.count): \(names(left))", to: width, role: .text) }
        if let (_, first) = opens.first {
            let when = Wording.opening(first, now)
            lines += text.lines(
                "closed now \(opens.count), the first opens \(when): \(names(opens.map(\.0.id)))", to: width,
                role: .text)
        }
        if run.withoutNumber > 0 {
            lines += text.lines("without a number that works: \(run.withoutNumber)", to: width, role: .text)
        }
        return lines.isEmpty ? nil : Panel(title: "Not called", lines: lines)
    }

    /// Minutes since a run began.
    func runMinutes(_ run: CallRun) -> Int {
        max(0, Int((now.moment.seconds - run.began.seconds) / 60))
    }
}
