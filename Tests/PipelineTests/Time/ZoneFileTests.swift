import Pipeline
import Testing

@Suite("Zone: files as they should and should not be")
struct ZoneFileTests {
    /// A rule, and the offsets in seconds at instants of 2026 and of a leap year.
    @Test(arguments: [
        ("UTC0", "2026-07-01T00:00Z", 0), ("IST-5:30", "2026-07-01T00:00Z", 19_800),
        ("<-0330>3:30", "2026-07-01T00:00Z", -12_600), ("<+1234>-12:34:56", "2026-07-01T00:00Z", 45_296),
        ("EST+5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59:59Z", -18_000),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00Z", -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T05:59:59Z", -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00Z", -18_000),
        ("EST5EDT4,M3.2.0/2,M11.1.0/2:00:00", "2026-06-01T00:00Z", -14_400),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00Z", 7200),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00Z", 0),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00Z", 3600),
        ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-04-05T02:59:59Z", -10_800),
        ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-04-05T03:00Z", -14_400),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00Z", -3600),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", 7200),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00Z", 10_800),
        // J60 is 1 March in every year, 59 the same day in a common year and 29 February in a leap year.
        ("AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", 0), ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00Z", 3600),
        ("AAA0BBB,J60/0,J300/0", "2026-03-01T00:00Z", 3600), ("AAA0BBB,J59/0,J300/0", "2024-02-28T00:00Z", 3600),
        ("AAA0BBB,59/0,300/0", "2024-02-29T00:00Z", 3600), ("AAA0BBB,59/0,300/0", "2026-02-28T23:59:59Z", 0),
        ("AAA0BBB,59/0,300/0", "2026-03-01T00:00Z", 3600),
        // Summer time all year, as RFC 9636 writes it.
        ("EST5EDT,0/0,J365/25", "2026-01-01T04:59:59Z", -14_400), ("EST5EDT,0/0,J365/25", "2026-01-01T05:00Z", -14_400),
        ("EST5EDT,0/0,J365/25", "2026-07-01T00:00Z", -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", "9999-12-31T23:59:59Z", -18_000),
        ("EST5EDT,M3.2.0,M11.1.0", "9999-07-01T00:00Z", -14_400),
    ])
    func rule(posix: String, at: String, offset: Int) throws {
        let zone = try #require(Zone(name: "Here", tzif: tzif(footer: posix)))
        #expect(zone.offset(at: moment(at).seconds) == offset)
    }

    @Test(arguments: [
        "E5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "<EST5",
        "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J365", "EST5EDT,366,1", "EST5EDT,M3.2.0,M11.1.0,", "EST25", "EST999",
        "EST5:60", "EST5EDT,M3.2.0/168,M11.1.0", "EST5 ", "EST5EDT99,M3.2.0,M11.1.0", "EST--5",
        "EST5EDT,M3.2.0/,M11.1.0",
        "EST99999999999999999999",
    ])
    func noRule(posix: String) {
        #expect(Zone(name: "Here", tzif: tzif(footer: posix)) == nil)
    }

    private static let file = tzif(
        transitions: [(-1000, 1), (1000, 2), (2000, 1)], types: [-3600, 0, 7200], footer: "CET-1CEST,M3.5.0,M10.5.0/3")

    @Test(
        arguments: [
            (Int64.min, -3600), (-1001, -3600), (-1000, 0), (999, 0), (1000, 7200), (1999, 7200), (2000, 3600),
            (20_000_000, 7200), (Int64.max, 3600),
        ] as [(Int64, Int)])
    func transitionsThenTheRule(at: Int64, offset: Int) throws {
        let zone = try #require(Zone(name: "Here", tzif: ZoneFileTests.file))
        #expect(zone.offset(at: at) == offset)
    }

    @Test func withoutARuleTheLastTransitionHolds() throws {
        let zone = try #require(Zone(name: "Here", tzif: tzif(transitions: [(0, 1)], types: [0, 3600], footer: "")))
        #expect(zone.offset(at: .max) == 3600)
    }

    @Test func aFileCutShortIsNone() {
        for length in ZoneFileTests.file.indices {
            #expect(Zone(name: "Here", tzif: Array(ZoneFileTests.file.prefix(length))) == nil, "\(length) bytes")
        }
        #expect(Zone(name: "Here", tzif: ZoneFileTests.file) != nil)
    }

    @Test func noBitFlippedMakesATrap() {
        for bit in 0..<ZoneFileTests.file.count * 8 {
            var bytes = ZoneFileTests.file
            bytes[bit / 8] ^= 1 << (bit % 8)
            askEverything(of: Zone(name: "Here", tzif: bytes))
        }
    }

    @Test func noRandomBytesMakeATrap() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<3000 {
            var bytes = ZoneFileTests.file
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = random.pick([0, 1, 127, 128, 255, UInt8.random(in: 0...255, using: &random)])
            }
            askEverything(of: Zone(name: "Here", tzif: bytes))
        }
    }

    private func askEverything(of zone: Zone?) {
        guard let zone else { return }
        for seconds in [Int64.min, -1, 0, 1500, 1_800_000_000, .max] {
            let moment = zone.moment(seconds: seconds)
            #expect(abs(zone.offset(at: seconds)) <= 18 * 3600)
            #expect(abs(zone.day(of: moment).days(since: moment.writtenDay)) <= 1)
            _ = zone.day(atSeconds: seconds)
            _ = zone.moment(of: moment.writtenDay, minute: moment.writtenMinute)
        }
        for day in [Day(number: .min), Day(number: 0), Day(number: .max)] {
            for minute in [Int.min, 0, .max] { _ = zone.moment(of: day, minute: minute) }
        }
    }

    private static let noZones: [(why: String, bytes: [UInt8])] = [
        ("not TZif", Array("PNGf".utf8) + file.dropFirst(4)), ("version 1", Array("TZif\0".utf8) + file.dropFirst(5)),
        ("transitions out of order", tzif(transitions: [(5, 0), (5, 0)], footer: "UTC0")),
        ("a type that is not there", tzif(transitions: [(5, 1)], footer: "UTC0")),
        ("no type", tzif(types: [], footer: "UTC0")),
        ("a clock 18 hours and a second off", tzif(types: [64_801], footer: "UTC0")),
        ("a clock far off", tzif(types: [.min], footer: "UTC0")),
        ("no line of its own for the rule", tzif(footer: "").dropLast(2) + Array(" UTC0\n".utf8)),
    ]

    @Test(arguments: noZones)
    func isNoZone(why: String, bytes: [UInt8]) {
        #expect(Zone(name: "Here", tzif: bytes) == nil, "\(why)")
    }

    @Test func aFixedOffsetIsHeldWithinADay() {
        #expect(Zone(name: "Here", offset: 3600).offset(at: 0) == 3600)
        #expect(Zone(name: "Here", offset: .max).offset(at: 0) == 64_800)
        #expect(Zone(name: "Here", offset: .min).offset(at: 0) == -64_800)
        #expect(Zone.utc.moment(of: day("2026-01-01"), minute: .max) == moment("2026-01-01T23:59:00Z"))
        #expect(Zone.utc.moment(of: day("2026-01-01"), minute: .min) == moment("2026-01-01T00:00:00Z"))
    }
}

@Suite("Now: a day is a day of the user's zone")
struct NowTests {
    @Test(arguments: [
        ("2026-03-02T23:59:59Z", 0, "2026-03-02", 1439), ("2026-03-03T00:00:00Z", 0, "2026-03-03", 0),
        ("2026-03-02T23:59:59Z", 19_800, "2026-03-03", 329), ("2026-03-02T04:59:59Z", -18_000, "2026-03-01", 1439),
    ])
    func theDayAndTheMinute(instant: String, offset: Int, today: String, minute: Int) {
        let now = Now.at(instant, Zone(name: "Here", offset: offset))
        #expect(now.today == day(today))
        #expect(now.minute == minute)
        #expect(now.day(of: moment(instant)) == day(today))
    }

    @Test(arguments: [
        ("2026-03-01", true), ("2026-03-02", true), ("2026-03-03", false), ("2026-03-02T23:00", true),
        ("2026-03-03T03:00:00+05:00", true), ("2026-03-02T23:30:00-05:00", false),
    ])
    func isDueWhenItsDayHasCome(text: String, isDue: Bool) {
        #expect(Now.at("2026-03-02T08:00:00Z").isDue(due(text)) == isDue)
    }
}
