import Canvas
import Pipeline

extension Command {
    /// Settling what becomes of a lead.
    static let decisions: [Command] = [breakUp, letGo, park, keep, revive]

    /// The command that most often settles a cause.
    static func settling(_ cause: Cause) -> Command {
        switch cause {
        case .disqualified, .antithesis, .littlePayoff, .unanswered, .unreachable: letGo
        case .lingering, .workedOut: breakUp
        case .snoozed, .bottomTier: park
        }
    }

    private static let breakUp = Command(
        "break-up", "break up", "assess the lead and the work, and say goodbye in three messages", keys: ["b"],
        group: .decide, hint: 5, unavailable: { needsOneLead($0) ?? needsListed($0) }
    ) { $0.openBreakUp() }

    private static let letGo = Command(
        "let-go", "let go", "stop calling: the lead leaves the list", keys: ["x"], group: .decide, hint: 31,
        unavailable: needsListed
    ) { $0.askLetGo() }

    private static let park =
        Command(
            "park", "park", "off the list until a day: 3, 6 or 12 months, or another", keys: ["z"], group: .decide,
            hint: 32,
            unavailable: needsListed
        ) { $0.askPark() }

    private static let keep =
        Command(
            "keep", "keep", "go on with the lead for 30 days; needs a reason", keys: ["K"], group: .decide, hint: 33,
            unavailable: needsListed
        ) { $0.askKeep() }

    private static let revive =
        Command(
            "revive", "revive", "bring a parked or let-go lead back onto the list; needs a reason", keys: ["r"],
            group: .decide, hint: 34,
            unavailable: { session in
                if let reason = needsLead(session) { return reason }
                guard !session.hasMarks, let lead = session.selected else { return nil }
                return needsListed(session) == nil ? "\(lead.title) is on the list already." : nil
            }
        ) { $0.askRevive() }

    /// Needs a lead that was neither parked nor let go.
    private static let needsListed: @Sendable (Session) -> String? = { session in
        if let reason = needsLead(session) { return reason }
        // Of several marked some may be; the others are named when they are left out.
        guard !session.hasMarks, let lead = session.selected else { return nil }
        let revive = session.keymap.name(of: "revive")
        switch lead.place(session.now) {
        case .parked(let until, _):
            return "\(lead.title) is parked until \(Wording.date(until, session.now)); \(revive) revives."
        case .letGo: return "\(lead.title) was let go; \(revive) revives."
        case .onTheList, .sayingGoodbye, .awaitingReply: return nil
        }
    }
}

extension Session {
    fileprivate mutating func askLetGo() -> [Effect] {
        askWhy("Let go", "Why", isRequired: false) { .letGo(why: $0, nil) }
    }

    mutating func askKeep(for asked: Subjects? = nil) -> [Effect] {
        askWhy("Keep", "Reason", for: asked, isRequired: true) { .keep($0 ?? "") }
    }

    mutating func askRevive(for asked: Subjects? = nil) -> [Effect] {
        askWhy("Revive", "Reason", for: asked, isRequired: true) { .revive($0 ?? "") }
    }

    /// Asks for a reason and records the act that is made of it.
    private mutating func askWhy(
        _ title: String, _ label: String, for asked: Subjects? = nil, isRequired: Bool,
        _ act: @escaping @Sendable (String?) -> Act
    ) -> [Effect] {
        guard let subjects = asked ?? subjects else { return [] }
        ask(
            Form("\(title) · \(subjects.title)", fields: [FormField(label, isRequired ? .required : .text)]) {
                session, form in
                let act = act(form.text(0))
                return session.record(for: subjects, said: "Saved: \(Wording.act(act))") { _ in [act] }
            })
        return []
    }

    fileprivate mutating func askPark() -> [Effect] {
        guard let subjects else { return [] }
        func option(_ key: Character, _ months: Int) -> Choice.Option {
            let day = now.today.adding(months: months).orMonday
            return Choice.Option(.character(key), "\(months) months: until \(Wording.date(day, now))") {
                $0.park(subjects, until: day, why: nil)
            }
        }
        let another = Choice.Option(.character("d"), "another day, and a reason") { session in
            session.ask(
                Form(
                    "Park · \(subjects.title)",
                    fields: [FormField("Until", .day, hint: "6m, mar 1, 2027-03-01"), FormField("Why", .text)]
                ) { session, form in
                    guard let due = form.due(0, session.now) else { return [] }
                    return session.park(subjects, until: due.day, why: form.text(1))
                })
            return []
        }
        ask(
            Choice(
                title: "Park · \(subjects.title)", question: "For how long?",
                options: [option("3", 3), option("6", 6), option("1", 12), another]))
        return []
    }

    private mutating func park(_ subjects: Subjects, until day: Day, why: String?) -> [Effect] {
        record(for: subjects, said: "Saved: parked until \(Wording.date(day, now))") { _ in
            [.park(until: day, why: why)]
        }
    }
}
