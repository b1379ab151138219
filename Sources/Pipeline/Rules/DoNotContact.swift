/// The flag of a lead who asked not to be contacted (method, section 9).
public struct DoNotContact: Hashable, Sendable {
    /// Since when.
    public let since: Moment
    /// The words that were said.
    public let words: String?
}

extension Attempt {
    /// True when they asked not to be contacted: outright, or as the answer "not at all" after "not interested" (method,
    /// sections 3 and 9).
    var asksForNoContact: Bool {
        outcome == .doNotContact || (outcome == .notInterested && again == .never)
    }
}

extension Act {
    /// True when it says that they asked not to be contacted.
    fileprivate var asksForNoContact: Bool {
        switch self {
        case .doNotContact: true
        case .attempt(let attempt): attempt.asksForNoContact
        default: false
        }
    }
}

extension Lead {
    /// Refuses to take back that they asked not to be contacted, but for a slip: on the same day, while nothing was
    /// recorded of the lead since. Else an undo would be a way around the written reason (method, section 9).
    ///
    /// - Parameters:
    ///   - undone: the entries that will not count.
    ///   - day: the user's day of the undo.
    func checkKeepsFlag(_ undone: Set<EntryID>, on day: Day, _ rules: Rules) throws(Refusal) {
        guard doNotContact != nil, let newest = entries.last(where: { !undone.contains($0.id) })?.id else { return }
        for entry in counting where undone.contains(entry.id) && entry.act.asksForNoContact {
            if rules.zone.day(of: entry.at) == day, newest < entry.id { continue }
            throw .rule(
                "\(title) asked on \(rules.zone.day(of: entry.at)) not to be contacted; that can be taken back on the same "
                    + "day, before anything else is recorded of the lead. Now only “allow-contact” with a reason clears it."
            )
        }
    }

    /// The lead asked not to be contacted: flagged from then on, and let go.
    mutating func forbidContact(_ words: String?, at time: Moment) {
        // Asked again without a word, they meant what they said before.
        if doNotContact == nil || !(words ?? "").isBlank { doNotContact = DoNotContact(since: time, words: words) }
        letGo(why: "asked not to be contacted", .quiet)
    }

    /// Refuses an outbound attempt to a lead who asked not to be contacted, with the day and the words.
    func checkMayContact(_ rules: Rules) throws(Refusal) {
        guard let flag = doNotContact else { return }
        let words = flag.words.map { ": “\($0)”" } ?? ""
        throw .rule(
            "\(title) asked on \(rules.zone.day(of: flag.since)) not to be contacted\(words); "
                + "nothing was logged. Only “allow contact” with a reason clears this.")
    }
}
