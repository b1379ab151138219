/// Whether people may be called where they are, 08:00 to 21:00 by their clock (method, section 7).
public enum CallingHours: Hashable, Sendable {
    /// Their zone is not known, and is never guessed.
    case unknown
    case open
    /// Closed until then, by the user's clock.
    case closed(opens: Moment)

    /// Those of a zone at a time.
    init(of zone: Zone, at now: Now, _ numbers: MethodNumbers) {
        let there = zone.moment(seconds: now.moment.seconds)
        let (from, until) = (numbers.callingFrom * 60, numbers.callingUntil * 60)
        if (from..<max(from, until)).contains(there.writtenMinute) {
            self = .open
        } else {
            let day = there.writtenMinute < from ? there.writtenDay : there.writtenDay.adding(days: 1)
            self = .closed(opens: now.zone.moment(seconds: zone.moment(of: day, minute: from).seconds))
        }
    }
}

extension Lead {
    /// Whether the lead may be called now.
    public func callingHours(_ now: Now, _ rules: Rules) -> CallingHours {
        guard let name = fields.zone, let zone = rules.zones[name] else { return .unknown }
        return CallingHours(of: zone, at: now, rules.settings.numbers)
    }

    /// The time where the lead is, by the clock there; nil when their zone is not known.
    public func timeThere(_ now: Now, _ rules: Rules) -> Moment? {
        fields.zone.flatMap { rules.zones[$0] }?.moment(seconds: now.moment.seconds)
    }
}

extension Lead {
    /// When the lead can be reached by a channel, if that is not now: only calls have their hours.
    public func opens(by channel: Channel, _ now: Now, _ rules: Rules) -> Moment? {
        guard channel.isDialled, case .closed(let opens) = callingHours(now, rules) else { return nil }
        return opens
    }
}

extension Rules {
    /// The zones of leads in which people may be called now.
    func openZones(_ now: Now) -> Set<String> {
        Set(zones.filter { CallingHours(of: $0.value, at: now, settings.numbers) == .open }.keys)
    }
}
