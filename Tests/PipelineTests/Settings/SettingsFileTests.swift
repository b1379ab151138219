import FoundationEssentials
import Pipeline
import Testing

/// The settings of a file's text.
private func settings(_ text: String) throws(SettingsMistake) -> Settings { try Settings(file: Array(text.utf8)) }

/// What is wrong with a file's text; nil when nothing is.
private func mistake(_ text: String) -> SettingsMistake? {
    do throws(SettingsMistake) {
        _ = try settings(text)
        return nil
    } catch {
        return error
    }
}

/// A number of the settings file, a value that it may have, and two that it may not.
struct NumberCase: Sendable {
    let key: String
    let path: @Sendable (MethodNumbers) -> Int
    let usual: Int
    let range: ClosedRange<Int>
}

@Suite("Method 10: the settings file")
struct SettingsFileTests {
    @Test(arguments: [
        "{}", "{ }\n", "// nothing\n{\n}", "{ numbers: {}, me: {}, minutes: {}, scripts: {} }", "/* a */ {/**/}",
    ])
    func whatIsLeftOutKeepsItsDefault(text: String) throws {
        #expect(try settings(text) == Settings())
    }

    @Test func everyKeyIsRead() throws {
        let read = try settings(
            """
            {
              me: { name: "Ada", company: 'Northgate', value: "boxes for bakers", phone: "+1 312 555 0142" },
              goal: 60, myHourIsWorth: 49.99, leadsAreScarce: true,
              "numbers": { keepDays: 10, topScore: 80, },
              minutes: { phone: 3, "drop-in": 45, "live message": 1 },
              criteria: [
                { name: "need", question: "How much?", weight: 2.5, answers: [["none", 0], ["some", 0.5], ["much", 1]] },
                { name: "fit", answers: [["no", 0], ["yes", 1]] },
              ],
              scripts: { "polite decline": "No, {first}.\\nBye, {me} of {my company}, {my phone}: {value} {day} {name} {company}" },
            }
            """)
        #expect(read.me.name == "Ada" && read.me.company == "Northgate")
        #expect(read.me.valueLine == "boxes for bakers" && read.me.phone == "+1 312 555 0142")
        #expect(read.dialGoal == 60 && read.leadsAreScarce)
        #expect(read.myHourIsWorth == amount("49.99"))
        #expect(read.numbers.keepDays == 10 && read.numbers.topScore == 80 && read.numbers.enoughAttempts == 20)
        #expect(read.minutes == [.phone: 3, .dropIn: 45, .liveMessage: 1])
        #expect(
            read.criteria == [
                Criterion("need", "How much?", weight: 2.5, [.init("none", 0), .init("some", 0.5), .init("much", 1)]),
                Criterion("fit", "", weight: 1, [.init("no", 0), .init("yes", 1)]),
            ])
        #expect(read.script(.politeDecline).text.hasPrefix("No, {first}.\nBye") == true)
        #expect(read.script(.challengeQuestion) == Script.shipped(.challengeQuestion))
    }

    static let numbers: [NumberCase] = [
        .init(key: "enoughAttempts", path: \.enoughAttempts, usual: 20, range: 1...1000),
        .init(key: "enoughChannels", path: \.enoughChannels, usual: 3, range: 1...11),
        .init(key: "stallingStreak", path: \.stallingStreak, usual: 2, range: 1...3),
        .init(key: "lingeringStreak", path: \.lingeringStreak, usual: 3, range: 2...100),
        .init(key: "mostSnoozes", path: \.mostSnoozes, usual: 3, range: 1...100),
        .init(key: "topScore", path: \.topScore, usual: 70, range: 36...100),
        .init(key: "maybeScore", path: \.maybeScore, usual: 35, range: 0...69),
        .init(key: "graceDays", path: \.graceDays, usual: 7, range: 1...365),
        .init(key: "mostLetDowns", path: \.mostLetDowns, usual: 2, range: 1...100),
        .init(key: "hoursBeforePayoff", path: \.hoursBeforePayoff, usual: 5, range: 1...1000),
        .init(key: "keepDays", path: \.keepDays, usual: 30, range: 1...365),
        .init(key: "prospectRestDays", path: \.prospectRestDays, usual: 3, range: 1...365),
        .init(key: "customerRestDays", path: \.customerRestDays, usual: 90, range: 1...3650),
        .init(key: "firstAttempts", path: \.firstAttempts, usual: 3, range: 1...10),
        .init(key: "nextAttempts", path: \.nextAttempts, usual: 10, range: 3...1000),
        .init(key: "restAfterFirst", path: \.restAfterFirst, usual: 2, range: 1...365),
        .init(key: "restAfterNext", path: \.restAfterNext, usual: 4, range: 1...365),
        .init(key: "restAfterOthers", path: \.restAfterOthers, usual: 7, range: 1...365),
        .init(key: "callingFrom", path: \.callingFrom, usual: 8, range: 0...20),
        .init(key: "callingUntil", path: \.callingUntil, usual: 21, range: 9...24),
        .init(key: "laterMonths", path: \.laterMonths, usual: 6, range: 1...12),
        .init(key: "nextYearMonths", path: \.nextYearMonths, usual: 12, range: 6...120),
        .init(key: "freedWeeks", path: \.freedWeeks, usual: 8, range: 1...104),
        .init(key: "fewDials", path: \.fewDials, usual: 20, range: 1...10_000),
    ]

    @Test(arguments: numbers)
    func everyNumberOfTheMethodWithinItsRange(number: NumberCase) throws {
        #expect(number.path(MethodNumbers()) == number.usual, "\(number.key)")
        for value in [number.range.lowerBound, number.range.upperBound] {
            #expect(number.path(try settings("{ numbers: { \(number.key): \(value) } }").numbers) == value)
        }
        for value in ["\(number.range.lowerBound - 1)", "\(number.range.upperBound + 1)", "1.5", "\"7\"", "null", "[]"]
        {
            let found = mistake("{\n  numbers: {\n    // which?\n    \(number.key): \(value)\n  }\n}")
            #expect(found != nil, "\(number.key): \(value)")
            #expect(found?.key.hasPrefix("numbers.") == true)
        }
    }

    @Test func theFileNamesEveryNumber() {
        let text = Settings().commented
        for number in SettingsFileTests.numbers {
            #expect(text.contains("    \(number.key): \(number.usual), // "), "\(number.key)")
        }
        #expect(
            text.split(separator: "\n").count { $0.contains(": ") && $0.hasPrefix("    ") }
                >= SettingsFileTests.numbers.count)
    }

    @Test(arguments: [
        ("{\n  goal: 0,\n}", 2, "goal", "should be a whole number from 1 to 1000"),
        ("{\n  goal: 1001,\n}", 2, "goal", "from 1 to 1000"), ("{ goal: 7.5 }", 1, "goal", "whole number"),
        ("{\n\n  'goal' : '7' }", 3, "goal", "whole number"),
        ("{ myHourIsWorth: -0.01 }", 1, "myHourIsWorth", "should be a number from 0 to 1000000"),
        ("{ leadsAreScarce: 1 }", 1, "leadsAreScarce", "should be true or false"),
        ("{\n  numbers: {\n    keepDays: 0,\n  },\n}", 3, "numbers.keepDays", "from 1 to 365"),
        ("{\n  numbers: 7 }", 2, "numbers", "should be an object in braces"),
        ("{\n  me: {\n name: 7 } }", 3, "me.name", "should be text in quotation marks"),
        ("{\n  minutes: { phone: 2,\n fax: -1 } }", 3, "minutes.fax", "from 0 to 1440"),
        ("[]", 1, "", "should be an object"),
        ("{\n  numbers: {\n    maybeScore: 80 } }", 3, "numbers.maybeScore", "80 is not below topScore, 70; lower it"),
        ("{\n  numbers: {\n    topScore: 35 } }", 3, "numbers.topScore", "35 is not above maybeScore, 35; raise it"),
        (
            "{ numbers: {\n callingFrom: 21,\n callingUntil: 21 } }", 2, "numbers.callingFrom",
            "21 is not below callingUntil, 21"
        ),
        (
            "{ numbers: {\n lingeringStreak: 4,\n stallingStreak: 5 } }", 3, "numbers.stallingStreak",
            "5 is above lingeringStreak, 4; lower it, or raise the other"
        ),
        (
            "{\n numbers: { lingeringStreak: 1 } }", 2, "numbers.lingeringStreak",
            "1 is below stallingStreak, 2; raise it, or lower the other"
        ),
        ("{ numbers: {\n nextAttempts: 2 } }", 2, "numbers.nextAttempts", "2 is below firstAttempts, 3"),
        ("{ numbers: {\n laterMonths: 13 } }", 2, "numbers.laterMonths", "13 is above nextYearMonths, 12"),
        ("{\n  criteria: [] }", 2, "criteria", "should be a list of 1 to 20"),
        (
            "{ criteria: [\n{ name: 'a', answers: [['x', 0]] } ] }", 2, "criteria.1.answers",
            "should be a list of 2 to 5"
        ),
        (
            "{ criteria: [\n{ name: 'a', answers: [['x', 0],\n['y', 1.01]] } ] }", 3, "criteria.1.answers.2",
            "should be a number from 0 to 1"
        ),
        (
            "{ criteria: [\n{ name: 'a', weight: 0, answers: [['x', 0], ['y', 1]] } ] }", 2, "criteria.1.weight",
            "should be a number from 0.01 to 1000"
        ),
        ("{ criteria: [\n{ answers: [['x', 0], ['y', 1]] } ] }", 2, "criteria.1", "has no name"),
        ("{ criteria: [\n{ name: 'a' } ] }", 2, "criteria.1", "has no answers"),
        (
            "{ criteria: [\n{ name: 'a', answers: [['x', 0], ['y', 1]] },\n{ name: 'a', answers: [['x', 0], ['y', 1]] } ] }",
            3, "criteria.2.name", "stands twice"
        ),
        ("{ scripts: {\n 'polite decline':\n 7 } }", 2, "scripts.polite decline", "should be text"),
    ])
    func aValueThatMakesNoSenseIsNamedWithItsLine(text: String, line: Int, key: String, what: String) {
        let found = mistake(text)
        #expect(found?.line == line)
        #expect(found?.key == key)
        #expect(found?.what.contains(what) == true, "\(found?.what ?? "")")
    }

    @Test(arguments: [
        ("{\n  gaol: 50 }", 2, "gaol", "goal"), ("{\n  goal: 50,\n  number: {} }", 3, "number", "numbers"),
        ("{ numbers: {\n keepdays: 3 } }", 2, "numbers.keepdays", "keepDays"),
        ("{ numbers: {\n enoughAtempts: 3 } }", 2, "numbers.enoughAtempts", "enoughAttempts"),
        ("{ me: {\n fone: '1' } }", 2, "me.fone", "phone"),
        ("{ minutes: {\n 'e-mail': 1 } }", 2, "minutes.e-mail", "email"),
        ("{ scripts: {\n 'goodbye email': '' } }", 2, "scripts.goodbye email", "goodbye e-mail"),
        ("{ criteria: [\n{ name: 'a',\n weigt: 1 } ] }", 3, "criteria.1.weigt", "weight"), ("{ \"\": 1 }", 1, "", "me"),
    ])
    func anUnknownKeyIsNamedWithTheNearestKnownOne(text: String, line: Int, key: String, near: String) {
        let found = mistake(text)
        #expect(found?.line == line)
        #expect(found?.key == key)
        #expect(found?.what.contains("did you mean \(near)?") == true, "\(found?.what ?? "")")
    }

    @Test(arguments: [
        ("{ scripts: {\n\n 'challenge question': 'Hi {frist}' } }", 3, "frist"),
        ("{ scripts: {\n 'not interested': '{first} {}' } }", 2, ""),
        ("{ scripts: { 'not interested': '{ first}' } }", 1, " first"),
        ("{ scripts: { 'not interested': '{name} {my company} {Me}' } }", 1, "Me"),
    ])
    func anUnknownPlaceholderIsNamed(text: String, line: Int, name: String) {
        let found = mistake(text)
        #expect(found?.line == line)
        #expect(found?.what.contains("there is no placeholder {\(name)}; use {name}, {first}") == true)
    }

    @Test func aFileOfManyMegabytesIsNotRead() {
        let most = 4 << 20
        let text = "{ goal: 60, }"
        #expect(mistake(text + String(repeating: " ", count: most - text.utf8.count)) == nil)
        let found = mistake(text + String(repeating: " ", count: most + 1 - text.utf8.count))
        #expect(found?.what == "the file has 5 MB, which nobody writes by hand; put another in its place")
    }

    @Test(arguments: [
        ("", 1, "ends too early"), ("\n\n", 3, "ends too early"), ("{\n  goal: 50\n", 3, "ends too early"),
        ("{\n  goal 50\n}", 2, "colon is missing after “goal”"), ("{\n  goal: 50\n  me: {}\n}", 2, "comma is missing"),
        ("{\n  goal: fifty,\n}", 2, "“fifty” is no value"), ("{\n  goal: 50,\n}\n}", 4, "more after the closing brace"),
        ("{\n  me: { name: \"Ada\n }\n}", 2, "does not end on the line"), ("{ /* a", 1, "ends too early"),
    ])
    func aMistakeOfSyntaxIsFoundOnItsLine(text: String, line: Int, what: String) {
        let found = mistake(text)
        #expect(found?.line == line, "\(found?.what ?? "")")
        #expect(found?.what.contains(what) == true, "\(found?.what ?? "")")
    }

    @Test func theCommentedDefaultReadsBackAsTheDefaults() throws {
        let text = Settings().commented
        var read = try settings(text)
        // The file spells out what is usual.
        #expect(read.minutes == Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, $0.usualMinutes) }))
        read.minutes = [:]
        #expect(read == Settings())
        #expect(read.criteria.digest == Settings().criteria.digest)
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test func whatTheUserSetReadsBackToo() throws {
        var own = Settings()
        own.me.name = "Ada \"the\" \\ Caller\n\u{1}"
        own.myHourIsWorth = amount("49.99")
        own.numbers.keepDays = 12
        own.leadsAreScarce = true
        own.minutes = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, 9) })
        own.criteria[0].weight = 0.1
        own.use(Script("Nein, {first} – „danke“ // {value} }"), on: .politeDecline)
        #expect(try settings(own.commented) == own)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func hostileBytesNeverTrap(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let whole = Array(Settings().commented.utf8)
        let marks = Array("{}[]:,'\"\\/*\n\u{0}eE+-.09".utf8) + [0xFF, 0xC3, 0xEF]
        var refused = 0
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = random.pick(marks)
                case 1: bytes.insert(random.pick(marks), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default: bytes = Array(bytes.prefix(max(1, place)))
                }
            }
            if let mistake = mistake(String(decoding: bytes, as: UTF8.self)) {
                refused += 1
                #expect((1...bytes.count + 1).contains(mistake.line) && !mistake.what.isEmpty)
            }
        }
        #expect(refused > 0)
    }

    @Test func everyMistakeIsNamedAndWhereThereIsNoneTheFileHolds() {
        let text = """
            {
              goal: 60, gaol: 7,
              opener: 3,
              me: { name: "Ada", colour: "red" },
              numbers: { lingeringStreak: 1 },
              criteria: [],
              scripts: { "polite decline": "Hello {nobody}" },
            }
            """
        let (settings, mistakes) = Settings.read(Array(text.utf8))
        #expect(mistakes.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(mistakes.map(\.key).prefix(3) == ["gaol", "opener", "me.colour"])
        var wanted = Settings()
        (wanted.dialGoal, wanted.me.name) = (60, "Ada")
        #expect(settings == wanted)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a:", count: 100_000), "{ goal: 1e999 }",
        "\u{FEFF}{}",
        "{ goal: 99999999999999999999 }", "{ goal: NaN }", "{ myHourIsWorth: Infinity }", "\u{0}", "'", "{'", "{a",
        "{a:",
        "{ \"a\\", "{ me: null }", "// only a comment", "{ criteria: [[[]]] }", "nul", "{ goal: 0x10 }",
    ])
    func oddTextsNeverTrap(text: String) {
        if let mistake = mistake(text) { #expect(mistake.line >= 1 && !mistake.description.isEmpty) }
        _ = Settings.read([0xFF, 0xFE] + Array(text.utf8))
    }
}
