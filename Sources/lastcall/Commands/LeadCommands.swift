import ArgumentParser
import Canvas
import Interface
import Journal
import Pipeline

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a lead.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The person's name.") var name: String
    @OptionGroup var details: DetailOptions
    @Flag(help: "Print the lead as JSON.") var json = false

    func run() throws {
        var fields = LeadFields(name: name.trimmed)
        try details.apply(to: &fields)
        var store = try Store(store.location())
        var generator = SystemRandomNumberGenerator()
        let id = LeadID.random(using: &generator)
        try store.record([Draft(.add(fields), lead: id, at: store.clock.now.moment)])
        guard let lead = store.pipeline[id] else { return }
        if json {
            Output.print(Shapes.lead(lead, store.clock.now, store.pipeline.rules))
        } else {
            Output.print("\(id)  \(Output.visible(lead.title))")
        }
    }
}

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a lead and its whole history.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "An id, the beginning of one, or words that only this lead has.", completion: .lead)
    var lead: [String]
    @Flag(help: "Print it as JSON.") var json = false

    func run() throws {
        let store = try Store(store.location())
        let lead = try store.lead(lead.joined(separator: " "))
        let history = store.pipeline.history(of: lead)
        if json {
            Output.print(Shapes.lead(lead, store.clock.now, store.pipeline.rules, history: history))
        } else {
            let width = min(Output.terminalWidth ?? 100, 120)
            let card = lead.card(
                history, store.clock.now, store.pipeline.rules, text: Output.metrics, width: width,
                writers: store.journal.otherWriters)
            for line in [Output.visible(lead.title)] + card.lines() { Output.print(line) }
        }
    }
}
