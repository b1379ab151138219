import Testing

@testable import Interface

@Suite("The table of keys") struct KeyTableTests {
    @Test("is the page of the documents") func thePageOfTheDocuments() {
        Golden.hold(document: Keymap.standard.markdown, "docs/keys.md")
    }

    @Test("has every command once") func everyCommandOnce() {
        #expect(Keymap.standard.sections.map(\.rows.count).reduce(0, +) == Command.all.count)
        #expect(Set(Keymap.standard.sections.flatMap(\.rows).map(\.help)) == Set(Command.all.map(\.help)))
    }
}
