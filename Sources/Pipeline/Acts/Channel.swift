/// The way in which an attempt is made (method, section 2): eleven of them.
public enum Channel: String, CaseIterable, Sendable {
    case phone
    case voicemail
    case email
    case text
    case letter
    case fax
    case dropIn = "drop-in"
    case liveMessage = "live message"
    case networking
    case event
    case calendar

    /// What people call it: `phone call`.
    public var title: String {
        switch self {
        case .phone: "phone call"
        case .voicemail: "voicemail"
        case .email: "e-mail"
        case .text: "text message"
        case .letter: "letter"
        case .fax: "fax"
        case .dropIn: "drop-in visit"
        case .liveMessage: "message with a live person"
        case .networking: "networking link"
        case .event: "community event"
        case .calendar: "calendar invitation"
        }
    }

    /// True when using it means dialling a phone number, so that an outbound attempt is a dial (section 8).
    public var isDialled: Bool {
        switch self {
        case .phone, .voicemail, .liveMessage: true
        default: false
        }
    }

    /// Minutes that an attempt takes when nobody says how many.
    public var usualMinutes: Int {
        switch self {
        case .phone, .voicemail, .liveMessage, .text, .fax, .networking: 2
        case .email, .calendar: 5
        case .letter: 15
        case .dropIn: 30
        case .event: 60
        }
    }
}
