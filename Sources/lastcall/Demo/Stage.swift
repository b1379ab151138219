import FoundationEssentials
import Pipeline

/// Where the life of one invented lead is played: it turns “so many days ago” into acts at times, in their order.
struct Stage {
    /// The lead that it is about.
    let lead: LeadID
    /// What happened, in order of time.
    private(set) var drafts: [Draft] = []
    /// The places among `drafts` of what was logged by mistake and is to be taken back.
    private(set) var slips: [Int] = []
    /// Invents what the story leaves open.
    var random: SplitMix64

    private let now: Now
    private var last: (moment: Moment, daysAgo: Int)?

    init(now: Now, seed: UInt64) {
        random = SplitMix64(seed: seed)
        lead = LeadID.random(using: &random)
        self.now = now
    }

    /// Something that was done so many days ago: some minutes after what was done before on that day, else at some time
    /// of its working hours; today, a little while ago.
    mutating func add(_ act: Act, daysAgo: Int, to other: LeadID? = nil) {
        let moment = moment(daysAgo)
        last = (moment, daysAgo)
        drafts.append(Draft(act, lead: other ?? lead, at: moment))
    }

    /// Something that was logged by mistake, and taken back.
    mutating func addSlip(_ act: Act, daysAgo: Int) {
        slips.append(drafts.count)
        add(act, daysAgo: daysAgo)
    }

    /// The day so many days ago, or to come when negative. Nobody works on a weekend: what is past was on the Friday
    /// before it, and what is to come is on the Monday after.
    func day(_ daysAgo: Int) -> Day {
        let day = now.today.adding(days: -daysAgo)
        switch (day.weekday, daysAgo) {
        case (_, 0): return day
        case (.saturday, _): return day.adding(days: daysAgo > 0 ? -1 : 2)
        case (.sunday, _): return day.adding(days: daysAgo > 0 ? -2 : 1)
        default: return day
        }
    }

    private mutating func moment(_ daysAgo: Int) -> Moment {
        let midnight = now.zone.moment(of: day(daysAgo))
        let moment: Moment
        if let last, last.daysAgo == daysAgo {
            moment = last.moment.adding(seconds: Int64.random(in: 60...300, using: &random))
        } else if daysAgo == 0 {
            moment = max(midnight, now.moment.adding(seconds: -1500))
        } else {
            moment = now.zone.moment(of: day(daysAgo), minute: Int.random(in: 485...1065, using: &random))
        }
        return min(now.moment, max(moment, last?.moment.adding(seconds: 60) ?? moment))
    }
}

extension Stage {
    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func pick(_ words: [String]) -> String {
        words.randomElement(using: &random) ?? ""
    }

    mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &random))") })
    }
}
