extension Lead {
    /// Puts an entry in its place in the order of ids. Logarithmic in the number of entries when it is not the newest,
    /// plus the cost of moving the later ones.
    ///
    /// - Returns: where it went.
    mutating func insert(_ entry: Entry) -> Insertion {
        guard let last = entries.last, entry.id <= last.id else {
            entries.append(entry)
            return .newest
        }
        let place = entries.partitioningIndex { $0.id >= entry.id }
        if entries[place].id == entry.id { return .known }
        entries.insert(entry, at: place)
        return .between
    }

    /// Where an entry went.
    enum Insertion { case newest, between, known }

    /// Folds all entries from the start but the undone ones. Linear in their number.
    mutating func refold(without undone: Set<EntryID>) {
        var fresh = Lead(id: id)
        for entry in entries {
            if undone.contains(entry.id) { fresh.undone.insert(entry.id) } else { fresh.fold(entry) }
        }
        fresh.entries = entries
        fresh.touch = touch
        self = fresh
    }

    /// The entries that count, in the order of ids. Linear in the number of entries.
    var counting: [Entry] {
        undone.isEmpty ? entries : entries.filter { !undone.contains($0.id) }
    }

    /// Folds one more entry in, the newest by id: one rule for each act.
    mutating func fold(_ entry: Entry) {
        let standing = standing
        switch entry.act {
        case .add(let fields):
            self.fields = fields
            added = entry.at
        case .edit(let edit): edit.apply(to: &fields)
        case .attempt(let attempt): fold(attempt, entry)
        case .trait(let finding): traits[finding.trait] = .init(finding, on: entry.at)
        case .next(let due, let why):
            next = due.map { NextStep(due: $0, why: why, kind: .step, set: entry.at) }
        case .doNotContact(let words): doNotContact = DoNotContact(since: entry.at, words: words)
        case .allowContact: doNotContact = nil
        case .note, .undo, .unknown: break
        }
        if self.standing != standing {
            standingChanges.append(StandingChange(entry: entry.id, at: entry.at, from: standing, to: self.standing))
        }
    }

    /// Everything that follows from an attempt (method, section 2), each rule in a file of its own.
    private mutating func fold(_ attempt: Attempt, _ entry: Entry) {
        count(attempt, at: entry.at)
        strikeDeadWay(attempt)
        setNextStep(after: attempt, at: entry.at)
        if attempt.asksForNoContact {
            doNotContact = DoNotContact(since: entry.at, words: attempt.note)
        }
    }
}
