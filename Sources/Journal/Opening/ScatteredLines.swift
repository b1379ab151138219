import Pipeline

/// Reads lines of the journal from wherever they are in its files, one after another through the same memory.
final class ScatteredLines {
    private let disk: Disk
    private let sources: [OpeningFile.Source]
    private var files: [Disk.File?]
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 4096
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
        for line in lines { try read(line, &segments) }
        let isWhole = segments.allSatisfy { $0.findings.badLineCount == 0 && $0.findings.changedOutsideCount == 0 }
        guard isWhole else { throw OpeningFile.Damage() }
        reader.handOver { for entry in $0 { take(entry) } }
    }

    private func read(_ line: OpeningFile.Line, _ segments: inout [Segment]) throws {
        let (source, length) = (Int(line.source), Int(line.length))
        guard source < sources.count, length <= sources[source].stamp.size,
            let file = try files[source] ?? disk.openForReading(sources[source].path)
        else { throw OpeningFile.Damage() }
        files[source] = file
        if length > capacity {
            buffer.deallocate()
            (buffer, capacity) = (.allocate(capacity: length), length)
        }
        guard try disk.read(file, into: buffer, count: length, at: Int(line.offset)) == length else {
            throw OpeningFile.Damage()
        }
        reader.read(UnsafePointer(buffer), from: 0, to: length, &segments[source])
    }
}
