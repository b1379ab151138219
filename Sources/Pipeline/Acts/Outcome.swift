/// What came of an attempt (method, section 2).
public enum Outcome: String, CaseIterable, Sendable {
    case noAnswer = "no answer"
    case busy
    case leftMessage = "left message"
    case gatekeeper
    case interested
    case notNow = "not now"
    case notInterested = "not interested"
    case doNotContact = "do not contact"
    case meeting
    case bought
    case wrongNumber = "wrong number"
    case outOfService = "out of service"
    case bounced
    case replied
    case sent

    /// What people call it.
    public var title: String {
        switch self {
        case .leftMessage: "left a message"
        case .gatekeeper: "spoke with a gatekeeper"
        case .doNotContact: "asked not to be contacted"
        case .meeting: "meeting booked"
        default: rawValue
        }
    }

    /// True when the lead was spoken to in person: a conversation.
    public var isConversation: Bool {
        switch self {
        case .interested, .notNow, .notInterested, .doNotContact, .meeting, .bought: true
        default: false
        }
    }
}
