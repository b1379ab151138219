import ArgumentParser
import Pipeline

struct Figures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "numbers", abstract: "The figures of some days, each with its definition.",
        discussion: "Below them is what your whole log tells: when people are reached, and where the time goes.")

    @OptionGroup var store: StoreOptions
    @Option(help: ArgumentHelp("The first day, as 2026-11-02; else today.", valueName: "day")) var from: String?
    @Option(help: ArgumentHelp("The last day; else today.", valueName: "day")) var to: String?
    @Flag(help: "Print them as JSON.") var json = false

    func run() throws {
        let store = try Store(store.location())
        let now = store.clock.now
        let (first, last) = (try day(from, "--from") ?? now.today, try day(to, "--to") ?? now.today)
        guard first <= last else { throw Failure.usage("--from \(first) is after --to \(last); turn them round") }
        let numbers = Numbers(store.pipeline, from: first, to: last)
        if json { return Output.print(Shapes.numbers(numbers)) }
        var page = FiguresPage(width: min(Output.terminalWidth ?? 80, 80))
        page.add(heading: first == last ? "\(first)" : "\(first) to \(last)")
        for figure in numbers.figures { page.add(figure) }
        for chart in numbers.charts(store.pipeline) { page.add(chart) }
        let experience = Experience(store.pipeline, now)
        page.add(heading: "The whole log")
        page.add(experience.timeKept)
        for chart in experience.charts { page.add(chart) }
        for line in page.lines { Output.print(line) }
    }

    private func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            throw Failure.badData("\(option) “\(text)” is no day; write it as 2026-11-02")
        }
        return day
    }
}
