public import Pipeline

extension Journal {
    /// Reads everything that was not read yet and hands out each entry, each device's in the order of its files. Repairs
    /// the end of our own files if a crash left it torn, and puts back what was taken away from them. Linear.
    ///
    /// What one device wrote twice, or two have, comes twice: an id counts once in the pipeline.
    ///
    /// - Throws: `inputOutput` when one of our own files cannot be read; others' are named in the report.
    public func load(_ take: (consuming Entry) -> Void) throws(JournalError) -> LoadReport {
        var failure: JournalError?
        Relay.run { handOver in
            do throws(JournalError) {
                try reader.handing(handOver) { () throws(JournalError) in
                    try readAll()
                    // A mirror that cannot be read heals nothing, and keeps nobody from reading.
                    let mayHeal = segments.values.contains(where: isTorn) || (try? isMirrorAhead()) == true
                    if mayHeal, !health().isLasting { repairUnderLock() }
                }
            } catch {
                failure = error
            }
        } _: { entries in
            giveAway(&entries, take)
        }
        if let failure { throw failure }
        giveAway(&pending, take)
        return report
    }

    func giveAway(_ entries: inout [Entry], _ take: (consuming Entry) -> Void) {
        // An array gives its values away, instead of copies of them, only from its end.
        entries.reverse()
        while let entry = entries.popLast() { take(entry) }
    }

    /// Reads only what says who the leads are: the acts add, edit, merge and undo, where the line is as we write it, and
    /// every line that is not. Repairs nothing, checks nothing else, and leaves the journal as one of which nothing was
    /// read. Linear, and many times as quick as `load`.
    ///
    /// - Throws: as `load`.
    public func loadNames(_ take: (consuming Entry) -> Void) throws(JournalError) {
        reader.leavesOutHistory = true
        defer {
            reader.leavesOutHistory = false
            (segments, pending, unreadable) = ([:], [], [:])
        }
        try reader.handing({ giveAway(&$0, take) }) { () throws(JournalError) in try readAll() }
    }

    /// What is new since `load`, `follow` and `append`. Costs a look at each file when there is nothing.
    ///
    /// A file that somebody changed in the middle comes again as a whole.
    ///
    /// - Throws: as `load`.
    public func follow() throws(JournalError) -> [Entry] {
        try readAll()
        defer { pending = [] }
        return pending + reader.takeEntries()
    }

    /// Reads what is new in all segments of all devices.
    func readAll() throws(JournalError) {
        var found: Set<String> = []
        for name in try names(in: paths.journal) where !name.hasPrefix(".") {
            let files = try sources(of: name)
            guard !files.isEmpty, let device = index(of: name) else { continue }
            for (number, path) in files {
                if try read(segments[path] ?? Segment(path: path, number: number, device: device)) {
                    found.insert(path)
                }
            }
        }
        for path in segments.keys where !found.contains(path) {
            segments[path] = nil
            vanished.append(path)
        }
    }

    /// The files of a device that are read, in the order of their numbers.
    func sources(of device: String) throws(JournalError) -> [(number: Int, path: String)] {
        let folder = paths.journal + "/" + device
        return try names(in: folder).compactMap { name in
            Segment.number(ofSource: name).map { (number: $0, path: "\(folder)/\(name)") }
        }.sorted { $0.number < $1.number }
    }

    /// Reads what is new in one segment; false when it is not there.
    private func read(_ old: Segment) throws(JournalError) -> Bool {
        var segment = old
        do throws(DiskError) {
            guard try reader.read(&segment) else { return false }
            unreadable[segment.path] = nil
        } catch {
            if segment.device == ownDevice { throw JournalError(error) }
            unreadable[segment.path] = error.sentence
        }
        segments[segment.path] = segment
        if segment.device == ownDevice, let id = segment.lastID { lastID = max(lastID ?? id, id) }
        return true
    }

    func names(in folder: String) throws(JournalError) -> [String] {
        do throws(DiskError) {
            let names = try disk.names(in: folder)
            unreadable[folder] = nil
            return names
        } catch {
            if folder == paths.journal || folder == ownFolder { throw JournalError(error) }
            unreadable[folder] = error.sentence
            return []
        }
    }

    var ownFolder: String { paths.journal + "/" + device.name }

    private func index(of name: String) -> UInt16? {
        if let index = devices.firstIndex(of: name) { return UInt16(index) }
        guard devices.count < Entry.deviceLimit else {
            unreadable[paths.journal] =
                "\(paths.journal) has more than \(Entry.deviceLimit) devices; the rest is not read"
            return nil
        }
        devices.append(name)
        return UInt16(devices.count - 1)
    }

    func ownPath(_ number: Int) -> String { ownFolder + "/" + Segment.fileName(number) }

    /// True for a segment that we write.
    func isOurs(_ segment: Segment) -> Bool { segment.device == ownDevice && !segment.isCopy }

    /// True for a segment of ours that does not end in a newline.
    func isTorn(_ segment: Segment) -> Bool { isOurs(segment) && segment.tail > 0 }

    /// Repairs at load, unless another process of ours is writing: then what is not finished is not torn. What cannot be
    /// repaired keeps nobody from reading.
    private func repairUnderLock() {
        do {
            try lock.with(patience: patience) {
                try readAll()
                try repairTails()
                try heal(by: .losses)
            }
            unreadable[paths.lock] = nil
        } catch let error as JournalError {
            if case .heldByAnother = error.kind { return }
            noteTrouble(error)
            unreadable[paths.lock] = "the journal could not be repaired: \(error)"
        } catch {
            unreadable[paths.lock] = "the journal could not be repaired: \(error)"
        }
    }

    /// Repairs our torn segments and reads what was whole in them. The caller holds the lock and has read everything.
    func repairTails() throws(JournalError) {
        for segment in segments.values.filter(isTorn).sorted(by: { $0.path < $1.path }) {
            repaired.append(try TailRepair(disk: disk, paths: paths).repair(segment, device: device.name))
            _ = try read(segment)
        }
    }
}
