import Canvas
import Pipeline

/// What is asked before something is recorded that may not be meant.
extension Session {
    /// So many leads and more are not changed by one key alone.
    private static let many = 11

    /// What to ask before an attempt is recorded; nil for most.
    func doubt(about attempt: Attempt, _ lead: Lead, _ subjects: Subjects) -> Choice? {
        // What a rule forbids is refused, not asked about.
        if lead.doNotContact != nil || attempt.isInbound { return nil }
        return repeated(attempt, lead, subjects) ?? goneCold(attempt, lead, subjects)
    }

    /// The same attempt within an hour may be a key that was held down; a second outcome in a run of calls may belong to
    /// the next lead.
    private func repeated(_ attempt: Attempt, _ lead: Lead, _ subjects: Subjects) -> Choice? {
        let found = pipeline.history(of: lead).lazy.compactMap { entry -> (at: Moment, attempt: Attempt)? in
            guard case .attempt(let known) = entry.act, entry.device == device, !known.isInbound else { return nil }
            return (entry.at, known)
        }.first { at, known in
            // Whoever has a second number is called again at once.
            if known.outcome == .wrongNumber || known.outcome == .outOfService { return false }
            let isSame = known.channel == attempt.channel && known.outcome == attempt.outcome
            let isOfThisCall = calls.map { at.seconds >= $0.began.seconds } ?? false
            return isSame && now.moment.seconds - at.seconds < 3600
                || isOfThisCall && known.isDial && attempt.isDial
        }
        guard let found else { return nil }
        let time = clock(now.zone.moment(seconds: found.at.seconds).writtenMinute)
        let known = "“\(Wording.attempt(found.attempt))” was logged at \(time) already. Esc leaves it at that"
        return Choice(
            title: "\(lead.title): once more?", question: "\(known); \(keymap.name(of: "undo")) would take it back.",
            options: [
                option(.character("y"), "yes, log “\(Wording.attempt(attempt))” as well") {
                    $0.log(attempt, for: subjects, isMeant: true)
                }
            ])
    }

    /// Good news of a lead that was let go: only a revival brings it back (method, section 6), and without one the day
    /// that was agreed is lost.
    private func goneCold(_ attempt: Attempt, _ lead: Lead, _ subjects: Subjects) -> Choice? {
        guard case .letGo = lead.place(now), [.interested, .meeting, .bought].contains(attempt.outcome) else {
            return nil
        }
        let words = Wording.attempt(attempt)
        return Choice(
            title: "\(lead.title) was let go", question: "It stays so, without a next step, until it is revived.",
            options: [
                option(.character("r"), "revive, and log “\(words)”") { session in
                    session.record(
                        session.asOneStep([
                            Draft(.revive(words), lead: lead.id, at: session.now.moment),
                            Draft(.attempt(attempt), lead: lead.id, at: session.now.moment),
                        ]), said: "Saved: revived, \(words) · \(lead.title)")
                },
                option(.enter, "log it; still let go") { $0.log(attempt, for: subjects, isMeant: true) },
            ])
    }

    /// Records one step for several leads, and asks first when they are many.
    mutating func recordForAll(_ drafts: [Draft], of count: Int, said: String) -> [Effect] {
        let drafts = asOneStep(drafts)
        guard count >= Session.many else { return record(drafts, said: said) }
        ask(
            Choice(
                title: "For \(count) leads at once?", question: said,
                options: [option(.character("y"), "yes, for all \(count)") { $0.record(drafts, said: said) }]))
        return []
    }
}
