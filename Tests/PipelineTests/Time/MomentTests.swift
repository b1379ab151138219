import Pipeline
import Testing

@Suite("Moment: an instant and the clock it was read from")
struct MomentTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01", 0),
        ("2026-03-14T09:26:53-07:00", 1_773_505_613, -420, "2026-03-14", 566),
        ("2026-03-14T23:59:59+05:30", 1_773_512_999, 330, "2026-03-14", 1439),
        ("2026-01-01T00:00:00+14:00", 1_767_175_200, 840, "2026-01-01", 0),
        ("1969-12-31T23:59:59Z", -1, 0, "1969-12-31", 1439),
        ("2026-03-14t09:26:53z", 1_773_480_413, 0, "2026-03-14", 566),
        ("2026-03-14 09:26Z", 1_773_480_360, 0, "2026-03-14", 566),
        ("2026-03-14T09:26:53.999999999999Z", 1_773_480_413, 0, "2026-03-14", 566),
        ("2026-03-14T09:26:53,5Z", 1_773_480_413, 0, "2026-03-14", 566),
        ("2016-12-31T23:59:60Z", 1_483_228_799, 0, "2016-12-31", 1439),
        ("2026-03-14T09:26:53+0200", 1_773_473_213, 120, "2026-03-14", 566),
        ("2026-03-14T09:26:53-02", 1_773_487_613, -120, "2026-03-14", 566),
        ("0001-01-01T00:00:00+18:00", -62_135_661_600, 1080, "0001-01-01", 0),
        ("9999-12-31T23:59:59-18:00", 253_402_365_599, -1080, "9999-12-31", 1439),
    ])
    func isRead(text: String, seconds: Int64, offset: Int, writtenDay: String, minute: Int) throws {
        let read = try #require(Moment(text))
        #expect(read.seconds == seconds)
        #expect(read.offset == offset)
        #expect(read.writtenDay == day(writtenDay))
        #expect(read.writtenMinute == minute)
        #expect(Moment(read.description) == read)
    }

    @Test(arguments: [
        "", "2026-03-14", "2026-03-14T09:26:53", "2026-03-14T24:00:00Z", "2026-03-14T09:60:00Z", "2026-03-14T09:26:61Z",
        "2026-03-14T09:26:53.Z", "2026-03-14T9:26:53Z", "2026-03-14T09:26:53+19:00", "2026-03-14T09:26:53+18:01",
        "2026-03-14T09:26:53+02:60", "2026-03-14T09:26:53+02:", "2026-03-14T09:26:53+2", "2026-03-14T09:26:53+020",
        "2026-03-14T09:26:53Zulu", "2026-03-14T09:26:53 Z", "2026-02-30T09:26:53Z", "2026-03-14Ŕ09:26:53Z",
    ])
    func noMoment(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func isWrittenWithItsOffset() {
        #expect(Moment(seconds: 0).description == "1970-01-01T00:00:00+00:00")
        #expect(Moment(seconds: 0, offset: -210).description == "1969-12-31T20:30:00-03:30")
        #expect(Moment(seconds: 59, offset: 345).description == "1970-01-01T05:45:59+05:45")
    }

    @Test func goesThereAndBackAtRandom() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<2000 {
            let seconds = Int64.random(in: -62_135_500_000...253_402_300_000, using: &random)
            let moment = Moment(seconds: seconds, offset: Int.random(in: -1080...1080, using: &random))
            #expect(moment.seconds == seconds)
            #expect(Moment(moment.description) == moment)
        }
    }

    @Test func comparesByInstantThenOffset() {
        let noon = Moment(seconds: 1000, offset: 0)
        #expect(noon < Moment(seconds: 1001, offset: -1080))
        #expect(noon < Moment(seconds: 1000, offset: 60))
        #expect(Moment(seconds: -1) < Moment(seconds: 0))
    }

    @Test func hostileNumbersAreHeldWithinTheYears() {
        for offset in [Int.min, -1080, 0, 1080, .max] {
            let (last, first) = (Moment(seconds: .max, offset: offset), Moment(seconds: .min, offset: offset))
            #expect(last.description.hasPrefix("9999-12-31T23:59:59"))
            #expect(first.description.hasPrefix("0001-01-01T00:00:00"))
            #expect(Moment(last.description) == last)
            #expect(Moment(first.description) == first)
            #expect(last.adding(seconds: .max) == last)
            #expect(first.adding(seconds: .min) == first)
            #expect(last.adding(seconds: .min) == first)
            #expect(abs(last.offset) <= 1080)
            #expect((0...1439).contains(last.writtenMinute))
        }
        #expect(Moment(seconds: 5, offset: 60).adding(seconds: -10) == Moment(seconds: -5, offset: 60))
    }
}

