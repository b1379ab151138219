import Glibc
import Pipeline

/// Reads lines that are in memory, one after another, into entries and findings.
struct LineReader {
    private var decoder: LineDecoder
    private let sealedOnly: Bool
    /// What the user took as it is, by the marks of segments.
    var accepted: Set<String> = []
    /// Whether the lines are passed over that do not say who the leads are.
    var leavesOutHistory = false
    /// What was read and not yet handed out.
    var entries: [Entry] = []

    /// - Parameter sealedOnly: whether entries whose CRC differs are left out.
    init(_ base: UnsafePointer<UInt8>, sealedOnly: Bool = false) {
        decoder = LineDecoder(base)
        self.sealedOnly = sealedOnly
    }

    /// Takes in the line from `lineStart` to `lineEnd`, of which the newline is no part.
    mutating func read(
        _ base: UnsafePointer<UInt8>, from lineStart: Int, to lineEnd: Int, _ segment: inout Segment
    ) {
        if leavesOutHistory, LineDecoder.isHistory(base, from: lineStart, to: lineEnd) { return }
        var (start, end) = (lineStart, lineEnd)
        // NULs are what a power cut leaves of bytes that never reached the disk; a return is what editors add.
        while start < end, base[start] == 0 { start += 1 }
        while end > start, isNothing(base[end - 1]) { end -= 1 }
        let seal = LineDecoder.seal(base, from: start, to: end)
        let crc = seal ?? CRC32.of(base + start, count: end - start)
        segment.count(lineWith: crc)
        if start == end { return }
        if sealedOnly, seal == nil {
            segment.findings.addChanged(LoadReport.Place(file: segment.path, line: segment.lines))
            return useWholeEntries(base, from: start, to: end, crc, &segment)
        }
        let what: String
        do throws(ScanError) {
            if try accept(base, from: start, to: end, isSealed: seal != nil, crc, &segment) { return }
            what = "is not an entry"
        } catch {
            what = JSONReadingError(ScanError(reason: error.reason, at: error.at - lineStart)).description
        }
        if !isAccepted(crc, &segment) {
            segment.findings.add(LoadReport.BadLine(file: segment.path, line: segment.lines, what: what))
        }
        useWholeEntries(base, from: start, to: end, crc, &segment)
    }

    /// Hands out what was read and not yet handed out.
    mutating func handOver(_ take: (inout [Entry]) -> Void) {
        take(&entries)
        entries.removeAll(keepingCapacity: true)
    }

    /// Whole entries inside a bad line are used.
    private mutating func useWholeEntries(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ crc: UInt32, _ segment: inout Segment
    ) {
        LineReader.wholeEntries(base, from: start, to: end) { from, to in
            _ = try? accept(base, from: from, to: to, isSealed: true, crc, &segment)
        }
    }

    @inline(__always)
    private func isNothing(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x0D || byte == 0x20 || byte == 0x09 }

    /// Uses a line; false when it is JSON but no line of a journal.
    @inline(__always)
    private mutating func accept(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isSealed: Bool, _ crc: UInt32,
        _ segment: inout Segment
    ) throws(ScanError) -> Bool {
        let place = try decoder.decode(
            base, from: start, to: end, isSealed: isSealed, device: segment.device, into: &entries)
        guard let place else { return false }
        if let version = place.version {
            if version > LineEncoder.version { segment.newerVersion = version }
        } else {
            segment.findings.entries += 1
        }
        // What was changed outside decides nothing about what is written next.
        if isSealed {
            if let last = segment.lastID, last >= place.id {} else { segment.lastID = place.id }
        } else if !isAccepted(crc, &segment) {
            segment.findings.addChanged(LoadReport.Place(file: segment.path, line: segment.lines))
        }
        if let n = place.n { segment.count(n: n) }
        return true
    }

    /// True for a line that the user took as it is; else it is noted as one that may be.
    private func isAccepted(_ crc: UInt32, _ segment: inout Segment) -> Bool {
        let mark = segment.mark(CRC32.hex(crc))
        if accepted.contains(mark) { return true }
        segment.findings.unaccepted.append(mark)
        return false
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
}
