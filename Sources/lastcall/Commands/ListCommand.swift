import ArgumentParser
import Pipeline

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List leads, by name or in another order.",
        discussion: """
            FILTER is as after / on the screens: words in any order, is:stalling, tier:top, city:paris, attempts>=20, \
            last>30d, -word, "a phrase", or. In a shell it stands in single quotes: lastcall list 'attempts>=20 -is:dnc'. \
            All of it is told in docs/filter.md.

            Orders: morning, \(LeadOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")); with - before it the \
            other way round.
            Columns: \(LeadColumn.all.map(\.name).joined(separator: ", ")).
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var wanted: FilterOptions
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The order; else that of the view, or by name.", valueName: "key"))
    var sort: String?
    @Option(help: ArgumentHelp("The columns of the table, a comma between.", valueName: "a,b,c")) var columns: String?
    @Option(parsing: .unconditional, help: "How many to list at most.") var limit: Int?
    @Flag(help: "Print them as JSON.") var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit); give a number from 0 up.") }
        if json, columns != nil { throw ValidationError("--columns is of the table; JSON has them all.") }
    }

    func run() throws {
        let columns = try columns.map(LeadColumn.named) ?? LeadColumn.usual
        let store = try Store(store.location())
        let (pipeline, now) = (store.pipeline, store.clock.now)
        let wanted = try wanted.read(now, pipeline.rules, for: Self.self)
        let matching = try inOrder(pipeline, now, wanted).lazy.map { pipeline.leads[Int($0)] }.filter(wanted.includes)
        let leads = matching.prefix(limit ?? .max)
        if json { return Output.print(array: leads.map { Shapes.lead($0, now, pipeline.rules) }) }
        if matching.isEmpty {
            Output.complain(
                wanted.isEverybody ? "there is no lead yet; begin with: lastcall import FILE" : "no lead matches")
            return
        }
        var table = Table(columns.map { $0.name.uppercased() })
        for lead in leads { table.add(columns.map { $0.text(lead, now, pipeline.rules) }) }
        for line in table.lines(width: Output.terminalWidth) { Output.print(line) }
    }

    /// The places of everybody on file in the order that is asked for.
    private func inOrder(_ pipeline: Pipeline, _ now: Now, _ wanted: WantedLeads) throws -> [Int32] {
        if let sort, ["morning", "-morning"].contains(sort.lowercased()) {
            let triage = Triage(pipeline, now: now)
            let roster = Roster(pipeline)
            let places = triage.places + roster.places.filter { triage.section(ofPlace: Int($0)) == nil }
            return sort.hasPrefix("-") ? places.reversed() : places
        }
        let order = try sort.map { text in
            guard let order = LeadOrder(text) else {
                throw Failure.usage("--sort: \(LeadOrder.mistake(text)); or morning")
            }
            return order
        }
        return Roster(pipeline, by: order ?? wanted.order).places
    }
}

/// Which leads a command is about: those of a view, those that pass a filter, or both.
struct FilterOptions: ParsableArguments {
    @Argument(parsing: .allUnrecognized, help: "What a lead must have; see docs/filter.md.") var filter: [String] = []
    @Option(help: ArgumentHelp("The leads of a view that is kept.", valueName: "name")) var view: String?

    /// - Parameter command: whose options are known.
    /// - Throws: `Failure` for a filter with a mistake, and for a view that is not there.
    func read(_ now: Now, _ rules: Rules, for command: any ParsableCommand.Type) throws -> WantedLeads {
        // A term may begin with one dash, and so the parser leaves options that it does not know here too.
        if let option = filter.first(where: { $0.hasPrefix("--") }) {
            let known = command.helpMessage().split { $0.isWhitespace || $0 == "," || $0 == "]" || $0 == "[" }
                .filter { $0.hasPrefix("--") }.map(String.init)
            let near = known.min { option.distance(to: $0) < option.distance(to: $1) } ?? "--help"
            throw Failure.usage("there is no option “\(option)”; did you mean “\(near)”?")
        }
        let view = try view.map { try ViewFolder.view($0, now) }
        let texts = [view?.filter, filter.joined(separator: " ")].compactMap(\.self)
        do {
            return WantedLeads(
                filters: try texts.map { try Filter($0, now) }, order: view?.order, now: now, rules: rules)
        } catch let mistake as FilterMistake {
            throw Failure.usage("\(mistake)")
        }
    }
}

/// The leads that a command is about, and in what order.
struct WantedLeads {
    fileprivate let filters: [Filter]
    let order: LeadOrder?
    fileprivate let now: Now
    fileprivate let rules: Rules

    var isEverybody: Bool { filters.allSatisfy(\.isEmpty) }

    func includes(_ lead: Lead) -> Bool { filters.allSatisfy { $0.matches(lead, now, rules) } }
}
