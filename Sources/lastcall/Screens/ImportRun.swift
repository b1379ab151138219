import Exchange
import Glibc
import Interface
import Pipeline

/// An import from the screens: shown before it is done, read in slices between keys, and told of afterwards.
struct ImportRun {
    private var reading: LeadImport?
    /// What was left out of the last import, to be mended, and the file that it came from.
    private var leftOut: (rows: [UInt8], file: String)?

    /// True while a file is read.
    var isRunning: Bool { reading != nil }

    // MARK: - Choosing

    /// What a folder holds that may be imported; of where the program runs, and of where downloads go, when none is named.
    static func listing(_ folder: String) -> FolderListing {
        let folders = folder.isEmpty ? ["", "~/Downloads/"] : [folder]
        return FolderListing(folder: folder, entries: folders.flatMap(entries))
    }

    private static let endings = ["csv", "tsv", "tab", "txt", "vcf", "vcard", "json", "jsonl", "ndjson"]

    private static func entries(of folder: String) -> [FolderListing.Entry] {
        Files.names(in: folder.isEmpty ? "." : Files.expanded(folder)).filter { !$0.hasPrefix(".") }.compactMap {
            name in
            var status = stat()
            guard stat(Files.expanded(folder + name), &status) == 0 else { return nil }
            let modified = Moment(seconds: Int64(status.st_mtim.tv_sec))
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return FolderListing.Entry(path: folder + name + "/", modified: modified)
            case S_IFREG:
                let ending = name.split(separator: ".").last?.lowercased() ?? ""
                guard endings.contains(ending) else { return nil }
                return FolderListing.Entry(path: folder + name, modified: modified)
            default: return nil
            }
        }
    }

    // MARK: - Looking

    /// What a file would bring in, from its first rows.
    ///
    /// - Throws: `Failure` or `ImportError` when it cannot be read or understood.
    static func preview(_ name: String, _ choices: [ColumnChoice], _ pipeline: Pipeline, _ now: Now) throws
        -> ImportPreview
    {
        let fields = ColumnTarget.words.filter { !$0.contains(":") }
        do {
            var reading = try open(name, choices, pipeline, now)
            _ = try reading.advance()
            let columns = reading.file.columns.map {
                ImportPreview.Column(
                    ColumnChoice(header: $0.header, field: "\($0.target)"), sample: $0.samples.first ?? "")
            }
            return ImportPreview(
                file: name,
                kind: [reading.file.format, reading.file.system].compactMap(\.self).joined(separator: ", "),
                columns: columns, rows: reading.firstRows, fields: fields)
        } catch let error as ImportError {
            guard case .noUsefulColumn(_, let headers) = error.fault else { throw error }
            let columns = headers.map { header in
                let choice = choices.first { $0.header == header } ?? ColumnChoice(header: header, field: "extra")
                return ImportPreview.Column(choice, sample: "")
            }
            return ImportPreview(
                file: name, kind: "", columns: columns, rows: [], fields: fields,
                problem: "Say which column holds a name, a company, a phone or an e-mail.")
        }
    }

    private static func open(
        _ name: String, _ choices: [ColumnChoice], _ pipeline: Pipeline, _ now: Now
    ) throws -> LeadImport {
        let map = choices.map { ($0.header, $0.field) }
        // Standard input is the keyboard here.
        return try LeadImport(opening: name == "-" ? "./-" : name, .init(map: map), into: pipeline, now: now)
    }

    // MARK: - Importing

    /// Begins to read a file.
    ///
    /// - Throws: `Failure` or `ImportError`.
    mutating func start(_ name: String, _ choices: [ColumnChoice], _ pipeline: Pipeline, _ now: Now) throws {
        leftOut = nil
        reading = try ImportRun.open(name, choices, pipeline, now)
    }

    /// Forgets what was read. Nothing was recorded.
    mutating func stop() { reading = nil }

    /// Reads a slice.
    ///
    /// - Returns: how much is read, from 0 to 1, and the import when that is all of it.
    /// - Throws: `ImportError`; then it has stopped.
    mutating func advance() throws -> (fraction: Double, done: LeadImport?) {
        guard var slice = reading else { return (1, nil) }
        reading = nil
        if try slice.advance() {
            reading = slice
            return (slice.fraction, nil)
        }
        if let rows = slice.file.rejectedRows(slice.plan) { leftOut = (rows, slice.name) }
        return (1, slice)
    }

    /// What an import did, for the screens.
    func outcome(_ done: LeadImport, _ drafts: [Draft], _ unread: [ImportedPast.Unread]) -> ImportOutcome {
        ImportOutcome(
            lines: done.report(drafts, unread: unread, isDone: true) + done.skippedRows, hasLeftOut: leftOut != nil)
    }

    /// Writes the rows that were left out beside the file that they came from.
    ///
    /// - Returns: the new file.
    /// - Throws: `Failure`.
    func writeLeftOut() throws -> String {
        guard let leftOut else { throw Failure.badData("Nothing was left out.") }
        let path = Files.expanded(leftOut.file)
        let name = path.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        let folder = path.dropLast(name.count)
        for number in 1...99 {
            let target = "\(folder)\(stem)-left-out\(number > 1 ? "-\(number)" : "").csv"
            if access(target, F_OK) == 0 { continue }
            try Files.write(leftOut.rows, to: target)
            return target
        }
        throw Failure.inputOutput("\(folder): there are 99 files of rows left out; remove some")
    }
}
