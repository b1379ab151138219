import Pipeline
import Testing

@Suite("SpokenTime: days and times as people say them")
struct SpokenTimeTests {
    /// Sunday, 22 November 2026, in the morning.
    private let now = Now.at("2026-11-22T09:00:00Z")

    @Test(arguments: [
        ("today", "2026-11-22"), ("tomorrow", "2026-11-23"), ("Tomorrow ", "2026-11-23"), ("mon", "2026-11-23"),
        ("tue", "2026-11-24"), ("Tuesday", "2026-11-24"), ("tues", "2026-11-24"), ("sat", "2026-11-28"),
        ("sun", "2026-11-29"), ("on tue", "2026-11-24"), ("next tue", "2026-11-24"), ("0d", "2026-11-22"),
        ("3d", "2026-11-25"), ("3 days", "2026-11-25"), ("in 3 days", "2026-11-25"), ("1 day", "2026-11-23"),
        ("2w", "2026-12-06"), ("2 weeks", "2026-12-06"), ("6m", "2027-05-22"), ("6 months", "2027-05-22"),
        ("1y", "2027-11-22"), ("100y", "2126-11-22"), ("3660d", "2036-11-29"), ("next week", "2026-11-30"),
        ("next month", "2026-12-22"), ("next year", "2027-11-22"), ("nov 30", "2026-11-30"), ("30 nov", "2026-11-30"),
        ("nov 22", "2026-11-22"), ("nov 21", "2027-11-21"), ("the 30th of november", "2026-11-30"),
        ("30 november 2027", "2027-11-30"), ("november 1st, 2027", "2027-11-01"), ("1. dez", nil), ("mid week", nil),
        ("mid-", nil), ("5", nil), ("th", nil), ("32nd", nil), ("0th", nil),
        ("1. dec", "2026-12-01"),
        ("2nd dec", "2026-12-02"), ("dec 3rd", "2026-12-03"), ("30.11.", "2026-11-30"), ("30.11", "2026-11-30"),
        ("30.11.2027", "2027-11-30"), ("30.11.27", "2027-11-30"), ("1.2.", "2027-02-01"), ("01.02.", "2027-02-01"),
        ("30.11. 14:00", "2026-11-30T14:00"), ("2026-11-30", "2026-11-30"), ("2025-01-01", "2025-01-01"),
        ("2026-11-30 14:00", "2026-11-30T14:00"), ("2026-11-30T14:00:00-07:00", "2026-11-30T14:00:00-07:00"),
        ("2026-11-30 at 2pm", "2026-11-30T14:00"), ("nov 30 14:00", "2026-11-30T14:00"),
        ("nov 30 2027 9am", "2027-11-30T09:00"), ("tomorrow at 9:30am", "2026-11-23T09:30"),
        ("tue 2pm", "2026-11-24T14:00"), ("tue, 2pm", "2026-11-24T14:00"), ("3d 8:05", "2026-11-25T08:05"),
        ("14:00", "2026-11-22T14:00"), ("2pm", "2026-11-22T14:00"), ("12am", "2026-11-22T00:00"),
        ("12pm", "2026-11-22T12:00"), ("12:59AM", "2026-11-22T00:59"), ("at 0:00", "2026-11-22T00:00"),
        ("23:59", "2026-11-22T23:59"), ("29 feb", "2028-02-29"), ("feb 29", "2028-02-29"), ("29.2.", "2028-02-29"),
        ("29 feb 2028", "2028-02-29"), ("in 3 weeks", "2026-12-13"),
        ("end of month", "2026-11-30"), ("end of next month", "2026-12-31"), ("end of the week", "2026-11-27"),
        ("eow", "2026-11-27"), ("eom", "2026-11-30"), ("EOQ", "2026-12-31"), ("eoy 9:00", "2026-12-31T09:00"),
        ("tuesday week", "2026-12-01"), ("fri week 10am", "2026-12-04T10:00"), ("sat week", "2026-12-05"),
        ("end of next week 14:00", "2026-12-04T14:00"), ("end of year", "2026-12-31"),
        ("the end of next year", "2027-12-31"), ("\t tue \u{A0} 9:00 \n", "2026-11-24T09:00"),
    ])
    func isUnderstood(text: String, as expected: String?) {
        #expect(DueTime(spoken: text, now) == expected.map { due($0) })
    }

