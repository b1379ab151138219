extension Lead {
    /// Puts an entry in its place in the order of ids, and folds it when it is the newest. Logarithmic in the number of
    /// entries when it is not, plus the cost of moving the later ones; then the fold has to start again.
    ///
    /// - Returns: false when it was there already.
    mutating func take(_ entry: consuming Entry, isUndone: Bool, _ rules: Rules) -> Bool {
        let id = entry.id
        if entries.isEmpty || entries[entries.count - 1].id < id {
            if isUndone { isStale = true }
            if !isStale { fold(entry, rules) }
            // An array that doubles wastes a third of the memory, since a lead has some twenty entries.
            if entries.count == entries.capacity { entries.reserveCapacity(entries.count + max(4, entries.count / 8)) }
            entries.append(entry)
            return true
        }
        let place = entries.partitioningIndex { $0.id >= id }
        if entries[place].id == id { return false }
        entries.insert(entry, at: place)
        isStale = true
        return true
    }

    /// Folds all entries anew when some arrived out of order or were undone.
    mutating func refoldIfStale(without undone: Set<EntryID>, _ rules: Rules) {
        if isStale { refold(without: undone, rules) }
    }

    /// Folds all entries from the start but the undone ones. Linear in their number.
    mutating func refold(without undone: Set<EntryID>, _ rules: Rules) {
        var fresh = Lead(id: id)
        for entry in entries {
            if undone.contains(entry.id) { fresh.undone.insert(entry.id) } else { fresh.fold(entry, rules) }
        }
        fresh.entries = entries
        fresh.touch = touch
        fresh.mergedInto = mergedInto
        self = fresh
    }

    /// The entries that count, in the order of ids. Linear in the number of entries.
    var counting: [Entry] {
        undone.isEmpty ? entries : entries.filter { !undone.contains($0.id) }
    }

    /// The entries that count, those of leads that were merged into this one among them, by when they happened. Linear in
    /// the number of entries when none was back-dated.
    var chronicle: [Entry] {
        let entries = absorbed.isEmpty ? counting : counting + absorbed
        func precedes(_ a: Entry, _ b: Entry) -> Bool { a.at != b.at ? a.at < b.at : a.id < b.id }
        let isInOrder = entries.indices.dropFirst().allSatisfy { precedes(entries[$0 - 1], entries[$0]) }
        return isInOrder ? entries : entries.sorted(by: precedes)
    }

    /// Folds one more entry in, the newest by id: one rule for each act.
    mutating func fold(_ entry: Entry, _ rules: Rules) {
        // Two machines, or an undo, may leave acts that were allowed where they were recorded and are not any more: who
        // asked not to be contacted stays let go for that reason.
        if doNotContact != nil, entry.act.isDecision { return }
        let (standing, standpoint) = (standing, standpoint)
        let time = entry.at
        switch entry.act {
        case .add(let fields):
            self.fields = fields
            added = time
            if round.began == nil { round.began = time }
        case .edit(let edit): edit.apply(to: &fields)
        case .attempt(let attempt): fold(attempt, at: time, rules)
        case .trait(let finding):
            if finding.value == .yes, traits.value(of: finding.trait) != .yes { putOffs.reset() }
            traits[finding.trait] = .init(finding, on: time)
        case .question(let finding): questions[finding.question] = finding
        case .assess(let answers, let criteria, let score):
            assessment = Assessment(answers, criteria: criteria, score: score, at: time, rules.settings)
        case .signal(let signal): signals.append(.init(signal: signal, at: time))
        case .order(let amount, let isPity):
            count(order: amount, at: time)
            if isPity { signals.append(.init(signal: .pityOrder, at: time)) }
        case .next(let due, let why): setNextStep(due, why: why, at: time, rules)
        case .compelling(let why): compelling = why
        case .goodbye(let override): beginGoodbye(at: time, override: override, rules)
        case .park(let day, let why): park(until: day, why: why)
        case .letGo(let why, let manner): letGo(why: why, manner ?? (hasSaidGoodbye ? .goodbye : .quiet))
        case .keep(let why):
            // Whoever is kept after a goodbye is called again.
            if standpoint == .goodbye { (self.standpoint, goodbye) = (.list, nil) }
            keep(why, at: time, rules)
        case .revive(let why):
            if standpoint == .list || standpoint == .goodbye { break }
            beginRound(at: time)
            // A revival is a decision with a reason, as a keep is.
            keep(why, at: time, rules)
        case .doNotContact(let words): forbidContact(words, at: time)
        case .allowContact: doNotContact = nil
        case .note, .undo, .merge, .unknown: break
        }
        if self.standing != standing {
            standingChanges.append(StandingChange(entry: entry.id, at: time, from: standing, to: self.standing))
        }
        if self.standpoint.isDeparture(from: standpoint) { departures.append(time) }
    }

    /// Everything that follows from an attempt (method, section 2), each rule in a file of its own.
    private mutating func fold(_ attempt: Attempt, at time: Moment, _ rules: Rules) {
        // The reply belongs to the round that it begins.
        takeReply(attempt, at: time, rules)
        count(attempt, at: time, rules)
        strikeDeadWay(attempt)
        setNextStep(after: attempt, at: time, rules)
        countGoodbye(attempt, at: time, rules)
        switch attempt.outcome {
        case .bought: count(order: attempt.amount, at: time)
        case .meeting: putOffs.reset()
        case .notInterested: settleNotInterested(attempt, at: time, rules)
        default: break
        }
        if attempt.asksForNoContact { forbidContact(attempt.note, at: time) }
    }
}

extension Act {
    /// True for what the user decides about where a lead is.
    fileprivate var isDecision: Bool {
        switch self {
        case .goodbye, .park, .letGo, .keep, .revive: true
        default: false
        }
    }
}
