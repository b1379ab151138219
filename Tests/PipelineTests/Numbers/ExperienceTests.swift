import Pipeline
import Testing

@Suite("Method 8: what the whole log tells")
struct ExperienceTests {
    // A Tuesday.
    private let now = "2026-03-10T18:00:00Z"

    private func experience(_ told: Told) -> Experience { Experience(told.pipeline, told.now(now)) }

    private func pair(_ share: Experience.Share) -> [Int] { [share.part, share.whole] }

    /// The hour and the weekday are of the user's clock, both sides of every edge; and of the summer and the winter.
    @Test(arguments: [
        ("2026-03-09T14:59:59Z", 9, 0), ("2026-03-09T15:00:00Z", 10, 0), ("2026-03-10T04:59:59Z", 23, 0),
        ("2026-03-10T05:00:00Z", 0, 1), ("2026-03-08T05:00:00+00:00", 0, 6), ("2026-03-09T20:00:00+05:00", 10, 0),
    ])
    func aDialCountsInItsHourAndOnItsWeekday(at: String, hour: Int, weekday: Int) {
        var told = Told(Rules(zone: Zone(name: "Here", offset: -5 * 3600)))
        told.tell(Attempt(.phone, .noAnswer), at: at)
        told.tell(Attempt(.phone, .interested), at: at)
        told.tell(Attempt(.email, .sent), at: at)
        told.tell(Attempt(.phone, .interested, inbound: true), at: at)
        let experience = experience(told)
        for index in 0..<24 {
            #expect(pair(experience.hours[index]) == (index == hour ? [1, 2] : [0, 0]), "\(index)")
        }
        for index in 0..<7 { #expect(pair(experience.weekdays[index]) == (index == weekday ? [1, 2] : [0, 0])) }
        #expect(experience.hours[hour].value == 0.5)
        #expect(pair(experience.slot(weekday: weekday, hour: hour)) == [1, 2])
        #expect(pair(experience.slot(weekday: (weekday + 1) % 7, hour: hour)) == [0, 0])
        #expect(pair(experience.allDials) == [1, 2])
        #expect(experience.hours[(hour + 1) % 24].value == nil)
    }

    /// On the days of a daylight-saving change the hour is what the clock showed.
    @Test(arguments: [
        ("2026-03-08T06:59:59Z", 1), ("2026-03-08T07:00:00Z", 3), ("2026-11-01T05:30:00Z", 1),
        ("2026-11-01T06:30:00Z", 1), ("2026-11-01T07:00:00Z", 2),
    ])
    func theHourOnTheDayOfAClockChange(at: String, hour: Int) throws {
        var told = Told(Rules(zone: try ZoneFiles.zone("America/New_York")))
        told.tell(Attempt(.phone, .noAnswer), at: at)
        let experience = Experience(told.pipeline, told.now("2026-12-01T12:00:00Z"))
        #expect(experience.hours.firstIndex { $0.whole > 0 } == hour)
    }

    /// Fewer than 20 dials say little, and are marked.
    @Test(arguments: [(19, true), (20, false)])
    func fewDialsAreMarked(dials: Int, isFew: Bool) throws {
        var told = Told()
        for _ in 0..<dials { told.tell(Attempt(.phone, .notNow), at: "2026-03-10T10:00:00Z") }
        let charts = experience(told).charts
        let bar = try #require(charts.first { $0.title == "Connect rate by hour" }?.bars.first)
        #expect(bar.isFew == isFew)
        #expect(bar.label == "10:00" && bar.figure == "100 % of \(dials)")
        #expect(bar.length == 1 && bar.solid == (isFew ? 0 : 1))
        #expect(charts.first { $0.title == "Replies by channel" }?.bars.first?.isFew == isFew)
    }

    /// A reply answers the latest attempt before it, by when they happened, and one attempt is answered once.
    @Test(
        arguments: [
            ([("email", true)], ["email": [0, 1]]),
            ([("email", true), ("phone", false)], ["email": [1, 1]]),
            ([("email", true), ("phone", false), ("phone", false)], ["email": [1, 1]]),
            ([("email", true), ("voicemail", true), ("email", false)], ["email": [0, 1], "voicemail": [1, 1]]),
            ([("email", false), ("email", true)], ["email": [0, 1]]),
            ([("email", true), ("email", false), ("email", true), ("email", false)], ["email": [2, 2]]),
        ] as [([(String, Bool)], [String: [Int]])])
    func repliesAreOfTheAttemptBeforeThem(attempts: [(String, Bool)], expected: [String: [Int]]) {
        for isBackwards in [false, true] {
            var told = Told()
            let timed = attempts.enumerated().map { (time: "2026-03-10T1\($0.offset):00:00Z", attempt: $0.element) }
            for (time, (channel, isOutbound)) in isBackwards ? timed.reversed() : timed {
                let channel = Channel(rawValue: channel) ?? .fax
                told.tell(Attempt(channel, isOutbound ? .sent : .replied), at: time)
            }
            let replies = experience(told).replies
            for (channel, share) in zip(Channel.allCases, replies) {
                #expect(pair(share) == expected[channel.rawValue] ?? [0, 0], "\(channel)")
            }
        }
    }

    @Test func minutesAreSharedByTheTierOfNow() {
        var morning = Morning()
        morning.add(1...4)
        for (lead, minutes) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
            morning.tell(lead, at: now, .attempt(Attempt(.phone, .noAnswer, minutes: UInt16(minutes))))
        }
        for (lead, tier) in [(1, Assessment.Tier.top), (2, .maybe), (3, .bottom)] {
            morning.tell(lead, at: now, .assessed(tier))
        }
        let tiers = Experience(morning.pipeline, .at(now)).tiers
        #expect(tiers.map(pair) == [[10, 100], [20, 100], [30, 100], [40, 100]])
    }

