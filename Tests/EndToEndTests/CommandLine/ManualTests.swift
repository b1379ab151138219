import Testing

/// What docs/method.md says of the settings is what the program has.
@Suite struct ManualTests {
    private static let manual =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/docs/method.md"

    @Test func everyNumberAndKeyOfTheManualIsTheProgramsOwn() throws {
        let text = String(decoding: try read(Self.manual), as: UTF8.self)
        let told = Self.rows(of: text).sorted { $0.key < $1.key }
        let settings = Self.settings(of: try Desk().done("settings"))
        #expect(settings.count > 30)
        #expect(told.map(\.key) == settings.keys.sorted(), "each is told once, and nothing else")
        for (key, value) in told { #expect(value == settings[key], "\(key)") }
    }

    @Test func theReadersFindWhatThereIs() {
        let table =
            "| a | 1 | `goal` |\n|---|---|---|\n| b | 2 | `minutes.drop-in` `minutes.fax` |\n| no | row | here |"
        #expect(Self.rows(of: table).map(\.key) == ["goal", "minutes.drop-in", "minutes.fax"])
        #expect(Self.rows(of: table).map(\.value) == ["1", "2", "2"])
        let file =
            "{\n  goal: 50, // a day\n  numbers: {\n    few: 3, // so few\n  },\n  minutes: {\n    \"drop-in\": 30,\n  },\n}"
        #expect(Self.settings(of: file) == ["goal": "50", "numbers.few": "3", "minutes.drop-in": "30"])
    }

    /// The defaults by their keys: of each row of a table whose last cell names keys in backticks.
    private static func rows(of text: String) -> [(key: String, value: String)] {
        text.split(separator: "\n").flatMap { line -> [(key: String, value: String)] in
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            guard line.hasPrefix("|"), cells.count == 3 else { return [] }
            let keys = cells[2].split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
            return keys.map { (String($0.element), cells[1]) }
        }
    }

    /// The settings that are a number, true or false, with the object that they are in: `numbers.graceDays`.
    private static func settings(of file: String) -> [String: String] {
        var settings: [String: String] = [:]
        var object = ""
        for line in file.split(separator: "\n") {
            let depth = line.prefix { $0 == " " }.count
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.split(separator: " ").joined(separator: " ") }
            guard parts.count == 2 else { continue }
            let key = String(parts[0].filter { $0 != "\"" })
            if parts[1] == "{" { object = key + "." }
            guard depth == 2 || ["numbers.", "minutes."].contains(object),
                let value = parts[1].split(separator: ",").first,
                Int(value) != nil || ["true", "false"].contains(value)
            else { continue }
            settings[depth == 2 ? key : object + key] = String(value)
        }
        return settings
    }
}
