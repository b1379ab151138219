import Canvas
import Pipeline

/// What can be done in the panel as it stands, one key each.
struct BreakUpOptions {
    /// Shown with what they choose: the answers to a criterion, the channels of the plan, the messages.
    var inside: [Choice.Option] = []
    /// Shown below the verdict, the usual first.
    var below: [Choice.Option] = []
}

/// One of the three messages of a goodbye.
struct GoodbyeMessage {
    let channel: Channel
    /// When it was sent on the day of the goodbye; nil when it was not.
    let sent: Moment?
    /// True for the one whose script is shown.
    let isShown: Bool
}

extension Session {
    func breakUpOptions(_ panel: BreakUpPanel) -> BreakUpOptions {
        guard let lead = pipeline[panel.lead], let breakUp = lead.breakUp(now, pipeline.rules),
            let stage = stage(of: panel)
        else { return BreakUpOptions() }
        switch stage {
        case .criteria: return criteriaOptions(panel, lead)
        case .tier: return BreakUpOptions(below: tierOptions(breakUp.verdict, lead))
        case .work: return workOptions(breakUp.verdict, lead)
        case .goodbye: return goodbyeOptions(panel, breakUp.verdict, lead)
        }
    }

    // MARK: - Step 1

    private func criteriaOptions(_ panel: BreakUpPanel, _ lead: Lead) -> BreakUpOptions {
        let criteria = pipeline.rules.settings.criteria
        guard criteria.indices.contains(panel.criterion) else { return BreakUpOptions() }
        let criterion = criteria[panel.criterion]
        let answers = zip("12345", criterion.answers).map { key, answer in
            Choice.Option(.character(key), answer.name) { session in
                session.changeBreakUp {
                    $0.answers[criterion.name] = answer.name
                    $0.criterion = min($0.criterion + 1, criteria.count - 1)
                }
                return []
            }
        }
        let open = criteria.unanswered(panel.answers)
        let goOn = Choice.Option(.enter, open.isEmpty ? "go on" : "go on when all are answered") { session in
            if let first = open.first {
                session.changeBreakUp { $0.criterion = criteria.firstIndex { $0.name == first.name } ?? 0 }
                session.refuse("“\(first.name)” is not answered yet; a digit answers it.")
                return []
            }
            return session.assess(panel, lead)
        }
        return BreakUpOptions(inside: answers, below: [goOn])
    }

    /// Records the answers, unless they were given today, and goes on to what they come to.
    private mutating func assess(_ panel: BreakUpPanel, _ lead: Lead) -> [Effect] {
        changeBreakUp {
            $0.visited = nil
            $0.top = 0
        }
        if let known = lead.assessment, !known.isOutdated, known.answers == panel.answers,
            now.day(of: known.at) == now.today
        {
            return []
        }
        let settings = pipeline.rules.settings
        let score = settings.criteria.score(panel.answers) ?? 0
        return record(
            [assessment(panel, lead)],
            said: "Saved: \(settings.numbers.tier(score).rawValue) tier, \(score) of 100 · \(lead.title)")
    }

    private func tierOptions(_ verdict: BreakUp.Verdict, _ lead: Lead) -> [Choice.Option] {
        let score = lead.assessment?.score ?? 0
        switch verdict {
        case .invest:
            let next = lead.suggestedChannel(now).map { "; next: \($0.title)" } ?? ""
            return [
                Choice.Option(.enter, "invest more, on purpose") {
                    $0.settle([.keep("invest more: top tier, \(score) of 100\(next)")], lead, "invest more\(next)")
                }
            ]
        case .moveOn:
            let why = "bottom tier, \(score) of 100"
            return parking(lead, why: why) + [
                Choice.Option(.character("x"), "let go") {
                    $0.settle([.letGo(why: why, nil)], lead, "let go")
                }
            ]
        default: return []
        }
    }

    private func parking(_ lead: Lead, why: String) -> [Choice.Option] {
        zip("36", [3, 6]).map { key, months in
            let day = now.today.adding(months: months).orMonday
            return Choice.Option(.character(key), "park \(months) months") {
                $0.settle([.park(until: day, why: why)], lead, "parked until \(Wording.date(day, $0.now))")
            }
        }
    }

    /// Records what was decided, as one step, and closes the panel.
    private mutating func settle(_ acts: [Act], _ lead: Lead, _ said: String) -> [Effect] {
        let drafts = acts.map { Draft($0, lead: lead.id, at: now.moment) }
        let effects = record(asOneStep(drafts), said: "Saved: \(said) · \(lead.title)")
        if !effects.isEmpty { layers.removeLast() }
        return effects
    }

    // MARK: - Step 2

