import FoundationEssentials
import Pipeline
import Testing

@testable import Journal

/// A folder of its own for one test, removed with the last reference.
final class Desk {
    let root: String
    private let keepsMirrors: Bool

    /// - Parameter keepsMirrors: whether the mirrors outlive a change of a file from outside. Without them what is done
    ///   to a file is seen by itself, as after a power cut that took the mirror too.
    init(keepsMirrors: Bool = false) throws {
        self.keepsMirrors = keepsMirrors
        root = FileManager.default.temporaryDirectory.path + "/lastcall-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// The paths of a home: two homes on one desk share the data but not the state.
    func paths(home: String = "a") -> JournalPaths {
        JournalPaths(data: root + "/data", stateHome: root + "/state-" + home)
    }

    func journal(home: String = "a", machine: String = "machine", host: String = "desk") throws -> Journal {
        let journal = try Journal(paths: paths(home: home), machine: machine, host: host, disk: Disk())
        journal.patience = 0
        return journal
    }

    /// The segments of the device of a home, oldest first.
    func files(home: String = "a") throws -> [String] {
        let device = try #require(try Device(of: paths(home: home), machine: "machine", disk: Disk()))
        let folder = paths().journal + "/" + device.name
        return try Disk().names(in: folder).map { folder + "/" + $0 }
    }

    func file(home: String = "a") throws -> String { try #require(try files(home: home).last) }

    func bytes(_ path: String) throws -> [UInt8] { try #require(try Disk().contents(of: path)) }

    func lines(_ path: String) throws -> [String] {
        String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func put(_ bytes: some Collection<UInt8>, at path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
        if keepsMirrors { return }
        for home in ["a", "b"] { try? FileManager.default.removeItem(atPath: paths(home: home).mirror) }
    }

    func names(_ folder: String) throws -> [String] { try Disk().names(in: folder) }
}

/// 2026-03-14T09:26:53-07:00, in milliseconds.
let morning: UInt64 = 1_773_505_613_000

extension Journal {
    /// Logs dials with the given notes; returns their entries.
    @discardableResult
    func dial(_ notes: String..., now: UInt64 = morning, lead: UInt64 = 1) throws -> [Entry] {
        try append(notes.map { dialDraft($0, lead: lead) }, now: now, newest: { _ in nil }, check: { _ in })
    }

    /// Everything there is, and the report.
    func all() throws -> (entries: [Entry], report: LoadReport) {
        var entries: [Entry] = []
        let report = try load { entries.append($0) }
        return (entries, report)
    }
}

func dialDraft(_ note: String, lead: UInt64 = 1) -> Draft {
    Draft(
        .attempt(Attempt(.phone, .noAnswer, minutes: 2, note: note)), lead: LeadID(bits: lead),
        at: Moment(seconds: Int64(morning / 1000), offset: -420))
}

extension [Entry] {
    var notes: [String] {
        compactMap {
            if case .attempt(let attempt) = $0.act { return attempt.note }
            return nil
        }
    }
}
