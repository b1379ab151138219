import ArgumentParser
import Canvas
import FoundationEssentials
import Interface
import Journal
import Pipeline

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a lead.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The person's name.") var name: String
    @Option(help: "Where they work.") var company: String?
    @Option(help: "Their position there.") var title: String?
    @Option(help: "A phone number; may be given several times.") var phone: [String] = []
    @Option(help: "An e-mail address; may be given several times.") var email: [String] = []
    @Option(help: "The town.") var city: String?
    @Option(help: "Their time zone, such as Europe/Berlin.") var zone: String?
    @Option(help: "Where the lead came from.") var source: String?
    @Option(help: "A tag; may be given several times.") var tag: [String] = []
    @Option(help: "The size of the opportunity, in your currency.") var worth: String?
    @Option(help: "What to know before calling.") var note: String?
    @Flag(help: "Print the lead as JSON.") var json = false

    func run() throws {
        var fields = LeadFields(name: name.trimmed)
        fields.company = company
        fields.title = title
        fields.phones = phone.map { .init($0) }
        fields.emails = email.map { .init($0) }
        fields.city = city
        if let zone, ZoneFiles.zone(zone) == nil {
            throw Failure.badData("“\(zone)” is no time zone that this system knows; name one such as Europe/Berlin")
        }
        fields.zone = zone
        fields.source = source
        fields.tags = tag
        if let worth {
            guard let amount = Decimal(string: worth), amount >= 0 else {
                throw Failure.badData("“\(worth)” is no amount of money; write it as 12000 or 12000.50")
            }
            fields.worth = amount
        }
        fields.note = note
        var store = try Store(store.location())
        var generator = SystemRandomNumberGenerator()
        let id = LeadID.random(using: &generator)
        try store.record([Draft(.add(fields), lead: id, at: store.clock.now.moment)])
        guard let lead = store.pipeline[id] else { return }
        if json { Output.print(Shapes.lead(lead)) } else { Output.print("\(id)  \(Output.visible(lead.title))") }
    }
}

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a lead and its whole history.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "An id, the beginning of one, or words that only this lead has.") var lead: [String]
    @Flag(help: "Print it as JSON.") var json = false

    func run() throws {
        let store = try Store(store.location())
        let lead = try store.lead(lead.joined(separator: " "))
        let history = store.pipeline.history(of: lead)
        if json {
            Output.print(Shapes.lead(lead, history: history))
        } else {
            let width = min(Output.terminalWidth ?? 100, 120)
            let card = lead.card(history, store.clock.now, text: Output.metrics, width: width)
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
            Output.print(.array(leads.map { Shapes.lead($0) }))
            return
        }
        if leads.isEmpty {
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
