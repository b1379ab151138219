/// What came of the work of some days (method, section 8).
public struct Numbers: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// The last day.
    public let to: Day
    /// Outbound attempts by phone, whatever came of them.
    public internal(set) var dials = 0
    /// Dials that a human answered.
    public internal(set) var reached = 0
    /// Dials in which the lead was spoken to in person.
    public internal(set) var conversations = 0
    /// Meetings that were booked.
    public internal(set) var meetings = 0
    /// How often a lead became a prospect.
    public internal(set) var qualifiedIn = 0
    /// How often a lead was let go or parked.
    public internal(set) var qualifiedOut = 0
    /// Outbound attempts by channel.
    public internal(set) var attempts: [Channel: Int] = [:]
    /// Minutes spent on attempts in both directions.
    public internal(set) var minutes = 0
    /// Dials to make in a day.
    public let goal: Int
    /// What the going of each lead that was let go or parked frees, the most first.
    public internal(set) var freed: [Freed] = []
    /// The weeks on the list of which the time freed is measured: eight.
    public let freedWeeks: Int

    /// The time that the going of one lead frees.
    public struct Freed: Hashable, Sendable {
        /// Who was let go or parked.
        public let lead: LeadID
        /// Minutes a week that were spent on it in its last weeks on the list.
        public let minutesPerWeek: Double
    }

    /// Minutes a week that were spent, in their last eight weeks on the list, on those who were let go or parked.
    public var freedMinutesPerWeek: Double { freed.reduce(0) { $0 + $1.minutesPerWeek } }

    /// Conversations ÷ dials, 0 to 1; nil without dials.
    public var connectRate: Double? { dials > 0 ? Double(conversations) / Double(dials) : nil }

    /// Dials ÷ conversations; nil without conversations.
    public var dialsPerConversation: Double? { conversations > 0 ? Double(dials) / Double(conversations) : nil }

    /// Counts what happened from one day to another of the user's, both included. Linear in the number of entries.
    public init(_ pipeline: Pipeline, from: Day, to: Day) {
        self.init(pipeline.rules, from: from, to: to)
        let days = DayRange(from, to, pipeline.rules.zone)
        for lead in pipeline.leads { count(lead, days, pipeline.rules.settings) }
        freed.sort {
            $0.minutesPerWeek != $1.minutesPerWeek ? $0.minutesPerWeek > $1.minutesPerWeek : $0.lead < $1.lead
        }
    }

    /// Counts what happened with one lead on a day. Linear in the number of its entries.
    init(of lead: Lead, _ rules: Rules, on day: Day) {
        self.init(rules, from: day, to: day)
        count(lead, DayRange(day, day, rules.zone), rules.settings)
    }

    private init(_ rules: Rules, from: Day, to: Day) {
        self.from = from
        self.to = to
        goal = rules.settings.dialGoal
        freedWeeks = max(1, rules.settings.numbers.freedWeeks)
    }

    private mutating func count(_ lead: Lead, _ days: DayRange, _ settings: Settings) {
        guard lead.isOnFile else { return }
        for change in lead.standingChanges where change.to == .prospect && days.contains(change.at) {
            qualifiedIn += 1
        }
        let departures = lead.departures.filter { days.contains($0) && !($0 == lead.added && lead.cameForbidden) }
        qualifiedOut += departures.count
        let left = departures.map(\.seconds).max()
        let lastWeeks = left.map { ($0 - Int64(freedWeeks) * 7 * 86_400)...$0 }
        var minutes = 0
        for entry in lead.chronicle {
            guard case .attempt(let attempt) = entry.act else { continue }
            if days.contains(entry.at) { count(attempt, settings) }
            if let lastWeeks, lastWeeks.contains(entry.at.seconds) { minutes += settings.minutes(of: attempt) }
        }
        if minutes > 0 { freed.append(Freed(lead: lead.id, minutesPerWeek: Double(minutes) / Double(freedWeeks))) }
    }

    private mutating func count(_ attempt: Attempt, _ settings: Settings) {
        minutes += settings.minutes(of: attempt)
        if attempt.outcome == .meeting { meetings += 1 }
        guard !attempt.isInbound else { return }
        attempts[attempt.channel, default: 0] += 1
        guard attempt.isDial else { return }
        dials += 1
        if attempt.outcome.isConversation { conversations += 1 }
        if attempt.reachedSomebody { reached += 1 }
    }
}

extension Lead {
    /// True for one of whom the list that brought it said not to contact them: nobody decided that here.
    fileprivate var cameForbidden: Bool {
        chronicle.contains { entry in
            guard case .doNotContact = entry.act else { return false }
            return entry.batch != nil && entry.at == added
        }
    }
}

/// Moments from the first second of one day to the last of another.
struct DayRange {
    private let seconds: Range<Int64>

    init(_ from: Day, _ to: Day, _ zone: Zone) {
        let start = zone.moment(of: from).seconds
        seconds = start..<max(start, zone.moment(of: to.adding(days: 1)).seconds)
    }

    func contains(_ moment: Moment) -> Bool { seconds.contains(moment.seconds) }

    /// True when the days are all later than a moment.
    func isAfter(_ moment: Moment) -> Bool { moment.seconds < seconds.lowerBound }
}

extension Attempt {
    /// True when a human answered: the lead, a gatekeeper, somebody who took a message, or whoever has the wrong number.
    public var reachedSomebody: Bool {
        switch outcome {
        case .gatekeeper, .wrongNumber: true
        case .leftMessage, .sent: channel == .liveMessage
        default: outcome.isConversation
        }
    }
}
