import TestSupport
import Testing

/// When something is said to be saved, the bytes and every new name that leads to them have been synced.
///
/// It reads what the program asked of the kernel, so that it also holds for what no test could make fail.
@Suite(.enabled(if: Strace.problem == nil, Strace.reason)) struct AckAttack {
    @Test(arguments: [
        ["record"], ["log", "Ada", "no answer"], ["note", "Ada", "likes mornings"], ["park", "Ada", "2w"], ["undo"],
        ["add", "Bob"],
    ])
    func whatIsSaidToBeSavedWasSyncedBefore(words: [String]) throws {
        for isFirst in [true, false] {
            let books = try Books("ack-lint: a promise before its sync")
            // Where nothing is on file yet, the folders above the journal are new as well.
            if !isFirst || words != ["record"] { try books.record(Books.notes("before", 0), addsLead: true) }
            let log = books.desk.home + "/calls"
            let input = Books.addition.replacing(Books.lead, with: isFirst ? Books.lead : "7Q3K9F2MXZ")
            let command = Strace.logging(to: log) + [Program.lastcall] + words
            let ending = try books.desk.run(command[0], Array(command.dropFirst()), input: input)
            #expect(ending.status == 0, "\(ending.errors)")
            var lint = Lint(folder: books.desk.data)
            for call in try Strace.calls(in: log) { lint.take(call) }
            books.tally.runs += 1
            books.tally.acknowledged += lint.promises
            books.tally.lost += lint.found.count
            #expect(lint.promises > 0 && lint.writes == 1, "\(words)")
            #expect(lint.found == [], "\(words)")
        }
    }

    @Test(arguments: [
        ("write(5</d/j/1>, \"x\", 1) = 1", true), ("write(5</d/j/1>, \"x\", 1) = 1\nfdatasync(5</d/j/1>) = 0", false),
        ("write(5</d/j/1>, \"x\", 1) = 1\nfdatasync(5</d/j/1>) = -1 EIO", true),
        ("openat(AT_FDCWD</h>, \"/d/j/2\", O_RDWR|O_CREAT|O_EXCL, 0600) = 5</d/j/2>", true),
        ("mkdir(\"/d/j\", 0700) = 0", true), ("mkdir(\"/d/j\", 0700) = 0\nfsync(4</d>)      = 0", false),
        ("mkdir(\"/d/j\", 0700) = -1 EEXIST", false), ("rename(\"/d/a.new\", \"/d/a\") = 0", true),
    ])
    func aPromiseTooEarlyIsFound(calls: String, isFound: Bool) throws {
        let desk = try Desk()
        let log = try desk.file("calls", calls + "\nwrite(1</dev/null>, \"saved\", 5) = 5\n")
        var lint = Lint(folder: "/d")
        for call in try Strace.calls(in: log) { lint.take(call) }
        #expect(lint.promises == 1)
        #expect(lint.found.isEmpty != isFound)
    }
}

/// Follows the calls of a program and finds promises that were made too early.
private struct Lint {
    /// What is watched: a folder and all in it.
    let folder: String
    private(set) var promises = 0
    private(set) var writes = 0
    private(set) var found: [String] = []
    private var unsynced: Set<String> = []

    init(folder: String) { self.folder = folder }

    mutating func take(_ call: Strace.Call) {
        guard let result = call.result, result >= 0 else { return }
        let file = between("<", ">", call.text.drop { $0 != "(" })
        let names = call.text.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map {
            String($0.element)
        }
        switch call.name {
        case "write", "pwrite64", "writev":
            if call.text.hasPrefix("\(call.name)(1<") {
                promises += 1
                if !unsynced.isEmpty { found.append("\(unsynced.sorted()) before \(call.text)") }
            } else if isWatched(file) {
                if file.hasSuffix(".jsonl") { writes += 1 }
                unsynced.insert(file)
            }
        case "ftruncate": if isWatched(file) { unsynced.insert(file) }
        case "fsync", "fdatasync":
            unsynced.remove(file)
            if call.name == "fsync" { unsynced = unsynced.filter { !$0.hasPrefix("\(file)/ ") } }
        case "openat", "open", "creat":
            if call.text.contains("O_EXCL"), let name = names.first { change(name) }
        case "mkdir", "mkdirat": if let name = names.first { change(name) }
        case "rename", "renameat", "renameat2": if let name = names.last { change(name) }
        default: break
        }
    }

    /// Notes that a name in a folder is new.
    private mutating func change(_ path: String) {
        let parts = path.split(separator: "/")
        let above = parts.dropLast().map { "/" + $0 }.joined()
        if isWatched(path) { unsynced.insert("\(above)/ \(parts.last ?? "")") }
    }

    private func isWatched(_ path: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }

    private func between(_ start: Character, _ end: Character, _ text: Substring) -> String {
        String(text.drop { $0 != start }.dropFirst().prefix { $0 != end })
    }
}
