/// A second copy of what this device wrote, segment by segment, in the state folder, where no syncer reaches it.
///
/// It is not synced and never the reason why something is not saved: where it falls behind, `Healing` brings it up to its
/// segment.
final class Mirror {
    private let paths: JournalPaths
    private let disk: Disk
    // The copy that is open to be written.
    private var output: Disk.File?

    init(_ paths: JournalPaths, disk: Disk) {
        self.paths = paths
        self.disk = disk
    }

    deinit { close() }

    /// Where the copies of a device are.
    func folder(of device: String) -> String { paths.mirror + "/" + device }

    func path(of number: Int, _ device: String) -> String {
        folder(of: device) + "/" + Segment.fileName(number)
    }

    /// The numbers of the copies of a device.
    func numbers(of device: String) throws(DiskError) -> [Int] {
        try disk.names(in: folder(of: device)).compactMap(Segment.number(ofFile:))
    }

    /// Adds what was appended to a segment that had `size` bytes, if the copy had as many.
    func append(_ bytes: [UInt8], to number: Int, of device: String, at size: Int) {
        do {
            let file = try opened(path(of: number, device), isNew: size == 0)
            guard try disk.stamp(of: file).size == size else { return }
            if try disk.write(file, bytes) != bytes.count { try disk.truncate(file, to: size) }
        } catch {
            close()
        }
    }

    /// Takes back what was added beyond a size.
    func shorten(_ number: Int, of device: String, to size: Int) {
        close()
        let path = path(of: number, device)
        guard let seen = try? disk.stamp(at: path), seen.size > size,
            let file = try? disk.openForAppending(path)
        else { return }
        try? disk.truncate(file, to: size)
        disk.close(file)
    }

    /// Takes a copy away.
    func discard(_ number: Int, of device: String) {
        close()
        try? disk.remove(path(of: number, device))
    }

    /// Adds what a segment has beyond `start`, where the copy ends.
    func extend(_ number: Int, of device: String, with segment: String, from start: Int) throws(DiskError) {
        close()
        guard let source = try disk.openForReading(segment) else { return }
        defer { disk.close(source) }
        let path = path(of: number, device)
        if try disk.makeFolder(paths.mirror) { try disk.syncFolder(paths.state) }
        _ = try disk.makeFolder(folder(of: device))
        let file = start == 0 ? try disk.create(path, isNew: false) : try disk.openForAppending(path)
        defer { disk.close(file) }
        try disk.copy(source, from: start, to: file)
    }

    func close() {
        if let output { disk.close(output) }
        output = nil
    }

    private func opened(_ path: String, isNew: Bool) throws -> Disk.File {
        let seen = try disk.stamp(at: path)
        if let output, output.path == path, let seen, try disk.stamp(of: output).isSameFile(as: seen) { return output }
        close()
        let file: Disk.File
        if isNew, seen == nil {
            try disk.makeFolders(Disk.parent(of: path))
            file = try disk.create(path, isNew: true)
        } else {
            file = try disk.openForAppending(path)
        }
        output = file
        return file
    }
}
