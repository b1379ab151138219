/// A decision to keep a lead that a decision was wanted about (method, section 7).
public struct Kept: Hashable, Sendable {
    /// When it was made.
    public let at: Moment
    /// The reason that it needs.
    public let why: String
    /// What it was made for, but work without payoff, which is looked up in the entries.
    let causes: Set<Cause.Kind>
}

extension Lead {
    /// Keeps the lead, whatever stands against it now.
    mutating func keep(_ why: String, at time: Moment, _ rules: Rules) {
        let then = Now(time, zone: rules.zone)
        // While the entries are folded they are not all there to be summed up.
        var causes: Set<Cause.Kind> = [.littlePayoff]
        while let cause = cause(then, rules, settled: causes) { causes.insert(cause.kind) }
        kept = Kept(at: time, why: why, causes: causes.subtracting([.littlePayoff]))
    }

    /// The causes that a keep settles: for 30 days, from its own day on, those that stood when it was made. What has
    /// come up since wants a decision at once.
    func settledByKeep(_ now: Now, _ rules: Rules) -> Set<Cause.Kind> {
        let numbers = rules.settings.numbers
        guard let kept, now.today.days(since: now.day(of: kept.at)) < numbers.keepDays else { return [] }
        guard lifetime.minutes >= numbers.hoursBeforePayoff * 60,
            payoff(Now(kept.at, zone: now.zone), rules.settings).isLittle(rules.settings)
        else { return kept.causes }
        return kept.causes.union([.littlePayoff])
    }
}