    /// Each lead counts by the dial of its first conversation; those never spoken with count only as tried.
    @Test func theCurveOfDials() {
        let firstConversations = [1, 1, 1, 2, 2, 2, 3, 3, 4, 6, nil, nil]
        var morning = Morning()
        morning.add(1...firstConversations.count)
        for (index, first) in firstConversations.enumerated() {
            for dial in 1...7 {
                let outcome = first == dial ? Outcome.interested : dial == 5 ? .gatekeeper : .noAnswer
                let channel = dial % 2 == 0 ? Channel.phone : .liveMessage
                morning.tell(
                    index + 1, at: "2026-03-09T1\(dial):00:00Z", .attempt(Attempt(channel, outcome)), .tried(.email))
            }
        }
        let curve = Experience(morning.pipeline, .at(now)).curve
        #expect(curve.leads == 10)
        #expect(curve.points.map(\.dial) == [1, 2, 3, 4, 5, 6])
        #expect(curve.points.map(\.share) == [0.3, 0.6, 0.8, 0.9, 0.9, 1])
        #expect(curve.points.map { pair($0.yield) } == [[3, 12], [3, 9], [2, 6], [1, 4], [0, 3], [1, 3]])
        #expect(curve.lastThatPays == 4)
    }

    /// Nine in ten: the edge.
    @Test(arguments: [(8, 2, 2), (9, 1, 1), (17, 2, 2), (18, 2, 1)])
    func anotherDialStopsPayingWhenNineInTenWereReached(first: Int, second: Int, last: Int) {
        var morning = Morning()
        morning.add(1...(first + second))
        for lead in 1...(first + second) {
            if lead > first { morning.tell(lead, at: "2026-03-09T10:00:00Z", .tried()) }
            morning.tell(lead, at: "2026-03-09T11:00:00Z", .attempt(Attempt(.phone, .meeting)))
        }
        let experience = Experience(morning.pipeline, .at(now))
        #expect(experience.curve.lastThatPays == last)
        let chart = experience.charts.first { $0.title == "Dials to a first conversation" }
        #expect(chart?.conclusion?.contains("the \(last == 1 ? "1st" : "2nd") dial") == true)
        #expect(chart?.bars.first?.isFew == (first + second < 20))
    }

    @Test func aCurveOfNobody() {
        var told = Told()
        told.tell(Attempt(.phone, .noAnswer), at: now)
        let curve = experience(told).curve
        #expect(curve.points.isEmpty && curve.leads == 0 && curve.lastThatPays == nil)
    }

