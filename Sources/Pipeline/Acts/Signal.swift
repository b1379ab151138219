/// Something a lead did that marks the antithesis of the ideal customer (method, section 6).
public enum Signal: String, CaseIterable, Sendable {
    case hugePotential = "huge potential"
    case justEnoughBusiness = "just enough business"
    case danglesOpportunities = "dangles opportunities"
    case greatQuestions = "great questions"
    case greatCompany = "great company"
    case bidOut = "bid out"
    case blamesThem = "blames them"
    case vanished
    case apologised
    case reallyClose = "really close"
    case wantedYou = "wanted you"
    case nextProject = "next project"
    case pityOrder = "pity order"

    /// The phases, in the order in which they come round.
    public enum Phase: CaseIterable, Sendable {
        case lure, letDown, makeUp
    }

    /// The phase that the signal belongs to.
    public var phase: Phase {
        switch self {
        case .hugePotential, .justEnoughBusiness, .danglesOpportunities, .greatQuestions, .greatCompany: .lure
        case .bidOut, .blamesThem, .vanished: .letDown
        case .apologised, .reallyClose, .wantedYou, .nextProject, .pityOrder: .makeUp
        }
    }
}
