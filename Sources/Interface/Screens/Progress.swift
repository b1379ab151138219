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
        return [Line.Span("dials ", .dim)] + Blocks.gauge(day.dials, of: goal, width: width, least: 1)
            + [Line.Span(" \(day.dials)/\(goal)", day.dials >= goal ? .good : .text)]
            + figures.flatMap { [Line.Span("  \($0) ", .dim), Line.Span("\($1)")] }
    }

    /// How the run of calls goes: `7 of 43  ▰▰▱▱▱▱▱▱▱▱  logged 6  reached 2  14 min`.
    func progress(of run: CallRun, width: Int) -> [Line.Span] {
        let tally = RunTally(run, self)
        let place = min(run.place + 1, run.queue.count)
        let figures = [
            ("logged ", "\(tally.logged)"), ("reached ", "\(tally.reached)"), ("", "\(runMinutes(run)) min"),
        ]
        return [Line.Span("\(place) of \(run.queue.count)", .tab), Line.Span(" ")]
            + Blocks.gauge(run.isOver && !run.isLeft ? place : run.place, of: run.queue.count, width: width)
            + figures.flatMap { [Line.Span("  \($0)", .dim), Line.Span($1)] }
    }
}
