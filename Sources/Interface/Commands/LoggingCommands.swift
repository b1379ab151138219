import Canvas
import Pipeline

extension Command {
    /// Logging attempts: one key for what happens fifty times a day, two for a conversation.
    static let logging: [Command] = [
        attempt("no-answer", "no answer", "called, nobody answered", key: "n", hint: 1, .phone, .noAnswer),
        attempt("voicemail", "voicemail", "called, left a voicemail", key: "v", hint: 2, .voicemail, .leftMessage),
        .prefix(
            "talked", "talked", "spoke with the lead; the next key says how it went", keys: ["t"], group: .log, hint: 3,
            unavailable: needsLead),
        attempt("message", "message", "left a message with a person", key: "m", hint: 4, .liveMessage, .leftMessage),
        attempt("email", "e-mail", "sent an e-mail", key: "e", hint: 5, .email, .sent),
        attempt("interested", "interested", "spoke: interested", key: "t i", .phone, .interested),
        Command(
            "call-me-later", "call me later", "spoke: not now; asks when, and what will have changed", keys: ["t l"],
            group: .log, unavailable: needsLead
        ) { $0.askNotNow() },
        Command(
            "not-interested", "not interested", "spoke: not interested; asks whether one may try again", keys: ["t n"],
            group: .log, unavailable: needsLead
        ) { $0.askNotInterested() },
        Command(
            "asked-not-to", "do not contact", "spoke: asked not to be contacted again", keys: ["t x"], group: .log,
            unavailable: needsLead
        ) { $0.askDoNotContact(afterCall: true) },
        Command(
            "meeting", "meeting", "spoke: a meeting is booked; asks when", keys: ["t m"], group: .log,
            unavailable: needsLead
        ) { $0.askMeeting() },
        Command(
            "bought", "bought", "spoke: they bought; asks for how much", keys: ["t b"], group: .log,
            unavailable: needsLead
        ) { $0.askBought() },
        Command(
            "log-any", "other attempt", "log any channel and outcome", keys: ["L"], group: .log, hint: 7,
            unavailable: needsLead
        ) { $0.askChannel() },
    ]

    private static func attempt(
        _ id: String, _ title: String, _ help: String, key: String, hint: Int? = nil, _ channel: Channel,
        _ outcome: Outcome
    ) -> Command {
        Command(id, title, help, keys: [key], group: .log, hint: hint, unavailable: needsLead) {
            $0.log(Attempt(channel, outcome))
        }
    }
}

extension Session {
    /// Records an attempt to contact the selected lead, or each of the marked ones.
    ///
    /// - Parameter isMeant: true once whatever was in doubt was asked.
    mutating func log(_ attempt: Attempt, for asked: Subjects? = nil, isMeant: Bool = false) -> [Effect] {
        guard let subjects = asked ?? subjects else { return [] }
        let said = "Saved: \(Wording.attempt(attempt))"
        guard subjects.leads.count == 1, let lead = pipeline[subjects.leads[0]] else {
            return record(for: subjects, said: said) { _ in [.attempt(attempt)] }
        }
        if !isMeant, let doubt = doubt(about: attempt, lead, subjects) {
            ask(doubt)
            return []
        }
        let draft = Draft(.attempt(attempt), lead: lead.id, at: now.moment)
        // No rule forbids a call to a disqualified lead, but one should know why it is a waste.
        let warning = lead.questions.disqualifying.map { " · \(Cause.disqualified($0).words(now))" } ?? ""
        // Only a revival brings a lead back, whatever came of the attempt.
        let place: String =
            switch lead.place(now) {
            case .parked: " · still parked; \(keymap.name(of: "revive")) revives"
            case .letGo: " · still let go; \(keymap.name(of: "revive")) revives"
            default: ""
            }
        let isLast = tab == .today && calls == nil && selectedRow == lists.count(tab) - 1
        let end = isLast && !attempt.outcome.isConversation ? " · that was the last of the list" : ""
        let effects = record([draft], said: "\(said) · \(lead.title)\(warning)\(place)\(end)")
        if !effects.isEmpty, attempt.isInbound, case .letGo = lead.place(now) { offerDecline(lead) }
        return effects
    }

