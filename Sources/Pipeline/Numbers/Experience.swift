/// What the user's whole log tells: when people are reached, what makes them reply, and where the time goes (method,
/// section 8).
public struct Experience: Hashable, Sendable {
    // Of the dials in each hour of each day of the week, Monday first, the conversations.
    private var slots = [Share](repeating: Share(), count: Weekday.allCases.count * 24)
    /// Of the outbound attempts through each channel, in the order of the method, those that were replied to: after
    /// which they got in touch before the next attempt.
    public private(set) var replies = [Share](repeating: Share(), count: Channel.allCases.count)
    /// Of all minutes, those spent on leads that are of a tier now: top, maybe, bottom, and not assessed.
    public private(set) var tiers = [Share](repeating: Share(), count: Assessment.Tier.allCases.count + 1)
    /// How many dials it takes to speak with those who were ever spoken with.
    public private(set) var curve = DialCurve()
    /// The work of each day of the last year, the oldest first and today last.
    public private(set) var days: [WorkDay]
    /// Dials, or whatever is counted, below which a share says little.
    public let few: Int

    /// Some of a whole: conversations of dials, say.
    public struct Share: Hashable, Sendable {
        /// How many.
        public internal(set) var part = 0
        /// Of how many.
        public internal(set) var whole = 0

        /// 0 to 1; nil of nothing.
        public var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

        fileprivate mutating func add(_ other: Share) {
            part += other.part
            whole += other.whole
        }
    }

    /// What was done on a day of the user's.
    public struct WorkDay: Hashable, Sendable {
        /// Which.
        public let day: Day
        /// Outbound attempts by phone.
        public internal(set) var dials = 0
        /// Dials in which the lead was spoken to in person.
        public internal(set) var conversations = 0
        /// Minutes spent on attempts in both directions.
        public internal(set) var minutes = 0
    }

    /// What was done up to the end of today. One pass over all entries.
    public init(_ pipeline: Pipeline, _ now: Now) {
        few = pipeline.rules.settings.numbers.fewDials
        days = (0..<365).reversed().map { WorkDay(day: now.today.adding(days: -$0)) }
        for lead in pipeline.leads where lead.isOnFile { count(lead, now, pipeline.rules) }
        let minutes = tiers.reduce(0) { $0 + $1.part }
        for index in tiers.indices { tiers[index].whole = minutes }
    }

    private mutating func count(_ lead: Lead, _ now: Now, _ rules: Rules) {
        let tier = lead.assessment?.tier(rules.settings.numbers).flatMap(Assessment.Tier.allCases.firstIndex)
        var dials = DialCurve.Dials()
        // The latest attempt, until it is replied to.
        var unanswered: Channel?
        for entry in lead.chronicle {
            guard case .attempt(let attempt) = entry.act else { continue }
            let there = now.zone.moment(seconds: entry.at.seconds)
            let age = now.today.days(since: there.writtenDay)
            if age < 0 { continue }
            let minutes = rules.settings.minutes(of: attempt)
            tiers[tier ?? tiers.count - 1].part += minutes
            if age < days.count { days[days.count - 1 - age].minutes += minutes }
            if attempt.isInbound {
                if let channel = unanswered { replies[channel.ordinal].part += 1 }
                unanswered = nil
                continue
            }
            unanswered = attempt.channel
            replies[attempt.channel.ordinal].whole += 1
            guard attempt.isDial else { continue }
            let isConversation = attempt.outcome.isConversation
            dials.count(isConversation)
            slots[there.writtenDay.dayOfWeek * 24 + there.writtenMinute / 60].count(isConversation)
            if age < days.count { days[days.count - 1 - age].count(isConversation) }
        }
        curve.count(dials)
    }
}

extension Experience.Share {
    fileprivate mutating func count(_ isPart: Bool) {
        whole += 1
        if isPart { part += 1 }
    }
}

extension Experience.WorkDay {
    fileprivate mutating func count(_ isConversation: Bool) {
        dials += 1
        if isConversation { conversations += 1 }
    }
}

extension Experience {
    /// Of the dials in an hour of the user's clock, 0 to 23, on a day of the week, 0 for Monday to 6, the conversations.
    public func slot(weekday: Int, hour: Int) -> Share { slots[weekday * 24 + hour] }

    /// Of the dials in each hour of the user's clock, from 0 to 23, the conversations.
    public var hours: [Share] {
        (0..<24).map { hour in sum(Weekday.allCases.indices.map { slot(weekday: $0, hour: hour) }) }
    }

    /// Of the dials on each day of the week, Monday first, the conversations.
    public var weekdays: [Share] {
        Weekday.allCases.indices.map { day in sum((0..<24).map { slot(weekday: day, hour: $0) }) }
    }

    /// Of all dials, the conversations.
    public var allDials: Share { sum(slots) }

    private func sum(_ shares: [Share]) -> Share { shares.reduce(into: Share()) { $0.add($1) } }

    /// Minutes spent today.
    public var minutesToday: Int { days.last?.minutes ?? 0 }

    /// Minutes of a usual day: the median of the last 20 days before today on which any were spent. Nil when there were
    /// none within a year.
    public var usualMinutes: Int? {
        let worked = days.dropLast().map(\.minutes).filter { $0 > 0 }.suffix(20).sorted()
        guard !worked.isEmpty else { return nil }
        let middle = worked.count / 2
        return worked.count % 2 == 1 ? worked[middle] : (worked[middle - 1] + worked[middle]) / 2
    }
}
