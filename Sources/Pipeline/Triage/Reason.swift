extension Verdict.Reason {
    /// The reason in words, with its figures.
    public func words(_ now: Now) -> String {
        switch self {
        case .waiting(let since): return "got in touch \(now.ago(since)); nobody has answered"
        case .goodbye(let missing):
            return "goodbye begun today; left to send: " + missing.map(\.title).joined(separator: ", ")
        case .due(let next, let streak, let since): return due(next, streak, since, now)
        case .decide(let cause): return cause.words(now)
        case .prospect(let isProspect, let tier, let since):
            let what = isProspect ? "prospect" : "interested when last spoken to"
            let last = since.map { "last tried \(now.ago($0))" } ?? "never tried"
            return ([what] + (tier == .top ? ["top tier"] : []) + [last]).joined(separator: "; ")
        case .topTier(let score, let since):
            return "top tier, \(score) of 100; " + (since.map { "last tried \(now.ago($0))" } ?? "never tried")
        case .customer(let since):
            return "customer; " + (since.map { "last contact \(now.ago($0))" } ?? "never contacted")
        case .parked(let until, let why):
            return ["parked until \(now.date(of: until))", why].compactMap(\.self).joined(separator: ": ")
        case .neverTried(let since): return "never tried; on file since \(now.date(of: now.day(of: since)))"
        case .untouched(let since, let attempts, let dials, let neverEmailed):
            var work = dials == attempts ? plural(dials, "dial") : plural(attempts, "attempt")
            if attempts == 0 { work = "not tried since it came back" }
            if neverEmailed && attempts > 0 { work += ", never e-mailed" }
            return "\(work); last tried \(now.ago(since))"
        }
    }

    private func due(_ next: NextStep, _ streak: Int, _ since: Moment?, _ now: Now) -> String {
        let due = next.due.local(in: now.zone)
        let time = due.minute.map { " at " + clock(Int($0)) } ?? ""
        let day =
            switch now.today.days(since: due.day) {
            case ...0: "due today\(time)"
            case 1: "due yesterday"
            case let days: "due \(days) days ago"
            }
        let kind =
            switch next.kind {
            case .promise: "promised"
            case .putOff:
                streak > 1
                    ? "\(ordinal(streak)) “not now” in a row" + now.since(since)
                    : "said “not now”" + (since.map { " on \(now.date(of: now.day(of: $0)))" } ?? "")
            case .meeting: "meeting"
            case .step: "next step"
            }
        return [next.why.map { "\(kind): \($0)" } ?? kind, day].joined(separator: "; ")
    }
}

extension Cause {
    /// The cause in words, with its figures.
    public func words(_ now: Now) -> String {
        switch self {
        case .disqualified(let finding):
            return "disqualified by the \(finding.question.rawValue)" + (finding.why.map { ": \($0)" } ?? "")
        case .antithesis(let cycles, let letDowns):
            let seen =
                cycles > 0
                ? plural(cycles, "full cycle") + " of lure, let-down and make-up" : plural(letDowns, "let-down")
            return "antithesis of the ideal customer: \(seen)"
        case .littlePayoff(let payoff):
            let hours = Numbers.rounded(Double(payoff.minutes) / 60)
            return
                "\(hours) hours of work in 12 months, \(payoff.earned) earned: \(Numbers.rounded(payoff.anHour)) an hour"
        case .lingering(let streak, let since):
            return "\(ordinal(streak)) “not now” in a row" + now.since(since)
        case .snoozed(let times): return "one callback moved \(times) times"
        case .unanswered(let day): return "goodbye of \(now.date(of: day)) not answered"
        case .unreachable: return "no working number or address is left"
        case .bottomTier(let score): return "bottom tier, \(score) of 100"
        case .workedOut(let attempts, let channels):
            return "\(attempts) attempts through \(channels) channels, and no conversation"
        }
    }
}

/// `1st`, `2nd`, `3rd`, `11th`.
public func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
}

/// `09:05` for minutes since midnight.
public func clock(_ minute: Int) -> String {
    "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
}

extension Now {
    /// How people name a day near today: `today`, `tomorrow`, `Tue 24 Nov`, and with the year when it is another.
    public func name(of day: Day) -> String {
        switch day.days(since: today) {
        case 0: return "today"
        case 1: return "tomorrow"
        case -1: return "yesterday"
        default:
            let (year, month, number) = day.civil
            let name = "\(number) \(Month.allCases[month - 1].short)"
            return year == today.civil.year ? "\(day.weekday.short) \(name)" : "\(name) \(year)"
        }
    }

    /// A date as people write it, with the year when it is another: `3 March`.
    public func date(of day: Day) -> String {
        let (year, month, number) = day.civil
        let name = Month.allCases[month - 1].rawValue
        let date = "\(number) \(name.prefix(1).uppercased())\(name.dropFirst())"
        return year == today.civil.year ? date : "\(date) \(year)"
    }

    /// ` since 3 March`, when it is known.
    fileprivate func since(_ moment: Moment?) -> String {
        moment.map { " since \(date(of: day(of: $0)))" } ?? ""
    }

    /// How long ago something was: `today`, `yesterday`, `3 days ago`, `5 weeks ago`.
    public func ago(_ moment: Moment) -> String {
        switch today.days(since: day(of: moment)) {
        case ...0: "today"
        case 1: "yesterday"
        case let days: "\(span(days: days)) ago"
        }
    }

    /// A stretch of days in the largest unit that tells enough: `3 days`, `5 weeks`, `8 months`, `2 years`.
    public func span(days: Int) -> String {
        switch days {
        case 1: "1 day"
        case ..<21: "\(days) days"
        case ..<90: "\(days / 7) weeks"
        case ..<730: "\(days / 30) months"
        default: "\(days / 365) years"
        }
    }
}
