public import Pipeline

/// The way back from a backup: a union. What is here already stays as it is.
extension Journal {
    /// What a restore did.
    public struct Restored: Sendable {
        /// The entries that came back, in no order.
        public internal(set) var entries: [Entry] = []
        /// How many entries of the backup were here already.
        public internal(set) var known = 0
        /// What of the backup was left out and why, each in one sentence.
        public internal(set) var leftOut: [String] = []
    }

    /// Brings back the entries of a backup, or of a copy of a data folder, that are not here. Linear in both. To be called
    /// after `load`.
    ///
    /// A file that is gone, or has lost lines, comes back as it was, so that the history tells who wrote what; other
    /// entries are appended again in a file of this device, with their ids.
    ///
    /// - Throws: `badData` when the folder holds no lines of lastcall's, and as `append`.
    public func restore(from folder: String) throws -> Restored {
        let folder = JournalPaths.absolute(folder)
        let files = try backupFiles(folder)
        guard !files.isEmpty else {
            throw JournalError(
                .badData, "\(folder) is no backup of lastcall's; name the folder that was given to backup")
        }
        return try whileLocked {
            var known: Set<EntryID> = []
            for segment in segments.values { try readOnce(segment.path) { known.insert($0.id) } }
            pending += reader.takeEntries()
            let waiting = pending
            pending = []
            var result = Restored()
            var held: Set<EntryID> = []
            var missing: [Entry] = []
            for file in files {
                var news: [Entry] = []
                let findings = try readOnce(file.path, sealedOnly: true) {
                    if known.contains($0.id) { held.insert($0.id) } else { news.append($0) }
                }
                if try putBack(file, hasNews: !news.isEmpty) { continue }
                result.leftOut += findings.changedOutside.map {
                    "\($0.file):\($0.line): is not as it was written; left out unless it is here already"
                }
                missing += news
            }
            // What came back with whole files.
            try readAll()
            let back = reader.takeEntries().filter { known.insert($0.id).inserted }
            let others = missing.filter { known.insert($0.id).inserted }
            _ = try appendAgain(others)
            try heal(by: .lengths)
            result.entries = back + others
            result.known = held.count
            pending = waiting + result.entries
            return result
        }
    }

    /// Puts a file back that is not here, or of which another device's has only some lines here. False when the file is
    /// here and says something else, or is ours: then its entries are appended.
    private func putBack(_ file: BackupFile, hasNews: Bool) throws(JournalError) -> Bool {
        let target = "\(paths.journal)/\(file.device)/\(file.name)"
        let isThere = try onDisk { () throws(DiskError) in try disk.stamp(at: target) != nil }
        if isThere {
            guard hasNews, file.device != device.name else { return false }
            if try onDisk({ () throws(DiskError) in try !disk.isContained(target, in: file.path) }) { return false }
        }
        try disk.makeFolders(Disk.parent(of: target))
        try onDisk { () throws(DiskError) in
            guard let bytes = try disk.contents(of: file.path) else { return }
            try disk.replace(target, with: bytes)
        }
        return true
    }
}
