import Pipeline

/// Repairs the end of one of our own segments after a crash or a power cut. The caller holds the lock.
struct TailRepair {
    let disk: Disk
    let paths: JournalPaths

    /// Makes a segment end in a newline again, and says what was done.
    ///
    /// An entry that arrived whole is kept, whatever surrounds it; what is not one is copied to the quarantine first.
    func repair(_ segment: Segment, device: String) throws(JournalError) -> String {
        do throws(DiskError) {
            let file = try disk.openForAppending(segment.path)
            defer { disk.close(file) }
            return try repair(file, segment, device)
        } catch {
            throw JournalError(error)
        }
    }

    private func repair(_ file: Disk.File, _ segment: Segment, _ device: String) throws(DiskError) -> String {
        let tail = try disk.contents(of: file, from: segment.consumed)
        let nulls = tail.reversed().prefix { $0 == 0 }.count
        let text = tail.dropLast(nulls)
        let size = segment.consumed + text.count
        if text.isEmpty || !isWhole(Array(text)) {
            var kept = ""
            if !text.isEmpty {
                let name = "\(Segment.fileName(segment.number).dropLast(6))-\(segment.consumed)"
                kept = "; they are kept in \(try disk.quarantine(Array(text), as: name, of: device, paths))"
            }
            try disk.truncate(file, to: segment.consumed)
            try disk.syncData(file)
            return "\(segment.path): took away \(tail.count) bytes of an unfinished last line\(kept)"
        }
        if nulls > 0 { try disk.truncate(file, to: size) }
        guard try disk.write(file, [UInt8(ascii: "\n")]) == 1 else {
            throw DiskError.shortWrite(file)
        }
        try disk.syncData(file)
        return "\(segment.path): ended the last line, which was whole"
    }

    private func isWhole(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            var isWhole = false
            LineReader.wholeEntries(base, from: 0, to: buffer.count) { _, _ in isWhole = true }
            return isWhole
        }
    }
}

extension Disk {
    /// Keeps bytes that were taken out of the journal, and says where.
    func quarantine(
        _ bytes: [UInt8], as name: String, of device: String, _ paths: JournalPaths
    ) throws(DiskError) -> String {
        if try makeFolder(paths.quarantine) { try syncFolder(paths.state) }
        let stem = name.hasSuffix(".jsonl") ? String(name.dropLast(6)) : name
        let path = "\(paths.quarantine)/\(device)-\(stem)-\(CRC32.hex(CRC32.of(bytes[...]))).jsonl"
        try replace(path, with: bytes)
        return path
    }
}
