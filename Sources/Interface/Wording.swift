import Canvas
public import Pipeline

/// How facts are put into words on every screen.
enum Wording {
    /// A sign of one cell for a channel.
    static func symbol(_ channel: Channel) -> String {
        switch channel {
        case .phone: "☎"
        case .voicemail: "◉"
        case .email: "✉"
        case .text: "✎"
        case .letter: "▤"
        case .fax: "▥"
        case .dropIn: "⌂"
        case .liveMessage: "☺"
        case .networking: "∞"
        case .event: "◎"
        case .calendar: "▦"
        }
    }

    /// `no answer`, or with the channel when it is not a phone call: `e-mail, sent`.
    static func attempt(_ attempt: Attempt) -> String {
        let channel =
            switch attempt.channel {
            case .liveMessage: "message"
            case .text: "text"
            default: attempt.channel.title
            }
        let outcome = attempt.isInbound && attempt.outcome == .replied ? "they got in touch" : attempt.outcome.title
        switch (attempt.channel, attempt.outcome) {
        case (.phone, .replied): return "they called"
        case (.phone, _): return outcome
        case (.voicemail, .leftMessage), (.liveMessage, .leftMessage): return channel
        default: return "\(channel), \(outcome)"
        }
    }

    /// What a trait asks of a lead.
    static func question(_ trait: Trait) -> String {
        switch trait {
        case .money: "Can they pay for it?"
        case .authority: "Can this person decide it?"
        case .desire: "Do they want it?"
        }
    }

    /// What is asked to qualify a lead.
    static func question(_ question: Question) -> String {
        switch question {
        case .process: "How do they buy?"
        case .budget: "Is there a budget for it?"
        case .decision: "How is it decided?"
        }
    }

    /// Why a lead is on the morning list, in the few words that a row has room for: its heading says the rest.
    static func row(_ reason: Verdict.Reason, _ lead: Lead, _ now: Now) -> String {
        switch reason {
        case .due(let next, _, _):
            let due = next.due.local(in: now.zone)
            let late = now.today.days(since: due.day)
            let when = late <= 0 ? due.minute.map { clock(Int($0)) } ?? "today" : "\(now.span(days: late)) late"
            let what = next.why ?? (next.kind == .meeting ? "meeting" : nil)
            return what.map { "\(when) · \($0)" } ?? when
        case .neverTried(let since):
            return "added \(now.ago(since))" + (lead.fields.source.map { " · \($0)" } ?? "")
        case .untouched(let since, let attempts, let dials, let neverEmailed):
            let isAllDials = neverEmailed && dials == attempts
            let work = isAllDials ? plural(dials, "dial") + ", never e-mailed" : plural(attempts, "attempt")
            return "\(now.ago(since)) · \(work)"
        case .waiting(let since): return "since \(time(since, now))"
        case .goodbye(let missing): return "to send: " + missing.map(\.title).joined(separator: ", ")
        case .decide(let cause): return row(cause, now)
        case .prospect(let isProspect, let tier, let since):
            let last = since.map { now.ago($0) } ?? "never tried"
            return last + (tier == .top ? " · top tier" : "") + (isProspect ? "" : " · was interested")
        case .topTier(let score, let since): return "\(since.map { now.ago($0) } ?? "never tried") · scored \(score)"
        case .customer(let since): return "customer · " + (since.map { now.ago($0) } ?? "never contacted")
        case .parked(let until, let why):
            return ["until \(now.name(of: until))", why].compactMap(\.self).joined(separator: " · ")
        }
    }

    private static func row(_ cause: Cause, _ now: Now) -> String {
        switch cause {
        case .disqualified(let finding): "\(finding.question.rawValue): \(finding.why ?? "disqualifies")"
        case .antithesis(let cycles, let letDowns):
            cycles > 0 ? "antithesis · \(plural(cycles, "cycle"))" : "antithesis · \(plural(letDowns, "let-down"))"
        case .littlePayoff(let payoff): "\(payoff.minutes / 60) h of work · \(payoff.earned) earned"
        case .lingering(let streak, let since):
            "\(streak) × “not now”" + (since.map { " since \(date(now.day(of: $0), now))" } ?? "")
        case .snoozed(let times): "callback moved \(times) times"
        case .unanswered(let day): "goodbye of \(date(day, now)) unanswered"
        case .unreachable: "no working number or address"
        case .bottomTier(let score): "bottom tier · scored \(score)"
        case .workedOut(let attempts, let channels): "\(attempts) attempts · \(channels) channels · no talk"
        }
    }

