import FoundationEssentials
import Glibc
import Testing

/// Leads on their way out, and back in.
@Suite struct ExportTests {
    /// The demo, and 500 leads with names, numbers and notes that no format likes.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data, "--leads", "60")
        try desk.done("record", input: HostileLeads.acts(500))
        return desk
    }

    @Test func whatOthersReadIsWhatIsOnFile() throws {
        let desk = try desk()
        let json = try desk.file("leads.json", try desk.done("export"))
        for (format, script) in [("csv", Readers.table), ("vcard", Readers.cards), ("ics", Readers.calendar)] {
            let file = "\(desk.home)/leads.\(format)"
            #expect(try desk.lastcall("export", "--format", format, "--output", file).status == 0)
            #expect(try Readers.complaints(script, json, file, at: desk) == [], "\(format)")
        }
    }

    /// Nothing that the format can hold is lost, and what it cannot hold is said.
    @Test(arguments: [
        ("json", ""), ("jsonl", ""),
        (
            "csv",
            "lastcall: 1 lead who asked not to be contacted left out of the csv\nlastcall: the file does not hold the "
                + "history of 54 leads, nor the character NUL, written as \u{FFFD}; json and jsonl do\n"
        ),
        (
            "vcard",
            "lastcall: 1 lead who asked not to be contacted left out of the vcard\nlastcall: the file does not hold the "
                + "history of 54 leads, nor control characters, written as \u{FFFD}; json and jsonl do\n"
        ),
    ])
    func aRoundTripLosesNothing(format: String, said: String) throws {
        let desk = try desk()
        let first = "\(desk.home)/first", other = "\(desk.home)/other"
        #expect(try desk.lastcall("export", "--format", format, "--output", first).errors == said)
        let brought = format.hasPrefix("json") ? 560 : 559
        #expect(try desk.done("import", "--data", other, first).contains("added \(brought), skipped 0"))
        #expect(try desk.done("import", "--data", other, first).contains("added 0, skipped \(brought)"))
        _ = try desk.lastcall("export", "--data", other, "--format", format, "--output", "\(desk.home)/second")
        let (before, after) = (try lines(first, format), try lines("\(desk.home)/second", format))
        #expect(before.count == after.count)
        #expect(zip(before, after).first { $0 != $1 } == nil)
    }

    /// The lines of an export, without what an import makes anew and what a table tells of the history.
    private func lines(_ path: String, _ format: String) throws -> [String] {
        let text = String(decoding: try read(path), as: UTF8.self)
        switch format {
        case "csv":
            return text.split(separator: "\r\n").map { line in
                String(line.replacing(/,(suspect|prospect|customer),[a-z ]+,[0-9T:-]*,[0-9-]*,/, with: ","))
            }
        default:
            return text.replacing(/"id":"[0-9A-Z]{26}",/, with: "").replacing(/,"batch":"[0-9A-Z]{10}"/, with: "")
                .split(separator: "\n").map(String.init)
        }
    }

    @Test func actsAreTakenByRecordAsTheyAre() throws {
        let desk = try Desk()
        try desk.done("add", "Dana", "--phone", "0201")
        try desk.done("log", "dana", "busy")
        try desk.done("log", "dana", "no answer")
        try desk.done("undo")
        let acts = try desk.done("export", "--format", "jsonl")
        #expect(acts.split(separator: "\n").count == 2)
        try desk.done("record", "--data", desk.home + "/other", input: acts)
        #expect(try desk.done("show", "--data", desk.home + "/other", "dana").contains("busy"))
    }

    @Test func whoAskedNotToBeContactedIsInBackupsOnly() throws {
        let desk = try Desk()
        try desk.done("add", "Dana", "--phone", "0201")
        try desk.done("next", "dana", "tue")
        try desk.done("do-not-contact", "dana", "--words", "never again")
        for format in ["csv", "vcard", "ics"] {
            let ending = try desk.lastcall("export", "--format", format)
            #expect(!ending.text.contains("Dana") && ending.errors.contains("1 lead who asked not to be contacted"))
        }
        for format in ["json", "jsonl", "markdown"] {
            #expect(try desk.done("export", "--format", format).contains("never again"))
        }
    }

    @Test func aCalendarMovesTheEventOfACallbackThatIsMoved() throws {
        let desk = try Desk()
        try desk.done("add", "Dana")
        try desk.done("next", "dana", "2026-12-01 14:00")
        desk.environment["TZ"] = "America/Chicago"
        let first = try desk.done("export", "--format", "ics")
        #expect(first.contains("DTSTART:20261201T200000Z"))
        desk.environment["LASTCALL_NOW"] = "2026-11-24T08:41:00+00:00"
        try desk.done("next", "dana", "2026-12-02")
        let second = try desk.done("export", "--format", "ics")
        #expect(second.contains("DTSTART;VALUE=DATE:20261202"))
        func value(_ name: String, _ text: String) -> Substring? {
            text.split(separator: "\r\n").first { $0.hasPrefix(name + ":") }?.dropFirst(name.count + 1)
        }
        #expect(value("UID", first) == value("UID", second))
        let sequences = [first, second].compactMap { value("SEQUENCE", $0).flatMap { Int($0) } }
        #expect(sequences.count == 2 && sequences[0] < sequences[1])
    }

    @Test func aPageTellsOfALeadAndAReviewOfTheWeek() throws {
        let desk = try Desk()
        try desk.done("add", "Dana *W*", "--company", "Acme", "--phone", "0201", "--note", "1. not a list")
        try desk.done("log", "dana", "meeting", "--next", "2026-11-26 14:00", "--note", "wants | a tour")
        let page = try desk.done("export", "--format", "markdown", "dana")
        #expect(page.hasPrefix("# Dana \\*W\\*\n\nAcme\n\n- **Phone**: 0201\n"))
        #expect(page.contains("> 1\\. not a list\n"))
        #expect(
            page.contains(
                "- 2026-11-23 08:41 phone call: meeting booked, next 2026-11-26 14:00\n  > wants \\| a tour\n"))
        let review = try desk.done("export", "--review")
        #expect(review.hasPrefix("# Review of 2026-11-17 to 2026-11-23\n"))
        #expect(review.contains("| Meetings | 1 | meetings that were booked |"))
        #expect(review.contains("## Meetings booked\n\n- Dana \\*W\\*, Acme for 2026-11-26 14:00: wants \\| a tour\n"))
        #expect(review.contains("## Agreed for the 7 days to come\n\n- 2026-11-26 14:00 meeting, Dana \\*W\\*, Acme"))
        #expect(try desk.done("export", "--review", "--to", "2026-11-20").contains("## Meetings booked\n\nNone.\n"))
    }

    @Test func aFileIsReplacedWholeOrNotAtAll() throws {
        let desk = try desk()
        let old = try desk.file("out.json", "old")
        // The disk is full after 4096 bytes.
        let ending = try desk.shell("ulimit -f 8; trap '' XFSZ; lastcall export --output out.json")
        #expect(ending.status == 74 && ending.errors.contains("what was there is as it was"))
        #expect(try read(old) == Array("old".utf8))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.home).allSatisfy { !$0.hasPrefix(".lastcall") })
        #expect(try desk.shell("ln -s out.json link.json && lastcall export --output link.json").status == 0)
        #expect(try read(old).count > 100_000)
        #expect(
            try desk.shell("lastcall export --format csv --output /dev/stdout 2>o | head -n 1").text.contains(
                "lastcall ID"))
    }
}

