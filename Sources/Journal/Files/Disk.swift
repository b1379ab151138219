import Glibc

/// A system call that failed.
struct DiskError: Error {
    /// What was tried: `write`.
    let call: String
    let path: String
    let code: Int32

    /// `cannot write /home/…: No space left on device`.
    var sentence: String { "cannot \(call) \(path): \(systemWords(code))" }

    /// What was read is not what was written.
    static func unlike(_ path: String) -> DiskError {
        DiskError(call: "read back what was copied to", path: path, code: EIO)
    }

    /// A write that took only some of the bytes, which is how a disk begins to be full.
    static func shortWrite(_ file: Disk.File) -> DiskError {
        DiskError(call: "write to", path: file.path, code: ENOSPC)
    }
}

/// The only place that calls the system: thin wrappers, without a decision in them.
///
/// A class, so that the tests can put a disk of their own in its place: one that fails, and forgets what was not synced.
class Disk {
    /// An open file.
    struct File: Equatable, Sendable {
        let descriptor: Int32
        let path: String
    }

    /// What tells that a file was changed or replaced.
    struct Stamp: Equatable, Sendable {
        var volume: UInt64
        var inode: UInt64
        var size: Int
        var modified: Int
        var nanoseconds: Int
        var isRegular: Bool
        var isFolder: Bool

        func isSameFile(as other: Stamp?) -> Bool { volume == other?.volume && inode == other?.inode }
    }

    /// The file or folder at a path; nil when there is none.
    func stamp(at path: String) throws(DiskError) -> Stamp? {
        var info = stat()
        while stat(path, &info) != 0 {
            switch errno {
            case EINTR: continue
            case ENOENT, ENOTDIR: return nil
            default: throw DiskError(call: "look at", path: path, code: errno)
            }
        }
        return Stamp(info)
    }

    func stamp(of file: File) throws(DiskError) -> Stamp {
        var info = stat()
        _ = try retried("look at", file.path) { Int(fstat(file.descriptor, &info)) }
        return Stamp(info)
    }

    /// Opens a file to be read; nil when there is none. Never waits, whatever is at the path.
    func openForReading(_ path: String) throws(DiskError) -> File? {
        do throws(DiskError) {
            return try open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, "read")
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
    }

