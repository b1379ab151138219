import Pipeline

extension Session {
    /// What is over the whole screen, with the number key that opens it: a list of leads, or a page to read.
    enum Tab: Int, CaseIterable, Sendable {
        /// The morning's calls.
        case today = 1
        /// Everybody on file.
        case leads
        /// Those about whom a decision is wanted.
        case decide
        case parked
        case letGo
        /// What came of the work: the one tab without a list.
        case numbers

        var title: String {
            switch self {
            case .today: "Today"
            case .leads: "Leads"
            case .decide: "Decide"
            case .parked: "Parked"
            case .letGo: "Let go"
            case .numbers: "Numbers"
            }
        }

        /// False for a page to read: it has no rows, and no lead that the keys could act on.
        var hasList: Bool { self != .numbers }

        /// What key files call the command that opens it.
        var id: String {
            switch self {
            case .today: "today"
            case .leads: "leads"
            case .decide: "decide"
            case .parked: "parked"
            case .letGo: "let-go-tab"
            case .numbers: "numbers"
            }
        }

        /// What opens it, in a line.
        var help: String {
            switch self {
            case .today: "the morning list"
            case .leads: "everybody on file, by name"
            case .decide: "those who cost hours and may never buy: settle each with one key"
            case .parked: "those who are off the list until a day"
            case .letGo: "those who were let go, the latest first"
            case .numbers: "what came of the work, and what your log tells"
            }
        }
    }
}
