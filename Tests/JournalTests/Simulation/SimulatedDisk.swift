import Glibc

@testable import Journal

/// A file system in memory that promises what POSIX does and nothing more: what was written is on the platter when the
/// file was synced, and a name when its folder was. A sync that failed leaves pages that look clean and are lost.
final class SimulatedDisk: Disk {
    /// What goes wrong at a call.
    enum Fault: Equatable {
        case error(Int32)
        /// A write takes half of the bytes; any other call is as usual.
        case short
    }

    private let root = Node(isFolder: true, number: 1)
    private var open: [Int32: (node: Node, appends: Bool)] = [:]
    private var nextDescriptor: Int32 = 100
    private var nextNumber: UInt64 = 2
    private var clock = 0
    private var locks: [UInt64: Int32] = [:]

    /// What the system was asked for, call by call: `sync /home/sam`.
    private(set) var calls: [String] = []
    /// How often it was asked to change something.
    private(set) var changes = 0
    /// The power goes before this change.
    var lastChange = Int.max
    private var isDead = false
    /// What goes wrong, by the number of the call.
    var faults: [Int: Fault] = [:]
    /// Is told of each call before it is done; who listens may change files, as another program would.
    var listener: ((SimulatedDisk, Int) -> Void)?

    /// Another process goes on where one was killed: nothing is lost, and nothing more is safe than was.
    func revive() {
        (lastChange, isDead) = (.max, false)
        open = [:]
        locks = [:]
    }

    // MARK: After the power cut

    /// What the platter holds when the power is back.
    ///
    /// - Parameter survives: decides of each unsynced change how much of it reached the platter.
    func restarted(_ survives: (Change) -> Survival) -> SimulatedDisk {
        let new = SimulatedDisk()
        var made: [UInt64: Node] = [:]
        copy(root, to: new.root, &made, survives)
        new.nextNumber = nextNumber
        new.clock = clock
        return new
    }

    private func copy(_ old: Node, to new: Node, _ made: inout [UInt64: Node], _ survives: (Change) -> Survival) {
        (new.safe, new.safeNames) = (old.safe, [:])
        for write in old.writes { new.safe.apply(write, survives(write.isTruncation ? .length : .bytes)) }
        new.bytes = new.safe
        var names = old.safeNames
        for change in old.renames where survives(.name) == .whole {
            for (name, node) in change { names[name] = node }
        }
        for (name, node) in names.sorted(by: { $0.key < $1.key }) {
            let copied = made[node.number] ?? Node(isFolder: node.isFolder, number: node.number)
            if made.updateValue(copied, forKey: node.number) == nil { copy(node, to: copied, &made, survives) }
            new.safeNames[name] = copied
        }
        new.names = new.safeNames
    }

    // MARK: What other programs do

    /// Puts a synced file with these bytes in the place of another, as a syncer does.
    func put(_ bytes: [UInt8], at path: String) {
        guard let folder = node(Disk.parent(of: path)) else { return }
        nextNumber += 1
        clock += 1
        let file = Node(isFolder: false, number: nextNumber)
        (file.bytes, file.safe, file.modified) = (bytes, bytes, clock)
        folder.names[Disk.name(of: path)] = file
        folder.safeNames[Disk.name(of: path)] = file
    }

    /// The bytes of a file as programs see them; nil when there is none.
    func bytes(at path: String) -> [UInt8]? { node(path).flatMap { $0.isFolder ? nil : $0.bytes } }

    /// The paths of all files in a folder and those in it.
    func files(under path: String) -> [String] {
        guard let node = node(path) else { return [] }
        if !node.isFolder { return [path] }
        return node.names.keys.sorted().flatMap { files(under: path + "/" + $0) }
    }

    // MARK: The calls

    override func stamp(at path: String) throws(DiskError) -> Stamp? {
        _ = try begin("look at", path)
        return node(path).map(stamp)
    }

    override func stamp(of file: File) throws(DiskError) -> Stamp {
        _ = try begin("look at", file.path)
        return stamp(try opened(file).node)
    }

    override func openForReading(_ path: String) throws(DiskError) -> File? {
        _ = try begin("read", path)
        return node(path).map { descriptor(of: $0, path, appends: false) }
    }