    /// Opens a file to be read and appended to.
    func openForAppending(_ path: String) throws(DiskError) -> File {
        try open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOCTTY, "write to")
    }

    /// Makes a file that only its owner can read, whatever the umask; an existing one is emptied unless `isNew`.
    func create(_ path: String, isNew: Bool) throws(DiskError) -> File {
        let file = try open(
            path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | (isNew ? O_EXCL : O_TRUNC), "create")
        try restrict(file)
        return file
    }

    /// Opens a file that several processes share, making it if need be; what is in it stays.
    func openShared(_ path: String) throws(DiskError) -> File {
        let file = try open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, "create")
        try restrict(file)
        return file
    }

    func close(_ file: File) {
        _ = Glibc.close(file.descriptor)
    }

    /// Reads up to `count` bytes; 0 at the end.
    func read(_ file: File, into bytes: UnsafeMutablePointer<UInt8>, count: Int, at offset: Int) throws(DiskError)
        -> Int
    {
        try retried("read", file.path) { pread(file.descriptor, bytes, count, off_t(offset)) }
    }

    /// Writes with one call, at the end or, if given, at an offset; returns how many bytes were written.
    func write(_ file: File, _ bytes: [UInt8], at offset: Int? = nil) throws(DiskError) -> Int {
        try retried("write to", file.path) {
            guard let offset else { return Glibc.write(file.descriptor, bytes, bytes.count) }
            return pwrite(file.descriptor, bytes, bytes.count, off_t(offset))
        }
    }

    func truncate(_ file: File, to size: Int) throws(DiskError) {
        _ = try retried("shorten", file.path) { Int(ftruncate(file.descriptor, off_t(size))) }
    }

    /// Makes sure that the file's bytes are on the disk.
    func syncData(_ file: File) throws(DiskError) {
        // Not retried, not even when interrupted: the kernel may have forgotten the failure by then.
        if fdatasync(file.descriptor) != 0 { throw DiskError(call: "sync", path: file.path, code: errno) }
    }

    /// Makes sure that the file is on the disk with all that is known of it.
    func sync(_ file: File) throws(DiskError) {
        if fsync(file.descriptor) != 0 { throw DiskError(call: "sync", path: file.path, code: errno) }
    }

    /// Makes sure that the names in a folder are on the disk.
    func syncFolder(_ path: String) throws(DiskError) {
        let folder = try open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, "sync")
        defer { close(folder) }
        try sync(folder)
    }

    func rename(_ old: String, to new: String) throws(DiskError) {
        _ = try retried("replace", new) { Int(Glibc.rename(old, new)) }
    }

    /// Removes a file.
    func remove(_ path: String) throws(DiskError) {
        _ = try retried("remove", path) { Int(unlink(path)) }
    }

    /// Removes an empty folder.
    func removeFolder(_ path: String) throws(DiskError) {
        _ = try retried("remove", path) { Int(rmdir(path)) }
    }

    /// Makes one folder that only its owner can enter, whatever the umask; false when it is there already.
    func makeFolder(_ path: String) throws(DiskError) -> Bool {
        if mkdir(path, 0o700) != 0 {
            if errno == EEXIST { return false }
            throw DiskError(call: "create", path: path, code: errno)
        }
        if chmod(path, 0o700) != 0 { throw DiskError(call: "restrict", path: path, code: errno) }
        return true
    }

    /// The names in a folder, sorted by their bytes; none when there is no folder.
    func names(in folder: String) throws(DiskError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw DiskError(call: "read", path: folder, code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let item = readdir(stream) else {
                if errno != 0 { throw DiskError(call: "read", path: folder, code: errno) }
                break
            }
            let name = withUnsafePointer(to: &item.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// True when this user may write at a path, as far as the system tells beforehand.
    func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

    /// Takes the lock on a file if nobody has it.
    func lock(_ file: File) throws(DiskError) -> Bool {
        do throws(DiskError) {
            _ = try retried("lock", file.path) { Int(flock(file.descriptor, LOCK_EX | LOCK_NB)) }
            return true
        } catch {
            if error.code == EWOULDBLOCK { return false }
            throw error
        }
    }

    func unlock(_ file: File) {
        _ = flock(file.descriptor, LOCK_UN)
    }

    func sleep(milliseconds: Int) {
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        _ = nanosleep(&time, nil)
    }

    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    static var hostName: String {
        var name = [UInt8](repeating: 0, count: 256)
        let result = name.withUnsafeMutableBytes { $0.baseAddress.map { gethostname($0, 255) } }
        return result == 0 ? String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) : ""
    }

    /// The pid and the name of this process: `4711 lastcall`.
    static var process: String {
        "\(getpid()) \(CommandLine.arguments.first.map(name) ?? "lastcall")"
    }

    private func open(_ path: String, _ flags: Int32, _ call: String) throws(DiskError) -> File {
        File(descriptor: Int32(try retried(call, path) { Int(Glibc.open(path, flags, 0o600)) }), path: path)
    }

    private func restrict(_ file: File) throws(DiskError) {
        _ = try retried("restrict", file.path) { Int(fchmod(file.descriptor, 0o600)) }
    }

    /// Calls again while a signal interrupts.
    private func retried(_ call: String, _ path: String, _ body: () -> Int) throws(DiskError) -> Int {
        while true {
            let result = body()
            if result >= 0 { return result }
            if errno != EINTR { throw DiskError(call: call, path: path, code: errno) }
        }
    }
}

extension Disk.Stamp {
    fileprivate init(_ info: stat) {
        volume = UInt64(info.st_dev)
        inode = UInt64(info.st_ino)
        size = Int(info.st_size)
        modified = info.st_mtim.tv_sec
        nanoseconds = info.st_mtim.tv_nsec
        isRegular = info.st_mode & S_IFMT == S_IFREG
        isFolder = info.st_mode & S_IFMT == S_IFDIR
    }
}
