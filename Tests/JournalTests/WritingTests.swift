import FoundationEssentials
import Glibc
import Pipeline
import Testing

@testable import Journal

@Suite struct WritingTests {
    @Test func whatIsAppendedIsReadByTheNext() throws {
        let desk = try Desk()
        let written = try desk.journal().dial("one", "two")
        let (entries, report) = try desk.journal().all()
        #expect(entries == written)
        #expect(
            report
                == {
                    var clean = LoadReport()
                    clean.entries = 2
                    return clean
                }())
    }

    @Test func nothingIsCreatedBeforeTheFirstWrite() throws {
        let desk = try Desk()
        let journal = try desk.journal()
        #expect(try journal.all().entries.isEmpty)
        #expect(try journal.follow().isEmpty)
        #expect(try desk.names(desk.root).isEmpty)
    }
}
