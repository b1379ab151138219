import ArgumentParser
import Exchange
import Journal
import Pipeline

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export leads: as a backup, to a spreadsheet, a phone or a calendar, or to be read.",
        discussion: """
            json and jsonl hold everything and come back in through import: json is the state of each lead with its \
            history, jsonl the acts alone, as record takes them. csv and vcard hold who people are, and come back in \
            as well; ics holds what is to be done next. markdown is a page for each lead; with --review it is what \
            came of the week.

            Who asked not to be contacted is in no csv, vcard or ics, which are used to contact people.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var wanted: FilterOptions
    @Option(help: "The format.") var format: Format?
    @Option(help: ArgumentHelp("Where to; else standard output.", valueName: "file"), completion: .file()) var output:
        String?
    @Flag(help: "Of all leads, what came of the days from --from to --to, for a manager.") var review = false
    @Option(help: ArgumentHelp("The first day of the review; else six days before the last.", valueName: "day"))
    var from: String?
    @Option(help: ArgumentHelp("The last day of the review; else today.", valueName: "day")) var to: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, jsonl, csv, vcard, ics, markdown

        /// True for a format by which people are contacted.
        var isForMailing: Bool { self == .csv || self == .vcard || self == .ics }
    }

    func validate() throws {
        if review {
            if let format, format != .markdown { throw ValidationError("--review is written as markdown only.") }
            if !wanted.filter.isEmpty || wanted.view != nil {
                throw ValidationError("--review is of all leads; leave the filter out.")
            }
        } else if from != nil || to != nil {
            throw ValidationError("--from and --to are the days of a review; give --review with them.")
        }
    }

    func run() throws {
        let store = try Store(store.location())
        let now = store.clock.now
        if review {
            let last = try to.map { try day($0, "--to") } ?? now.today
            let first = try from.map { try day($0, "--from") } ?? last.adding(days: -6)
            guard first <= last else { throw Failure.usage("--from \(first) is after --to \(last); turn them round") }
            return try write(.review(store.pipeline, from: first, to: last, now))
        }
        let format = format ?? .json
        let wanted = try wanted.read(now, store.pipeline.rules, for: Self.self)
        var leads = store.pipeline.leads.filter { $0.isOnFile && wanted.includes($0) }
            .sorted { $0.id < $1.id }
        if format.isForMailing {
            let count = leads.count
            leads.removeAll { $0.doNotContact != nil }
            let left = count - leads.count
            if left > 0 {
                Output.complain(
                    "\(plural(left, "lead")) who asked not to be contacted left out of the \(format)")
            }
        }
        try write(file(format, leads, store))
    }

    private func file(_ format: Format, _ leads: [Lead], _ store: Store) -> ExportedFile {
        let (pipeline, now) = (store.pipeline, store.clock.now)
        switch format {
        case .json:
            let shapes = leads.lazy.map {
                Shapes.lead($0, now, pipeline.rules, history: pipeline.history(of: $0))
            }
            var (progress, count) = (Progress("Exporting"), 0)
            defer { progress.clear() }
            let bytes = Output.bytes(ofArray: shapes) { _ in
                count += 1
                progress.show(Double(count) / Double(leads.count))
            }
            return ExportedFile(bytes: bytes)
        case .jsonl: return ExportedFile(bytes: acts(leads, pipeline))
        case .csv: return .table(leads, now)
        case .vcard: return .cards(leads)
        case .ics: return .calendar(leads, now)
        case .markdown: return .pages(leads, now, pipeline.rules, history: pipeline.history)
        }
    }

    /// The acts of leads, one a line, in the order in which they were recorded and as `record` takes them.
    private func acts(_ leads: [Lead], _ pipeline: Pipeline) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in leads.flatMap(pipeline.history).sorted(by: { $0.id < $1.id }) {
            EntryJSON.act(of: entry).write(to: &bytes)
            bytes.append(10)
        }
        return bytes
    }

    private func write(_ file: ExportedFile) throws {
        if let output { try Files.write(file.bytes, to: output) } else { Output.print(file.bytes) }
        if !file.losses.isEmpty {
            Output.complain("the file does not hold \(file.losses.joined(separator: ", nor ")); json and jsonl do")
        }
    }

    private func day(_ text: String, _ option: String) throws -> Day {
        guard let day = Day(text) else {
            throw Failure.badData("\(option) “\(text)” is no day; write it as 2026-11-02")
        }
        return day
    }
}
