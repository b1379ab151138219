/// Where a lead is (method, section 1): one of five.
public enum Place: Hashable, Sendable {
    case onTheList
    /// The goodbye was begun today and is not all sent.
    case sayingGoodbye
    /// The goodbye is sent; a reply may come until that day, on which a decision is wanted.
    case awaitingReply(until: Day)
    case parked(until: Day, why: String?)
    case letGo(why: String?, Manner)

    /// The name in the JSON shapes.
    public var name: String {
        switch self {
        case .onTheList: "on the list"
        case .sayingGoodbye: "saying goodbye"
        case .awaitingReply: "awaiting a reply"
        case .parked: "parked"
        case .letGo: "let go"
        }
    }
}

/// Where the entries leave a lead; together with the day it is the place.
enum Standpoint: Hashable, Sendable {
    case list
    /// A goodbye of that day; when all is sent it is awaited, and when the day is over before that it has lapsed.
    case goodbye
    case parked(until: Day, why: String?)
    case letGo(why: String?, Manner)

    /// True when it is a decision to park or to let go that was not made before.
    func isDeparture(from old: Standpoint) -> Bool {
        switch (self, old) {
        case (.letGo, .letGo), (.list, _), (.goodbye, _): false
        default: self != old
        }
    }
}

extension Lead {
    /// Where the lead is on a day: a goodbye that was not finished on its day has lapsed, and the lead is on the list.
    public func place(_ now: Now) -> Place {
        switch standpoint {
        case .list: .onTheList
        case .parked(let until, let why): .parked(until: until, why: why)
        case .letGo(let why, let manner): .letGo(why: why, manner)
        case .goodbye:
            if let goodbye, goodbye.isComplete {
                .awaitingReply(until: goodbye.day.adding(days: graceDays))
            } else if let goodbye, goodbye.day >= now.today {
                .sayingGoodbye
            } else {
                .onTheList
            }
        }
    }

    /// Begins a new round, on the list (method, section 1).
    mutating func beginRound(at time: Moment) {
        round = Round(number: round.number + 1, began: time)
        standpoint = .list
        next = nil
        snoozes = 0
        goodbye = nil
        cameBack = nil
    }

    /// True when only an explicit revival brings the lead back.
    var isLetGo: Bool {
        if case .letGo = standpoint { true } else { false }
    }

    /// Parks the lead. What was agreed before does not hold any more.
    mutating func park(until day: Day, why: String?) {
        standpoint = .parked(until: day, why: why)
        next = nil
        snoozes = 0
        goodbye = nil
    }

    /// Lets the lead go.
    mutating func letGo(why: String?, _ manner: Manner) {
        standpoint = .letGo(why: why, manner)
        next = nil
        snoozes = 0
        goodbye = nil
    }

    /// "Not interested" asks whether one may try again: later and next year park the lead, not at all lets it go, and so
    /// does no answer; but a compelling lead, and any while leads are scarce, is parked (method, section 3).
    mutating func settleNotInterested(_ attempt: Attempt, at time: Moment, _ rules: Rules) {
        // Whoever was let go stays so when they make contact, and whatever they say.
        if isLetGo { return }
        let day = rules.zone.day(of: time)
        let numbers = rules.settings.numbers
        switch attempt.again {
        case .later: park(until: day.adding(months: numbers.laterMonths), why: "try again later this year")
        case .nextYear: park(until: day.adding(months: numbers.nextYearMonths), why: "try again next year")
        case .never: break
        case nil where compelling != nil || rules.settings.leadsAreScarce:
            park(until: day.adding(months: numbers.laterMonths), why: "no desire")
        case nil: letGo(why: "no desire", .quiet)
        }
    }
}
