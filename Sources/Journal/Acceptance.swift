import Pipeline

/// What is wrong in the journal and the user took as it is. Since lines are never rewritten, it is remembered beside them,
/// in the state folder, by what it is: when it changes once more it is told again.
enum Acceptance {
    /// What was taken so far; none when the file of it cannot be used.
    static func marks(_ paths: JournalPaths, _ disk: Disk) throws(JournalError) -> Set<String> {
        let bytes = try onDisk { () throws(DiskError) in try disk.contents(of: paths.acceptedFile) }
        guard let bytes, case .array(let values)? = try? JSON(reading: bytes) else { return [] }
        return Set(
            values.compactMap {
                if case .string(let mark) = $0 { return mark }
                return nil
            })
    }

    /// The findings of a segment without the gaps that were taken as they are. Lines are left out when they are read.
    static func without(_ marks: Set<String>, _ segment: Segment) -> LoadReport {
        var findings = segment.findings
        findings.missing.removeAll { marks.contains(mark(of: $0, in: segment)) }
        findings.unaccepted += findings.missing.map { mark(of: $0, in: segment) }
        return findings
    }

    private static func mark(of gap: LoadReport.Gap, in segment: Segment) -> String {
        segment.mark("\(gap.first)-\(gap.last)")
    }
}

extension Journal {
    /// Takes lines that were changed, damaged or lost as they are: they are not told again unless they change once more.
    /// To be called after `load`; a journal that is opened from then on knows of it.
    ///
    /// - Returns: how many were taken.
    /// - Throws: as `append`.
    public func acceptDamage() throws -> Int {
        let found = report.unaccepted
        if found.isEmpty { return 0 }
        return try whileLocked {
            let marks = try Acceptance.marks(paths, disk).union(found)
            try onDisk { () throws(DiskError) in
                try disk.replace(
                    paths.acceptedFile,
                    with: Array((JSON.array(marks.sorted().map { .string($0) }).text + "\n").utf8))
            }
            return found.count
        }
    }

    /// Does what is safe to make the journal whole: finishes our unfinished lines, puts back what the mirror has and the
    /// journal has not, takes in what only a syncer's copy of a file of ours has, and brings the mirror up to date. To be
    /// called after `load`.
    ///
    /// - Returns: what was done, each in one sentence.
    /// - Throws: as `append`.
    public func repair() throws -> [String] {
        guard isIdentified else { return [] }
        let before = repaired.count
        try whileLocked {
            try heal(by: .bytes)
            try takeInCopies()
        }
        return Array(repaired.dropFirst(before))
    }

    /// Takes in the copies that a syncer made of our segments, and puts them away.
    private func takeInCopies() throws(JournalError) {
        for copy in segments.values.filter({ $0.device == ownDevice && $0.isCopy }).sorted(by: { $0.path < $1.path }) {
            let count = try appendAgain(entriesNotInOurFiles(of: [copy.path]))
            let kept = try onDisk { () throws(DiskError) in
                guard let bytes = try disk.contents(of: copy.path) else { return "" }
                let path = try disk.quarantine(bytes, as: Disk.name(of: copy.path), of: device.name, paths)
                try disk.remove(copy.path)
                return path
            }
            segments[copy.path] = nil
            repaired.append(
                "\(copy.path): took in \(plural(count, "entry", "entries")) that only this copy had; it is kept"
                    + " in \(kept)")
        }
    }
}
