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

    /// Its place in the list of channels: 0 to 10.
    var ordinal: Int {
        switch self {
        case .phone: 0
        case .voicemail: 1
        case .email: 2
        case .text: 3
        case .letter: 4
        case .fax: 5
        case .dropIn: 6
        case .liveMessage: 7
        case .networking: 8
        case .event: 9
        case .calendar: 10
        }
    }

    /// True when using it means dialling a phone number, so that an outbound attempt is a dial (section 8).
    public var isDialled: Bool {
        switch self {
        case .phone, .voicemail, .liveMessage: true
        default: false
        }
    }

    /// True when both talk at the same time, so that whoever makes contact this way is answered at once.
    var isLive: Bool {
        switch self {
        case .phone, .dropIn, .event: true
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
