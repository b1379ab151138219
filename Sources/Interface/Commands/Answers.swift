import Canvas
import Pipeline

/// What leads answer when they do not buy: not now, and not interested; and the answer to those who were let go.
extension Session {
    /// "Call me later": when, and what will have changed by then. Without an answer to the second it is a put-off, and
    /// the challenge question is there to be asked (method, section 3).
    mutating func askNotNow(_ channel: Channel = .phone) -> [Effect] {
        guard let subjects else { return [] }
        let lead = subjects.leads.count == 1 ? pipeline[subjects.leads[0]] : nil
        // Without a day they rest as after any attempt (method, section 7).
        let attempts = subjects.leads.compactMap { pipeline[$0]?.round.attempts }.max() ?? 0
        let rest = pipeline.rules.settings.numbers.rest(afterAttempts: attempts + 1)
        let proposal = DueTime(now.today.adding(days: rest).orMonday)
        let aside: @Sendable (Session, Form) -> [[Line.Span]] = { session, form in
            lead.map { session.challenge($0, form) } ?? []
        }
        ask(
            Form(
                "Not now · \(subjects.title)",
                fields: [
                    FormField("Call back", .day, hint: "tue, 3d, 2w, nov 30 14:00", proposal: proposal),
                    FormField("What will have changed", .text, hint: "empty makes it a put-off, not a promise"),
                    FormField("Note", .text, isLong: true),
                ],
                aside: aside
            ) { session, form in
                // With a reason, a day that nobody named would make a promise of a put-off.
                let isNamed = form.text(0) != nil || form.text(1) == nil
                return session.log(
                    Attempt(
                        channel, .notNow, note: form.text(2), next: isNamed ? form.due(0, session.now) : nil,
                        because: form.text(1)),
                    for: subjects)
            })
        return []
    }

    /// What saving will make of it, and what to ask before.
    private func challenge(_ lead: Lead, _ form: Form) -> [[Line.Span]] {
        let settings = pipeline.rules.settings
        let reason = form.text(1)
        let isNew = lead.putOffs.isNew(reason)
        let isPromise = isNew && form.text(0) != nil
        let streak = lead.putOffs.streak + 1
        let count = streak > 1 ? "\(ordinal(streak)) put-off in a row" : "put-off"
        let words =
            reason == nil ? "nothing will have changed" : isNew ? "no day was named" : "they said the same before"
        let verdict =
            isPromise
            ? Line.Span("A promise: on that day, and not before.", .promise)
            : Line.Span("Enter saves a \(count): \(words). Ask:", .warn)
        let day = form.due(0, now).map { Wording.due($0, now) } ?? "that day"
        let script = settings.script(.challengeQuestion).filled(for: lead, me: settings.me, day: day)
        return [[verdict], [Line.Span("“\(script)”", isPromise ? .dim : .quote)]]
    }

    /// "Not interested" asks one thing: may I try again later this year, next year, or not at all? Where the lead is
    /// compelling, or leads are scarce, no answer parks (method, section 3).
    mutating func askNotInterested(_ channel: Channel = .phone) -> [Effect] {
        guard let subjects else { return [] }
        let settings = pipeline.rules.settings
        func option(_ key: Character, _ title: String, _ again: Attempt.Again?) -> Choice.Option {
            Choice.Option(.character(key), title) {
                $0.log(Attempt(channel, .notInterested, again: again), for: subjects)
            }
        }
        let known = subjects.leads.compactMap { pipeline[$0] }
        let lead = known.count == 1 ? known[0] : nil
        var about: [[Line.Span]] = []
        if let lead {
            let script = settings.script(.notInterested).filled(for: lead, me: settings.me)
            about.append([Line.Span("“\(script)”", .quote)])
        }
        if let why = lead?.compelling { about.append([Line.Span("Compelling: ", .dim), Line.Span(why, .promise)]) }
        var options = [
            option("l", "later this year: park it", .later), option("y", "next year: park it", .nextYear),
            option("x", "not at all: never contact again", .never),
        ]
        if known.allSatisfy({ $0.compelling != nil || settings.leadsAreScarce }) {
            let park = "no answer: park it for \(settings.numbers.laterMonths) months"
            options.insert(option("n", park, nil), at: 0)
            options.append(
                Choice.Option(.character("g"), "no answer: let go all the same") {
                    $0.letGoUninterested(channel, subjects)
                })
        } else {
            options.append(option("n", "no answer: let go", nil))
        }
        ask(
            Choice(
                title: "Not interested · \(subjects.title)",
                question: about.isEmpty ? "May I try again later this year, next year, or not at all?" : nil,
                about: about, options: options))
        return []
    }

    private mutating func letGoUninterested(_ channel: Channel, _ subjects: Subjects) -> [Effect] {
        record(for: subjects, said: "Saved: not interested, let go") { _ in
            [.attempt(Attempt(channel, .notInterested)), .letGo(why: "no desire", .quiet)]
        }
    }

    /// Shows how to decline politely whoever was let go and gets in touch: only a revival brings a lead back (method,
    /// section 6).
    mutating func offerDecline(_ lead: Lead) {
        let settings = pipeline.rules.settings
        let script = settings.script(.politeDecline).filled(for: lead, me: settings.me)
        var options = [Choice.Option(.enter, "decline; the lead stays let go") { _ in [] }]
        if lead.doNotContact == nil {
            options.append(
                Choice.Option(.character("r"), "revive, with a reason") { $0.askRevive(for: Subjects(lead)) })
        }
        ask(
            Choice(
                title: "\(lead.title) was let go", about: [[Line.Span("“\(script)”", .quote)]], options: options))
    }
}
