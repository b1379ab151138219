/// An order in which to look through leads.
public struct LeadOrder: Hashable, Sendable {
    /// What it goes by.
    public var key: Key
    /// True for the other way round than is usual.
    public var isReversed: Bool

    /// What an order goes by, with what is looked for first at the top: names from A, the latest attempt, the soonest
    /// step, the highest score. Those of whom it is not known come last, in either direction.
    public enum Key: String, CaseIterable, Sendable {
        case name, company, last, next, score, worth, attempts, added

        /// What people call it: `last attempt`.
        public var title: String {
            switch self {
            case .last: "last attempt"
            case .next: "next step"
            case .name, .company, .score, .worth, .attempts, .added: rawValue
            }
        }
    }

    /// An order by `key`.
    public init(_ key: Key, isReversed: Bool = false) {
        (self.key, self.isReversed) = (key, isReversed)
    }

    /// What a row of a lead is sorted by: the number first, the smaller nearer to the top.
    func rank(of lead: Lead, in zone: Zone) -> (number: Int64, text: String) {
        let name = lead.title.lowercased()
        guard let value = number(lead, zone) else { return (.max, name) }
        return (
            isReversed ? -value : value, key == .company ? (lead.fields.company ?? "").lowercased() + "\n" + name : name
        )
    }

    private func number(_ lead: Lead, _ zone: Zone) -> Int64? {
        switch key {
        case .name: 0
        case .company: lead.fields.company == nil ? nil : 0
        case .last: lead.lastAttempt.map { -$0.seconds }
        case .next:
            lead.next.map { next in
                let due = next.due.local(in: zone)
                return Int64(due.day.number) * 1440 + Int64(due.minute ?? 0)
            }
        case .score: lead.assessment?.score.map { -Int64($0) }
        case .worth: worth(lead).map { -Int64(min(max($0, -1e15), 1e15) * 100) }
        case .attempts: -Int64(lead.round.attempts)
        case .added: lead.added.map { -$0.seconds }
        }
    }

    private func worth(_ lead: Lead) -> Double? {
        lead.fields.worth.flatMap { Double("\($0)") }.flatMap { $0.isFinite ? $0 : nil }
    }
}

extension LeadOrder: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `score`, or `-score` for the other way round; nil for anything else.
    public init?(_ description: String) {
        let isReversed = description.hasPrefix("-")
        guard let key = Key(rawValue: String(description.dropFirst(isReversed ? 1 : 0)).lowercased()) else {
            return nil
        }
        self.init(key, isReversed: isReversed)
    }

    /// `score`, or `-score`.
    public var description: String { (isReversed ? "-" : "") + key.rawValue }
}
