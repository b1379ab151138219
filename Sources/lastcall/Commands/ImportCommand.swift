import ArgumentParser
import Exchange
import Pipeline

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import lists of people: CSV from a CRM, an address book or a spreadsheet.",
        discussion: """
            Exports of HubSpot, Salesforce, Close, Pipedrive, Apollo, LinkedIn, Google Contacts and Outlook are \
            recognised by their headers. Who is on file already is skipped.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The files.") var files: [String] = []
    @Option(help: ArgumentHelp("Says what a column is; may be given several times.", valueName: "Header=field"))
    var map: [String] = []
    @Flag(help: "Show what would come in, and record nothing.") var dryRun = false
    @Option(help: ArgumentHelp("Take an import back, sparing who was changed since.", valueName: "batch")) var undo:
        String?

    func validate() throws {
        if undo == nil && files.isEmpty { throw ValidationError("Name a file to import.") }
        if undo != nil && !files.isEmpty {
            throw ValidationError("--undo takes back an earlier import; name no file with it.")
        }
    }

    func run() throws {
        let map = try self.map.map { text in
            guard let equals = text.lastIndex(of: "=") else {
                throw Failure.usage("--map “\(text)” has no “=”; write it as \"Header=field\"")
            }
            return (header: String(text[..<equals]), field: String(text[text.index(after: equals)...]))
        }
        var store = try Store(store.location())
        if let undo { return try takeBack(undo, in: &store) }
        for name in files {
            let reading = try LeadImport(name: name, map: map, into: store.pipeline)
            if dryRun {
                for line in reading.preview() { Output.print(line) }
            } else {
                try store.record(reading.drafts(at: store.clock.now.moment))
            }
            for line in reading.report(isDone: !dryRun) { Output.print(line) }
        }
    }

    private func takeBack(_ batch: String, in store: inout Store) throws {
        let entries = store.pipeline.entries(ofBatch: batch)
        guard !entries.isEmpty else {
            throw Failure.badData("there is no import \(batch) to take back; import prints its number when it is done")
        }
        let own = Set(entries.map(\.id))
        let spared = Set(
            Set(entries.compactMap(\.lead)).filter { id in
                store.pipeline[id].map { !store.pipeline.history(of: $0).allSatisfy { own.contains($0.id) } } ?? false
            })
        let taken = entries.filter { entry in entry.lead.map { !spared.contains($0) } ?? true }
        if !taken.isEmpty { try store.record([Step(entries: taken).undoing(at: store.clock.now.moment)]) }
        Output.print("Taken back: \(count(Set(taken.compactMap(\.lead)).count)).")
        if !spared.isEmpty { Output.print("Kept: \(count(spared.count)) with something recorded since.") }
    }

    private func count(_ leads: Int) -> String { leads == 1 ? "1 lead" : "\(leads) leads" }
}

/// The leads of a file on their way in.
struct LeadImport {
    let file: ImportFile
    let plan: ImportPlan
    /// What `--undo` calls this import.
    let batch: String
    private let name: String
    private let ids: [Int: LeadID]

    /// Reads a file, and compares its rows with everybody on file.
    ///
    /// - Throws: `Failure` in one sentence when the file cannot be read or understood.
    init(name: String, map: [(header: String, field: String)] = [], into pipeline: Pipeline) throws {
        let bytes = try Files.readNamed(name)
        do throws(ImportError) {
            file = try ImportFile(name: name, bytes: bytes, map: map)
        } catch {
            throw Failure.badData(error.description)
        }
        self.name = name
        plan = ImportPlan(
            rows: file.rows, existing: pipeline.leads.lazy.filter(\.isOnFile).map { ($0.id, $0.fields) })
        var generator = SystemRandomNumberGenerator()
        batch = LeadID.random(using: &generator).description
        var ids: [Int: LeadID] = [:]
        for (row, decision) in zip(file.rows, plan.decisions) where decision.adds {
            ids[row.line] = LeadID.random(using: &generator)
        }
        self.ids = ids
    }

    /// The acts that bring them in, as one step.
    func drafts(at time: Moment) -> [Draft] {
        var drafts: [Draft] = []
        for row in file.rows {
            guard let id = ids[row.line] else { continue }
            drafts.append(Draft(.add(row.fields), lead: id, at: time, batch: batch))
            if let words = row.doNotContact {
                drafts.append(Draft(.doNotContact(words: words), lead: id, at: time, batch: batch))
            }
        }
        for (whom, words) in plan.forbidden {
            let id: LeadID? =
                switch whom {
                case .lead(let id): id
                case .line(let line): ids[line]
                }
            if let id { drafts.append(Draft(.doNotContact(words: words), lead: id, at: time, batch: batch)) }
        }
        return drafts
    }

    /// The columns and what becomes of them, and the first rows.
    func preview() -> [String] {
        var columns = Table(["COLUMN", "BECOMES", "FOR EXAMPLE"])
        for column in file.columns {
            columns.add([column.header, "\(column.target)", column.samples.first ?? ""])
        }
        var rows = Table(["LINE", "NAME", "COMPANY", "PHONE", "E-MAIL", ""])
        for (row, decision) in zip(file.rows, plan.decisions).prefix(10) {
            rows.add([
                "\(row.line)", row.fields.name, row.fields.company ?? "", row.fields.phones.first?.number ?? "",
                row.fields.emails.first?.address ?? "", decision.word,
            ])
        }
        let width = Output.terminalWidth
        return columns.lines(width: width) + [""] + rows.lines(width: width) + [""]
    }

    /// What came in, what did not, and why.
    func report(isDone: Bool) -> [String] {
        let system = file.system.map { ", \($0)" } ?? ""
        var lines = [
            "\(Output.visible(name)) (\(file.format)\(system)): \(isDone ? "added" : "would add") \(plan.added), "
                + "skipped \(plan.skipped), in doubt \(plan.inDoubt)"
        ]
        if plan.left > 0 { lines.append("  \(plan.left) without a name, company, phone or e-mail left out") }
        for (row, decision) in zip(file.rows, plan.decisions) {
            for problem in row.problems { lines.append("  line \(row.line): \(Output.visible(problem))") }
            switch decision {
            case .doubt(let match):
                lines.append(
                    "  line \(row.line): in doubt, has \(Output.visible(match.why)); it was added all the same")
            case .add, .skip, .leave: break
            }
        }
        if isDone && plan.added > 0 { lines.append("Take it back with: lastcall import --undo \(batch)") }
        return lines
    }
}

extension ImportDecision {
    fileprivate var adds: Bool {
        switch self {
        case .add, .doubt: true
        case .skip, .leave: false
        }
    }

    fileprivate var word: String {
        switch self {
        case .add: "comes in"
        case .skip(let match): "on file: \(match.why)"
        case .doubt(let match): "comes in, in doubt: \(match.why)"
        case .leave: "left out"
        }
    }
}
