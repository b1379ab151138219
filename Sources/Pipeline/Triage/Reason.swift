extension Verdict.Reason {
    /// The reason in words, with its figures.
    public func words(_ now: Now) -> String {
        switch self {
        case .due(let next):
            let due = next.due.local(in: now.zone)
            let time = due.minute.map { " at " + clock(Int($0)) } ?? ""
            let day =
                switch now.today.days(since: due.day) {
                case 0: "due today\(time)"
                case 1: "due yesterday"
                case let days: "due \(days) days ago"
                }
            let kind =
                switch next.kind {
                case .promise: "promised"
                case .putOff: "said “not now”"
                case .meeting: "meeting"
                case .step: "next step"
                }
            return [next.why.map { "\(kind): \($0)" } ?? kind, day].joined(separator: "; ")
        case .neverTried(let since):
            return "never tried; on file since \(now.name(of: now.day(of: since)))"
        case .untouched(let since):
            return "last tried \(now.ago(since))"
        }
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
