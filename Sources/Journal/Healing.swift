import Pipeline

/// What this device wrote is kept twice. When a syncer, a merge or a hand took lines away from the journal, they are
/// appended again from the mirror, with the ids that they had.
extension Journal {
    /// How closely our segments are held against their mirrors.
    enum Healing {
        /// By their lengths, which costs a look at each file.
        case lengths
        /// Those in which lines are lost, by their bytes as well.
        case losses
        /// All by their bytes.
        case bytes
    }

    /// True when the journal may lack something that the mirror has. Costs a look at each of our files.
    func isMirrorAhead() throws(JournalError) -> Bool {
        try onDisk { () throws(DiskError) in
            for number in try mirror.numbers(of: device.name) {
                guard let segment = segments[ownPath(number)] else { return true }
                let size = try disk.stamp(at: mirror.path(of: number, device.name))?.size ?? 0
                if size > segment.stamp?.size ?? 0 || segment.findings.hasLosses { return true }
            }
            return false
        }
    }

    /// Brings our segments up to their mirrors, and the mirrors up to their segments. The caller holds the lock and has
    /// read everything.
    func heal(by depth: Healing) throws(JournalError) {
        try putBackMissingFiles()
        if try onDisk({ () throws(DiskError) in try differences(depth) }).isEmpty { return }
        try putBackLines(depth)
        let ahead = try onDisk { () throws(DiskError) in try differences(depth) }.filter { !$0.isMirrorBehind }
        if !ahead.isEmpty {
            let count = try appendAgain(entriesNotInOurFiles(of: ahead.map(\.mirror)))
            if count > 0 {
                repaired.append(
                    "\(ownFolder): \(plural(count, "entry", "entries")) gone, and put back from the mirror in"
                        + " \(mirror.folder(of: device.name))")
            }
        }
        try onDisk { () throws(DiskError) in
            for difference in try differences(depth) { try renewMirror(difference) }
        }
    }

    /// Appends entries that were recorded before, with their ids. The caller holds the lock and has read everything.
    func appendAgain(_ entries: [Entry]) throws(JournalError) -> Int {
        // So many at once that a batch stays small against a segment.
        let step = 50_000
        for start in stride(from: 0, to: entries.count, by: step) {
            let batch = Array(entries[start..<min(start + step, entries.count)])
            pending += try write(batch, batch[0].id.milliseconds)
        }
        return entries.count
    }

    /// The sealed entries of files that none of our segments has, each id once. Linear in what we ever wrote.
    func entriesNotInOurFiles(of files: [String]) throws(JournalError) -> [Entry] {
        var known: Set<EntryID> = []
        for segment in segments.values where isOurs(segment) {
            try readOnce(segment.path) { known.insert($0.id) }
        }
        var result: [Entry] = []
        for path in files {
            try readOnce(path, sealedOnly: true) { if known.insert($0.id).inserted { result.append($0) } }
        }
        return result
    }

    /// A whole file that is gone comes back as it was.
    private func putBackMissingFiles() throws(JournalError) {
        let missing = try onDisk { () throws(DiskError) in try mirror.numbers(of: device.name) }
            .filter { segments[ownPath($0)] == nil }
        if missing.isEmpty { return }
        try disk.makeFolders(ownFolder)
        try onDisk { () throws(DiskError) in
            for number in missing {
                let copy = mirror.path(of: number, device.name)
                guard let bytes = try disk.contents(of: copy), !bytes.isEmpty else { continue }
                try disk.replace(ownPath(number), with: bytes)
                vanished.removeAll { $0 == ownPath(number) }
                repaired.append("\(ownPath(number)): was gone, and is put back from \(copy)")
            }
        }
        try readAll()
        try repairTails()
    }

    /// A file of which only some lines are left comes back as it was.
    private func putBackLines(_ depth: Healing) throws(JournalError) {
        let before = repaired.count
        for difference in try onDisk({ () throws(DiskError) in try differences(depth) }) {
            if difference.isMirrorBehind { continue }
            try onDisk { () throws(DiskError) in
                guard try isWhole(difference.mirror), try disk.isContained(difference.segment, in: difference.mirror),
                    let bytes = try disk.contents(of: difference.mirror)
                else { return }
                try disk.replace(difference.segment, with: bytes)
                repaired.append("\(difference.segment): lines were gone, and are put back from \(difference.mirror)")
            }
        }
        if repaired.count > before { try readAll() }
    }

    /// True when a file holds nothing but whole lines as they were written.
    private func isWhole(_ path: String) throws(DiskError) -> Bool {
        var copy = Segment(path: path, number: 1, device: ownDevice)
        let reader = SegmentReader(disk: disk, sealedOnly: true)
        try reader.handing({ _ in }) { () throws(DiskError) in _ = try reader.read(&copy) }
        return copy.tail == 0 && copy.findings.changedOutsideCount == 0 && copy.findings.missing.isEmpty
    }

    /// A segment and its mirror that are not the same.
    private struct Difference {
        let number: Int
        let segment: String
        let mirror: String
        let mirrorSize: Int
        /// Bytes at the beginning that both have.
        let common: Int

        var isMirrorBehind: Bool { common == mirrorSize }
    }

    private func differences(_ depth: Healing) throws(DiskError) -> [Difference] {
        var result: [Difference] = []
        for segment in segments.values.filter(isOurs).sorted(by: { $0.number < $1.number }) {
            let copy = mirror.path(of: segment.number, device.name)
            let size = try disk.stamp(at: segment.path)?.size ?? 0
            let mirrorSize = try disk.stamp(at: copy)?.size ?? 0
            let mayDiffer =
                switch depth {
                case .lengths: false
                case .losses: segment.findings.hasLosses
                case .bytes: true
                }
            if size == mirrorSize, !mayDiffer { continue }
            let common = try disk.commonLength(segment.path, copy)
            if common == size, common == mirrorSize { continue }
            result.append(
                Difference(
                    number: segment.number, segment: segment.path, mirror: copy, mirrorSize: mirrorSize, common: common)
            )
        }
        return result
    }

    /// Makes a mirror what its segment is. What it held otherwise goes into the quarantine, since it may be what was
    /// written first.
    private func renewMirror(_ difference: Difference) throws(DiskError) {
        mirror.close()
        var start = difference.mirrorSize
        if !difference.isMirrorBehind {
            let name = "\(Segment.fileName(difference.number).dropLast(6))-mirror"
            if let bytes = try disk.contents(of: difference.mirror) {
                _ = try disk.quarantine(bytes, as: name, of: device.name, paths)
            }
            start = 0
        }
        try mirror.extend(difference.number, of: device.name, with: difference.segment, from: start)
    }
}
