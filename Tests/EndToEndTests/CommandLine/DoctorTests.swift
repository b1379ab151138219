import FoundationEssentials
import Testing

/// The commands that look after the data: doctor, backup and restore.
@Suite struct DoctorTests {
    private let shape = ["ok", "entries", "leads", "devices", "bad", "changedOutside", "missing"]

    /// Three leads, each with a dial.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("import", try desk.people(3))
        for number in 1...3 { try desk.done("log", "Person 000\(number)", "no answer") }
        return desk
    }

    private func change(_ desk: Desk, _ change: ([String]) -> [String]) throws {
        let file = try #require(try desk.segments().first)
        try write(Array((change(try desk.journal()).joined(separator: "\n") + "\n").utf8), to: file)
        try FileManager.default.removeItem(atPath: desk.home + "/state")
    }

    @Test func soundDataIsOK() throws {
        let desk = try desk()
        let text = try desk.done("doctor", "--json")
        #expect(keys(of: text) == shape)
        #expect(text.hasPrefix(#"{"ok":true,"entries":6,"leads":3,"devices":1,"bad":[]"#))
        #expect(try desk.done("doctor").contains("nothing is wrong"))
        #expect(try Desk().done("doctor", "--json").hasPrefix(#"{"ok":true,"entries":0,"leads":0,"devices":0"#))
    }

    @Test func whatIsWrongIsNamedWithItsPlaceUntilItIsAccepted() throws {
        let desk = try desk()
        try change(desk) { lines in
            lines[..<2] + [lines[2].replacing("Person", with: "Persona"), String(lines[3].dropLast(20))] + lines[5...]
        }
        let ending = try desk.lastcall("doctor", "--json")
        #expect(ending.status == 65)
        #expect(ending.text.hasPrefix(#"{"ok":false"#))
        let file = try #require(try desk.segments().first)
        for (line, what) in [(3, "changed outside"), (4, "is not JSON"), (5, "line 5 is missing")] {
            #expect(ending.text.contains(#"{"file":"\#(file)","line":\#(line),"what":""#), "\(ending.text)")
            #expect(ending.text.contains(what))
        }
        let plain = try desk.lastcall("doctor")
        #expect(plain.status == 65 && plain.text.contains("\(file):3: changed outside lastcall"))
        #expect(plain.text.split(separator: "\n").count == 3 && plain.errors.contains("3 things are wrong"))
        #expect(try desk.lastcall("list").errors.contains("changed outside"))
        #expect(try desk.lastcall("doctor", "--accept").status == 0)
        try desk.done("doctor")
        try desk.done("list")
        #expect(try desk.done("list", "--json").contains("Persona 0002"))
    }

    @Test func aRepairSaysWhatItDid() throws {
        let desk = try desk()
        let file = try #require(try desk.segments().first)
        let copy = file.replacing(".jsonl", with: ".sync-conflict-20260314-092653-ABCDEFG.jsonl")
        try write(try read(file), to: copy)
        #expect(try desk.done("doctor").contains("a copy that a syncer made"))
        let ending = try desk.lastcall("doctor", "--repair")
        #expect(ending.status == 0 && ending.errors.contains("took in 0 entries"))
        #expect(try desk.segments() == [file])
        #expect(try desk.lastcall("doctor", "--repair").errors == "lastcall: there is nothing to repair\n")
        #expect(try desk.lastcall("doctor", "--accept").errors == "lastcall: there is nothing to take as it is\n")
    }

    @Test func aRepairThatCanDoNothingSaysSo() throws {
        let desk = try desk()
        try change(desk) { lines in lines[..<4] + [String(lines[4].dropLast(20))] + lines[5...] }
        let ending = try desk.lastcall("doctor", "--repair")
        #expect(ending.status == 65 && ending.errors.contains("nothing could be repaired with what is on this machine"))
        let file = try #require(try desk.segments().first)
        #expect(
            ending.text == "\(file):5: is not JSON (at byte 136); it is kept as it is, lastcall restore of a backup"
                + " brings back what it was\n")
    }

    @Test func whatHasNotArrivedIsNoPartOfWhatWasChecked() throws {
        let desk = try desk()
        let other = desk.data + "/journal/other-1234"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        let lines = try desk.journal()
        try write(Array((lines[0] + "\n" + lines[1] + "\n" + lines[2].dropLast(9)).utf8), to: other + "/000001.jsonl")
        let text = try desk.done("doctor")
        #expect(text.contains("/other-1234/000001.jsonl: its last line has not arrived whole yet ("))
        #expect(text.hasSuffix("every line that has arrived was checked, and nothing is wrong with them\n"))
    }

    @Test func aFolderWithoutDataIsNotCalledSound() throws {
        let desk = try Desk()
        let text = try desk.done("doctor", "--data", desk.home + "/nowhere")
        #expect(text.hasPrefix("\(desk.home)/nowhere: no data is here yet"))
        #expect(!FileManager.default.fileExists(atPath: desk.home + "/nowhere"))
    }

    @Test func aBackupComesBack() throws {
        let desk = try desk()
        let before = try desk.done("export")
        let backup = desk.home + "/stick/backup"
        #expect(try desk.done("backup", backup).hasPrefix("Backed up 3 leads to \(backup): 1 file"))
        #expect(keys(of: try desk.done("backup", backup, "--json")) == ["folder", "files", "bytes", "leads"])
        try FileManager.default.removeItem(atPath: desk.data)
        try FileManager.default.removeItem(atPath: desk.home + "/state")
        #expect(try desk.done("restore", backup, "--json") == #"{"restored":6,"leads":3,"known":0}"# + "\n")
        #expect(try desk.done("export") == before)
        try desk.done("log", "Person 0001", "busy")
        #expect(try desk.done("restore", backup) == "Nothing was missing: all 6 entries are here\n")
        #expect(try desk.done("show", "Person 0001", "--json").contains(#""attempts":2"#))
    }

    @Test func aBackupAndItsRestoreCountTheSameLeads() throws {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--leads", "20", "--data", desk.data)
        let backup = desk.home + "/backup"
        let said = try desk.done("backup", backup, "--json")
        let count = try #require(said.split(separator: ":").last)
        let restored = try desk.done("restore", backup, "--data", desk.home + "/other", "--json")
        #expect(restored.contains(#""leads":\#(count.split(separator: "}").first ?? ""),"#), "\(said)\(restored)")
    }

    @Test func whatIsNoBackupIsLeftAlone() throws {
        let desk = try desk()
        _ = try desk.file("letter.txt", "mine")
        let ending = try desk.lastcall("backup", desk.home)
        #expect(ending.status == 73 && ending.errors.hasPrefix("lastcall: \(desk.home) "))
        #expect(try desk.lastcall("restore", desk.home).status == 65)
    }
}
