import Glibc

/// What several parts of the journal do with files, made of the disk's calls.
extension Disk {
    /// Makes a folder and those above it that are missing, and has the names of the new ones on the disk.
    func makeFolders(_ path: String) throws(JournalError) {
        do throws(DiskError) {
            try makeMissing(path)
        } catch {
            throw JournalError(.cannotCreate, error.sentence + "; choose another folder with --data", code: error.code)
        }
    }

    private func makeMissing(_ path: String) throws(DiskError) {
        if try stamp(at: path)?.isFolder == true { return }
        let parent = Disk.parent(of: path)
        if parent != path { try makeMissing(parent) }
        if try makeFolder(path) { try syncFolder(parent) }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The bytes of a file from an offset on; nil when there is no file.
    func contents(of path: String, from offset: Int = 0) throws(DiskError) -> [UInt8]? {
        guard let file = try openForReading(path) else { return nil }
        defer { close(file) }
        return try contents(of: file, from: offset)
    }

    /// The bytes of a file from an offset on, at most `limit`.
    func contents(of file: File, from offset: Int = 0, upTo limit: Int = .max) throws(DiskError) -> [UInt8] {
        var result: [UInt8] = []
        let step = 65_536
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: step)
        defer { buffer.deallocate() }
        while true {
            let count = try read(
                file, into: buffer, count: min(step, limit - result.count), at: offset + result.count)
            if count == 0 { return result }
            result += UnsafeBufferPointer(start: buffer, count: count)
        }
    }

    /// True when every line of one file is in the other as well, which may have more.
    func isContained(_ path: String, in other: String) throws(DiskError) -> Bool {
        guard let all = try contents(of: other), let some = try contents(of: path) else { return false }
        let lines = Set(all.split(separator: UInt8(ascii: "\n")))
        return some.split(separator: UInt8(ascii: "\n")).allSatisfy(lines.contains)
    }

    /// How many bytes at the beginning two files share; none when one of them is not there.
    func commonLength(_ a: String, _ b: String) throws(DiskError) -> Int {
        guard let a = try openForReading(a) else { return 0 }
        defer { close(a) }
        guard let b = try openForReading(b) else { return 0 }
        defer { close(b) }
        var length = 0
        while true {
            let (left, right) = (
                try contents(of: a, from: length, upTo: 1 << 20), try contents(of: b, from: length, upTo: 1 << 20)
            )
            if left == right, !left.isEmpty {
                length += left.count
            } else {
                return length + zip(left, right).prefix { $0 == $1 }.count
            }
        }
    }

    /// Puts bytes at a path, whole or not at all, and on the disk.
    ///
    /// - Parameter isDerived: whether they can be had again, so that nobody need wait for the disk.
    func replace(_ path: String, with bytes: [UInt8], isDerived: Bool = false) throws(DiskError) {
        let file = try create(path + ".new", isNew: false)
        defer { close(file) }
        guard try write(file, bytes) == bytes.count else { throw DiskError.shortWrite(file) }
        if !isDerived { try sync(file) }
        try rename(path + ".new", to: path)
        if !isDerived { try syncFolder(Disk.parent(of: path)) }
    }
}

extension Disk {
    /// Copies the beginning of a file to a new one, which is on the disk then but for its name.
    func copy(_ path: String, upTo size: Int, to target: String) throws(DiskError) {
        guard let source = try openForReading(path) else {
            throw DiskError(call: "read", path: path, code: ENOENT)
        }
        defer { close(source) }
        let file = try create(target, isNew: false)
        defer { close(file) }
        try copy(source, from: 0, upTo: size, to: file)
        try sync(file)
        try syncFolder(Disk.parent(of: target))
    }

    /// Appends to a file what another has from `start` to `end`, or to its end.
    func copy(_ source: File, from start: Int, upTo end: Int = .max, to file: File) throws(DiskError) {
        var at = start
        while at < end {
            let bytes = try contents(of: source, from: at, upTo: min(1 << 20, end - at))
            if bytes.isEmpty { return }
            guard try write(file, bytes) == bytes.count else { throw DiskError.shortWrite(file) }
            at += bytes.count
        }
    }

    /// Puts a folder in the place of another one, which is removed. At every moment one of them is whole, in its place or
    /// as `old`.
    func swap(_ fresh: String, into place: String, old: String) throws(DiskError) {
        if try stamp(at: place) != nil {
            try removeTree(old)
            try rename(place, to: old)
        }
        try rename(fresh, to: place)
        try syncFolder(Disk.parent(of: place))
        try removeTree(old)
    }

    /// Removes a folder and all that is in it, if it is there. Links are removed, not followed.
    func removeTree(_ path: String) throws(DiskError) {
        guard try stamp(at: path) != nil else { return }
        for name in try names(in: path) {
            let inner = path + "/" + name
            do throws(DiskError) {
                try remove(inner)
            } catch {
                guard error.code == EISDIR || error.code == EPERM else { throw error }
                try removeTree(inner)
            }
        }
        try removeFolder(path)
    }
}

/// Does something on the disk of which a failure is trouble of the journal.
func onDisk<Result>(_ body: () throws(DiskError) -> Result) throws(JournalError) -> Result {
    do throws(DiskError) { return try body() } catch { throw JournalError(error) }
}

extension JournalError {
    /// A failed call, as trouble of the disk.
    init(_ error: DiskError) {
        let advice =
            switch error.code {
            case ENOSPC, EDQUOT, EFBIG: "; make room on the disk and try again"
            case EACCES, EPERM, EROFS: "; check who owns it"
            default: "; check the disk"
            }
        self.init(.inputOutput, error.sentence + advice, code: error.code)
    }
}
