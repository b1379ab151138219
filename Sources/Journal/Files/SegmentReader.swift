import Glibc
import Pipeline

/// Reads what is new in segments, line by line, with one buffer for all.
final class SegmentReader {
    private let disk: Disk
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var decoder: LineDecoder
    private(set) var entries: [Entry] = []
    /// Takes entries while a segment is being read; without it they are kept.
    private var take: (([Entry]) -> Void)?

    // Small enough to stay in the second-level cache between reading and decoding.
    private static let usual = 256 << 10
    // The same for entries, between decoding and folding; and what is freed is used again without a page fault.
    private static let chunk = 1024

    init(disk: Disk) {
        self.disk = disk
        capacity = SegmentReader.usual
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        decoder = LineDecoder(UnsafePointer(buffer))
    }

    deinit {
        buffer.deallocate()
    }

    /// Hands entries to `take` in chunks while `body` reads.
    func handing<Failure: Error>(_ take: ([Entry]) -> Void, _ body: () throws(Failure) -> Void) throws(Failure) {
        try withoutActuallyEscaping(take) { take throws(Failure) in
            self.take = take
            defer { self.take = nil }
            try body()
            handOver()
        }
    }

    /// The entries that were read since the last call.
    func takeEntries() -> [Entry] {
        defer { entries = [] }
        return entries
    }

    /// Reads what is new in a segment. False when the file is gone.
    func read(_ segment: inout Segment) throws(DiskError) -> Bool {
        guard let seen = try disk.stamp(at: segment.path), seen.isRegular else { return false }
        if seen == segment.stamp { return true }
        guard let file = try disk.openForReading(segment.path) else { return false }
        defer { disk.close(file) }
        let stamp = try disk.stamp(of: file)
        if segment.consumed == 0 {
            segment = Segment(path: segment.path, number: segment.number, device: segment.device)
            try read(&segment, file)
        } else if try isGrown(segment, file, stamp) {
            try read(&segment, file)
        } else {
            try readAgain(&segment, file)
        }
        segment.stamp = stamp
        segment.findings.unfinished =
            segment.tail > 0 ? [LoadReport.Tail(file: segment.path, bytes: segment.tail)] : []
        shrink()
        return true
    }

    /// True when the file is the one that was read, and has at most become longer.
    private func isGrown(_ segment: Segment, _ file: Disk.File, _ stamp: Disk.Stamp) throws(DiskError) -> Bool {
        guard let old = segment.stamp, stamp.isSameFile(as: old), stamp.size > old.size else { return false }
        let count = try disk.read(file, into: buffer, count: 1, at: segment.consumed - 1)
        return count == 1 && buffer[0] == UInt8(ascii: "\n")
    }

    /// Reads a file that was replaced or changed. When it begins with all that was read before, as when a syncer put a
    /// longer copy in its place, only what follows is new.
    private func readAgain(_ segment: inout Segment, _ file: Disk.File) throws(DiskError) {
        let old = segment
        segment = Segment(path: old.path, number: old.number, device: old.device)
        let (waiting, handing) = (entries, take)
        (entries, take) = ([], nil)
        defer {
            entries = waiting + entries
            take = handing
        }
        try read(&segment, file, upTo: old.consumed)
        if segment.consumed == old.consumed && segment.digest == old.digest { entries = [] }
        try read(&segment, file)
    }

