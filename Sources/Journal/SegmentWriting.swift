import Glibc
import Pipeline

extension Journal {
    /// Writes entries into our last segment. The caller holds the lock and has read everything.
    func write(_ entries: [Entry], _ now: UInt64) throws(JournalError) -> [Entry] {
        // Somebody may put another file in the place of ours while we write: then the same entries go into that one.
        for _ in 0..<3 {
            let (segment, file) = try openOutput()
            let batch = Batch(
                entries, after: segment, header: EntryID(milliseconds: now, using: &generator), device: device.name)
            if let lost = batch.firstLost(of: entries) {
                throw JournalError(
                    .badData,
                    "the act “\(lost.act.name)” holds a value that could not be read back, such as an amount of more"
                        + " than 38 digits; nothing was saved, give it another value")
            }
            switch try append(batch, to: segment, file) {
            case .saved: break
            case .unsynced(let error): try writeElsewhere(batch, after: segment, entries, now, error)
            case .replaced:
                try readAll()
                try repairTails()
                pending += reader.takeEntries()
                continue
            }
            lastID = (entries.map(\.id) + [lastID].compactMap(\.self)).max()
            return entries
        }
        throw JournalError(.inputOutput, "\(ownFolder) is being replaced again and again; stop what syncs it first")
    }

    /// Writes a batch whose sync failed into a new segment: to sync the old one again would only seem to succeed, since
    /// the kernel may now take its pages for clean. When that fails too, both are taken back and nothing more is written.
    private func writeElsewhere(
        _ batch: Batch, after old: Segment, _ entries: [Entry], _ now: UInt64, _ error: DiskError
    ) throws(JournalError) {
        closeOutput()
        // Whatever became of the old one is read again.
        segments[old.path]?.stamp = nil
        do throws(JournalError) {
            let (fresh, file) = try createSegment(old.number + 1)
            let again = Batch(
                entries, after: fresh, header: EntryID(milliseconds: now, using: &generator), device: device.name)
            if case .saved = try append(again, to: fresh, file) { return }
        } catch {
            // Why the first failed is what there is to say.
        }
        closeOutput()
        let isTakenBack = takeBack(batch, after: old) && discardSegment(old.number + 1)
        let failure = JournalError(
            .inputOutput,
            error.sentence + ", nor into a new file; what was just done is not saved"
                + (isTakenBack ? "" : ", though it may turn up again")
                + ", and nothing more is written: check the disk,"
                + " then start lastcall again", code: error.code)
        self.failure = failure
        throw failure
    }

    /// Makes the last segment ready to be written, or a new one when there is none or it is full.
    private func openOutput() throws(JournalError) -> (Segment, Disk.File) {
        let last = segments.values.filter(isOurs).max { $0.number < $1.number }
        // A number near the last there is comes from outside: nothing could be counted on from there.
        if let last, last.consumed < segmentLimit, last.lastN < .max / 2 {
            if let output, output.path == last.path, isOpen(output, last) { return (last, output) }
            closeOutput()
            return try onDisk { () throws(DiskError) in
                let file = try disk.openForAppending(last.path)
                do throws(DiskError) {
                    // Whoever made it may have ended before its name was on the disk.
                    if last.consumed == 0 { try syncNames(above: last.path) }
                } catch {
                    // Left open, it would be taken for one whose name is there.
                    disk.close(file)
                    throw error
                }
                output = file
                return (last, file)
            }
        }
        closeOutput()
        return try createSegment((last?.number ?? 0) + 1)
    }

    /// How git is to treat the files of a data folder: what `.gitattributes` there says.
    public static let attributes = "*.jsonl merge=union -text\n"

    /// Makes sure that the names of a segment and of all folders it is in are on the disk: any of them may be new, and
    /// who made it may have ended before it was synced.
    private func syncNames(above path: String) throws(DiskError) {
        var folder = path
        repeat {
            folder = Disk.parent(of: folder)
            do throws(DiskError) {
                try disk.syncFolder(folder)
            } catch {
                // What this user may not read above the data is not of this user's making.
                guard error.code == EACCES, !(folder + "/").hasPrefix(paths.data + "/") else { throw error }
            }
        } while folder != "/"
    }

    private func isOpen(_ file: Disk.File, _ segment: Segment) -> Bool {
        (try? disk.stamp(of: file))?.isSameFile(as: segment.stamp) == true
    }

    private func createSegment(_ number: Int) throws(JournalError) -> (Segment, Disk.File) {
        try disk.makeFolders(ownFolder)
        let path = ownPath(number)
        do throws(DiskError) {
            let attributes = paths.data + "/.gitattributes"
            if try disk.stamp(at: attributes) == nil {
                try disk.replace(attributes, with: Array(Journal.attributes.utf8))
            }
            let file = try disk.create(path, isNew: true)
            do throws(DiskError) {
                try disk.sync(file)
                try syncNames(above: path)
                var segment = Segment(path: path, number: number, device: ownDevice)
                segment.stamp = try disk.stamp(of: file)
                segments[path] = segment
                output = file
                return (segment, file)
            } catch {
                // What could not be synced is not synced again on the same descriptor.
                disk.close(file)
                throw error
            }
        } catch {
            throw JournalError(.cannotCreate, error.sentence + "; make room or choose another folder", code: error.code)
        }
    }

