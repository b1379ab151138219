import Glibc
import Journal
import Pipeline

/// One sync of a data folder over git: commits what is here, merges what others have, and pushes.
///
/// Nothing is lost on the way: lines that the folder or a merge has lost against the history are brought back, as from a
/// backup.
struct Synchronisation {
    /// What came of it.
    struct Outcome {
        /// True when git was set up in the folder by this sync.
        var isSetUp = false
        /// Entries that came in, by the names of the devices that wrote them.
        var arrived: [(device: String, entries: Int)] = []
        /// Lines that were brought back because the folder or a merge had lost them.
        var broughtBack = 0
        /// Lines that went out.
        var sent = 0
        /// Where they went; nil while there is nowhere to go.
        var remote: String?
        /// Why what is here has to wait; nil when it does not.
        var waiting: String?
    }

    private let journal: Journal
    private let git: Git
    private let scratch: String
    private var outcome = Outcome()

    init(_ store: Store) {
        journal = store.journal
        git = Git(folder: journal.paths.data, device: journal.devices[Int(journal.ownDevice)])
        scratch = journal.paths.state + "/sync"
    }

    /// - Parameter remote: the address to sync with from now on.
    /// - Throws: `Failure` or `JournalError`; what was committed until then stays.
    mutating func run(remote: String?) throws -> Outcome {
        try setUp(remote)
        defer { Files.removeTree(scratch) }
        // What was lost while git did not look.
        try bringBack(since: nil)
        try commit()
        guard let place = try self.remote() else {
            outcome.waiting = "there is nowhere to sync with yet; name it once with --remote"
            return outcome
        }
        outcome.remote = place
        // Somebody else may push between our merge and our push.
        for _ in 0..<5 {
            let fetched = try git.ask("fetch", "-q", "--no-tags", "--", place)
            guard fetched.isSuccess else {
                outcome.waiting =
                    "\(place) cannot be reached (\(fetched.remark)); what is here is committed, and goes"
                    + " out with the next sync"
                break
            }
            let branch = try branch(of: place)
            try merge(branch)
            if try push(branch, to: place) { break }
        }
        try countArrived()
        return outcome
    }

    private mutating func setUp(_ remote: String?) throws {
        try Files.makeFolder(above: git.folder + "/.git")
        if !git.isSetUp {
            try git.setUp()
            outcome.isSetUp = true
        }
        let attributes = git.folder + "/.gitattributes"
        if access(attributes, F_OK) != 0 { try Files.write(Array(Journal.attributes.utf8), to: attributes) }
        for name in ["MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD"]
        where access("\(git.folder)/.git/\(name)", F_OK) == 0 {
            throw Failure.badData(
                "\(git.folder): git is in the middle of something (\(name)); finish it with git first")
        }
        guard let remote else { return }
        let known = try git.ask("remote", "get-url", "origin")
        if known.isSuccess, known.output.firstLine != remote {
            throw Failure.usage(
                "\(git.folder) syncs with \(known.output.firstLine) already; to change that:"
                    + " git -C \(git.folder) remote set-url origin \(remote)")
        }
        if !known.isSuccess { try git.run("remote", "add", "--", "origin", remote) }
    }

    /// The remote's name: `origin`, or the only one there is.
    private func remote() throws -> String? {
        let names = try git.run("remote").split(separator: "\n").map(String.init)
        return names.first { $0 == "origin" } ?? names.first
    }

    /// The branch that is merged and pushed: ours of the same name, or the one that the remote begins with.
    private func branch(of remote: String) throws -> String {
        let own = try git.ask("symbolic-ref", "--short", "HEAD")
        guard own.isSuccess else {
            throw Failure.badData("\(git.folder): no branch is checked out; check one out with git first")
        }
        let name = own.output.firstLine
        if try has("refs/remotes/\(remote)/\(name)") { return name }
        _ = try git.ask("remote", "set-head", remote, "--auto")
        let head = try git.ask("symbolic-ref", "--short", "refs/remotes/\(remote)/HEAD")
        return head.isSuccess ? String(head.output.firstLine.dropFirst(remote.count + 1)) : name
    }

    private func has(_ reference: String) throws -> Bool {
        try git.ask("rev-parse", "-q", "--verify", reference).isSuccess
    }

