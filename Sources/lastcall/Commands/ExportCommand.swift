import ArgumentParser
import Pipeline

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Export leads with their history, for other programs and as a backup.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Words that a lead must have, in any order.") var filter: [String] = []
    @Option(help: "The format.") var format = Format.json
    @Option(help: ArgumentHelp("Where to; else standard output.", valueName: "file")) var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    func run() throws {
        let store = try Store(store.location())
        let filter = Filter(filter.joined(separator: " "))
        let leads = store.pipeline.leads.filter { $0.isOnFile && (filter.isEmpty || filter.matches(SearchText($0))) }
            .sorted { $0.id < $1.id }
        let json = JSON.array(
            leads.map {
                Shapes.lead($0, store.clock.now, store.pipeline.rules, history: store.pipeline.history(of: $0))
            })
        if let output { try Files.write(Output.bytes(json), to: output) } else { Output.print(json) }
    }
}
