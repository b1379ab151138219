import Canvas
import Pipeline

/// What happened, the latest first.
extension CardLines {
    mutating func addHistory(_ history: [Entry]) {
        page.add(Line(spans: [Line.Span("History", .title)], isRule: true))
        for entry in history {
            // One more than is wanted, so that it is known that there is more.
            if page.isCut { return }
            addEntry(entry)
            if let change = lead.standingChanges.last(where: { $0.entry == entry.id }) {
                page.flow(
                    "\(change.from.rawValue) → \(change.to.rawValue)", change.isDemotion ? .warn : .good,
                    indent: indent)
            }
        }
    }

    /// The columns of the time.
    private var indent: Int { 14 }

    mutating func addEntry(_ entry: Entry) {
        var (spans, notes) = words(entry)
        if entry.device < writers.count, let writer = writers[Int(entry.device)] {
            spans.append(Line.Span(" · \(writer)", .dim))
        }
        // Days of one figure and of two end in the same column.
        let time = Wording.time(entry.at, now)
        let label = time.dropFirst().first == " " ? " \(time)" : time
        page.flow(spans, indent: indent, label: Line.Span(label, .dim))
        for case let note? in notes where !note.trimmed.isEmpty {
            // In a narrow card the notes have the whole width.
            page.flow(note, .quote, indent: page.width < 60 ? 2 : indent)
        }
    }

    private func words(_ entry: Entry) -> (spans: [Line.Span], notes: [String?]) {
        let said = Wording.entry(entry)
        switch entry.act {
        case .attempt(let attempt): return (words(attempt), [attempt.because.map { "“\($0)”" }, attempt.note])
        case .next(let due, let why):
            return ([Line.Span(said + (due.map { " → \(Wording.due($0, now))" } ?? ""))], [why])
        case .trait(let finding): return ([Line.Span(said)], [finding.why])
        case .note(let text): return ([Line.Span("note")], [text])
        case .doNotContact(let words): return ([Line.Span(said, .bad)], [words.map { "“\($0)”" }])
        case .allowContact(let why): return ([Line.Span(said, .warn)], [why])
        case .question(let finding):
            return ([Line.Span(said, finding.value == .disqualifying ? .bad : .text)], [finding.why])
        case .assess(let answers, _, let score):
            let list = answers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            return ([Line.Span(said + (score.map { ", \($0) of 100" } ?? ""))], [list])
        case .park(let until, let why):
            return ([Line.Span("parked until \(Wording.date(until, now))", .title)], [why])
        case .compelling(let why), .goodbye(let why), .letGo(let why, _):
            return ([Line.Span(said, .title)], [why])
        case .keep(let why), .revive(let why): return ([Line.Span(said, .title)], [why])
        case .signal(let signal):
            return ([Line.Span("\(Wording.symbol(signal.phase)) ", .warn), Line.Span(said)], [])
        case .order, .merge: return ([Line.Span(said)], [])
        case .add, .edit, .undo, .unknown: return ([Line.Span(said, .dim)], [])
        }
    }

    private func words(_ attempt: Attempt) -> [Line.Span] {
        var spans = [
            Line.Span((attempt.isInbound ? "← " : "") + Wording.symbol(attempt.channel) + " ", .accent),
            Line.Span(Wording.attempt(attempt), attempt.outcome.isConversation ? .title : .text),
        ]
        if attempt.purpose == .goodbye { spans.append(Line.Span(" · goodbye", .warn)) }
        if let amount = attempt.amount { spans.append(Line.Span(" · \(amount)", .good)) }
        if let next = attempt.next {
            spans.append(Line.Span(" → \(Wording.due(next, now))", attempt.because == nil ? .text : .promise))
        }
        if attempt.conveyedValue { spans.append(Line.Span("  ◆ value", .good)) }
        return spans
    }
}
