import ArgumentParser
import Canvas
import Exchange
import Interface
import Journal
import Pipeline

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a lead.",
        discussion: """
            Who is on file already, by the rules of import, is not added twice; somebody who may be is added, and that is \
            said. “lastcall record” adds whomever you say.
            """)

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
        let doubt = try doubt(about: fields, store)
        try store.record([Draft(.add(fields), lead: id, at: store.clock.now.moment)])
        if let doubt { Output.complain(doubt) }
        guard let lead = store.pipeline[id] else { return }
        if json {
            Output.print(Shapes.lead(lead, store.clock.now, store.pipeline.rules))
        } else {
            Output.print("\(id)  \(Output.visible(lead.title))")
        }
    }

    /// Holds the new lead against those on file: what to say when it may be one of them, nil for most.
    ///
    /// - Throws: `Failure` when it is one of them.
    private func doubt(about fields: LeadFields, _ store: Store) throws -> String? {
        var plan = ImportPlan(existing: store.pipeline.leads.lazy.filter(\.isOnFile).map { ($0.id, $0.fields) })
        plan.decide(on: [ImportRow(line: 1, fields: fields)])
        switch plan.decisions.first {
        case .skip(let match):
            throw Failure.badData(
                "\(words(for: match, store)) is on file already, with \(match.why); use “edit” to change it")
        case .doubt(let match):
            return "\(words(for: match, store)) has \(match.why); added all the same, “merge” makes one of two leads"
        case .add, .leave, nil: return nil
        }
    }

    private func words(for match: ImportMatch, _ store: Store) -> String {
        guard case .lead(let id) = match.other, let lead = store.pipeline[id] else { return "a lead" }
        return "\(Output.visible(lead.title)) (\(id))"
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
