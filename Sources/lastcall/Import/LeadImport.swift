import Exchange
import Journal
import Pipeline

/// The leads of a file on their way in: opened, read in slices, and brought in as one step.
struct LeadImport {
    let name: String
    private(set) var file: ImportFile
    private(set) var plan: ImportPlan
    /// What `--undo` calls this import.
    let batch: String
    /// The rows that the plan decides on.
    private(set) var rows: [ImportRow] = []
    private let acts: ActImport?
    private var generator = SystemRandomNumberGenerator()
    private var ids: [Int: LeadID] = [:]
    /// The lines of those to whom the file gives no id.
    private var unnamed: [Int] = []
    // The ids of all that are on file, or were.
    private let taken: Set<LeadID>

    /// What the user says of the files.
    struct Options {
        /// What columns are.
        var map: [(header: String, field: String)] = []
        /// The character set, if it is not to be found out.
        var charset: String?
        /// Whether rows of which a value cannot be stored are left, to be mended.
        var leavesIncomplete = false
    }

    /// Opens a file, and learns who is on file.
    ///
    /// - Throws: `Failure` when the file cannot be read, `ImportError` when it cannot be understood.
    init(opening name: String, _ options: Options = Options(), into pipeline: Pipeline, now: Now) throws {
        let bytes = try Files.readNamed(name)
        self.name = name == "-" ? "standard input" : name
        file = try ImportFile(
            opening: self.name, bytes: bytes, map: options.map, charset: options.charset, decoders: .system)
        plan = ImportPlan(
            existing: pipeline.leads.lazy.filter(\.isOnFile).map { ($0.id, $0.fields) },
            leavesIncomplete: options.leavesIncomplete)
        batch = LeadID.random(using: &generator).description
        acts = try file.acts.map { [name = file.name] in try ActImport($0, of: name, known: pipeline, now: now) }
        taken = Set(pipeline.leads.lazy.map(\.id))
    }

    /// Reads a slice, and decides on its rows; false when there is no more.
    ///
    /// - Throws: `ImportError` when the file is broken further on.
    mutating func advance() throws -> Bool {
        let isMore: Bool
        if let acts {
            rows = acts.rows
            isMore = false
        } else {
            isMore = try file.read(2000)
            rows += file.rows[rows.count...]
        }
        let first = plan.decisions.count
        plan.decide(on: rows[first...])
        for index in first..<rows.count where plan.decisions[index].adds {
            ids[rows[index].line] = rows[index].lead.flatMap { taken.contains($0) ? nil : $0 }
            if ids[rows[index].line] == nil { unnamed.append(rows[index].line) }
        }
        if !isMore {
            // Leads who tie in a list stand there by their ids: so those of a file stand in its order.
            let drawn = unnamed.map { _ in LeadID.random(using: &generator) }.sorted()
            for (line, id) in zip(unnamed, drawn) { ids[line] = id }
        }
        return isMore
    }

    /// How much of it is read, from 0 to 1.
    var fraction: Double { file.fraction }

    /// True when what it brings was recorded elsewhere before.
    var isPast: Bool { acts != nil }

    /// What it does, as one step, and what of the past it could not read.
    func drafts(_ now: Now) -> (drafts: [Draft], unread: [ImportedPast.Unread]) {
        if let acts { return (acts.drafts(plan, batch: batch), []) }
        var drafts: [Draft] = []
        var unread: [ImportedPast.Unread] = []
        let past = file.past(now: now)
        for row in rows {
            guard let id = ids[row.line] else { continue }
            drafts.append(Draft(.add(row.fields), lead: id, at: now.moment, batch: batch))
            let history = past(row)
            drafts += history.acts.map { Draft($0.act, lead: id, at: $0.at, batch: batch) }
            unread += history.unread
            if let words = row.doNotContact {
                drafts.append(Draft(.doNotContact(words: words), lead: id, at: now.moment, batch: batch))
            }
        }
        for (whom, words) in plan.forbidden {
            let id: LeadID? =
                switch whom {
                case .lead(let id): id
                case .line(let line): ids[line]
                }
            if let id { drafts.append(Draft(.doNotContact(words: words), lead: id, at: now.moment, batch: batch)) }
        }
        return (drafts, unread)
    }
}

extension ImportDecision {
    /// True for a row that comes in.
    var adds: Bool {
        switch self {
        case .add, .doubt: true
        case .skip, .leave: false
        }
    }
}