    private func workOptions(_ verdict: BreakUp.Verdict, _ lead: Lead) -> BreakUpOptions {
        guard verdict == .reconsider || verdict == .sayGoodbye else { return BreakUpOptions() }
        let plan = plan(for: lead)
        var options = BreakUpOptions()
        options.inside = zip("123456789", plan).map { key, step in
            Choice.Option(.character(key), step.channel.title) { $0.follow([step], lead) }
        }
        if verdict == .sayGoodbye {
            options.below.append(Choice.Option(.enter, "go on to the goodbye") { $0.beginGoodbye(lead) })
        }
        if !plan.isEmpty {
            options.below.append(
                Choice.Option(.character("k"), "keep working: take the whole plan") { $0.follow(plan, lead) })
        }
        if verdict == .reconsider {
            options.below.append(
                Choice.Option(.character("g"), "go on all the same, with a reason") { $0.beginGoodbye(lead) })
        }
        return options
    }

    /// The channels that are worth a try before a goodbye, and on which days.
    func plan(for lead: Lead) -> [(channel: Channel, day: Day)] {
        let isTriedToday = lead.lastOutbound.map { now.day(of: $0) == now.today } ?? false
        let first = isTriedToday ? now.today.adding(days: 1) : now.today
        let gap = pipeline.rules.settings.numbers.restAfterFirst
        return lead.untriedChannels.prefix(5).enumerated().map { ($1, first.adding(days: $0 * max(1, gap))) }
    }

    /// Makes steps of the plan what comes next. Where a decision is wanted about the lead, this is one.
    private mutating func follow(_ steps: [(channel: Channel, day: Day)], _ lead: Lead) -> [Effect] {
        guard let first = steps.first else { return [] }
        let names = steps.map(\.channel.title)
        let words = "try " + names.joined(separator: ", then ")
        // What they promised is not moved by a plan of ours.
        let isAgreed = lead.next.map { $0.kind == .promise || $0.kind == .meeting } ?? false
        var acts: [Act] = [isAgreed ? .note(words) : .next(on: DueTime(first.day), why: words)]
        if lead.verdict(now, pipeline.rules)?.section == .decide { acts.insert(.keep("keep working: \(words)"), at: 0) }
        return settle(acts, lead, isAgreed ? words : "\(words) · next \(now.name(of: first.day))")
    }

    /// Begins the goodbye; where the work was not enough it needs a written reason.
    private mutating func beginGoodbye(_ lead: Lead) -> [Effect] {
        changeBreakUp {
            $0.visited = nil
            $0.message = nil
            $0.top = 0
        }
        let isReady = lead.hasEnoughWork(pipeline.rules.settings.numbers)
        // Begun again after it lapsed, it is said for the same reason.
        if isReady || lead.goodbye?.override != nil {
            return recordGoodbye(lead, override: isReady ? nil : lead.goodbye?.override)
        }
        ask(
            Form(
                "Say goodbye early · \(lead.title)", verb: "go on",
                fields: [FormField("Why", .required, hint: "a goodbye only works after real work")]
            ) { session, form in
                session.recordGoodbye(lead, override: form.text(0))
            })
        return []
    }

    private mutating func recordGoodbye(_ lead: Lead, override: String?) -> [Effect] {
        record(
            [Draft(.goodbye(override: override), lead: lead.id, at: now.moment)],
            said: "Saved: goodbye begun, all three today · \(lead.title)")
    }

    // MARK: - Step 3

    /// The three messages of the goodbye.
    func goodbyeMessages(_ panel: BreakUpPanel) -> [GoodbyeMessage] {
        guard let lead = pipeline[panel.lead] else { return [] }
        let sent = lead.goodbyeTimes(pipeline.history(of: lead), now)
        let others = Channel.allCases.filter { $0 != .voicemail && $0 != .email }
        let third = others.first { sent[$0] != nil } ?? panel.third ?? lead.thirdGoodbyeChannel
        let channels = [Channel.voicemail, .email, third]
        let shown = panel.message ?? channels.firstIndex { sent[$0] == nil } ?? 0
        return channels.enumerated().map { GoodbyeMessage(channel: $1, sent: sent[$1], isShown: $0 == shown) }
    }