    /// The median of the last 20 days before today on which there were any, today being the user's.
    @Test(
        arguments: [
            ([], nil), ([30], 30), ([10, 30], 20), ([50, 10, 30], 30),
            (Array(repeating: 10, count: 20) + [90], 10),
            (Array(repeating: 10, count: 10) + Array(repeating: 30, count: 10), 20),
            (Array(repeating: 10, count: 10) + Array(repeating: 30, count: 11), 20),
        ] as [([Int], Int?)])
    func theUsualMinutes(newestFirst: [Int], usual: Int?) {
        var told = Told(added: "2025-01-01T08:00:00Z")
        told.tell(Attempt(.phone, .noAnswer, minutes: 7), at: "2026-03-10T00:00:00Z")
        for (index, minutes) in newestFirst.enumerated() {
            // Every other day was free.
            let day = day("2026-03-09").adding(days: -2 * index)
            told.tell(Attempt(.phone, .noAnswer, minutes: UInt16(minutes)), at: "\(day)T23:59:59Z")
        }
        let experience = experience(told)
        #expect(experience.minutesToday == 7)
        #expect(experience.usualMinutes == usual)
        #expect(experience.timeKept.value == (usual.map { "7 of \($0)" } ?? "7"))
    }

    @Test func theDaysEndWithToday() {
        var told = Told(added: "2025-01-01T08:00:00Z")
        for at in ["2026-03-09T23:59:59Z", "2026-03-10T00:00:00Z", "2026-03-10T23:59:59Z", "2026-03-11T00:00:00Z"] {
            told.tell(Attempt(.phone, .interested), at: at)
            told.tell(Attempt(.phone, .busy, minutes: 1), at: at)
        }
        let days = experience(told).days
        #expect(days.count == 365)
        #expect(days.suffix(2).map(\.day) == [day("2026-03-09"), day("2026-03-10")])
        #expect(days.suffix(2).map(\.dials) == [2, 4])
        #expect(days.suffix(2).map(\.conversations) == [1, 2])
        #expect(days.suffix(2).map(\.minutes) == [3, 6])
        #expect(days.dropLast(2).allSatisfy { $0.dials == 0 })
    }

    /// What is undone, and whoever is not on file, counts for nothing; those who are one person count as one.
    @Test func onlyWhatCounts() {
        var morning = Morning()
        morning.add(1...2)
        morning.tell(1, at: "2026-03-09T10:00:00Z", .tried())
        morning.tell(2, at: "2026-03-09T11:00:00Z", .attempt(Attempt(.phone, .interested)))
        morning.tell(3, at: "2026-03-09T11:00:00Z", .attempt(Attempt(.phone, .interested)))
        morning.tell(2, at: "2026-03-09T12:00:00Z", .merge(Morning.id(1)))
        var curve: DialCurve { Experience(morning.pipeline, .at(now)).curve }
        #expect(curve.points.map { pair($0.yield) } == [[0, 1], [1, 1]])
        let conversation = morning.entries[3].id
        morning.tell(1, at: "2026-03-09T13:00:00Z", .undo([conversation]))
        #expect(curve.points.isEmpty)
    }

    /// Every chart tells what it is, and draws within its width.
    @Test func everyChartHasADefinitionAndBarsThatFit() {
        var told = Told()
        for (index, outcome) in Outcome.allCases.enumerated() {
            told.tell(Attempt(Channel.allCases[index % 11], outcome), at: "2026-03-10T10:00:00Z")
        }
        told.tell(.letGo(why: nil, .quiet), at: now)
        let numbers = Numbers(told.pipeline, from: day("2026-03-01"), to: day("2026-03-10"))
        let charts = experience(told).charts + numbers.charts(told.pipeline)
        #expect(charts.count == 8)
        for chart in charts {
            #expect(!chart.title.isEmpty && !chart.definition.isEmpty && !chart.bars.isEmpty)
            for bar in chart.bars {
                #expect(0 <= bar.solid && bar.solid <= bar.length && bar.length <= 1, "\(chart.title), \(bar.label)")
                #expect(!bar.label.isEmpty && !bar.figure.isEmpty)
            }
        }
        #expect(Experience(Pipeline(), .at(now)).charts.isEmpty)
    }
}
