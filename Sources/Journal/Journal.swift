import Pipeline

/// The local JSON of one data folder: reads what every device wrote there, appends what this one does.
///
/// Folders and files are made when something is first written. One thread uses a journal at a time; any number of
/// processes may use the same folder.
public final class Journal {
    /// Where it lives.
    public let paths: JournalPaths
    /// The names of the devices; `Entry.device` is an index into it.
    public internal(set) var devices: [String]
    /// This machine's index in `devices`.
    public let ownDevice: UInt16 = 0

    let disk: Disk
    let reader: SegmentReader
    let lock: Lock
    let mirror: Mirror
    let machine: String
    var generator: any RandomNumberGenerator = SystemRandomNumberGenerator()
    /// The segments of each device, by their paths.
    var segments: [String: Segment] = [:]
    /// The greatest id that this device has written.
    var lastID: EntryID?
    /// Entries that came in while something else was going on.
    var pending: [Entry] = []
    /// True once the device is in the state folder.
    var isIdentified: Bool
    var device: Device
    /// The segment that is open to be written.
    var output: Disk.File?
    /// Why nothing more is written: the disk failed to confirm what was.
    var failure: JournalError?
    /// What stood in the way of the last act.
    var trouble = JournalHealth.writable
    var repaired: [String] = []
    var vanished: [String] = []
    var unreadable: [String: String] = [:]
    /// Bytes after which a new segment begins.
    var segmentLimit = 64 << 20
    /// Milliseconds to wait for another process.
    var patience = 2000

    /// Opens the journal of a data folder, whether or not it is there yet. Reads no entries.
    ///
    /// In a folder where nothing may be written it can be read; `health` tells.
    ///
    /// - Throws: `inputOutput` when the folders cannot be looked at, `cannotCreate` when a file is in their place.
    public convenience init(paths: JournalPaths) throws(JournalError) {
        let disk = Disk()
        try self.init(paths: paths, machine: Device.machine(disk: disk), host: Disk.hostName, disk: disk)
    }

    init(paths: JournalPaths, machine: String, host: String, disk: Disk) throws(JournalError) {
        self.paths = paths
        self.machine = machine
        self.disk = disk
        reader = SegmentReader(disk: disk)
        lock = Lock(paths.lock, disk: disk)
        mirror = Mirror(paths, disk: disk)
        let known = try Device(of: paths, machine: machine, disk: disk)
        device = known ?? Device.new(for: paths, machine: machine, host: host, using: &generator)
        isIdentified = known != nil
        devices = [device.name]
        reader.accepted = try Acceptance.marks(paths, disk)
        for folder in [paths.data, paths.journal, paths.journal + "/" + device.name, paths.state] {
            let stamp: Disk.Stamp?
            do throws(DiskError) { stamp = try disk.stamp(at: folder) } catch { throw JournalError(error) }
            guard let stamp else { continue }
            guard stamp.isFolder else {
                throw JournalError(
                    .cannotCreate, "\(folder) is not a folder; move it away or choose another with --data")
            }
        }
    }

    deinit {
        if let output { disk.close(output) }
    }

    /// What was found so far in all that was read.
    public var report: LoadReport {
        var report = LoadReport()
        for segment in segments.values.sorted(by: { $0.path < $1.path }) {
            report.add(Acceptance.without(reader.accepted, segment))
        }
        report.repaired = repaired
        report.vanished = vanished
        report.unreadable += unreadable.sorted { $0.key < $1.key }.map(\.value)
        report.copies = segments.values.filter(\.isCopy).map(\.path).sorted()
        report.missingFiles = missingFiles
        return report
    }

    /// The names of the devices of which something was read, in order.
    public var writers: [String] {
        Set(segments.values.map(\.device)).map { devices[Int($0)] }.sorted()
    }

    /// The names of all devices but this one, by `Entry.device`; nil for this one.
    public var otherWriters: [String?] { devices.indices.map { $0 == ownDevice ? nil : devices[$0] } }

    /// The files that repairs have put away.
    ///
    /// - Throws: `inputOutput` when they cannot be looked at.
    public func quarantined() throws(JournalError) -> [String] {
        try onDisk { () throws(DiskError) in try disk.names(in: paths.quarantine) }.map { "\(paths.quarantine)/\($0)" }
    }

    /// The segments that are not there although the same device has written later ones.
    private var missingFiles: [String] {
        let numbers = Dictionary(grouping: segments.values.filter { !$0.isCopy }, by: \.device)
            .mapValues { Set($0.map(\.number)) }
        return numbers.flatMap { device, numbers in
            let folder = "\(paths.journal)/\(devices[Int(device)])"
            // A number near the last there is comes from outside, and is no sign of a million lost files.
            return (1..<min(numbers.max() ?? 1, LoadReport.limit)).filter { !numbers.contains($0) }
                .map { "\(folder)/\(Segment.fileName($0))" }
        }.sorted()
    }

    /// The folders in which something happens when another process or machine writes. They change with the devices.
    public var watchedFolders: [String] {
        ([paths.data, paths.journal] + devices.map { "\(paths.journal)/\($0)" }).filter {
            (try? disk.stamp(at: $0))?.isFolder == true
        }
    }
}