    override func openForAppending(_ path: String) throws(DiskError) -> File {
        _ = try begin("write to", path)
        guard let node = node(path) else { throw DiskError(call: "write to", path: path, code: ENOENT) }
        return descriptor(of: node, path, appends: true)
    }

    override func create(_ path: String, isNew: Bool) throws(DiskError) -> File {
        _ = try begin("create", path, changes: true)
        let old = node(path)
        if old != nil, isNew { throw DiskError(call: "create", path: path, code: EEXIST) }
        guard let old else { return descriptor(of: try make(path, isFolder: false), path, appends: true) }
        change(old, .truncation(0))
        return descriptor(of: old, path, appends: true)
    }

    override func openShared(_ path: String) throws(DiskError) -> File {
        _ = try begin("create", path, changes: true)
        if let old = node(path) { return descriptor(of: old, path, appends: false) }
        return descriptor(of: try make(path, isFolder: false), path, appends: false)
    }

    override func close(_ file: File) {
        unlock(file)
        open[file.descriptor] = nil
    }

    override func read(
        _ file: File, into bytes: UnsafeMutablePointer<UInt8>, count: Int, at offset: Int
    ) throws(DiskError) -> Int {
        _ = try begin("read", file.path)
        let from = try opened(file).node.bytes.dropFirst(offset).prefix(count)
        for (place, byte) in from.enumerated() { bytes[place] = byte }
        return from.count
    }

    override func write(_ file: File, _ bytes: [UInt8], at offset: Int? = nil) throws(DiskError) -> Int {
        let fault = try begin("write to", file.path, changes: true)
        let (node, appends) = try opened(file)
        let taken = fault == .short ? Array(bytes.prefix(bytes.count / 2)) : bytes
        change(node, .bytes(taken, at: appends ? node.bytes.count : offset ?? 0))
        return taken.count
    }

    override func truncate(_ file: File, to size: Int) throws(DiskError) {
        _ = try begin("shorten", file.path, changes: true)
        change(try opened(file).node, .truncation(size))
    }

    override func syncData(_ file: File) throws(DiskError) { try sync(file) }

    override func sync(_ file: File) throws(DiskError) {
        let node = try opened(file).node
        do throws(DiskError) {
            _ = try begin("sync", file.path, changes: true)
        } catch {
            if !isDead { node.writes = [] }
            throw error
        }
        for write in node.writes { node.safe.apply(write, .whole) }
        node.writes = []
    }

    override func syncFolder(_ path: String) throws(DiskError) {
        _ = try begin("sync", path, changes: true)
        guard let node = node(path) else { throw DiskError(call: "sync", path: path, code: ENOENT) }
        node.safeNames = node.names
        node.renames = []
    }

    override func rename(_ old: String, to new: String) throws(DiskError) {
        _ = try begin("replace", new, changes: true)
        guard let folder = node(Disk.parent(of: new)), let file = node(old) else {
            throw DiskError(call: "replace", path: new, code: ENOENT)
        }
        let (from, to) = (Disk.name(of: old), Disk.name(of: new))
        folder.names[from] = nil
        folder.names[to] = file
        folder.renames.append([(from, nil), (to, file)])
    }

    override func remove(_ path: String) throws(DiskError) {
        _ = try begin("remove", path, changes: true)
        guard let folder = node(Disk.parent(of: path)), node(path) != nil else {
            throw DiskError(call: "remove", path: path, code: ENOENT)
        }
        folder.names[Disk.name(of: path)] = nil
        folder.renames.append([(Disk.name(of: path), nil)])
    }

    override func makeFolder(_ path: String) throws(DiskError) -> Bool {
        _ = try begin("create", path, changes: true)
        if node(path) != nil { return false }
        _ = try make(path, isFolder: true)
        return true
    }

    override func names(in folder: String) throws(DiskError) -> [String] {
        _ = try begin("read", folder)
        return node(folder)?.names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? []
    }

    override func isWritable(_ path: String) -> Bool { true }

    override func lock(_ file: File) throws(DiskError) -> Bool {
        _ = try begin("lock", file.path)
        let number = try opened(file).node.number
        if let holder = locks[number], holder != file.descriptor { return false }
        locks[number] = file.descriptor
        return true
    }

