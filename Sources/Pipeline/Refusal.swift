/// Why something cannot be recorded, in one plain sentence that says what to do.
public enum Refusal: Error, Hashable, Sendable {
    /// A rule of the method forbids it.
    case rule(String)
    /// It makes no sense as it stands: an unknown lead, a missing name.
    case bad(String)

    /// The sentence.
    public var sentence: String {
        switch self {
        case .rule(let sentence), .bad(let sentence): sentence
        }
    }
}
