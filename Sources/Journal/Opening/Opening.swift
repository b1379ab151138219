public import Pipeline

/// What the screens begin with while the journal is being read.
///
/// It is derived and can be thrown away: a file of the state folder that says who heads the morning list on the days to
/// come, and where in the journal their lines are. What is shown of a lead is folded from those lines. It is believed only
/// while the journal, the settings and the program are those that it was made from, and nothing is recorded by it.
public struct Opening {
    /// What the list of the day holds.
    public let outlook: Outlook
    // Of each row of the outlook, where the record of its lead is.
    private let places: [OpeningFile.Place]
    private let head: OpeningFile.Head
    private let file: OpeningFile.Open
    private let disk: Disk

    init?(_ paths: JournalPaths, on day: Day, premises: String, sources: [String], _ disk: Disk) {
        guard let file = try? OpeningFile.Open(paths.opening, disk), let head = try? file.head(),
            head.premises == premises, head.sources.map(\.path) == sources,
            head.sources.allSatisfy({ (try? disk.stamp(at: $0.path)) == $0.stamp }),
            let part = head.days.first(where: { $0.day == day }), let (rows, places) = try? file.rows(part, head)
        else { return nil }
        (self.file, self.head, self.places, self.disk) = (file, head, places, disk)
        outlook = Outlook(
            day: day, counts: part.counts, work: part.work, totals: head.totals, rows: rows, zones: head.zones)
    }

    /// The leads of some rows, folded from their lines of the journal; nil when anything is not as it was. Linear in what
    /// was recorded of them.
    public func pipeline(of leads: [LeadID], _ rules: Rules) -> Pipeline? {
        var pipeline = Pipeline(rules, expecting: leads.count)
        var counts: [(lead: LeadID, entries: Int)] = []
        var undos: [OpeningFile.Line] = []
        do {
            let lines = ScatteredLines(of: head.sources, disk)
            try pipeline.applyAll { take in
                for lead in leads {
                    guard let row = outlook.rows.firstIndex(where: { $0.lead == lead }) else {
                        throw OpeningFile.Damage()
                    }
                    let record = try file.record(of: lead, at: places[row])
                    counts.append((lead, record.entries))
                    undos += record.undos
                    try lines.read(record.lines, take)
                }
                try lines.read(undos.distinct, take)
            }
        } catch {
            return nil
        }
        // A line that is not found where it was would leave a lead with less than what is known of it.
        let isWhole = counts.allSatisfy { pipeline.entryCount(of: $0.lead) == $0.entries }
        return isWhole ? pipeline : nil
    }
}

extension Journal {
    /// What the screens can begin with before `load`; nil when there is nothing that can be believed.
    ///
    /// - Parameter premises: what it depends on besides the journal, as it was given to `keepOpening`.
    public func opening(on day: Day, premises: String) -> Opening? {
        guard health() == .writable, let sources = try? sourceFiles() else { return nil }
        return Opening(paths, on: day, premises: premises, sources: sources, disk)
    }

    /// Keeps what the screens begin with the next time, unless something in the journal is in doubt. Linear in the number
    /// of leads and in the size of the journal. It is no loss when it fails.
    ///
    /// - Parameters:
    ///   - outlooks: for the days to come, each of the same leads.
    ///   - premises: what they depend on besides the journal, and whoever reads them must find unchanged.
    public func keepOpening(_ outlooks: [Outlook], of pipeline: Pipeline, premises: String) {
        guard health() == .writable, report.isClean, let files = try? sourceFiles(),
            files == segments.keys.sorted(), files.count < UInt16.max
        else { return }
        var sources: [OpeningFile.Source] = []
        for path in files {
            guard let stamp = segments[path]?.stamp, stamp == (try? disk.stamp(at: path)) else { return }
            sources.append(OpeningFile.Source(path: path, stamp: stamp, device: segments[path]?.device ?? ownDevice))
        }
        let shown = Set(outlooks.flatMap { $0.rows.lazy.map(\.lead) })
        let families = shown.map { (lead: $0, members: pipeline.family(of: $0)) }
        guard let index = try? LineIndex(of: Set(families.flatMap(\.members)), in: files, disk) else { return }
        let undos = pipeline.undos(concerning: shown)
        var records: [(LeadID, OpeningFile.Record)] = []
        for (lead, members) in families {
            let undos = undos[lead] ?? []
            let lines = members.flatMap { index.lines[$0] ?? [] }
            let record = OpeningFile.Record(
                entries: pipeline.entryCount(of: lead), lines: lines, undos: undos.compactMap { index.undos[$0] })
            guard record.undos.count == undos.count else { return }
            records.append((lead, record))
        }
        let bytes = OpeningFile.bytes(premises, sources, outlooks, records)
        try? disk.replace(paths.opening, with: bytes, isDerived: true)
    }

    /// The files that are read, sorted.
    private func sourceFiles() throws(JournalError) -> [String] {
        var files: [String] = []
        for device in try names(in: paths.journal) where !device.hasPrefix(".") {
            files += try sources(of: device).map(\.path)
        }
        return files.sorted()
    }
}

extension LoadReport {
    /// True when nothing unusual was found.
    var isClean: Bool {
        !hasLosses && changedOutsideCount == 0 && unfinished.isEmpty && unreadable.isEmpty && vanished.isEmpty
            && copies.isEmpty && missingFiles.isEmpty
    }
}
