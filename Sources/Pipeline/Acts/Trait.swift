/// One of the three things that make a prospect of a suspect (method, section 1): "M A D".
public enum Trait: String, CaseIterable, Sendable {
    case money, authority, desire

    /// What is known of a trait.
    public enum Value: String, CaseIterable, Sendable {
        case yes, no, unknown
    }
}

/// What was learned of a trait.
public struct TraitFinding: Hashable, Sendable {
    /// Which of the three.
    public var trait: Trait
    /// What it turned out to be.
    public var value: Trait.Value
    /// The evidence, in a line.
    public var why: String?

    /// What was learned of a trait, and from what.
    public init(_ trait: Trait, _ value: Trait.Value, why: String? = nil) {
        self.trait = trait
        self.value = value
        self.why = why
    }
}