    /// What salespeople hear, on a Wednesday afternoon.
    @Test(arguments: [
        ("in an hour", "2026-11-25T16:10"), ("in 20 minutes", "2026-11-25T15:30"), ("20min", "2026-11-25T15:30"),
        ("half an hour", "2026-11-25T15:40"), ("in two hours", "2026-11-25T17:10"), ("9h", "2026-11-26T00:10"),
        ("in a week", "2026-12-02"), ("in two weeks", "2026-12-09"), ("a couple of weeks", "2026-12-09"),
        ("in a fortnight", "2026-12-09"), ("in a month", "2026-12-25"), ("in twelve days", "2026-12-07"),
        ("day after tomorrow", "2026-11-27"), ("the day after tomorrow at 9", "2026-11-27T09:00"),
        ("tomorrow at 9", "2026-11-26T09:00"), ("tomorrow 9am", "2026-11-26T09:00"),
        ("tomorrow 9 am", "2026-11-26T09:00"), ("tomorrow at 2", "2026-11-26T14:00"), ("at 4", "2026-11-25T16:00"),
        ("at 12", "2026-11-25T12:00"), ("at 4 o'clock", "2026-11-25T16:00"), ("9am tomorrow", "2026-11-26T09:00"),
        ("2 pm on friday", "2026-11-27T14:00"), ("fri at half past 2", "2026-11-27T14:30"),
        ("half past 4", "2026-11-25T16:30"), ("tomorrow, quarter to three", "2026-11-26T14:45"),
        ("ten past 9 tomorrow", "2026-11-26T09:10"), ("noon", "2026-11-25T12:00"), ("fri at noon", "2026-11-27T12:00"),
        ("monday morning", "2026-11-30T09:00"), ("this afternoon", "2026-11-25T14:00"),
        ("tomorrow in the evening", "2026-11-26T18:00"), ("30/11/2026", "2026-11-30"), ("30/11", "2026-11-30"),
        ("11/30", "2026-11-30"), ("11/30/26", "2026-11-30"), ("4/4", "2027-04-04"), ("30/11 14:00", "2026-11-30T14:00"),
        ("next week", "2026-12-02"), ("next week at 10", "2026-12-02T10:00"), ("next quarter", "2027-01-01"),
        ("mid december", "2026-12-15"), ("mid-january", "2027-01-15"), ("middle of august", "2027-08-16"),
        ("mid november", "2027-11-15"), ("in the new year", "2027-01-01"),
        ("the 5th", "2026-12-05"), ("on the 25th", "2026-11-25"), ("21st", "2026-12-21"), ("the 31st", "2026-12-31"),
        ("5th at 10", "2026-12-05T10:00"),
        ("q1", "2027-01-01"), ("in Q3", "2027-07-01"), ("january", "2027-01-01"), ("in december", "2026-12-01"),
        ("may", "2027-05-03"), ("start of next week", "2026-11-30"), ("early next month", "2026-12-01"),
        ("beginning of february", "2027-02-01"), ("start of next year", "2027-01-01"),
        ("end of month", "2026-11-30"), ("end of january", "2027-01-29"), ("end of november", "2026-11-30"),
        ("end of quarter", "2026-12-31"), ("end of next quarter", "2027-03-31"), ("end of october", "2027-10-29"),
        ("3d", "2026-11-28"), ("sat", "2026-11-28"), ("28 nov", "2026-11-28"),
    ])
    func asTheyAreSaid(text: String, expected: String) {
        #expect(DueTime(spoken: text, .at("2026-11-25T15:10:00Z")) == due(expected))
    }

