public import FoundationEssentials

/// What the work of twelve months brought (method, section 6).
public struct Payoff: Hashable, Sendable {
    /// Minutes spent.
    public let minutes: Int
    /// The sum of the orders, in the user's currency.
    public let earned: Decimal

    /// What an hour of the work earned, in the user's currency.
    var anHour: Double {
        guard minutes > 0, let earned = Double("\(earned)") else { return 0 }
        return min(max(earned * 60 / Double(minutes), 0), 1e12)
    }

    /// True after at least five hours that earned less each than an hour of the user's is worth.
    func isLittle(_ settings: Settings) -> Bool {
        guard minutes >= settings.numbers.hoursBeforePayoff * 60 else { return false }
        return earned * 60 < settings.myHourIsWorth * Decimal(minutes)
    }
}

extension Lead {
    /// What the last twelve months brought. Linear in the number of entries.
    public func payoff(_ now: Now, _ settings: Settings) -> Payoff {
        let since = now.zone.moment(of: now.today.adding(months: -12)).seconds
        var minutes = 0
        var earned: Decimal = 0
        for entry in counting + absorbed
        where entry.at.seconds >= since && entry.at.seconds <= now.moment.seconds {
            switch entry.act {
            case .attempt(let attempt):
                minutes += settings.minutes(of: attempt)
                if attempt.outcome == .bought { earned += attempt.amount ?? 0 }
            case .order(let amount, _): earned += amount ?? 0
            default: break
            }
        }
        return Payoff(minutes: minutes, earned: earned)
    }
}
