import Pipeline
import Testing

@Suite("Method 10: the user's own details in the settings file")
struct IntroducingTests {
    private var me: Settings.Me {
        var me = Settings.Me()
        me.name = "Ada \"A\""
        me.company = "Northgate"
        return me
    }

    private func introduced(_ text: String?) throws(SettingsMistake) -> String? {
        try Settings.file(text.map { Array($0.utf8) }, introducing: me).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func withoutAFileACommentedOneIsMade() throws {
        let text = try #require(try introduced(nil))
        var settings = Settings()
        settings.me = me
        #expect(text == settings.commented)
    }

    @Test(arguments: [
        ("// mine\n{\n  goal: 60, // a lot\n}\n", "// mine\n{\n  me: { name: "),
        ("{ goal: 60 }", "{\n  me: { name: "),
        (
            "{\n  goal: 60,\n  me: { name: \"Bo\" }, // me\n}",
            "{\n  goal: 60,\n  me: { company: \"Northgate\", name: \"Ada \\\"A\\\"\" }, // me\n}"
        ),
        ("{ goal: 60, me: {} }", "{ goal: 60, me: { name: \"Ada \\\"A\\\"\", company: \"Northgate\",} }"),
        (
            "{\n  goal: 60,\n  me: {\n    company: \"Old\", // where\n    \"name\": \"\",\n  },\n}",
            "{\n  goal: 60,\n  me: {\n    company: \"Northgate\", // where\n    \"name\": \"Ada \\\"A\\\"\",\n  },\n}"
        ),
    ])
    func allElseStaysAsItWas(text: String, expected: String) throws {
        let file = try #require(try introduced(text))
        #expect(file.hasPrefix(expected), "\(file)")
        let settings = try Settings(file: Array(file.utf8))
        #expect(settings.me == me && settings.dialGoal == 60)
    }

    @Test(arguments: [
        "{ me: { name: 'Bo' } }", "{\n  me:\n  { name: \"Bo\" },\n}",
    ])
    func whatCannotBeReplacedForCertainIsLeft(text: String) throws {
        #expect(try introduced(text) == nil)
    }

    @Test func aMistakeIsNotWrittenOver() {
        #expect(throws: SettingsMistake.self) { try introduced("{ goal: }") }
    }
}
