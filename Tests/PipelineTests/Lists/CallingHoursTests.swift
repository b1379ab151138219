import Pipeline
import Testing

@Suite("Method 7: calling hours, 08:00 to 21:00 where they are")
struct CallingHoursTests {
    private let there = Zone(name: "There", offset: -5 * 3600)

    private func hours(_ time: String, in zone: Zone, user: Zone = .utc) -> CallingHours {
        var fields = LeadFields.named("Ann")
        fields.zone = zone.name
        var told = Told(Rules(zone: user, zones: [zone.name: zone]))
        told.tell(.edit(LeadEdit([.zone], to: fields)), at: "2026-01-02T09:00:00Z")
        return told.lead.callingHours(.at(time, user), told.pipeline.rules)
    }

    @Test(
        arguments: [
            ("2026-03-10T12:59:59Z", "2026-03-10T13:00:00+00:00"), ("2026-03-10T13:00:00Z", nil),
            ("2026-03-11T01:59:59Z", nil), ("2026-03-11T02:00:00Z", "2026-03-11T13:00:00+00:00"),
            ("2026-03-11T04:59:59Z", "2026-03-11T13:00:00+00:00"),
            ("2026-03-11T05:00:00Z", "2026-03-11T13:00:00+00:00"),
        ] as [(String, String?)])
    func theEdgesOfTheirDay(time: String, opens: String?) {
        #expect(hours(time, in: there) == (opens.map { .closed(opens: moment($0)) } ?? .open))
    }

    @Test func whenItOpensIsToldByTheUsersClock() throws {
        guard case .closed(let opens) = hours("2026-03-10T10:00:00Z", in: there, user: Zone(name: "Here", offset: 7200))
        else {
            Issue.record("open")
            return
        }
        #expect(opens.description == "2026-03-10T15:00:00+02:00")
    }

    /// On 8 March 2026 New York's clocks go from 02:00 to 03:00, on 1 November back again.
    @Test(
        .enabled(if: missing(["America/New_York"]).isEmpty, "no zone file of America/New_York"),
        arguments: [
            ("2026-03-07T12:59:59Z", "2026-03-07T13:00:00Z"), ("2026-03-07T13:00:00Z", nil),
            ("2026-03-08T02:00:00Z", "2026-03-08T12:00:00Z"), ("2026-03-08T11:59:59Z", "2026-03-08T12:00:00Z"),
            ("2026-03-08T12:00:00Z", nil), ("2026-03-09T00:59:59Z", nil),
            ("2026-03-09T01:00:00Z", "2026-03-09T12:00:00Z"), ("2026-11-01T01:00:00Z", "2026-11-01T13:00:00Z"),
        ] as [(String, String?)])
    func aDayOnWhichTheClockChanges(time: String, opens: String?) throws {
        let hours = hours(time, in: try ZoneFiles.zone("America/New_York"))
        switch (hours, opens) {
        case (.open, nil): break
        case (.closed(let moment), let opens?): #expect(moment.seconds == PipelineTests.moment(opens).seconds)
        default: Issue.record("\(hours) at \(time)")
        }
    }

    @Test func anUnknownZoneIsUnknown() {
        var told = Told(Rules(zones: ["There": there]))
        #expect(told.lead.callingHours(.at("2026-03-10T03:00:00Z"), told.pipeline.rules) == .unknown)
        var fields = LeadFields.named("Ann", phones: ["+1 212 555 0100"])
        fields.zone = "Mars/Olympus"
        fields.country = "USA"
        told.tell(.edit(LeadEdit([.zone, .phones, .country], to: fields)), at: "2026-03-02T09:00:00Z")
        #expect(told.lead.callingHours(.at("2026-03-10T03:00:00Z"), told.pipeline.rules) == .unknown)
    }

    /// Closed ones come after those that can be called now, within their section, and only where the row is a call.
    @Test func closedCallsComeLastInTheirSection() {
        let here = Zone(name: "Here", offset: 0)
        var morning = Morning(Rules(zones: ["There": there, "Here": here]))
        morning.add(1...1, at: "2026-01-05T08:00:00Z", zone: "There")
        morning.add(2...2, at: "2026-01-04T08:00:00Z", zone: "Here")
        morning.add(3...3, at: "2026-01-03T08:00:00Z")
        morning.add(4...4, at: "2026-01-06T08:00:00Z", zone: "There")
        for (lead, zone) in [(5, "There"), (6, "Here")] {
            morning.add(lead...lead, zone: zone)
            morning.tell(
                lead, at: "2026-02-0\(lead - 4)T08:00:00Z", .park(until: day("2026-03-0\(lead - 4)"), why: nil))
        }
        let night = Now.at("2026-03-10T12:00:00Z")
        #expect(morning.order(.new, night) == [2, 3, 4, 1])
        #expect(morning.order(.reassess, night) == [5, 6])
        let noon = Now.at("2026-03-10T13:00:00Z")
        #expect(morning.order(.new, noon) == [4, 1, 2, 3])
        let triage = morning.triage(night)
        #expect(triage.range(of: .new).map { triage[$0].isClosed } == [false, false, true, true])
        #expect(!triage.holds(at: noon, in: morning.pipeline))
        #expect(triage.holds(at: .at("2026-03-10T12:30:00Z"), in: morning.pipeline))
        // An e-mail can be written at any hour.
        morning.tell(4, at: "2026-03-01T10:00:00Z", .tried())
        morning.tell(3, at: "2026-03-01T11:00:00Z", .tried())
        #expect(morning.order(.tryAgain, night) == [4, 3])
    }

    @Test func theHoursAreTheUsers() {
        var rules = Rules(zones: ["There": there])
        rules.settings.numbers.callingFrom = 6
        rules.settings.numbers.callingUntil = 24
        #expect(CallingHours.open == hour(rules, "2026-03-11T04:59:59Z"))
        #expect(CallingHours.closed(opens: moment("2026-03-11T11:00:00Z")) == hour(rules, "2026-03-11T05:00:00Z"))
    }

    private func hour(_ rules: Rules, _ time: String) -> CallingHours {
        var fields = LeadFields.named("Ann")
        fields.zone = "There"
        var told = Told(rules)
        told.tell(.edit(LeadEdit([.zone], to: fields)), at: "2026-01-02T09:00:00Z")
        return told.lead.callingHours(.at(time), rules)
    }
}