    /// Asks through which channel, then what came of it.
    mutating func askChannel() -> [Effect] {
        let keys = Array("pvetlfdmnac")
        ask(
            Choice(
                title: "Log an attempt: through which channel?",
                options: zip(keys, Channel.allCases).map { key, channel in
                    Choice.Option(.character(key), Wording.symbol(channel) + " " + channel.title) {
                        $0.askOutcome(channel)
                    }
                }))
        return []
    }

    private mutating func askOutcome(_ channel: Channel) -> [Effect] {
        let keys: [Outcome: Character] = [
            .noAnswer: "n", .busy: "b", .leftMessage: "v", .gatekeeper: "g", .interested: "i", .notNow: "l",
            .notInterested: "o", .doNotContact: "x", .meeting: "m", .bought: "$", .wrongNumber: "w",
            .outOfService: "s", .bounced: "u", .replied: "r", .sent: "e",
        ]
        ask(
            Choice(
                title: "\(channel.title.firstUppercased): what came of it?",
                options: channel.usualOutcomes.compactMap { outcome in
                    keys[outcome].map { key in
                        Choice.Option(.character(key), outcome.title) { $0.log(channel, outcome) }
                    }
                }))
        return []
    }

    private mutating func log(_ channel: Channel, _ outcome: Outcome) -> [Effect] {
        switch outcome {
        case .notNow: askNotNow(channel)
        case .notInterested: askNotInterested(channel)
        case .meeting: askMeeting(channel)
        case .bought: askBought(channel)
        case .doNotContact: askDoNotContact(afterCall: true, channel)
        case .replied: log(Attempt(channel, outcome, inbound: true))
        default: log(Attempt(channel, outcome))
        }
    }

    /// A meeting that was booked: when, and what about.
    mutating func askMeeting(_ channel: Channel = .phone) -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form(
                "Meeting · \(subjects.title)",
                fields: [FormField("When", .day, hint: "tue 14:00"), FormField("Note", .text, isLong: true)]
            ) { session, form in
                session.log(
                    Attempt(channel, .meeting, note: form.text(1), next: form.due(0, session.now)), for: subjects)
            })
        return []
    }

    /// An order: for how much, if that is known.
    mutating func askBought(_ channel: Channel = .phone) -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form(
                "Bought · \(subjects.title)",
                fields: [
                    FormField("Amount", .amount, hint: "12000, 12k; empty if it is not known yet"),
                    FormField("Note", .text),
                ]
            ) { session, form in
                session.log(
                    Attempt(channel, .bought, note: form.text(1), amount: form.text(0).flatMap(Amount.read)),
                    for: subjects)
            })
        return []
    }

    /// Asks for the words, which every later refusal shows.
    mutating func askDoNotContact(afterCall: Bool, _ channel: Channel = .phone) -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form(
                "Do not contact · \(subjects.title)", fields: [FormField("Their words", .text, hint: "as they said it")]
            ) {
                session, form in
                let words = form.text(0)
                if afterCall { return session.log(Attempt(channel, .doNotContact, note: words), for: subjects) }
                return session.record(for: subjects, said: "Saved: do not contact") { _ in
                    [.doNotContact(words: words)]
                }
            })
        return []
    }
}

extension Channel {
    /// What can come of an attempt through the channel, the most usual first.
    fileprivate var usualOutcomes: [Outcome] {
        let talked: [Outcome] = [.interested, .notNow, .notInterested, .doNotContact, .meeting, .bought]
        switch self {
        case .phone:
            return [.noAnswer, .busy, .leftMessage, .gatekeeper] + talked + [.wrongNumber, .outOfService, .replied]
        case .voicemail: return [.leftMessage, .wrongNumber, .outOfService, .replied]
        case .liveMessage: return [.leftMessage, .gatekeeper, .wrongNumber, .replied]
        case .email: return [.sent, .bounced, .replied] + talked
        case .text, .fax: return [.sent, .wrongNumber, .outOfService, .replied] + talked
        case .letter, .calendar, .networking: return [.sent, .bounced, .replied] + talked
        case .dropIn, .event: return [.noAnswer, .leftMessage, .gatekeeper] + talked
        }
    }
}

extension String {
    /// With a capital first letter.
    var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
