/// What a lead is to the user; always derived, never typed in (method, section 1).
public enum Standing: String, CaseIterable, Sendable {
    /// Anybody who could possibly buy.
    case suspect
    /// Money, authority and desire are all yes.
    case prospect
    /// Has at least one order.
    case customer
}

/// A standing that changed: a promotion, or a demotion.
public struct StandingChange: Hashable, Sendable {
    /// The entry that changed it.
    public let entry: EntryID
    /// When that was.
    public let at: Moment
    /// What the lead was before.
    public let from: Standing
    /// What the lead became.
    public let to: Standing

    /// True when a prospect became a suspect again.
    public var isDemotion: Bool { from == .prospect && to == .suspect }
}

/// What is known of money, authority and desire.
public struct Traits: Hashable, Sendable {
    // Few are known of most leads, of which there may be a hundred thousand.
    private var known: [Known] = []

    /// What was last learned of a trait, and when; nil when nothing was.
    public struct Known: Hashable, Sendable {
        /// What was learned.
        public let finding: TraitFinding
        /// When it was learned.
        public let on: Moment

        init(_ finding: TraitFinding, on: Moment) {
            self.finding = finding
            self.on = on
        }
    }

    /// What is known of one trait.
    public internal(set) subscript(trait: Trait) -> Known? {
        get { known.first { $0.finding.trait == trait } }
        set {
            known.removeAll { $0.finding.trait == trait }
            if let newValue { known.append(newValue) }
        }
    }

    /// Yes, no or unknown.
    public func value(of trait: Trait) -> Trait.Value {
        self[trait]?.finding.value ?? .unknown
    }

    /// True when all three are yes.
    var areAllYes: Bool {
        known.count == Trait.allCases.count && known.allSatisfy { $0.finding.value == .yes }
    }

    /// The traits that are not yes, in order.
    public var missing: [Trait] {
        Trait.allCases.filter { value(of: $0) != .yes }
    }
}

extension Lead {
    /// Suspect, prospect or customer.
    public var standing: Standing {
        if lifetime.orders > 0 { return .customer }
        return traits.areAllYes ? .prospect : .suspect
    }
}
