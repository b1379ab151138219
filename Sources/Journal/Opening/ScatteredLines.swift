import Pipeline

/// Reads lines of the journal from wherever they are in its files, one after another through the same memory.
final class ScatteredLines {
    private let disk: Disk
    private let sources: [OpeningFile.Source]
    private var files: [Disk.File?]
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 14
    private var reader: LineReader

    init(of sources: [OpeningFile.Source], _ disk: Disk) {
        (self.sources, self.disk) = (sources, disk)
        files = sources.map { _ in nil }
        buffer = .allocate(capacity: capacity)
        reader = LineReader(UnsafePointer(buffer))
    }

    deinit {
        buffer.deallocate()
        for case let file? in files { disk.close(file) }
    }

    /// Hands out the entries of lines, each of which must be whole.
    ///
    /// - Throws: `DiskError`, or `Damage` when a line is not what it was.
    func read(_ lines: [OpeningFile.Line], _ take: (consuming Entry) -> Void) throws {
        var segments = sources.map { Segment(path: $0.path, number: 1, device: $0.device) }
        var rest = lines[...]
        while let first = rest.first {
            // What stands one below the other, as what was imported or recorded together does, is read at once.
            var end = rest.startIndex + 1
            while end < rest.endIndex, rest[end].isBelow(rest[end - 1]),
                rest[end].end - first.offset <= ScatteredLines.most
            {
                end += 1
            }
            try read(rest[..<end], of: Int(first.source), &segments)
            rest = rest[end...]
        }
        let isWhole = segments.allSatisfy { $0.findings.badLineCount == 0 && $0.findings.changedOutsideCount == 0 }
        guard isWhole else { throw OpeningFile.Damage() }
        reader.handOver { for entry in $0 { take(entry) } }
    }

    // As much as is read at once, but for a longer line.
    private static let most: UInt64 = 1 << 16

    /// Reads lines of which each but the first stands below the one before it.
    private func read(
        _ run: ArraySlice<OpeningFile.Line>, of source: Int, _ segments: inout [Segment]
    ) throws {
        guard let first = run.first, let last = run.last else { return }
        let length = Int(last.end - first.offset)
        guard source < sources.count, length <= sources[source].stamp.size,
            let file = try files[source] ?? disk.openForReading(sources[source].path)
        else { throw OpeningFile.Damage() }
        files[source] = file
        if length > capacity {
            buffer.deallocate()
            (buffer, capacity) = (.allocate(capacity: length), length)
        }
        guard try disk.read(file, into: buffer, count: length, at: Int(first.offset)) == length else {
            throw OpeningFile.Damage()
        }
        for line in run {
            let start = Int(line.offset - first.offset)
            reader.read(UnsafePointer(buffer), from: start, to: start + Int(line.length), &segments[source])
        }
    }
}
