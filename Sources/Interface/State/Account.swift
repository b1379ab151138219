import Pipeline

/// The days whose figures are shown.
enum Period: String, CaseIterable, Sendable {
    case today
    case week
    case month
    case year
    case all

    /// What people call it.
    var title: String {
        switch self {
        case .today: "today"
        case .week: "the last 7 days"
        case .month: "the last 30 days"
        case .year: "the last 365 days"
        case .all: "all days"
        }
    }

    /// The first day of it.
    func first(_ today: Day) -> Day {
        switch self {
        case .today: today
        case .week: today.adding(days: -6)
        case .month: today.adding(days: -29)
        case .year: today.adding(days: -364)
        case .all: Day(number: 0)
        }
    }
}

/// What the page of numbers shows, and what it was counted from: counting looks at every entry, so it is done when the
/// page is opened or something changed, and not with every key.
struct Account: Sendable {
    let numbers: Numbers
    let freed: Chart
    let experience: Experience
    private let period: Period
    private let today: Day
    private let revision: UInt32

    /// - Parameter before: what was counted before, of which is kept what still holds.
    init(_ pipeline: Pipeline, _ now: Now, _ period: Period, before: Account?) {
        self.period = period
        today = now.today
        revision = pipeline.revision
        numbers = Numbers(pipeline, from: period.first(now.today), to: now.today)
        freed = numbers.freedByLead(pipeline)
        if let before, before.today == now.today, before.revision == pipeline.revision {
            experience = before.experience
        } else {
            experience = Experience(pipeline, now)
        }
    }

    /// True when counting again would give the same.
    func holds(_ pipeline: Pipeline, _ now: Now, _ period: Period) -> Bool {
        self.period == period && today == now.today && revision == pipeline.revision
    }
}

extension Session {
    /// Counts what the page of numbers shows, unless what was counted still holds.
    mutating func count() {
        if let account, account.holds(pipeline, now, period) { return }
        account = Account(pipeline, now, period, before: account)
    }
}