    func closeOutput() {
        if let output { disk.close(output) }
        output = nil
    }

    /// What became of a batch.
    private enum Outcome {
        /// It is on the disk.
        case saved
        /// Another file came into the place of the one that was written.
        case replaced
        /// The disk did not confirm it.
        case unsynced(DiskError)
    }

    /// Appends a batch with one write and makes sure that it is on the disk.
    private func append(_ batch: Batch, to old: Segment, _ file: Disk.File) throws(JournalError) -> Outcome {
        try write(batch, after: old, file)
        mirror.append(batch.bytes, to: old.number, of: device.name, at: old.consumed)
        do throws(DiskError) { try disk.syncData(file) } catch { return .unsynced(error) }
        return try onDisk { () throws(DiskError) in
            let stamp = try disk.stamp(of: file)
            guard stamp.isSameFile(as: try disk.stamp(at: file.path)) else {
                closeOutput()
                return .replaced
            }
            var segment = old
            if stamp.size == old.consumed + batch.bytes.count {
                batch.count(in: &segment)
                segment.stamp = stamp
            } else {
                // Somebody wrote without the lock: what is there now is read again.
                segment.stamp = nil
            }
            segments[segment.path] = segment
            return .saved
        }
    }

    /// Takes back a batch that could not be synced, so that what was called unsaved does not turn up as saved. False when
    /// that failed.
    private func takeBack(_ batch: Batch, after segment: Segment) -> Bool {
        mirror.shorten(segment.number, of: device.name, to: segment.consumed)
        do throws(DiskError) {
            let file = try disk.openForAppending(segment.path)
            defer { disk.close(file) }
            if try disk.stamp(of: file).size == segment.consumed + batch.bytes.count {
                try disk.truncate(file, to: segment.consumed)
            }
            return true
        } catch {
            return false
        }
    }

    /// Takes away a segment that was begun and could not be synced. False when that failed.
    private func discardSegment(_ number: Int) -> Bool {
        mirror.discard(number, of: device.name)
        segments[ownPath(number)] = nil
        do throws(DiskError) {
            if try disk.stamp(at: ownPath(number)) != nil { try disk.remove(ownPath(number)) }
            return true
        } catch {
            return false
        }
    }

    /// Writes a batch with one call, or takes back what was written of it.
    private func write(_ batch: Batch, after segment: Segment, _ file: Disk.File) throws(JournalError) {
        var failed = DiskError.shortWrite(file)
        var count = 0
        do throws(DiskError) {
            count = try disk.write(file, batch.bytes)
            if count == batch.bytes.count { return }
        } catch {
            failed = error
        }
        // The next write opens the file anew. If this cannot be undone now, it is repaired as a torn tail then.
        defer { closeOutput() }
        do throws(DiskError) {
            let size = try disk.stamp(of: file).size
            if count > 0, size == segment.consumed + count {
                try disk.truncate(file, to: segment.consumed)
                try disk.syncData(file)
            }
        } catch {
            throw JournalError(
                .inputOutput, "\(failed.sentence), and then \(error.sentence); nothing was saved", code: failed.code)
        }
        throw JournalError(failed)
    }
}

/// The lines of some entries, as they go into a segment.
struct Batch {
    private(set) var bytes: [UInt8] = []
    private var checks: [UInt32] = []
    private let entries: Int
    private let lastN: UInt64

    /// The lines of entries that follow what a segment holds; with the line that begins it if it holds nothing.
    init(_ entries: [Entry], after segment: Segment, header: EntryID, device: String) {
        var n = segment.lastN
        if segment.consumed == 0 {
            n = 1
            checks.append(LineEncoder.appendHeader(id: header, device: device, to: &bytes))
        }
        for entry in entries {
            n += 1
            checks.append(LineEncoder.append(entry, n: n, to: &bytes))
        }
        self.entries = entries.count
        lastN = n
    }

    /// The first of the entries whose line would not be read as that act again; nil when all would. Linear.
    ///
    /// What is called saved must not turn out to be unknown when the program starts the next time.
    func firstLost(of entries: [Entry]) -> Entry? {
        let read = bytes.withUnsafeBufferPointer { buffer -> [Entry] in
            guard let base = buffer.baseAddress else { return [] }
            var reader = LineReader(base)
            var segment = Segment(path: "", number: 1, device: 0)
            var start = 0
            for end in buffer.indices where buffer[end] == UInt8(ascii: "\n") {
                reader.read(base, from: start, to: end, &segment)
                start = end + 1
            }
            return reader.entries
        }
        for (place, entry) in entries.enumerated() {
            guard place < read.count, read[place].id == entry.id else { return entry }
            if case .unknown = entry.act { continue }
            if case .unknown = read[place].act { return entry }
        }
        return nil
    }

    /// Takes the lines in as if they had been read.
    func count(in segment: inout Segment) {
        for check in checks { segment.count(lineWith: check) }
        segment.consumed += bytes.count
        segment.lastN = lastN
        segment.findings.entries += entries
    }
}
