import FoundationEssentials
import Glibc
import Pipeline
import Testing

@testable import Journal

@Suite struct DeviceTests {
    @Test(arguments: [
        ("desk", "desk-"), ("Desk.example.org", "desk-"), ("../../etc", "lastcall-"), ("Jo's  PC", "jo-s-pc-"),
        ("日本", "lastcall-"), ("", "host-"), ("a-very-long-name-of-a-machine", "a-very-long-name-of-"),
    ])
    func theNameIsTheHostsAndFourLetters(host: String, start: String) throws {
        let desk = try Desk()
        let name = try #require(try desk.journal(host: host).devices.first)
        #expect(name.hasPrefix(start) && name.count == start.count + 4 && sanitised(name, limit: 64) == name)
    }

    @Test func theNameStays() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        try journal.dial("one")
        #expect(try desk.journal().devices == journal.devices)
        #expect(try desk.names(desk.paths().journal) == journal.devices)
    }

    @Test func aCopiedHomeGetsANameOfItsOwn() throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        let copy = try desk.journal(machine: "another")
        try copy.dial("two")
        #expect(try desk.names(desk.paths().journal).count == 2)
        let (entries, report) = try desk.journal(machine: "another").all()
        #expect(Set(entries.notes) == ["one", "two"])
        #expect(report.missing.isEmpty)
        #expect(entries.first { [$0].notes == ["two"] }?.device == copy.ownDevice)
        #expect(entries.first { [$0].notes == ["one"] }?.device != copy.ownDevice)
    }

    @Test func aCopyAtAnotherPathGetsANameOfItsOwn() throws {
        let desk = try Desk()
        let first = try desk.journal()
        try first.dial("one")
        let moved = JournalPaths(data: desk.root + "/moved", stateHome: desk.root + "/state-a")
        #expect(moved.state != desk.paths().state)
        try FileManager.default.copyItem(atPath: desk.paths().data, toPath: moved.data)
        try FileManager.default.copyItem(atPath: desk.paths().state, toPath: moved.state)
        let journal = try Journal(paths: moved, machine: "machine", host: "desk", disk: Disk())
        try journal.dial("two")
        #expect(journal.devices.count == 2)
        #expect(try desk.names(moved.journal).count == 2)
    }

    @Test func twoFirstWritersShareOneName() throws {
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        #expect(a.devices != b.devices)
        try a.dial("one")
        try b.dial("two")
        #expect(a.devices == b.devices)
        #expect(try desk.files().count == 1)
        #expect(try desk.journal().all().report.entries == 2)
    }

    @Test func aFirstWriterWhoReadTheOtherGoesOnInTheSameFile() throws {
        let desk = try Desk()
        let (a, b) = (try desk.journal(), try desk.journal())
        try a.dial("one")
        // The screens, open since before there was a name, see what a command has just written.
        #expect(try b.follow().notes == ["one"])
        try b.dial("two")
        try b.dial("three")
        #expect(a.devices.first == b.devices.first)
        #expect(try desk.files().count == 1)
        let (entries, report) = try desk.journal().all()
        #expect(entries.notes == ["one", "two", "three"])
        #expect(report.missing.isEmpty && report.badLineCount == 0)
    }

    @Test(arguments: ["", "{", "[]", "{\"device\":\"../x\"}", "{\"device\":7}"])
    func aBrokenDeviceFileMakesANewName(text: String) throws {
        let desk = try Desk()
        try desk.journal().dial("one")
        try desk.put(text.utf8, at: desk.paths().deviceFile)
        try desk.journal().dial("two")
        #expect(try desk.names(desk.paths().journal).count == 2)
        #expect(Set(try desk.journal().all().entries.notes) == ["one", "two"])
    }

    @Test func onlyTheOwnerCanReadWhateverTheUmask() throws {
        for mask in [0, 0o077] as [mode_t] {
            let desk = try Desk()
            let old = umask(mask)
            defer { umask(old) }
            let journal = try desk.journal()
            try journal.dial("one")
            try desk.put(try desk.bytes(desk.file()).dropLast(4), at: desk.file())
            try journal.dial("two")
            var seen = 0
            for folder in ["/data", "/state-a"] {
                let paths = try FileManager.default.subpathsOfDirectory(atPath: desk.root + folder)
                for path in [""] + paths {
                    var info = stat()
                    stat(desk.root + folder + "/" + path, &info)
                    let isFolder = info.st_mode & S_IFMT == S_IFDIR
                    #expect(info.st_mode & 0o777 == (isFolder ? 0o700 : 0o600), "\(folder)/\(path)")
                    seen += 1
                }
            }
            #expect(seen >= 10)
        }
    }
}
