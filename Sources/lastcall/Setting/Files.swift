import Glibc
import Journal

/// Whole files that are not the journal's.
enum Files {
    /// The bytes of a file, or nil when it cannot be read; `errno` then says why.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return read(descriptor)
    }

    /// All that is left to read, or nil on an error.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var status = stat()
        // A pipe has no size.
        let step = fstat(descriptor, &status) == 0 && status.st_size > 0 ? Int(status.st_size) : 1 << 16
        var bytes: [UInt8] = []
        while true {
            var count = 0
            bytes += [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
                count = Glibc.read(descriptor, buffer.baseAddress, step)
                filled = max(0, count)
            }
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { return nil }
        }
    }

    /// A path as the user writes it, with `~` for the home folder.
    static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
        return home + path.dropFirst()
    }

    /// The bytes of a file that the user named; `~` is the home folder, and `-` standard input.
    static func readNamed(_ name: String) throws -> [UInt8] {
        if name == "-" {
            if let bytes = read(STDIN_FILENO) { return bytes }
            throw Failure.inputOutput("standard input could not be read (\(systemWords(errno)))")
        }
        guard let bytes = read(expanded(name)) else {
            throw Failure.inputOutput("\(name): cannot be read (\(systemWords(errno))); check the path")
        }
        return bytes
    }

    /// - Throws: `Failure` when a file that the user named is not there.
    static func require(_ name: String?) throws {
        guard let name, access(name, F_OK) != 0 else { return }
        throw Failure.inputOutput("\(name): cannot be read (\(systemWords(errno))); check the path")
    }

    /// Makes the folders that a file is to be in, where they are missing.
    static func makeFolder(above path: String) throws {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw Failure(
                    sentence: "\(folder): cannot be made (\(systemWords(errno))); check the folder above",
                    status: 73)
            }
        }
    }

    /// Writes a file that the user named, in place of the one that is there: whole, and on the disk, or not at all. What
    /// is no file, such as a pipe, is written to as it is.
    static func write(_ bytes: [UInt8], to path: String) throws {
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, to: path) }
        // A link stays, and what it leads to is replaced.
        let target =
            isThere
            ? realpath(path, nil).map { path in
                defer { free(path) }
                return String(cString: path)
            } ?? path : path
        let slash = target.lastIndex(of: "/")
        let folder = slash.map { String(target[...$0]) } ?? "./"
        var template = Array("\(folder).lastcall-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw cannotCreate(path) }
        defer { close(descriptor) }
        let isWritten =
            write(bytes, to: descriptor) && fsync(descriptor) == 0 && rename(template, target) == 0
        guard isWritten else {
            let code = errno
            unlink(template)
            throw Failure.inputOutput(
                "\(path): could not be written (\(systemWords(code))); what was there is as it was")
        }
        let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        // Where a file system cannot, the file is no less whole.
        fsync(place)
        close(place)
    }

    /// Makes a folder of the user's alone for what is soon removed; nil, and `errno` says why, when it cannot.
    static func temporaryFolder(_ name: String) -> String? {
        var template = Array("\(Environment["TMPDIR"] ?? "/tmp")/lastcall-\(name)-XXXXXX".utf8CString)
        return mkdtemp(&template).map { String(cString: $0) }
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotCreate(path) }
        defer { close(descriptor) }
        guard write(bytes, to: descriptor) else {
            throw Failure.inputOutput("\(path): could not be written (\(systemWords(errno)))")
        }
    }

    private static func cannotCreate(_ path: String) -> Failure {
        Failure(
            sentence: "\(path): cannot be created (\(systemWords(errno))); check the folder", status: 73)
    }

    /// The names in a folder, in order; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes all bytes; false on an error, which `errno` then tells.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count >= 0 { done += count } else if errno != EINTR { return false }
            }
            return true
        }
    }

    /// Removes a folder and all that is in it. Links are removed, not followed.
    static func removeTree(_ path: String) {
        for name in names(in: path) where unlink(path + "/" + name) != 0 { removeTree(path + "/" + name) }
        rmdir(path)
    }
}