    /// Reads whole lines from where the segment stands to the end of the file or to a limit.
    private func read(_ segment: inout Segment, _ file: Disk.File, upTo limit: Int = .max) throws(DiskError) {
        var filled = 0
        while true {
            if filled == capacity { grow() }
            let offset = segment.consumed + filled
            let count = try disk.read(
                file, into: buffer + filled, count: min(capacity - filled, limit - offset), at: offset)
            if count == 0 { return }
            var (start, searched) = (0, filled)
            filled += count
            while let newline = memchr(buffer + searched, 10, filled - searched) {
                let end = UnsafePointer(newline.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
                line(&segment, from: start, to: end)
                start = end + 1
                searched = start
                if entries.count >= SegmentReader.chunk { handOver() }
            }
            segment.consumed += start
            filled -= start
            memmove(buffer, buffer + start, filled)
        }
    }

    private func line(_ segment: inout Segment, from lineStart: Int, to lineEnd: Int) {
        var (start, end) = (lineStart, lineEnd)
        // NULs are what a power cut leaves of bytes that never reached the disk; a return is what editors add.
        while start < end, buffer[start] == 0 { start += 1 }
        while end > start, buffer[end - 1] <= 0x20, isNothing(buffer[end - 1]) { end -= 1 }
        let base = UnsafePointer(buffer)
        let seal = LineDecoder.seal(base, from: start, to: end)
        segment.count(lineWith: seal ?? CRC32.of(base + start, count: end - start))
        if start == end { return }
        let what: String
        do throws(ScanError) {
            if let line = try decoder.decode(
                base, from: start, to: end, isSealed: seal != nil, device: segment.device)
            {
                accept(line, isSealed: seal != nil, &segment)
                return
            }
            what = "is not an entry"
        } catch {
            what = JSONReadingError(ScanError(reason: error.reason, at: error.at - lineStart)).description
        }
        segment.findings.add(LoadReport.BadLine(file: segment.path, line: segment.lines, what: what))
        salvage(&segment, from: start, to: end)
    }

    private func isNothing(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x0D || byte == 0x20 || byte == 0x09 }

    @inline(__always)
    private func accept(_ line: LineDecoder.Line, isSealed: Bool, _ segment: inout Segment) {
        let (id, n): (EntryID, UInt64?)
        switch line {
        case .entry(let entry, let place):
            (id, n) = (entry.id, place)
            segment.findings.entries += 1
            entries.append(entry)
        case .segment(let header, let place, let version):
            (id, n) = (header, place)
            if version > LineEncoder.version { segment.newerVersion = version }
        }
        // What was changed outside decides nothing about what is written next.
        if isSealed {
            segment.lastID = max(segment.lastID ?? id, id)
        } else {
            segment.findings.addChanged(LoadReport.Place(file: segment.path, line: segment.lines))
        }
        if let n { segment.count(n: n) }
    }

    /// Uses the whole entries inside a bad line: those whose CRC holds.
    private func salvage(_ segment: inout Segment, from start: Int, to end: Int) {
        let base = UnsafePointer(buffer)
        SegmentReader.wholeEntries(base, from: start, to: end) { from, to in
            if let line = try? decoder.decode(
                base, from: from, to: to, isSealed: true, device: segment.device)
            {
                accept(line, isSealed: true, &segment)
            }
        }
    }

    /// Finds entries whose CRC holds anywhere in bytes. Linear but for nesting, which is limited.
    static func wholeEntries(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ found: (Int, Int) -> Void
    ) {
        let opening: StaticString = "{\"id\":\""
        var at = start
        while at < end, let hit = memchr(base + at, Int32(opening.utf8Start[0]), end - at) {
            let from = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base
            at = from + 1
            guard end - from > opening.utf8CodeUnitCount,
                memcmp(base + from, opening.utf8Start, opening.utf8CodeUnitCount) == 0
            else { continue }
            var scanner = Scanner(base, from: from, to: end)
            if (try? scanner.skipValue()) != nil, LineDecoder.isSealed(base, from: from, to: scanner.at) {
                found(from, scanner.at)
                at = scanner.at
            }
        }
    }

    private func handOver() {
        guard let take, !entries.isEmpty else { return }
        take(entries)
        entries = []
        entries.reserveCapacity(SegmentReader.chunk)
    }

    private func grow() {
        let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        memcpy(bigger, buffer, capacity)
        buffer.deallocate()
        buffer = bigger
        capacity *= 2
    }

    private func shrink() {
        guard capacity > SegmentReader.usual else { return }
        buffer.deallocate()
        capacity = SegmentReader.usual
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    }
}