@Suite("DueTime: a day, or a day and a time")
struct DueTimeTests {
    @Test(
        arguments: [
            ("2026-12-01", "2026-12-01", nil, nil), ("2026-12-01T14:00", "2026-12-01T14:00", 840, nil),
            ("2026-12-01 14:05", "2026-12-01T14:05", 845, nil), ("2026-12-01T14:00:59", "2026-12-01T14:00", 840, nil),
            ("2026-12-01T14:00:00-07:00", "2026-12-01T14:00:00-07:00", 840, -420),
            ("2026-12-01T00:00Z", "2026-12-01T00:00:00+00:00", 0, 0),
            ("2026-12-01T23:59:59.5+05:30", "2026-12-01T23:59:00+05:30", 1439, 330),
        ] as [(String, String, Int16?, Int16?)])
    func isRead(text: String, written: String, minute: Int16?, offset: Int16?) throws {
        let read = try #require(DueTime(text))
        #expect(read.minute == minute)
        #expect(read.offset == offset)
        #expect(read.description == written)
        #expect(DueTime(written) == read)
    }

    @Test(arguments: [
        "", "2026-12-01T", "2026-12-01T25:00", "2026-12-32", "2026-12-01Z", "2026-12-01T14:00+", "2026-12-01T14:00:00 ",
        "2026-12-01T14", "tomorrow",
    ])
    func isNoDueTime(text: String) {
        #expect(DueTime(text) == nil)
    }

    @Test func whateverIsHandedInCanBeReadBack() {
        for minute in [nil, Int.min, -1, 0, 1439, 1440, .max] {
            for offset in [nil, Int.min, -1080, 0, 1080, .max] {
                let due = DueTime(day("2026-12-01"), minute: minute, offset: offset)
                #expect(DueTime(due.description) == due)
            }
        }
        #expect(DueTime(day("2026-12-01"), offset: 60) == DueTime(day("2026-12-01")))
    }

    @Test(arguments: [
        ("2026-12-01", "2026-12-01"), ("2026-12-01T14:00", "2026-12-01T14:00"),
        ("2026-12-01T23:30:00-07:00", "2026-12-02T12:00"), ("2026-12-01T00:00:00+14:00", "2026-11-30T15:30"),
    ])
    func isTurnedIntoTheUsersOwnTime(text: String, local: String) {
        let kolkata = Zone(name: "Asia/Kolkata", offset: 19_800)
        #expect(due(text).local(in: kolkata) == due(local))
    }
}

@Suite("ISOReader: as much as it understands, and no further")
struct ISOReaderTests {
    @Test func readsPartByPart() {
        var reader = ISOReader("2026-12-01T14:00:30+02:00, then")
        #expect(reader.day() == day("2026-12-01"))
        #expect(reader.take("T") == true)
        #expect(reader.timeOfDay() == 50_430)
        #expect(reader.offset() == 120)
        #expect(!reader.isAtEnd)
        #expect(reader.take(",") == true)
        #expect(reader.take("x") == false)
    }

    @Test func readsASliceFromItsOwnStart() {
        let bytes = Array("xx2026-12-01yy".utf8)
        var reader = ISOReader(bytes[2..<12])
        #expect(reader.day() == day("2026-12-01"))
        #expect(reader.isAtEnd)
        #expect(reader.day() == nil)
    }

    @Test func takesNoCharacterForAnother() {
        // U+0154 ends in the same byte as T.
        var reader = ISOReader("T")
        #expect(reader.take("\u{154}") == false)
        #expect(reader.take("T") == true)
    }

    @Test func neverTrapsOnRandomBytes() {
        var random = SplitMix64(seed: 2)
        let alphabet = Array("0123456789-:T+Z.,é".utf8)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...26, using: &random)).map { _ in random.pick(alphabet) }
            let text = String(decoding: bytes, as: UTF8.self)
            if let moment = Moment(text) { #expect(Moment(moment.description) == moment) }
            if let due = DueTime(text) { #expect(DueTime(due.description) == due) }
        }
    }
}
