public import Pipeline

extension ExportedFile {
    /// What came of some days, for a manager (Markdown): the figures with their definitions, and by name who booked a
    /// meeting, became a prospect, ordered, was let go or parked and why, and what was agreed for the days to come.
    public static func review(_ pipeline: Pipeline, from: Day, to: Day, _ now: Now) -> ExportedFile {
        var page = Markdown()
        page.add(heading: "Review of " + (from == to ? "\(from)" : "\(from) to \(to)"), level: 1)
        let numbers = Numbers(pipeline, from: from, to: to)
        page.add(
            table: ["Figure", "", "Counted"], numbers.figures.map { [$0.title, $0.value, $0.definition] })
        let review = Review(pipeline, from: from, to: to, now)
        page.add("Meetings booked", review.meetings)
        page.add("Became prospects", review.prospects)
        page.add("Orders", review.orders)
        page.add("Let go or parked", review.gone)
        page.add("Agreed for the \(review.span == 1 ? "day" : "\(review.span) days") to come", review.coming)
        return ExportedFile(bytes: Array(page.text.utf8), losses: [])
    }
}

/// What happened in some days, lead by lead, in the order in which it happened.
private struct Review {
    private(set) var meetings: [(at: Moment, line: String)] = []
    private(set) var prospects: [(at: Moment, line: String)] = []
    private(set) var orders: [(at: Moment, line: String)] = []
    private(set) var gone: [(at: Moment, line: String)] = []
    private(set) var coming: [(at: Moment, line: String)] = []
    /// Days that are looked ahead: as many as are looked back on.
    let span: Int

    init(_ pipeline: Pipeline, from: Day, to: Day, _ now: Now) {
        span = to.days(since: from) + 1
        for lead in pipeline.leads where lead.isOnFile {
            let name = [lead.title, lead.fields.company == lead.title ? nil : lead.fields.company]
                .compactMap(\.self).joined(separator: ", ")
            for change in lead.standingChanges where change.to == .prospect {
                if (from...to).contains(now.day(of: change.at)) { prospects.append((change.at, name)) }
            }
            for entry in pipeline.history(of: lead) where (from...to).contains(now.day(of: entry.at)) {
                take(entry, name, now)
            }
            guard let next = lead.next, lead.doNotContact == nil else { continue }
            let due = next.due.local(in: now.zone)
            if due.day > to, due.day <= to.adding(days: span) {
                let why = next.why.map { ": \($0)" } ?? ""
                let words = "\(ReportWords.due(next.due, now)) \(next.kind.rawValue), \(name)\(why)"
                coming.append((now.zone.moment(of: due.day, minute: due.minute.map { Int($0) } ?? 0), words))
            }
        }
        meetings.sort { $0 < $1 }
        prospects.sort { $0 < $1 }
        orders.sort { $0 < $1 }
        gone.sort { $0 < $1 }
        coming.sort { $0 < $1 }
    }

    private mutating func take(_ entry: Entry, _ name: String, _ now: Now) {
        let (what, notes) = ReportWords.words(of: entry.act, now)
        let why = notes.first.map { ": \($0)" } ?? ""
        switch entry.act {
        case .attempt(let attempt) where attempt.outcome == .meeting:
            let next = attempt.next.map { " for \(ReportWords.due($0, now))" } ?? ""
            meetings.append((entry.at, "\(name)\(next)\(why)"))
        case .attempt(let attempt) where attempt.outcome == .bought:
            orders.append((entry.at, "\(name)\(attempt.amount.map { ", \($0)" } ?? "")"))
        case .attempt(let attempt) where attempt.outcome == .notInterested || attempt.outcome == .doNotContact:
            gone.append((entry.at, "\(name), \(attempt.outcome.title)\(why)"))
        case .order: orders.append((entry.at, "\(name), \(what)"))
        case .letGo, .park, .doNotContact: gone.append((entry.at, "\(name), \(what)\(why)"))
        default: break
        }
    }
}

extension Markdown {
    fileprivate mutating func add(_ heading: String, _ lines: [(at: Moment, line: String)]) {
        add(heading: heading, level: 2)
        if lines.isEmpty { return add(paragraph: "None.") }
        for line in lines { add(line: "- \(Markdown.inline(line.line))") }
        add(line: "")
    }
}
