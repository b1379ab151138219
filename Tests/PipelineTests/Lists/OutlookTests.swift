import Pipeline
import Testing

/// An outlook must tell of a day what the morning list then says, or the screens would begin with something else than they
/// go on with.
@Suite("Outlook: the morning list of a day to come")
struct OutlookTests {
    private static let here = "Europe/Berlin"
    private static let zones = [here, "America/Chicago", "Asia/Tokyo"]

    private static func rules() throws -> Rules {
        var rules = Rules(zone: try ZoneFiles.zone(here))
        for name in zones { rules.zones[name] = try ZoneFiles.zone(name) }
        return rules
    }

    /// Leads in three zones and in none, with a past that ended on 2026-03-06.
    private static func pipeline(seed: UInt64) throws -> Pipeline {
        var morning = Morning(try rules())
        var random = SplitMix64(seed: seed)
        for lead in 1...60 {
            morning.add(lead...lead, zone: random.oneIn(4) ? nil : random.pick(zones))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let time = "2026-03-0\(Int.random(in: 1...6, using: &random))T10:00:00+01:00"
                let day = "2026-03-\(Int.random(in: 10...20, using: &random))"
                morning.tell(
                    lead, at: time,
                    random.pick([
                        .tried(), .tried(.email), .notNow(day), .notNow(day, "a reason"),
                        .attempt(Attempt(.phone, .replied)),
                        .assessed(.top), .assessed(.bottom), .park(until: due(day).day, why: nil),
                        .letGo(why: nil, nil),
                        .next(on: due(day + "T15:00"), why: nil),
                    ]))
            }
        }
        return morning.pipeline
    }

    @Test(arguments: 1...20) func itTellsWhoHeadsTheListAtAnyHour(seed: UInt64) throws {
        let pipeline = try Self.pipeline(seed: seed)
        for date in ["2026-03-07", "2026-03-10", "2026-03-15", "2026-03-29"] {
            let outlook = Outlook(pipeline, at: .at("\(date)T12:00:00+01:00", pipeline.rules.zone), depth: 12)
            for hour in ["00", "07", "08", "14", "16", "21", "23"] {
                let now = Now.at("\(date)T\(hour):30:00+01:00", pipeline.rules.zone)
                let triage = Triage(pipeline, now: now)
                let decide = triage.range(of: .decide)
                let calls = (0..<triage.count).filter { !decide.contains($0) }.map { triage[$0].lead }
                let first = outlook.leads(first: 12, at: now, pipeline.rules.settings.numbers) {
                    pipeline.rules.zones[$0]
                }
                #expect(first == Array(calls.prefix(12)), "\(date) \(hour):30")
                #expect(outlook.counts == Section.allCases.map { triage.range(of: $0).count }, "\(date) \(hour):30")
            }
        }
    }

    @Test func itCountsThoseWhoHaveAListOfTheirOwn() throws {
        var morning = Morning()
        morning.add(1...5)
        morning.tell(1, at: "2026-03-02T10:00:00Z", .park(until: day("2026-09-01"), why: nil))
        morning.tell(2, at: "2026-03-02T10:00:00Z", .letGo(why: nil, nil))
        morning.tell(3, at: "2026-03-02T10:00:00Z", .letGo(why: nil, nil))
        let outlook = Outlook(morning.pipeline, at: .at("2026-03-03T12:00:00Z"), depth: 10)
        #expect(outlook.totals == Outlook.Totals(onFile: 5, parked: 1, letGo: 2))
    }
}
