import Pipeline
import TestSupport
import Testing

@testable import Journal

/// A file that is cut off at any byte or changed in any bit: what is whole is used, and the rest is said.
@Suite struct DamageAttack {
    private static let notes = ["one", "two", "three"]

    /// A journal of three dials; what is in it and the bytes of its one segment.
    private func threeDials(_ desk: Desk) throws -> (file: String, bytes: [UInt8], entries: [Entry]) {
        for note in DamageAttack.notes { try desk.journal().dial(note) }
        let file = try desk.file()
        return (file, try desk.bytes(file), try desk.journal().all().entries)
    }

    @Test(arguments: [(0, "plain"), (1, "a NUL behind it"), (4096, "4,096 NULs behind it")])
    func whatWasWholeBeforeACutIsThere(nulls: Int, name: String) throws {
        var tally = Tally("cut off at every byte, \(name)")
        defer { tally.tell() }
        let desk = try Desk()
        let (file, bytes, written) = try threeDials(desk)
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        let step = Torture.isLong || nulls == 0 ? 1 : 13
        for length in 0...bytes.count where length % step == 0 || bytes.count - length < 3 {
            try desk.put(bytes[..<length] + [UInt8](repeating: 0, count: nulls), at: file)
            // A line is there from its closing brace on: the newline can be added.
            let whole = max(0, ends.filter { $0 <= length }.count - 1)
            tally.runs += 1
            tally.acknowledged += whole
            let (entries, report) = try desk.journal().all()
            tally.compare(entries, with: Array(written.prefix(whole)))
            #expect(entries == Array(written.prefix(whole)), "\(length)")
            let isTorn = nulls > 0 || !(length == 0 || bytes[length - 1] == 10)
            #expect(report.repaired.count == (isTorn ? 1 : 0), "\(length)")
            #expect(report.badLineCount == 0 && report.changedOutsideCount == 0 && report.missing.isEmpty, "\(length)")
            let after = try desk.bytes(file)
            let again = try desk.journal().all()
            #expect(again.entries == entries && again.report.repaired.isEmpty, "\(length)")
            #expect(try desk.bytes(file) == after)
            try desk.journal().dial("four")
            let (more, last) = try desk.journal().all()
            #expect(more.notes == DamageAttack.notes.prefix(whole) + ["four"], "\(length)")
            #expect(last.missing.isEmpty && last.badLineCount == 0 && last.repaired.isEmpty, "\(length)")
        }
        #expect(tally.isClean && tally.runs > 40)
    }

    @Test(arguments: [0, 4096]) func aCutIsMendedFromTheMirror(nulls: Int) throws {
        var tally = Tally(
            "cut off at every byte, \(nulls == 0 ? "plain" : "NULs behind it"), with the mirror beside it")
        defer { tally.tell() }
        let desk = try Desk(keepsMirrors: true)
        let (file, bytes, written) = try threeDials(desk)
        for length in stride(from: 0, to: bytes.count, by: Torture.isLong ? 1 : 11) {
            try desk.put(bytes[..<length] + [UInt8](repeating: 0, count: nulls), at: file)
            tally.runs += 1
            tally.acknowledged += written.count
            let entries = try desk.journal().all().entries
            tally.compare(entries, with: written)
            #expect(Set(entries) == Set(written), "\(length)")
            #expect(try desk.journal().all().report.repaired.isEmpty, "\(length)")
        }
        #expect(tally.isClean)
    }

    /// A bit is told from another by the CRC, and nothing changes without being said.
    @Test func everyBitThatIsFlippedIsSaid() throws {
        var tally = Tally("every bit of a line flipped")
        defer { tally.tell() }
        let desk = try Desk()
        let (file, bytes, written) = try threeDials(desk)
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        // The first line says whose file it is, and holds no entry.
        for line in Torture.isLong ? [1, 2, 3] : [2] {
            let others = written.enumerated().filter { $0.offset != line - 1 }.map(\.element)
            for place in (ends[line - 1] + 1)...ends[line] {
                for bit in 0..<8 as Range<UInt8> {
                    var changed = bytes
                    changed[place] ^= 1 << bit
                    try desk.put(changed, at: file)
                    tally.runs += 1
                    tally.acknowledged += others.count
                    let (entries, report) = try desk.journal().all()
                    #expect(others.allSatisfy(entries.contains), "\(line) \(place) \(bit)")
                    tally.lost += others.count { !entries.contains($0) }
                    let isSaid = report.badLineCount > 0 || report.changedOutsideCount > 0 || !report.repaired.isEmpty
                    #expect(isSaid, "\(line) \(place) \(bit)")
                    if !isSaid, Set(entries) != Set(written) { tally.altered += 1 }
                    if report.badLineCount == 0, report.changedOutsideCount > 0 { #expect(entries.count == 3) }
                }
            }
        }
        #expect(tally.isClean && tally.runs > 1000)
    }
}

extension Tally {
    /// Counts what is not there of what should be, and what is there and should not.
    fileprivate mutating func compare(_ entries: [Entry], with written: [Entry]) {
        lost += written.count { entry in !entries.contains { $0.id == entry.id } }
        altered += entries.count { !written.contains($0) }
    }
}
