import Pipeline
import Testing

@testable import Journal

/// Who the leads are is read without what was done with them.
@Suite struct NameTests {
    @Test func namesAreReadWithoutTheHistory() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        let (one, two) = (LeadID(bits: 1), LeadID(bits: 2))
        let at = Moment(seconds: Int64(morning / 1000))
        let acts: [(Act, LeadID?)] = [
            (.add(LeadFields(name: "Ada")), one), (.add(LeadFields(name: "Bea")), two), (.note("a note"), one),
            (.edit(LeadEdit([.name], to: LeadFields(name: "Cleo"))), one), (.merge(one), two), (.keep("why"), one),
        ]
        let known = try journal.append(
            acts.map { Draft($0.0, lead: $0.1, at: at) }, now: morning, newest: { _ in nil }, check: { _ in })
        try journal.dial("one", "two")
        _ = try journal.append(
            [Draft(.undo([known[4].id]), lead: two, at: at)], now: morning, newest: { _ in nil }, check: { _ in })

        var (names, all): ([String], [Entry]) = ([], [])
        let reader = try desk.journal()
        try reader.loadNames { names.append($0.act.name) }
        #expect(names == ["add", "add", "edit", "merge", "undo"])
        _ = try reader.load { all.append($0) }
        #expect(all.count == 9, "nothing of it counts as read")
    }

    @Test func linesThatAreNotAsWeWriteThemAreReadAsWell() throws {
        let desk = try Desk()
        try desk.journal().dial("one", "two")
        let file = try desk.file()
        let lines = try desk.lines(file).map { line in
            line.contains("\"two\"") ? line.replacing("\"do\":\"attempt\"", with: "\"do\" : \"attempt\"") : line
        }
        try desk.put(lines.map { $0 + "\n" }.joined().utf8, at: file)
        var entries: [Entry] = []
        try desk.journal().loadNames { entries.append($0) }
        #expect(entries.notes == ["two"])
    }
}
