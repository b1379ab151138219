import Canvas
import Pipeline

extension Session {
    /// What was done today, against the goal: `dials ▰▰▰▰▱▱▱▱▱▱ 19/50  talked 4  in 1  out 3`.
    ///
    /// - Parameter width: cells of the gauge.
    func progress(width: Int) -> [Line.Span] {
        let goal = pipeline.rules.settings.dialGoal
        let day = tally.sum
        let figures = [("talked", day.conversations), ("in", day.qualifiedIn), ("out", day.qualifiedOut)]
        return [Line.Span(text: "dials ", role: .dim)] + Blocks.gauge(day.dials, of: goal, width: width)
            + [Line.Span(text: " \(day.dials)/\(goal)", role: day.dials >= goal ? .good : .text)]
            + figures.flatMap { [Line.Span(text: "  \($0) ", role: .dim), Line.Span(text: "\($1)", role: .text)] }
    }

    /// How the run of calls goes: `7 of 43  ▰▰▱▱▱▱▱▱▱▱  logged 6  reached 2  14 min`.
    func progress(of run: CallRun, width: Int) -> [Line.Span] {
        let tally = RunTally(run, self)
        let place = min(run.place + 1, run.queue.count)
        let figures = [
            ("logged ", "\(tally.logged)"), ("reached ", "\(tally.reached)"), ("", "\(runMinutes(run)) min"),
        ]
        return [Line.Span(text: "\(place) of \(run.queue.count) ", role: .tab)]
            + Blocks.gauge(run.isOver ? place : run.place, of: run.queue.count, width: width)
            + figures.flatMap { [Line.Span(text: "  \($0)", role: .dim), Line.Span(text: $1, role: .text)] }
    }
}

extension Blocks {
    /// A gauge of so many cells; more than the whole fills it.
    static func gauge(_ part: Int, of whole: Int, width: Int) -> [Line.Span] {
        let filled = whole > 0 ? min(width, part * width / whole) : width
        return [
            Line.Span(text: String(repeating: "▰", count: filled), role: .bar),
            Line.Span(text: String(repeating: "▱", count: width - filled), role: .track),
        ]
    }
}
