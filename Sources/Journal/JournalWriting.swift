public import Pipeline

extension Journal {
    /// Writes acts, all or none. When it returns they are on the disk: one `write`, one `fdatasync`, however long the
    /// journal is.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970.
    ///   - newest: the greatest id that the caller knows of a lead; the lead's new entries are greater.
    ///   - check: is given what came in from others, under the lock and before anything is written. The caller applies
    ///     it; when it throws, nothing is written.
    /// - Returns: the entries, with their ids.
    /// - Throws: `readOnly`, `heldByAnother`, `cannotCreate`, `inputOutput` or `badData`, and what `check` throws.
    public func append(
        _ drafts: [Draft], now: UInt64, newest: (LeadID) -> EntryID?, check: ([Entry]) throws -> Void
    ) throws -> [Entry] {
        try whileLocked {
            let news = pending + reader.takeEntries()
            pending = []
            try check(news)
            if drafts.isEmpty { return [] }
            return try write(try entries(drafts, now, newest), now)
        }
    }

    /// Keeps other processes of this device from writing while something is done to the files, as git does.
    ///
    /// - Throws: as `append`, and what `body` throws.
    public func exclusively(_ body: () throws -> Void) throws { try whileLocked(body) }

    /// Does something while no other process of this device writes, with everything read and our files in order.
    func whileLocked<Result>(_ body: () throws -> Result) throws -> Result {
        try refuseUnlessWritable()
        do {
            try disk.makeFolders(paths.state)
            return try lock.with(patience: patience) {
                trouble = .writable
                try identify()
                try readAll()
                try refuseUnlessWritable()
                try repairTails()
                try heal(by: .lengths)
                return try body()
            }
        } catch let error as JournalError {
            noteTrouble(error)
            throw error
        }
    }

    /// Settles under which name this machine writes. Two processes may both be the first: one name is kept.
    private func identify() throws(JournalError) {
        if isIdentified { return }
        if let known = try Device(of: paths, machine: machine, disk: disk) {
            device = known
            devices[Int(ownDevice)] = known.name
            // What was read of it while it passed for another's is ours: read again, so that we write on there.
            for (path, segment) in segments where devices[Int(segment.device)] == known.name {
                if segment.device != ownDevice { segments[path] = nil }
            }
        } else {
            try device.save(to: paths, disk: disk)
        }
        isIdentified = true
    }

    private func entries(
        _ drafts: [Draft], _ now: UInt64, _ newest: (LeadID) -> EntryID?
    ) throws(JournalError) -> [Entry] {
        var last = lastID
        var result: [Entry] = []
        result.reserveCapacity(drafts.count)
        for draft in drafts {
            let id = try nextID(now, after: last, and: floor(of: draft, newest))
            last = id
            result.append(
                Entry(
                    id: id, lead: draft.lead, at: draft.at, act: draft.act, device: ownDevice, margin: draft.margin))
        }
        return result
    }

    /// The id above which a draft's must be: the newest of its lead, and for an undo all that it names, since an undo
    /// speaks only of what is older than itself.
    private func floor(of draft: Draft, _ newest: (LeadID) -> EntryID?) -> EntryID? {
        let ofLead = draft.lead.flatMap(newest)
        guard case .undo(let refs) = draft.act else { return ofLead }
        return (refs + [ofLead].compactMap(\.self)).max()
    }

    /// An id greater than our last and than the newest of its lead, whatever the clock says.
    private func nextID(_ now: UInt64, after own: EntryID?, and other: EntryID?) throws(JournalError) -> EntryID {
        let id: EntryID
        let latest = max(own?.milliseconds ?? 0, other?.milliseconds ?? 0)
        if now > latest {
            id = EntryID(milliseconds: now, using: &generator)
        } else if let own, own >= other ?? own {
            id = own.successor
        } else {
            // Not the successor of somebody else's id, which a third device may take as well: that would be one id
            // for two dials.
            id = EntryID(milliseconds: latest + 1, using: &generator)
        }
        if id > own ?? EntryID(high: 0, low: 0), id > other ?? EntryID(high: 0, low: 0) { return id }
        throw JournalError(.badData, "no id can follow \((own ?? id).description); an entry has an impossible time")
    }
}
