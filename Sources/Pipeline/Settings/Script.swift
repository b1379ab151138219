/// What is said or written on an occasion, with placeholders in braces (method, section 10).
public struct Script: Hashable, Sendable {
    /// The text, with its placeholders.
    public var text: String

    /// A text with placeholders.
    public init(_ text: String) {
        self.text = text
    }

    /// When a script is used.
    public enum Occasion: String, CaseIterable, Sendable {
        case goodbyeVoicemail = "goodbye voicemail"
        case goodbyeEmail = "goodbye e-mail"
        case goodbyeLiveMessage = "goodbye live message"
        case challengeQuestion = "challenge question"
        case politeDecline = "polite decline"
        case notInterested = "not interested"
    }

    /// What a script may name.
    public enum Placeholder: String, CaseIterable, Sendable {
        /// The lead's whole name.
        case name
        /// The lead's first name.
        case first
        /// The lead's company.
        case company
        /// The day that they named.
        case day
        /// The user's name.
        case me
        /// The user's company.
        case myCompany = "my company"
        /// What the user does for whom.
        case value
        /// Where to call the user back.
        case myPhone = "my phone"
    }

    /// The names in braces that are no placeholder.
    public var unknownPlaceholders: [String] {
        pieces.compactMap { piece in
            guard case .placeholder(let name) = piece, Placeholder(rawValue: name) == nil else { return nil }
            return name
        }
    }

    /// The script with its placeholders filled in; one for which nothing is known says so in brackets.
    public func filled(for lead: Lead, me: Settings.Me, day: String? = nil) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let name): value(of: name, lead, me, day) ?? "[\(name)]"
            }
        }.joined()
    }

    private func value(of name: String, _ lead: Lead, _ me: Settings.Me, _ day: String?) -> String? {
        let value: String? =
            switch Placeholder(rawValue: name) {
            case .name: lead.fields.name
            case .first: lead.fields.name.split(separator: " ").first.map(String.init)
            case .company: lead.fields.company
            case .day: day
            case .me: me.name
            case .myCompany: me.company
            case .value: me.valueLine
            case .myPhone: me.phone
            case nil: nil
            }
        return value.flatMap { $0.isBlank ? nil : $0 }
    }

    private enum Piece {
        case text(String)
        case placeholder(String)
    }

    private var pieces: [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append(.text(String(rest[..<open])))
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(String(rest))]
    }

    /// Scripts to begin with.
    public static let shipped: [Occasion: Script] = [
        .goodbyeVoicemail: Script(
            """
            Hello {first}, this is {me} from {my company}. I have tried to reach you a good many times, and I take it \
            that this is not for you now. So I am taking you off my list today, and I will not call again. If that is \
            a mistake, call me back before the day is over: {my phone}. Once more, {my phone}. All the best.
            """),
        .goodbyeEmail: Script(
            """
            Subject: Taking you off my list today

            Hello {first},

            I have called and written for a while without finding out whether {company} wants this solved. That tells \
            me that it is not on your desk, and I do not want to be one more person who keeps ringing.

            So today I am taking you off my list. If I have misread you, one line in reply is enough and I will call: \
            {value}

            If not, there is nothing for you to do. Thank you for your time.

            {me}
            {my company}, {my phone}
            """),
        .goodbyeLiveMessage: Script(
            """
            Would you give {name} a message, word for word? {me} from {my company} is taking {company} off the list \
            today and will not call again. If {first} still wants to talk, today is the day: {my phone}. Thank you.
            """),
        .challengeQuestion: Script(
            """
            Gladly, {first}, I will call you {day}. So that it is worth your time: what will be different then, so that \
            we can go ahead?
            """),
        .politeDecline: Script(
            """
            Thank you for thinking of us, {first}. We are not able to take this on, and I would rather say so now than \
            keep you waiting. I wish you well with it.
            """),
        .notInterested: Script(
            """
            That is good to know, {first}, thank you for saying so. May I try you again later this year, next year, or \
            not at all?
            """),
    ]
}
