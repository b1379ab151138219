/// The lock that the processes of this device write under. The file is never renamed or removed.
final class Lock {
    private let path: String
    private let disk: Disk
    private var file: Disk.File?

    init(_ path: String, disk: Disk) {
        self.path = path
        self.disk = disk
    }

    deinit {
        if let file { disk.close(file) }
    }

    /// Runs `body` while no other process of this device writes.
    ///
    /// - Parameter patience: milliseconds to wait for another.
    func with<Result>(patience: Int, _ body: () throws -> Result) throws -> Result {
        let file = try taken(patience)
        defer { disk.unlock(file) }
        return try body()
    }

    private func taken(_ patience: Int) throws(JournalError) -> Disk.File {
        let holder: String?
        let file: Disk.File
        do throws(DiskError) {
            if let open = self.file { file = open } else { file = try disk.openShared(path) }
            self.file = file
            holder = try take(file, patience)
        } catch {
            throw JournalError(error)
        }
        guard let holder else { return file }
        throw JournalError(.heldByAnother(who: holder), JournalHealth.held(by: holder).sentence ?? holder)
    }

    /// Who has the lock just now; nil when nobody else has it. What cannot be looked at is said when it is taken.
    var holder: String? {
        do throws(JournalError) {
            disk.unlock(try taken(0))
            return nil
        } catch {
            guard case .heldByAnother(let who) = error.kind else { return nil }
            return who
        }
    }

    /// Takes the lock; the name of who has it when that did not succeed.
    private func take(_ file: Disk.File, _ patience: Int) throws(DiskError) -> String? {
        var waited = 0
        while try !disk.lock(file) {
            guard waited < patience else {
                let name = String(decoding: try disk.contents(of: file).prefix(80), as: UTF8.self)
                return name.split(separator: "\n").first.map(String.init) ?? "unknown"
            }
            disk.sleep(milliseconds: 5)
            waited += 5
        }
        let name = Array((Disk.process + "\n").utf8)
        if try disk.contents(of: file) != name {
            try disk.truncate(file, to: 0)
            _ = try disk.write(file, name, at: 0)
        }
        return nil
    }
}
