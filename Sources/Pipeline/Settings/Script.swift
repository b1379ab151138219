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

        /// True for what the user's settings say, false for what is known of the lead.
        public var isOfUser: Bool {
            switch self {
            case .me, .myCompany, .value, .myPhone: true
            case .name, .first, .company, .day: false
            }
        }
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

    /// The placeholders for which nothing is known, each once, in the order of the text.
    public func gaps(for lead: Lead, me: Settings.Me, day: String? = nil) -> [String] {
        var gaps: [String] = []
        for case .placeholder(let name) in pieces where value(of: name, lead, me, day) == nil && !gaps.contains(name) {
            gaps.append(name)
        }
        return gaps
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

    /// The script to begin with: to be said aloud as it stands, and to be made one's own.
    public static func shipped(_ occasion: Occasion) -> Script {
        switch occasion {
        case .goodbyeVoicemail:
            Script(
                """
                Hello {first}, {me} from {my company}. This is the last message you will get from me: I am taking you off \
                my list today. I have tried you every way I know, and I take it that this is not for {company} just now. \
                If I have that wrong, please ring me before the day is out, on {my phone}. Here it is again, slowly: \
                {my phone}. If I hear nothing, you are off the list, and I wish you well.
                """)
        case .goodbyeEmail:
            Script(
                """
                Subject: I am taking you off my list today

                Hello {first},

                I have rung and written for some time now, and I still cannot tell whether {company} wants anything done \
                about this. So I take it that it is not for you at present, and today I am taking you off my list. You \
                will have no more calls from me.

                If I have misread you, answer with one word, “wait”, and I will ring you. This is what I had in mind \
                for you: {value}

                If not, there is nothing you need to do. Thank you for your time.

                {me}
                {my company}
                {my phone}
                """)
        case .goodbyeLiveMessage:
            Script(
                """
                Could you put a note on the desk for {name}, please, just as I say it? “{me} from {my company} is taking \
                {company} off the list today and will not call again. If you still want to talk, ring today: {my phone}.” \
                Would you read the number back to me? Thank you, that is kind of you.
                """)
        case .challengeQuestion:
            Script(
                """
                Gladly, {first}: {day} it is. One question, so that I do not waste your time then. What will be different \
                from today, so that we can go ahead?
                """)
        case .politeDecline:
            Script(
                """
                Thank you for thinking of me, {first}. I am going to pass on this one: we are not the right people for it, \
                and you should know that now rather than in a month. I hope that it goes well for you.
                """)
        case .notInterested:
            Script(
                """
                Thank you for telling me straight, {first}. Then tell me what suits you: may I try again later this year, \
                next year, or not at all?
                """)
        }
    }
}