    /// Names, with those that are too many to be read counted: `Ann, Bob, Cleo and 4 more`.
    static func list(_ names: some Collection<String>) -> String {
        let rest = names.count > 4 ? " and \(names.count - 3) more" : ""
        return names.prefix(rest.isEmpty ? 4 : 3).joined(separator: ", ") + rest
    }

    static func due(_ due: DueTime, _ now: Now) -> String {
        let local = due.local(in: now.zone)
        let name = now.name(of: local.day)
        return local.minute.map { "\(name) \(clock(Int($0)))" } ?? name
    }

    /// `3 Nov 10:12`, with the year in place of the time when it is another.
    static func time(_ moment: Moment, _ now: Now) -> String {
        let local = now.zone.moment(seconds: moment.seconds)
        let date = date(local.writtenDay, now)
        return local.writtenDay.civil.year == now.today.civil.year ? "\(date) \(clock(local.writtenMinute))" : date
    }

    /// `08:00`, with the day when it is not today's.
    static func opening(_ moment: Moment, _ now: Now) -> String {
        let local = now.zone.moment(seconds: moment.seconds)
        let time = clock(local.writtenMinute)
        return local.writtenDay == now.today ? time : "\(now.name(of: local.writtenDay)) \(time)"
    }

    /// ` · 07:41 there, opens 09:00 your time`: whether the lead can be called now; nothing when their zone is not known.
    static func hours(_ lead: Lead, _ now: Now, _ rules: Rules) -> [Line.Span] {
        guard let local = lead.timeThere(now, rules) else { return [] }
        let there = clock(local.writtenMinute)
        switch lead.callingHours(now, rules) {
        case .unknown: return []
        case .open: return [Line.Span(" · \(there) there", .dim)]
        case .closed(let opens):
            return [Line.Span(" · \(there) there, opens \(opening(opens, now)) your time", .warn)]
        }
    }

    /// `3 Nov`, with the year when it is another.
    static func date(_ day: Day, _ now: Now) -> String {
        let (year, month, number) = day.civil
        let name = "\(number) \(Month.allCases[month - 1].short)"
        return year == now.today.civil.year ? name : "\(name) \(year)"
    }

    /// What an entry says, in one line.
    static func entry(_ entry: Entry) -> String { act(entry.act) }

    static func act(_ act: Act) -> String {
        switch act {
        case .add(let fields): "added" + (fields.source.map { " from \($0)" } ?? "")
        case .edit(let edit): "changed \(edit.changed.map(\.rawValue).sorted().joined(separator: ", "))"
        case .attempt(let attempt): self.attempt(attempt)
        case .trait(let finding): "\(finding.trait.rawValue) \(finding.value.rawValue)"
        case .next(let due, _): due == nil ? "next step dropped" : "next step"
        case .question(let finding): "\(finding.question.rawValue) \(finding.value.rawValue)"
        case .assess: "assessed"
        case .signal(let signal): "signal: \(signal.rawValue)"
        case .order(let amount, let isPity): "\(isPity ? "pity order" : "order")\(amount.map { " \($0)" } ?? "")"
        case .compelling(let why): why == nil ? "not compelling any more" : "compelling"
        case .goodbye: "goodbye begun"
        case .park(let until, _): "parked until \(until)"
        case .letGo(_, let manner): manner == .goodbye ? "let go after a goodbye" : "let go"
        case .keep: "kept"
        case .revive: "revived"
        case .merge: "merged"
        case .note: "note"
        case .doNotContact: "do not contact"
        case .allowContact: "may be contacted again"
        case .undo: "undo"
        case .unknown(let name): name
        }
    }

    /// What a step did: `no answer · Dana Whitfield`, or how many leads a bulk step touched.
    static func step(_ step: Step, _ pipeline: Pipeline) -> String {
        guard let first = step.entries.first else { return "nothing" }
        let what = entry(first)
        let leads = Set(step.entries.compactMap(\.lead))
        guard leads.count == 1, let id = leads.first, let lead = pipeline[id] else {
            // Where each came from is said of one alone.
            if case .add = first.act { return "added · \(leads.count) leads" }
            return "\(what) · \(leads.count) leads"
        }
        return step.entries.count == 1 ? "\(what) · \(name(of: lead))" : "\(what) and more · \(name(of: lead))"
    }

    /// The lead's name; of one whose `add` does not count, the name it had.
    private static func name(of lead: Lead) -> String {
        if lead.isOnFile { return lead.title }
        for case .add(let fields) in lead.entries.map(\.act) where !fields.name.isEmpty { return fields.name }
        return lead.title
    }
}

extension Step {
    /// What the step did, in words: `no answer · Dana Whitfield`.
    public func words(_ pipeline: Pipeline) -> String {
        Wording.step(self, pipeline)
    }
}
