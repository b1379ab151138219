import ArgumentParser
import Canvas
import Interface
import Journal
import Pipeline

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a lead.")

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
    static let configuration = CommandConfiguration(abstract: "Show a lead and its whole history.")

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

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List leads by name.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Words that a lead must have, in any order.") var filter: [String] = []
    @Option(help: "How many to list at most.") var limit: Int?
    @Flag(help: "Print them as JSON.") var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit); give a number from 0 up.") }
    }

    func run() throws {
        let store = try Store(store.location())
        let filter = Filter(filter.joined(separator: " "))
        let roster = Roster(store.pipeline) { filter.isEmpty || filter.matches(SearchText($0)) }
        let leads = (0..<min(roster.count, limit ?? .max)).compactMap { store.pipeline[roster[$0]] }
        if json {
            Output.print(.array(leads.map { Shapes.lead($0, store.clock.now, store.pipeline.rules) }))
            return
        }
        if roster.count == 0 {
            Output.complain(
                filter.isEmpty ? "there is no lead yet; begin with: lastcall import FILE" : "no lead matches")
            return
        }
        let now = store.clock.now
        var table = Table(["ID", "NAME", "COMPANY", "PHONE", "STANDING", "LAST", "NEXT"])
        for lead in leads {
            table.add([
                lead.id.description, lead.title, lead.fields.company ?? "", lead.phone?.number ?? "",
                lead.doNotContact == nil ? lead.standing.rawValue : "do not contact",
                lead.lastAttempt.map { now.ago($0) } ?? "never tried", lead.next?.due.description ?? "",
            ])
        }
        for line in table.lines(width: Output.terminalWidth) { Output.print(line) }
    }
}