    override func unlock(_ file: File) {
        for (number, holder) in locks where holder == file.descriptor { locks[number] = nil }
    }

    override func sleep(milliseconds: Int) {}

    // MARK: Inside

    private func begin(_ call: String, _ path: String, changes isChange: Bool = false) throws(DiskError) -> Fault? {
        if isChange {
            changes += 1
            if changes >= lastChange { isDead = true }
        }
        if isDead { throw DiskError(call: call, path: path, code: EIO) }
        calls.append("\(call) \(path)")
        listener?(self, calls.count)
        clock += 1
        let fault = faults[calls.count]
        if case .error(let code) = fault { throw DiskError(call: call, path: path, code: code) }
        return fault
    }

    private func node(_ path: String) -> Node? {
        var node: Node? = root
        for name in path.split(separator: "/") { node = node?.names[String(name)] }
        return node
    }

    private func make(_ path: String, isFolder: Bool) throws(DiskError) -> Node {
        guard let folder = node(Disk.parent(of: path)), folder.isFolder else {
            throw DiskError(call: "create", path: path, code: ENOENT)
        }
        nextNumber += 1
        let new = Node(isFolder: isFolder, number: nextNumber)
        folder.names[Disk.name(of: path)] = new
        folder.renames.append([(Disk.name(of: path), new)])
        return new
    }

    private func change(_ node: Node, _ write: Write) {
        node.bytes.apply(write, .whole)
        node.writes.append(write)
        node.modified = clock
    }

    private func descriptor(of node: Node, _ path: String, appends: Bool) -> File {
        nextDescriptor += 1
        open[nextDescriptor] = (node, appends)
        return File(descriptor: nextDescriptor, path: path)
    }

    private func opened(_ file: File) throws(DiskError) -> (node: Node, appends: Bool) {
        guard let found = open[file.descriptor] else { throw DiskError(call: "use", path: file.path, code: EBADF) }
        return found
    }

    private func stamp(_ node: Node) -> Stamp {
        Stamp(
            volume: 1, inode: node.number, size: node.bytes.count, modified: node.modified, nanoseconds: 0,
            isRegular: !node.isFolder, isFolder: node.isFolder)
    }
}

extension SimulatedDisk {
    /// A change that was not synced.
    enum Change { case bytes, length, name }

    /// How much of a change is there after a power cut.
    enum Survival: Equatable {
        case whole, none
        /// The first bytes of a write: so many of a thousand.
        case beginning(Int)
        /// The length, with NULs where the bytes should be.
        case nulls
    }

    /// A file or a folder: as programs see it, as it is on the platter, and what lies between.
    fileprivate final class Node {
        let isFolder: Bool
        let number: UInt64
        var modified = 0
        var bytes: [UInt8] = []
        var safe: [UInt8] = []
        var writes: [Write] = []
        var names: [String: Node] = [:]
        var safeNames: [String: Node] = [:]
        var renames: [[(name: String, node: Node?)]] = []

        init(isFolder: Bool, number: UInt64) {
            self.isFolder = isFolder
            self.number = number
        }
    }

    fileprivate enum Write {
        case bytes([UInt8], at: Int)
        case truncation(Int)

        var isTruncation: Bool {
            if case .truncation = self { return true }
            return false
        }
    }
}

extension [UInt8] {
    fileprivate mutating func apply(_ write: SimulatedDisk.Write, _ survival: SimulatedDisk.Survival) {
        switch (write, survival) {
        case (_, .none): return
        case (.truncation(let size), _): resize(to: size)
        case (.bytes(let bytes, let offset), _):
            var bytes = bytes
            switch survival {
            case .beginning(let share): bytes.removeLast(bytes.count - bytes.count * share / 1000)
            case .nulls: bytes = [UInt8](repeating: 0, count: bytes.count)
            default: break
            }
            if offset + bytes.count > count { resize(to: offset + bytes.count) }
            replaceSubrange(offset..<offset + bytes.count, with: bytes)
        }
    }

    private mutating func resize(to size: Int) {
        if count > size { removeLast(count - size) } else { self += [UInt8](repeating: 0, count: size - count) }
    }
}
