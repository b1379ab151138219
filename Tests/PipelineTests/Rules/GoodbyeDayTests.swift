import Pipeline
import Testing

/// A day is a day of the user's zone: what was sent on one and the same day counts, from its first second to its last.
@Suite("Method 5: one and the same local day")
struct GoodbyeDayTests {
    /// The voicemail at `first`, the e-mail a second later, the third at `last`.
    private func told(_ zone: Zone, _ first: String, _ last: String) -> Told {
        var told = Told(Rules(zone: zone), added: "2026-01-02T08:00:00Z")
        told.tell(.goodbye(override: "x"), at: first)
        told.tell(GoodbyeTests.message(.voicemail), at: first)
        told.tell(GoodbyeTests.message(.email), at: moment(first).adding(seconds: 1).description)
        told.tell(GoodbyeTests.message(.liveMessage), at: last)
        return told
    }

    /// In Berlin 29 March 2026 has 23 hours and 25 October 25; in New York 8 March and 1 November.
    @Test(
        .enabled(if: missing(["Europe/Berlin", "America/New_York"]).isEmpty, "no zone files"),
        arguments: [
            ("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29"),
            ("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", "2026-10-25"),
            ("Europe/Berlin", "2026-06-01T22:00:00Z", "2026-06-02T21:59:59Z", "2026-06-02"),
            ("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z", "2026-03-08"),
            ("America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z", "2026-11-01"),
            ("America/New_York", "2026-06-02T04:00:00Z", "2026-06-03T03:59:59Z", "2026-06-02"),
        ])
    func fromTheFirstSecondToTheLast(zone: String, first: String, last: String, of: String) throws {
        let zone = try ZoneFiles.zone(zone)
        let whole = told(zone, first, last)
        let until = day(of).adding(days: 7)
        #expect(whole.place(last) == .awaitingReply(until: until))
        // The days of grace are days as well, not hours.
        let end = zone.moment(of: until)
        #expect(whole.breakUp(end.adding(seconds: -1).description) == .awaiting)
        #expect(whole.breakUp(end.description) == .unanswered)

        let next = moment(last).adding(seconds: 1).description
        let late = told(zone, first, next)
        #expect(late.place(next) == .sayingGoodbye)
        #expect(late.breakUp(next)?.missing == [.voicemail, .email])
        var lapsed = told(zone, first, last)
        lapsed.tell(.undo([lapsed.entries[4].id]), at: last)
        #expect(lapsed.place(last) == .sayingGoodbye)
        #expect(lapsed.breakUp(next) == .lapsed)

        let before = moment(first).adding(seconds: -1).description
        let early = told(zone, before, last)
        #expect(early.place(last) == .sayingGoodbye)
        // The e-mail was sent in the first second of the day.
        #expect(early.breakUp(last)?.missing == [.voicemail])
    }

    /// The offset at which a time was written down decides nothing.
    @Test(arguments: [
        ("2026-06-02T00:30:00+02:00", "2026-06-02T03:30:00+05:00", true),
        ("2026-06-02T00:30:00+02:00", "2026-06-01T17:30:00-05:00", true),
        ("2026-06-02T23:30:00+02:00", "2026-06-02T17:45:00-05:00", false),
    ])
    func theDayIsNotThatOfTheOffset(first: String, last: String, isOneDay: Bool) {
        let told = told(Zone(name: "Here", offset: 7200), first, last)
        #expect((told.place(last).name == "awaiting a reply") == isOneDay)
    }
}
