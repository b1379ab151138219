import Pipeline

extension Command {
    /// Choosing the days whose numbers are shown.
    static let periods: [Command] =
        [
            .prefix(
                "period", "period", "which days the numbers are of; the next key says which", keys: ["P"],
                group: .numbers,
                hint: 0, unavailable: needsNumbers)
        ]
        + Period.allCases.map { period in
            Command(
                "period-\(period.rawValue)", period.title, "the numbers of \(period.title)",
                keys: ["P \(period.rawValue.prefix(1))"], group: .numbers, unavailable: needsNumbers
            ) { session in
                session.period = period
                session.count()
                return []
            }
        }

    private static let needsNumbers: @Sendable (Session) -> String? = { session in
        session.tab == .numbers
            ? nil : "The days are chosen on the page of numbers; \(session.keymap.name(of: "numbers")) opens it."
    }
}