/// Leads with whatever breaks formats, the same in every run.
private enum HostileLeads {
    static func acts(_ count: Int) -> String {
        var random = Seeded(state: 500)
        return (0..<count).map { index in
            let texts = (0..<6).map { _ in random.text() }
            let id = String("0000000000\(String(index, radix: 16).uppercased())".suffix(10))
            return #"{"do":"add","lead":"\#(id)","name":\#(json("n" + texts[0])),"company":\#(json(texts[1])),"#
                + #""phones":[{"number":\#(json("+1\(index)" + texts[2])),"label":\#(json(texts[3])),"dead":\#(index % 3 == 0)}],"#
                + #""emails":[{"address":\#(json("p\(index)@x.example"))}],"#
                + #""note":\#(json(texts[4])),"tags":[\#(json(texts[5])),"b;c"],"extra":{"k\#(index % 7)":\#(json(texts[3])),"n":[1,{"x":null}]}}"#
        }.joined(separator: "\n") + "\n"
    }

    private static func json(_ text: String) -> String {
        var escaped = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                escaped += "\\u" + String("0000\(String(scalar.value, radix: 16))".suffix(4))
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped + "\""
    }

    private struct Seeded {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        private static let pieces = [
            "a", "Zoë", "日本語", "👩‍👩‍👧‍👦", "e\u{301}", "\u{202E}", " ", "  ", "\t", "\n", "\r\n", "\r", "\0", "\u{1B}[31m",
            "\u{9B}", ",",
            ";", ":", "\"", "'", "\\", "\\n", "=1+1", "+1", "-1", "@x", "|", "*", "<b>", "&amp;", "{", "[", "END:VCARD",
            "BEGIN:VCARD\n",
            "\u{FEFF}", "\u{FFFD}", "\u{2028}", "%0A", "=0D=0A", "^n", "null", "\u{7F}", "لا",
            String(repeating: "x", count: 90),
        ]

        mutating func text() -> String {
            let start = next(4) == 0 ? ["=", "+", "-", "@", "'", "'=", "\t", " "][next(8)] : "t"
            return (0..<1 + next(6)).reduce(start) { text, _ in text + Seeded.pieces[next(Seeded.pieces.count)] }
        }
    }
}