    private func goodbyeOptions(_ panel: BreakUpPanel, _ verdict: BreakUp.Verdict, _ lead: Lead) -> BreakUpOptions {
        let letGo = Choice.Option(.character("x"), "let go") {
            $0.settle([.letGo(why: nil, nil)], lead, "let go")
        }
        let keep = Choice.Option(.character("K"), "keep, with a reason") { session in
            session.layers.removeLast()
            return session.askKeep(for: Subjects(lead))
        }
        let replied = Choice.Option(.character("r"), "they replied") { $0.askReply(lead) }
        switch verdict {
        case .finishToday: return messageOptions(panel, lead)
        case .lapsed:
            let again = Choice.Option(.enter, "begin again today") { $0.beginGoodbye(lead) }
            return BreakUpOptions(below: [again, replied, keep, letGo])
        case .awaiting: return BreakUpOptions(below: [replied, letGo])
        case .unanswered:
            return BreakUpOptions(below: [letGo] + parking(lead, why: "goodbye not answered") + [keep, replied])
        default: return BreakUpOptions()
        }
    }

    private func messageOptions(_ panel: BreakUpPanel, _ lead: Lead) -> BreakUpOptions {
        let messages = goodbyeMessages(panel)
        var options = BreakUpOptions()
        options.inside = zip("123", messages.indices).map { key, place in
            Choice.Option(.character(key), messages[place].channel.title) { session in
                session.changeBreakUp {
                    $0.message = place
                    $0.top = 0
                }
                return []
            }
        }
        guard let shown = messages.first(where: \.isShown) else { return options }
        if shown.sent == nil {
            options.below.append(
                Choice.Option(.character("s"), "it is sent") { $0.markSent(shown.channel, lead) })
        }
        if messages.last?.sent == nil {
            options.below.append(Choice.Option(.character("c"), "other channel") { $0.askThirdChannel() })
        }
        options.below.append(
            Choice.Option(.character("y"), "copy") {
                $0.copy(
                    lines: $0.goodbyeScript(shown.channel, lead), said: "Copied: the goodbye by \(shown.channel.title)")
            })
        if let (title, link) = goodbyeLink(shown.channel, lead) {
            options.below.append(
                Choice.Option(.character("o"), title) { _ in [.open(link, said: "Opened outside: \(title)")] })
        }
        return options
    }

    /// What the desktop can open to send the message, and in a word what that does.
    private func goodbyeLink(_ channel: Channel, _ lead: Lead) -> (title: String, link: String)? {
        switch channel {
        case .voicemail, .liveMessage:
            return lead.phone.flatMap { Link.phone($0.number) }.map { ("dial", $0) }
        case .email:
            let letter = lead.letter(now, pipeline.rules.settings)
            return lead.email.flatMap { Link.mail($0.address, subject: letter.subject, body: letter.body) }
                .map { ("write the mail", $0) }
        case .networking: return lead.fields.site.flatMap(Link.site).map { ("open the site", $0) }
        case .phone, .text, .letter, .fax, .dropIn, .event, .calendar: return nil
        }
    }

    /// Logs a message of the goodbye; the next that is left is shown.
    private mutating func markSent(_ channel: Channel, _ lead: Lead) -> [Effect] {
        let outcome: Outcome = channel.goodbyeScript == .goodbyeEmail ? .sent : .leftMessage
        let left = (lead.breakUp(now, pipeline.rules)?.missing.count ?? 1) - 1
        changeBreakUp {
            $0.message = nil
            $0.top = 0
        }
        return record(
            [Draft(.attempt(Attempt(channel, outcome, purpose: .goodbye)), lead: lead.id, at: now.moment)],
            said: "Saved: goodbye by \(channel.title) · \(left > 0 ? "\(left) to go today" : "all three are sent")")
    }

    /// The third message may go through any channel but those of the other two; a call ends as one of these.
    private mutating func askThirdChannel() -> [Effect] {
        let keys: [(Character, Channel)] = [
            ("m", .liveMessage), ("t", .text), ("l", .letter), ("f", .fax), ("d", .dropIn), ("n", .networking),
            ("a", .event), ("c", .calendar),
        ]
        ask(
            Choice(
                title: "The third message", question: "Through which channel?",
                options: keys.map { key, channel in
                    Choice.Option(.character(key), Wording.symbol(channel) + " " + channel.title) { session in
                        session.changeBreakUp {
                            $0.third = channel
                            $0.message = 2
                            $0.top = 0
                        }
                        return []
                    }
                }))
        return []
    }

    /// Logs that they got in touch after the goodbye.
    private mutating func askReply(_ lead: Lead) -> [Effect] {
        let keys: [(Character, Channel)] = [
            ("p", .phone), ("v", .voicemail), ("e", .email), ("t", .text), ("l", .letter), ("n", .networking),
        ]
        ask(
            Choice(
                title: "They replied · \(lead.title)", question: "How did they get in touch?",
                options: keys.map { key, channel in
                    Choice.Option(.character(key), Wording.symbol(channel) + " " + channel.title) { session in
                        session.settle(
                            [.attempt(Attempt(channel, .replied, inbound: true))], lead, "they replied; qualify again")
                    }
                }))
        return []
    }
}
