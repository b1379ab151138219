import ArgumentParser
import Pipeline

struct Today: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "The morning list: whom to call, in order, and why.",
        discussion: "SECTION: " + Section.allCases.map(\.name).joined(separator: ", "))

    @OptionGroup var store: StoreOptions
    @Option(help: "Only this section.", completion: .words(Section.allCases.map(\.name))) var section: String?
    @Option(parsing: .unconditional, help: "How many rows at most.") var limit: Int?
    @Flag(help: "Print them as JSON.") var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit); give a number from 0 up.") }
    }

    func run() throws {
        let wanted = try section.map { name in
            guard let section = Section.allCases.first(where: { $0.name == name.lowercased() }) else {
                let names = Section.allCases.map(\.name).joined(separator: ", ")
                throw Failure.badData("section “\(name)” is not known; use one of \(names)")
            }
            return section
        }
        let store = try Store(store.location())
        let (now, rules) = (store.clock.now, store.pipeline.rules)
        let triage = Triage(store.pipeline, now: now)
        let positions = wanted.map { triage.range(of: $0) } ?? 0..<triage.count
        let rows = positions.prefix(limit ?? .max).compactMap { position -> (lead: Lead, verdict: Verdict)? in
            guard let lead = store.pipeline[triage[position].lead] else { return nil }
            return lead.verdict(now, rules).map { (lead, $0) }
        }
        if json {
            Output.print(.array(rows.map { Shapes.row($0.lead, $0.verdict, now, rules) }))
            return
        }
        if positions.isEmpty {
            Output.complain(
                wanted.map { "nobody is in the section \($0.name) today" } ?? "nobody is left to call today")
            return
        }
        var table = Table(["SECTION", "ID", "NAME", "COMPANY", "WHY", "BY"])
        for (lead, verdict) in rows {
            table.add([
                verdict.section.name, lead.id.description, lead.title, lead.fields.company ?? "",
                verdict.reason.words(now), lead.suggestedChannel(now)?.rawValue ?? "",
            ])
        }
        for line in table.lines(width: Output.terminalWidth) { Output.print(line) }
    }
}
