import Pipeline
import TestSupport
import Testing

@testable import Journal

@Suite struct RecordTests {
    private let now = Moment(seconds: 1_773_505_613, offset: -420)

    @Test func aDialNeedsNoTime() throws {
        let draft = try RecordDecoder.decode(
            #"{"do":"attempt","lead":"7q3k9f2mxt","by":"phone","out":"no answer","mood":1}"#.utf8, line: 1, now: now)
        #expect(
            draft
                == Draft(
                    .attempt(Attempt(.phone, .noAnswer)), lead: LeadID("7Q3K9F2MXT"), at: now,
                    rest: [JSON.Member("mood", .int(1))]))
    }

    @Test(arguments: [
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"foo"}"#,
            #"outcome "foo" is not known; use one of no answer, busy, "#
        ),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"hologram","out":"busy"}"#,
            #"channel "hologram" is not known; use one of phone, "#
        ),
        (#"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone"}"#, #"outcome is missing (key "out")"#),
        (#"{"do":"attempt","lead":"7Q3K9F2MXT","by":7,"out":"busy"}"#, #"channel should be a string (key "by")"#),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","min":-1}"#,
            "minutes should be a whole number from 0 to 65535"
        ),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","min":1.5}"#,
            "minutes should be a whole number"
        ),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","next":"soon"}"#,
            #"next "soon" should be a day"#
        ),
        (#"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","next":"2026-02-30"}"#, "should be a day"),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","value":"yes"}"#,
            "value should be true or false"
        ),
        (#"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","amount":"1"}"#, "amount should be a number"),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"busy","amount":1e999}"#,
            "amount should be a number"
        ),
        (
            #"{"do":"attempt","lead":"7Q3K9F2MXT","at":"09:00","by":"phone","out":"busy"}"#,
            #"at "09:00" should be a time with its offset"#
        ),
        (#"{"do":"attempt","lead":"me","by":"phone","out":"busy"}"#, #"lead id "me" should be ten letters and digits"#),
        (#"{"do":"attempt","by":"phone","out":"busy"}"#, "lead id is missing"),
        (
            #"{"do":"hibernate","lead":"7Q3K9F2MXT"}"#,
            #"act "hibernate" is not known to this version; use one of add, edit, "#
        ),
        (#"{"do":"park","lead":"7Q3K9F2MXT"}"#, "until is missing"),
        (#"{"do":"park","lead":"7Q3K9F2MXT","until":"spring"}"#, #"until "spring" should be a day"#),
        (#"{"do":"keep","lead":"7Q3K9F2MXT"}"#, "why is missing"),
        (#"{"do":"revive","lead":"7Q3K9F2MXT","why":7}"#, "why should be a string"),
        (#"{"do":"let go","lead":"7Q3K9F2MXT","manner":"loud"}"#, "use one of quiet, goodbye"),
        (#"{"do":"signal","lead":"7Q3K9F2MXT","signal":"sighs"}"#, "use one of huge potential, "),
        (#"{"do":"question","lead":"7Q3K9F2MXT","question":"price","is":"satisfied"}"#, "use one of process, budget"),
        (#"{"do":"question","lead":"7Q3K9F2MXT","question":"budget"}"#, "is is missing"),
        (#"{"do":"assess","lead":"7Q3K9F2MXT","answers":{"need":7}}"#, "answers should be an object of strings"),
        (#"{"do":"order","lead":"7Q3K9F2MXT","amount":"ten"}"#, "amount should be a number"),
        (#"{"do":"merge","lead":"7Q3K9F2MXT","into":"her"}"#, "should be ten letters and digits"),
        (#"{"lead":"7Q3K9F2MXT"}"#, #"act is missing (key "do")"#),
        (#"{"do":"segment"}"#, "not known to this version"),
        (#"{"do":"edit","lead":"7Q3K9F2MXT","set":{"nmae":"Ada"}}"#, #"set "nmae" is not known; use one of name, "#),
        (#"{"do":"edit","lead":"7Q3K9F2MXT","set":{"phones":[{}]}}"#, "phones should be an array of objects"),
        (#"{"do":"edit","lead":"7Q3K9F2MXT"}"#, "set is missing"),
        (#"{"do":"add","lead":"7Q3K9F2MXT","name":7}"#, "name should be a string"),
        (#"{"do":"add","lead":"7Q3K9F2MXT","name":"Ada","tags":"a"}"#, "tags should be an array of strings"),
        (
            #"{"do":"trait","lead":"7Q3K9F2MXT","trait":"money","is":"maybe"}"#,
            #"is "maybe" is not known; use one of yes, no, unknown"#
        ),
        (#"{"do":"undo"}"#, "entry id is missing"), (#"{"do":"undo","ref":["x"]}"#, #"entry id "x" should be"#),
        (#"{"do":"note","lead":"7Q3K9F2MXT","text":"x","id":"1"}"#, #""id" is given by lastcall"#),
        (#"{"do":"note","lead":"7Q3K9F2MXT","text":"x"} {}"#, "is not JSON"), ("[]", "is not JSON"),
        ("", "is not JSON"),
    ])
    func whatIsNotUnderstoodIsRefusedInASentence(line: String, sentence: String) {
        let error = #expect(throws: RecordError.self) { try RecordDecoder.decode(line.utf8, line: 3, now: now) }
        #expect(error?.description.hasPrefix("line 3: ") == true)
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func whatIsShownCanBeRecorded(seed: UInt64) throws {
        var random = Seeded(seed)
        for kind in 0..<Entry.kinds - 1 {
            let entry = Entry.random(kind, using: &random)
            guard case .object(let members) = EntryJSON.json(of: entry) else { continue }
            let line = JSON.object(members.filter { $0.key != "id" }).text
            let draft = try RecordDecoder.decode(line.utf8, line: 1, now: now)
            #expect(draft == Draft(entry.act, lead: entry.lead, at: entry.at, batch: entry.batch, rest: entry.rest))
        }
    }
}
