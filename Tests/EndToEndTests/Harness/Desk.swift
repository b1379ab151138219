import FoundationEssentials
import Glibc
import Testing

/// A home of its own for one test, with the clock at Monday 23 November 2026, 08:41 in Greenwich; removed with the
/// last reference.
final class Desk {
    let home: String
    var environment: [String: String]
    private var runs = 0

    static let now = "2026-11-23T08:41:00+00:00"

    init() throws {
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(temporary)/lastcall-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        environment = [
            "HOME": home, "XDG_DATA_HOME": home + "/share", "XDG_STATE_HOME": home + "/state",
            "XDG_CONFIG_HOME": home + "/config", "LASTCALL_DATA": home + "/data", "LASTCALL_NOW": Desk.now,
            "TZ": "UTC", "LANG": "C.UTF-8", "TMPDIR": home, "PATH": Program.folder + ":/usr/bin:/bin",
        ]
        // What the dynamic linker needs to find Swift's libraries, when they are not where the build left them.
        if let path = getenv("LD_LIBRARY_PATH") { environment["LD_LIBRARY_PATH"] = String(cString: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: home)
    }

    var data: String { home + "/data" }

    /// Runs the shipped binary.
    func lastcall(_ arguments: String..., input: String = "") throws -> Ending {
        try run(Program.lastcall, arguments, input: input)
    }

    /// Runs the shipped binary, which is to end well, and gives back what it prints.
    @discardableResult
    func done(
        _ arguments: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let ending = try run(Program.lastcall, arguments, input: input)
        #expect(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
        #expect(ending.errors.isEmpty, sourceLocation: sourceLocation)
        return ending.text
    }

    /// Runs a line of shell, in which `lastcall` is the shipped binary.
    func shell(_ line: String) throws -> Ending {
        try run("sh", ["-c", "cd \"$HOME\" && " + line])
    }

    func run(_ program: String, _ arguments: [String], input: String = "") throws -> Ending {
        try start(program, arguments, input: input).end(seconds: 60)
    }

    /// Starts a program and does not wait for it.
    func start(_ program: String, _ arguments: [String], input: String = "") throws -> Running {
        runs += 1
        return try Program.start(
            program, arguments, environment: environment, input: Array(input.utf8), scratch: "\(home)/.run\(runs)")
    }

    /// Writes a file in the home; returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        try write(Array(text.utf8), to: "\(home)/\(name)")
        return "\(home)/\(name)"
    }

    /// Every line of the journal, as it is on disk.
    func journal() throws -> [String] {
        try segments().flatMap {
            String(decoding: try read($0), as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    /// The files of the journal.
    func segments() throws -> [String] {
        let folder = data + "/journal"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
        return names.sorted().map { "\(folder)/\($0)" }
    }

    /// A file of invented people for `import`.
    func people(_ count: Int) throws -> String {
        let rows = (1...count).map { number in
            let digits = String(String(10_000 + number).dropFirst())
            return "Person \(digits),Company \(digits),+1 312 555 \(digits),p\(digits)@example.com"
        }
        return try file("people.csv", (["Name,Company,Phone,Email"] + rows).joined(separator: "\n") + "\n")
    }
}
