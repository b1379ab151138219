public import Pipeline

/// A verified copy of the journal, in a folder that holds `backup.json` and `journal/`.
extension Journal {
    /// What a backup holds.
    public struct Backup: Hashable, Sendable {
        /// Where it is, absolute.
        public let folder: String
        /// How many files of lines it has.
        public let files: Int
        /// How many bytes those have.
        public let bytes: Int
    }

    /// Copies all that was read so far, whole lines only, reads every line back, and has all of it on the disk. An earlier
    /// backup in the folder stays until the new one is whole. Linear in the bytes. To be called after `load`.
    ///
    /// - Parameters:
    ///   - folder: absolute, or relative to the working directory; it is made when it is not there.
    ///   - at: when it is made, for people who look into it.
    /// - Throws: `cannotCreate` when the folder holds something else, is the data itself or cannot be made; `badData` when
    ///   the backup there has entries that the journal has not; `inputOutput`.
    public func backUp(to folder: String, at: Moment) throws(JournalError) -> Backup {
        let folder = JournalPaths.absolute(folder)
        try refuseUnlessBackup(folder)
        try refuseToForget(what: folder)
        try disk.makeFolders(folder)
        let marker = JSON.object([.init("lastcall", .string("backup")), .init("at", .string(at.description))])
        let fresh = folder + "/journal.new"
        return try onDisk { () throws(DiskError) in
            try disk.replace(folder + "/" + Journal.marker, with: Array((marker.text + "\n").utf8))
            try disk.removeTree(fresh)
            _ = try disk.makeFolder(fresh)
            let sources = segments.values.sorted { $0.path < $1.path }
            for source in sources { try copy(source, into: fresh) }
            try disk.syncFolder(fresh)
            try disk.swap(fresh, into: folder + "/journal", old: folder + "/journal.old")
            return Backup(folder: folder, files: sources.count, bytes: sources.reduce(0) { $0 + $1.consumed })
        }
    }

    static let marker = "backup.json"

    /// Copies the whole lines of a segment, and reads them back.
    private func copy(_ source: Segment, into folder: String) throws(DiskError) {
        let target = folder + source.path.dropFirst(paths.journal.utf8.count)
        if try disk.makeFolder(Disk.parent(of: target)) { try disk.syncFolder(folder) }
        try disk.copy(source.path, upTo: source.consumed, to: target)
        var copied = Segment(path: target, number: source.number, device: source.device)
        let reader = SegmentReader(disk: disk)
        try reader.handing({ _ in }) { () throws(DiskError) in _ = try reader.read(&copied) }
        guard copied.consumed == source.consumed, copied.digest == source.digest, copied.lines == source.lines else {
            throw DiskError.unlike(target)
        }
    }

    private func refuseUnlessBackup(_ folder: String) throws(JournalError) {
        for own in [paths.data, paths.state]
        where (folder + "/").hasPrefix(own + "/") || (own + "/").hasPrefix(folder + "/") {
            throw JournalError(
                .cannotCreate, "\(folder) lies with the data itself; name a folder elsewhere, best on another disk")
        }
        let (isThere, isFolder, names) = try onDisk { () throws(DiskError) in
            let stamp = try disk.stamp(at: folder)
            return (stamp != nil, stamp?.isFolder == true, try disk.names(in: folder))
        }
        if isThere, !isFolder || !names.isEmpty && !names.contains(Journal.marker) {
            throw JournalError(
                .cannotCreate, "\(folder) holds something that is no backup of lastcall's; name a new folder")
        }
    }

    /// An earlier backup is not given up for one that knows less.
    private func refuseToForget(what folder: String) throws(JournalError) {
        let files = try backupFiles(folder)
        if files.isEmpty { return }
        var known: Set<EntryID> = []
        for segment in segments.values { try readOnce(segment.path) { known.insert($0.id) } }
        var missing = 0
        for file in files {
            try readOnce(file.path, sealedOnly: true) {
                if known.insert($0.id).inserted { missing += 1 }
            }
        }
        if missing > 0 {
            throw JournalError(
                .badData,
                "the backup in \(folder) has \(plural(missing, "entry", "entries")) that are not here; bring them"
                    + " back first with: lastcall restore, or name another folder")
        }
    }

    /// A file of lines in a backup.
    struct BackupFile {
        let path: String
        let device: String
        let name: String
    }

    /// The files of lines in a backup, or in a copy of a data folder; none when it is neither.
    func backupFiles(_ folder: String) throws(JournalError) -> [BackupFile] {
        try onDisk { () throws(DiskError) in
            // A backup that was cut short while it took the place of an older one.
            let isCutShort = try disk.stamp(at: folder + "/journal") == nil
            let journal = folder + (isCutShort ? "/journal.old" : "/journal")
            var files: [BackupFile] = []
            for device in try disk.names(in: journal) where !device.hasPrefix(".") {
                for name in try disk.names(in: journal + "/" + device) where Segment.number(ofSource: name) != nil {
                    files.append(BackupFile(path: "\(journal)/\(device)/\(name)", device: device, name: name))
                }
            }
            return files
        }
    }

    /// Reads a file from its beginning; what was found in it.
    @discardableResult
    func readOnce(
        _ path: String, sealedOnly: Bool = false, _ take: (consuming Entry) -> Void
    ) throws(JournalError) -> LoadReport {
        let reader = SegmentReader(disk: disk, sealedOnly: sealedOnly)
        var source = Segment(path: path, number: 1, device: ownDevice)
        try onDisk { () throws(DiskError) in
            try reader.handing({ giveAway(&$0, take) }) { () throws(DiskError) in _ = try reader.read(&source) }
        }
        if let version = source.newerVersion {
            let newer = JournalHealth.newerVersion(file: path, version: version)
            throw JournalError(.badData, newer.sentence ?? path)
        }
        return source.findings
    }
}
