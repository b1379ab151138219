import Glibc
import Pipeline

/// Reads what is new in segments, line by line, with one buffer for all.
final class SegmentReader {
    private let disk: Disk
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var lines: LineReader
    private let sealedOnly: Bool
    /// Takes entries while a segment is being read; without it they are kept.
    private var take: ((inout [Entry]) -> Void)?

    // Small enough to stay in the second-level cache between reading and decoding.
    private static let usual = 256 << 10
    // Entries that are handed over at once.
    private static let batch = 1024

    /// - Parameter sealedOnly: whether entries whose CRC differs are left out.
    init(disk: Disk, sealedOnly: Bool = false) {
        self.disk = disk
        self.sealedOnly = sealedOnly
        capacity = SegmentReader.usual
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        lines = LineReader(UnsafePointer(buffer), sealedOnly: sealedOnly)
    }

    deinit {
        buffer.deallocate()
    }

    /// What the user took as it is.
    var accepted: Set<String> {
        get { lines.accepted }
        set { lines.accepted = newValue }
    }

    /// Whether the lines are passed over that do not say who the leads are.
    var leavesOutHistory: Bool {
        get { lines.leavesOutHistory }
        set { lines.leavesOutHistory = newValue }
    }

    /// Hands the entries to `take`, some at a time, while `body` reads; what `take` leaves is not kept.
    func handing<Failure: Error>(_ take: (inout [Entry]) -> Void, _ body: () throws(Failure) -> Void) throws(Failure) {
        try withoutActuallyEscaping(take) { take throws(Failure) in
            self.take = take
            defer {
                self.take = nil
                // What is less than a batch, and those of files that were read again.
                lines.handOver(take)
            }
            try body()
        }
    }

    /// The entries that were read since the last call.
    func takeEntries() -> [Entry] {
        defer { lines.entries = [] }
        return lines.entries
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
        let (waiting, handing) = (lines.entries, take)
        (lines.entries, take) = ([], nil)
        defer {
            lines.entries = waiting + lines.entries
            take = handing
        }
        try read(&segment, file, upTo: old.consumed)
        if segment.consumed == old.consumed && segment.digest == old.digest { lines.entries = [] }
        try read(&segment, file)
    }

    /// Reads whole lines from where the segment stands to the end of the file or to a limit.
    private func read(_ segment: inout Segment, _ file: Disk.File, upTo limit: Int = .max) throws(DiskError) {
        // A value of our own while we read: a property of a class is guarded at each access.
        var lines = LineReader(UnsafePointer(buffer))
        swap(&lines, &self.lines)
        defer { swap(&lines, &self.lines) }
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
                lines.read(UnsafePointer(buffer), from: start, to: end, &segment)
                start = end + 1
                searched = start
                if let take, lines.entries.count >= SegmentReader.batch { lines.handOver(take) }
            }
            segment.consumed += start
            filled -= start
            memmove(buffer, buffer + start, filled)
        }
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
