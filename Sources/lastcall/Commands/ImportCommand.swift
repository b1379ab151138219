import ArgumentParser
import Exchange
import Pipeline

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import people from a CRM, a phone, a mail program or a spreadsheet.",
        discussion: """
            Reads CSV and its kin, vCard 2.1 to 4.0, JSON, JSON lines, and what lastcall exports. Exports of HubSpot, \
            Salesforce, Close, Pipedrive, Apollo, LinkedIn, Google Contacts and Outlook are recognised by their \
            headers. Who is on file already is skipped, so that the same file twice adds nobody. Try it first with \
            --dry-run; every import is one step, which --undo takes back.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The files; - for standard input.", completion: .file()) var files: [String] = []
    @Option(help: ArgumentHelp("Says what a column is; may be given several times.", valueName: "Header=field"))
    var map: [String] = []
    @Option(
        help: ArgumentHelp("The character set, such as windows-1251, where it is not found out.", valueName: "name"))
    var encoding: String?
    @Flag(help: "Show what would come in, and record nothing.") var dryRun = false
    @Option(
        help: ArgumentHelp(
            "Leave out rows of which something cannot be stored, and write them here, to be mended and imported.",
            valueName: "file"),
        completion: .file())
    var rejected: String?
    @Option(help: ArgumentHelp("Take an import back, sparing who was changed since.", valueName: "batch"))
    var undo: String?

    func validate() throws {
        if undo == nil && files.isEmpty { throw ValidationError("Name a file to import.") }
        if undo != nil && !files.isEmpty {
            throw ValidationError("--undo takes back an earlier import; name no file with it.")
        }
        if rejected != nil && files.count > 1 {
            throw ValidationError("--rejected is for one file; import the others on their own.")
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
        let options = LeadImport.Options(map: map, charset: encoding, leavesIncomplete: rejected != nil)
        for name in files {
            do {
                try bringIn(name, options, to: &store)
            } catch {
                throw Failure(recording: error)
            }
        }
    }

    private func bringIn(_ name: String, _ options: LeadImport.Options, to store: inout Store) throws {
        let now = store.clock.now
        var progress = Progress("Importing \(name)")
        let (reading, drafts, unread) = try {
            defer { progress.clear() }
            var reading = try LeadImport(opening: name, options, into: store.pipeline, now: now)
            while try reading.advance() { progress.show(reading.fraction) }
            let (drafts, unread) = reading.drafts(now)
            if !dryRun, !drafts.isEmpty { try store.record(drafts, isPast: reading.isPast) }
            return (reading, drafts, unread)
        }()
        if dryRun { for line in reading.preview() { Output.print(line) } }
        for line in reading.report(drafts, unread: unread, isDone: !dryRun) { Output.print(line) }
        if !dryRun, !drafts.isEmpty { Output.print("Take it back with: lastcall import --undo \(reading.batch)") }
        guard let rows = reading.file.rejectedRows(reading.plan) else { return }
        if let rejected, !dryRun {
            try Files.write(rows, to: rejected)
            Output.print("Mend what was left out in \(Output.visible(rejected)), and import that.")
        } else if rejected == nil {
            Output.print("To mend what was left out: lastcall import --rejected FILE, and import that FILE.")
        }
    }

    private func takeBack(_ batch: String, in store: inout Store) throws {
        let entries = store.pipeline.entries(ofBatch: batch)
        guard !entries.isEmpty else {
            throw Failure.badData("there is no import \(batch) to take back; import prints its number when it is done")
        }
        // What was recorded of a lead before the import came is no reason to spare it.
        var own: [LeadID: Set<EntryID>] = [:]
        for entry in entries { if let lead = entry.lead { own[lead, default: []].insert(entry.id) } }
        let spared = Set(
            own.filter { id, batch in
                guard let lead = store.pipeline[id], let first = batch.min() else { return false }
                return store.pipeline.history(of: lead).contains { $0.id > first && !batch.contains($0.id) }
            }.keys)
        let taken = entries.filter { entry in entry.lead.map { !spared.contains($0) } ?? true }
        if !taken.isEmpty { try store.record([Step(entries: taken).undoing(at: store.clock.now.moment)]) }
        let count = Set(taken.compactMap(\.lead)).count
        Output.print(count == 0 ? "Nothing was taken back." : "Taken back: \(plural(count, "lead")).")
        if spared.isEmpty { return }
        Output.print("Kept: \(plural(spared.count, "lead")) with something recorded since.")
        let most = 20
        for id in spared.sorted().prefix(most) {
            if let lead = store.pipeline[id] { Output.print("  \(id)  \(Output.visible(lead.title))") }
        }
        if spared.count > most { Output.print("  and \(spared.count - most) more") }
    }
}
