/// A step that was done, on any device, whether or not it still counts.
public struct LoggedStep: Sendable {
    /// What it recorded.
    public let step: Step
    /// True when all of it was taken back.
    public let isUndone: Bool

    /// What the step is called: the id of its first entry.
    public var id: EntryID? { step.entries.first?.id }
}

extension Pipeline {
    /// Every step that was ever done, the newest first. Linear in the number of entries, but for the sorting.
    public func logBook() -> [LoggedStep] {
        struct Name: Hashable {
            let batch: String
            let device: UInt16
        }
        var alone: [Step] = []
        var batches: [Name: [Entry]] = [:]
        for entry in leads.lazy.flatMap(\.entries) {
            if let batch = entry.batch {
                batches[Name(batch: batch, device: entry.device), default: []].append(entry)
            } else {
                alone.append(Step(entries: [entry]))
            }
        }
        let steps = alone + batches.values.map { Step(entries: $0.sorted { $0.id < $1.id }) }
        return
            steps.sorted { a, b in
                guard let first = a.entries.first?.id, let second = b.entries.first?.id else { return false }
                return second < first
            }
            .map { step in LoggedStep(step: step, isUndone: step.entries.allSatisfy { undos.undone.contains($0.id) }) }
    }

    /// The step that has an entry with this id or this beginning of one, or has this batch. Nil when there is none, or
    /// when several steps have it.
    public func loggedStep(_ name: String) -> LoggedStep? {
        let wanted = name.trimmed.uppercased()
        if wanted.isEmpty { return nil }
        let found = logBook().filter { logged in
            logged.step.entries.contains { $0.batch == name.trimmed || $0.id.description.hasPrefix(wanted) }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The undos that keep entries of a step from counting: undoing them puts it back. Nil when nothing does.
    public func undos(of step: Step) -> Step? {
        let ids = Set(step.entries.map(\.id))
        let entries = undos.inForce.filter { entry in
            if case .undo(let refs) = entry.act { !ids.isDisjoint(with: refs) } else { false }
        }
        return entries.isEmpty ? nil : Step(entries: entries.reversed())
    }
}
