import Pipeline

extension Session {
    /// A list of leads over the whole screen, with the number key that opens it.
    enum Tab: Int, CaseIterable, Sendable {
        /// The morning's calls.
        case today = 1
        /// Everybody on file.
        case leads
        /// Those about whom a decision is wanted.
        case decide
        case parked
        case letGo

        var title: String {
            switch self {
            case .today: "Today"
            case .leads: "Leads"
            case .decide: "Decide"
            case .parked: "Parked"
            case .letGo: "Let go"
            }
        }

        /// What key files call the command that opens it.
        var id: String { self == .letGo ? "let-go-tab" : "\(self)" }

        /// What opens it, in a line.
        var help: String {
            switch self {
            case .today: "the morning list"
            case .leads: "everybody on file, by name"
            case .decide: "those who cost hours and may never buy: settle each with one key"
            case .parked: "those who are off the list until a day"
            case .letGo: "those who were let go, the latest first"
            }
        }
    }
}