    @Test(arguments: [
        ("03/04", "03/04 is 3 Apr to some and 4 Mar to others; write the month as a word"),
        ("on 3/4/2027 at 9", "3/4/2027 is 3 Apr to some and 4 Mar to others; write the month as a word"),
        ("30/11", nil), ("4/4", nil), ("13/13", nil), ("tue", nil), ("", nil),
    ])
    func aDateOfTwoMeaningsIsAskedAbout(text: String, expected: String?) {
        #expect(DueTime.doubt(spoken: text) == expected)
        if expected != nil { #expect(DueTime(spoken: text, now) == nil) }
    }

    @Test(arguments: [
        ("2026-11-27", "2026-11-27"), ("2026-11-28", "2026-11-30"), ("2026-11-29", "2026-11-30"),
        ("2026-11-30", "2026-11-30"),
    ])
    func aProposedDayIsAWorkingDay(day: String, expected: String) {
        #expect(due(day).day.orMonday == due(expected).day)
    }

    @Test(arguments: [
        "", " ", "at", "soon", "tu", "t", "monday tuesday", "31 feb", "feb 30", "31.2.", "29 feb 2027", "32.1.", "0.1.",
        "1.13.", "1.0.", "30.11.x", "30.11.2027.5", "30..11", "..30.11", ".", "..", "30.11.999", "30.11.20270", "nov",
        "nov 0", "nov 31", "nov nov", "5 nov 27", "30 nov 12027", "25:00", "24:00", "9:60", "9:5", "9:+5", "+9:30",
        "-1:00",
        "9:305", "13pm", "0am", "pm", ":30", "9:", "1:2:3", "14", "9.30", "+3d", "-3d", "- 3 days", "-3 days",
        "+3 days",
        "3", "3x", "d", "3.5d", "3661d", "101y", "3661 weeks", "999999999999d", "99999999999999999999999d",
        "9223372036854775807w", "-9223372036854775808 weeks", "9223372036854775807 years", "next", "next today",
        "next tomorrow", "next 3d", "next 30.11.", "next next", "next month week", "٣d", "３d", "٣ nov", "½ nov",
        "2026-02-30", "end", "end of tue", "end of next", "end of next tue", "end of month week",
        "sunday week", "in a few days", "few week",
        "2026-11-30T25:00", "today today", "tomorrow 9", "at 0", "at 24", "half past", "half to 3", "sixty past 2",
        "13/13", "0/5", "1/2/3", "1/2/3/4", "in an", "an hour ago", "next q1", "q5", "couple weeks", "minutes",
        "10001h", "10001 minutes", "1001 fortnights", "2pm tomorrow tue", "a b c d e f",
    ])
    func isNotUnderstood(text: String) {
        #expect(DueTime(spoken: text, now) == nil)
    }

    @Test(arguments: [
        ("2026-11-23", "mon", "2026-11-30"), ("2026-11-28", "sun", "2026-11-29"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2027-01-31", "next month", "2027-03-01"), ("2026-12-31", "jan 1", "2027-01-01"),
        ("2028-02-29", "29 feb", "2028-02-29"),
        ("2028-03-01", "29 feb", "2032-02-29"), ("2096-03-01", "29 feb", "2104-02-29"),
        ("2028-02-29", "1y", "2029-02-28"), ("2026-05-30", "end of month", "2026-05-30"),
        ("2027-01-31", "the 30th", "2027-03-30"), ("2026-12-31", "1st", "2027-01-01"),
        ("2026-05-31", "end of may", "2026-05-31"), ("2027-01-02", "next quarter", "2027-04-01"),
        ("2027-03-31", "next quarter", "2027-04-01"), ("2027-12-01", "next quarter", "2028-01-03"),
        ("9999-12-31", "tomorrow", "9999-12-31"), ("9999-12-31", "jan 1", nil),
    ])
    func seenFromAnotherDay(today: String, text: String, expected: String?) {
        #expect(DueTime(spoken: text, .at("\(today)T12:00:00Z")) == expected.map { due($0) })
    }

    @Test func theDayIsTheUsersOwn() {
        let now = Now.at("2026-11-22T20:00:00Z", Zone(name: "Asia/Kolkata", offset: 19_800))
        #expect(DueTime(spoken: "today", now) == due("2026-11-23"))
    }

    @Test func neverTrapsOnWordsThrownTogether() {
        var random = SplitMix64(seed: 8)
        let parts = [
            "next", "tue", "nov", "30", "-", "+", "/", "at", "past", "half", "an", "hour", "end", "quarter", "q1",
            "9223372036854775807", "99999", "d", "w", "m", "y", ".", ":", "am",
            "pm",
            " ", " ", " ", "12", "0", "month", "29", "feb", "2026", "2026-11-30", "T", "é", "\u{301}", "\0",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(parts) }.joined()
            if let due = DueTime(spoken: text, now) { #expect(DueTime(due.description) == due, "\(text)") }
        }
    }

    @Test(arguments: [("", ""), ("  ", ""), (" a b\n", "a b"), ("a", "a")])
    func trimmedOfWhiteSpace(text: String, trimmed: String) {
        #expect(text.trimmed == trimmed)
    }
}