    private mutating func commit() throws {
        try journal.exclusively {
            // Files that are gone are not taken away from the others.
            var paths = [".gitattributes"]
            if !journal.writers.isEmpty { paths.append("journal/*.jsonl") }
            try git.run(["add", "-f", "--ignore-removal", "--"] + paths)
            if try git.ask("diff", "--cached", "--quiet").isSuccess { return }
            let lines = try changes("--cached").added
            try git.run("commit", "-q", "-m", "\(git.device): \(lines == 0 ? "begin" : plural(lines, "line"))")
        }
    }

    /// Merges what the remote has, and brings back what the merge took away.
    private mutating func merge(_ branch: String) throws {
        guard let remote = outcome.remote, try has("refs/remotes/\(remote)/\(branch)") else { return }
        let theirs = "\(remote)/\(branch)"
        if try git.ask("merge-base", "--is-ancestor", theirs, "HEAD").isSuccess { return }
        let before = try git.run("rev-parse", "HEAD").firstLine
        try journal.exclusively {
            let merged = try git.ask("merge", "-q", "--no-edit", "--allow-unrelated-histories", theirs)
            if merged.isSuccess { return }
            let files = try git.ask("diff", "--name-only", "--diff-filter=U").output.split(separator: "\n")
            _ = try git.ask("merge", "--abort")
            let why = files.isEmpty ? merged.remark : "both sides changed \(files.joined(separator: ", "))"
            throw Failure.badData(
                "\(git.folder): what \(remote) has cannot be merged (\(why)); nothing was changed here, merge it with"
                    + " git once")
        }
        try bringBack(since: before)
        try commit()
    }

    /// Brings back lines that are in the history but no more in the folder.
    ///
    /// - Parameter commit: what to compare with; nil for what was added last.
    private mutating func bringBack(since commit: String?) throws {
        guard try changes(commit).removed > 0 else { return }
        Files.removeTree(scratch)
        try Files.makeFolder(above: scratch + "/journal")
        // An index of our own, so that git's stays as it is.
        let index = scratch + "/index"
        if let commit { try git.run(["read-tree", commit], index: index) }
        try git.run(["checkout-index", "-a", "-f", "--prefix=\(scratch)/"], index: commit == nil ? nil : index)
        guard access(scratch + "/journal", F_OK) == 0 else { return }
        let back = try journal.restore(from: scratch).entries
        outcome.broughtBack += back.count
    }

    /// Lines of the journal that the folder has more and less than a commit, or than what was added last.
    private func changes(_ arguments: String?...) throws -> (added: Int, removed: Int) {
        let text = try git.ask(
            ["diff", "--numstat", "--no-renames"] + arguments.compactMap(\.self) + ["--", "journal"])
        var sum = (added: 0, removed: 0)
        for line in text.output.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3 else { continue }
            sum.added += Int(fields[0]) ?? 0
            sum.removed += Int(fields[1]) ?? 0
        }
        return sum
    }

    /// Pushes; false when somebody else was faster.
    private mutating func push(_ branch: String, to remote: String) throws -> Bool {
        let theirs = "refs/remotes/\(remote)/\(branch)"
        let isKnown = try has(theirs)
        if isKnown, try git.run("rev-parse", theirs) == git.run("rev-parse", "HEAD") { return true }
        // What there is before there is anything.
        let nothing = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
        let lines = try changes(isKnown ? theirs : nothing, "HEAD").added
        let pushed = try git.ask("push", "-q", "--no-verify", "--", remote, "HEAD:refs/heads/\(branch)")
        if pushed.isSuccess {
            outcome.sent = lines
            return true
        }
        if pushed.errors.contains("fetch first") || pushed.errors.contains("non-fast-forward") { return false }
        throw Failure.inputOutput(
            "\(remote) refused what was pushed (\(pushed.remark)); it is committed here, look whether you may write there"
        )
    }

    private mutating func countArrived() throws {
        let entries = try journal.follow().filter { $0.device != journal.ownDevice }
        outcome.arrived = Dictionary(grouping: entries, by: \.device).mapValues { Set($0.map(\.id)).count }
            .map { (device: journal.devices[Int($0.key)], entries: $0.value) }.sorted { $0.device < $1.device }
    }
}

extension String {
    /// All before the first line break.
    fileprivate var firstLine: String { split(separator: "\n").first.map(String.init) ?? "" }
}
