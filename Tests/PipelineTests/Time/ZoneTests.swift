import Pipeline
import Testing

/// What the zone database says, as Python's zoneinfo reads it.
private enum Known {
    /// At which instant the clocks of a zone change, from and to how many minutes east of UTC.
    static let changes: [(zone: String, at: String, from: Int, to: Int)] = [
        ("America/New_York", "1970-04-26T07:00:00Z", -300, -240),
        ("America/New_York", "1970-10-25T06:00:00Z", -240, -300),
        ("America/New_York", "2026-03-08T07:00:00Z", -300, -240),
        ("America/New_York", "2026-11-01T06:00:00Z", -240, -300),
        ("America/New_York", "2060-03-14T07:00:00Z", -300, -240),
        ("America/New_York", "2060-11-07T06:00:00Z", -240, -300),
        ("Europe/Berlin", "2026-03-29T01:00:00Z", 60, 120),
        ("Europe/Berlin", "2026-10-25T01:00:00Z", 120, 60),
        ("Europe/Berlin", "2060-03-28T01:00:00Z", 60, 120),
        ("Europe/Berlin", "2060-10-31T01:00:00Z", 120, 60),
        ("America/Santiago", "2026-04-05T03:00:00Z", -180, -240),
        ("America/Santiago", "2026-09-06T04:00:00Z", -240, -180),
        ("Australia/Sydney", "2026-04-04T16:00:00Z", 660, 600),
        ("Australia/Sydney", "2026-10-03T16:00:00Z", 600, 660),
        ("Australia/Sydney", "2060-04-03T16:00:00Z", 660, 600),
        ("Australia/Sydney", "2060-10-02T16:00:00Z", 600, 660),
        ("Europe/Dublin", "2026-03-29T01:00:00Z", 0, 60),
        ("Europe/Dublin", "2026-10-25T01:00:00Z", 60, 0),
        ("Europe/Dublin", "2060-03-28T01:00:00Z", 0, 60),
        ("Europe/Dublin", "2060-10-31T01:00:00Z", 60, 0),
        ("Africa/Casablanca", "2024-03-10T02:00:00Z", 60, 0),
        ("Africa/Casablanca", "2024-04-14T02:00:00Z", 0, 60),
        ("Africa/Casablanca", "2026-02-15T02:00:00Z", 60, 0),
        ("Africa/Casablanca", "2026-03-22T02:00:00Z", 0, 60),
        ("America/St_Johns", "2026-03-08T05:30:00Z", -210, -150),
        ("America/St_Johns", "2026-11-01T04:30:00Z", -150, -210),
        ("America/St_Johns", "2060-03-14T05:30:00Z", -210, -150),
        ("America/St_Johns", "2060-11-07T04:30:00Z", -150, -210),
        ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 660, 630),
        ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", 630, 660),
        ("Australia/Lord_Howe", "2060-04-03T15:00:00Z", 660, 630),
        ("Australia/Lord_Howe", "2060-10-02T15:30:00Z", 630, 660),
        ("Pacific/Apia", "2011-12-30T10:00:00Z", -600, 840),
    ]

    /// Zones without changes in our days, and their minutes east of UTC.
    static let steady: [(zone: String, offset: Int)] = [
        ("Asia/Kolkata", 330), ("Asia/Tokyo", 540), ("America/Phoenix", -420), ("Asia/Kathmandu", 345),
        ("Pacific/Kiritimati", 840), ("Etc/UTC", 0), ("America/Argentina/Buenos_Aires", -180),
    ]

    /// The instant of a time on a clock: the first of two, and for one that is skipped, the instant of the skip.
    static let wallTimes: [(zone: String, wall: String, instant: String)] = [
        ("America/New_York", "2026-03-08T01:59", "2026-03-08T06:59:00Z"),
        ("America/New_York", "2026-03-08T02:00", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-03-08T02:59", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-11-01T00:59", "2026-11-01T04:59:00Z"),
        ("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00:00Z"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z"),
        ("America/New_York", "2026-11-01T01:59", "2026-11-01T05:59:00Z"),
        ("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00:00Z"),
        ("America/New_York", "2060-07-01T12:00", "2060-07-01T16:00:00Z"),
        ("America/New_York", "2060-11-07T01:30", "2060-11-07T05:30:00Z"),
        ("America/New_York", "2060-03-14T02:30", "2060-03-14T07:00:00Z"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2060-03-28T02:15", "2060-03-28T01:00:00Z"),
        ("Europe/Berlin", "2060-10-31T02:15", "2060-10-31T00:15:00Z"),
        ("Europe/Berlin", "2060-12-24T18:00", "2060-12-24T17:00:00Z"),
        ("America/Santiago", "2026-09-06T00:00", "2026-09-06T04:00:00Z"),
        ("America/Santiago", "2026-09-06T00:30", "2026-09-06T04:00:00Z"),
        ("America/Santiago", "2026-04-04T23:30", "2026-04-05T02:30:00Z"),
        ("America/Santiago", "2026-04-05T00:00", "2026-04-05T04:00:00Z"),
        ("Australia/Sydney", "2026-10-04T02:30", "2026-10-03T16:00:00Z"),
        ("Australia/Sydney", "2026-04-05T02:30", "2026-04-04T15:30:00Z"),
        ("Australia/Sydney", "2026-01-01T00:00", "2025-12-31T13:00:00Z"),
        ("Europe/Dublin", "2026-03-29T01:30", "2026-03-29T01:00:00Z"),
        ("Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30:00Z"),
        ("Europe/Dublin", "2060-06-01T09:00", "2060-06-01T08:00:00Z"),
        ("Europe/Dublin", "2060-12-01T09:00", "2060-12-01T09:00:00Z"),
        ("America/St_Johns", "2026-03-08T02:10", "2026-03-08T05:30:00Z"),
        ("America/St_Johns", "2026-11-01T01:10", "2026-11-01T03:40:00Z"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z"),
        ("Asia/Kolkata", "2026-06-01T09:00", "2026-06-01T03:30:00Z"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-29T23:59", "2011-12-30T09:59:00Z"),
        ("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30:00Z"),
        ("Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T02:00:00Z"),
    ]

    /// How many minutes a day has.
    static let days: [(zone: String, day: String, minutes: Int)] = [
        ("America/New_York", "2026-03-08", 1380),
        ("America/New_York", "2026-11-01", 1500),
        ("America/New_York", "2026-11-02", 1440),
        ("America/New_York", "2060-03-14", 1380),
        ("America/New_York", "2060-11-07", 1500),
        ("Europe/Berlin", "2026-03-29", 1380),
        ("Europe/Berlin", "2026-10-25", 1500),
        ("Europe/Berlin", "2060-03-28", 1380),
        ("Europe/Berlin", "2060-10-31", 1500),
        ("America/Santiago", "2026-04-04", 1500),
        ("America/Santiago", "2026-09-06", 1380),
        ("Australia/Sydney", "2026-04-05", 1500),
        ("Australia/Sydney", "2026-10-04", 1380),
        ("Asia/Kolkata", "2026-03-29", 1440),
        ("Australia/Lord_Howe", "2026-10-04", 1410),
        ("Australia/Lord_Howe", "2026-04-05", 1470),
        ("Europe/Dublin", "2026-03-29", 1380),
        ("Europe/Dublin", "2026-10-25", 1500),
    ]

    static let missing = PipelineTests.missing(
        changes.map(\.zone) + steady.map(\.zone) + wallTimes.map(\.zone) + days.map(\.zone))
}

@Suite(
    "Zone: what the zone database says",
    .enabled(if: Known.missing.isEmpty, "no file in /usr/share/zoneinfo for \(Known.missing)"))
struct ZoneTests {
    @Test(arguments: Known.changes)
    func clocksChange(name: String, at: String, from: Int, to: Int) throws {
        let zone = try ZoneFiles.zone(name)
        let change = moment(at)
        #expect(zone.offset(at: change.seconds - 1) == from * 60)
        #expect(zone.offset(at: change.seconds) == to * 60)
        #expect(zone.moment(seconds: change.seconds - 1).offset == from)
        #expect(zone.moment(seconds: change.seconds).offset == to)
    }

    @Test(arguments: Known.steady)
    func clocksStay(name: String, offset: Int) throws {
        let zone = try ZoneFiles.zone(name)
        for month in 0..<1200 {
            let time = zone.moment(of: day("2026-01-01").adding(months: month), minute: 720)
            #expect(time.offset == offset)
        }
    }

    @Test(arguments: Known.wallTimes)
    func instantOfAWallTime(name: String, wall: String, instant: String) throws {
        let zone = try ZoneFiles.zone(name)
        let wall = due(wall)
        let found = zone.moment(of: wall.day, minute: Int(wall.minute ?? 0))
        #expect(found.seconds == moment(instant).seconds)
        #expect(found == zone.moment(seconds: found.seconds))
    }

    @Test(arguments: Known.days)
    func lengthOfADay(name: String, of text: String, minutes: Int) throws {
        let zone = try ZoneFiles.zone(name)
        let today = day(text)
        let start = zone.moment(of: today)
        let end = zone.moment(of: today.adding(days: 1))
        #expect(end.seconds - start.seconds == Int64(minutes) * 60)
        #expect(zone.day(of: start) == today)
        #expect(zone.day(of: end.adding(seconds: -1)) == today)
        #expect(zone.day(of: end) == today.adding(days: 1))
        #expect(zone.day(of: start.adding(seconds: -1)) == today.adding(days: -1))
    }

    /// Whatever minute the clock shows, asking for that minute finds it, or its twin an hour or so before.
    @Test(arguments: ["America/New_York", "Europe/Dublin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"])
    func everyShownMinuteIsFound(name: String) throws {
        let zone = try ZoneFiles.zone(name)
        var wrong: [Moment] = []
        for year in [2026, 2060] {
            let start = moment("\(year)-01-01T00:00:00Z").seconds
            for step in 0..<(365 * 48) {
                let shown = zone.moment(seconds: start + Int64(step) * 1800)
                let found = zone.moment(of: shown.writtenDay, minute: shown.writtenMinute)
                let isTwin =
                    (1800...3600).contains(shown.seconds - found.seconds) && found.writtenMinute == shown.writtenMinute
                if found != shown && !isTwin || zone.day(of: shown) != shown.writtenDay { wrong.append(shown) }
            }
        }
        #expect(wrong == [])
    }
}
