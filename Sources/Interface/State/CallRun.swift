import Pipeline

/// Call mode: one lead of the morning list at a time over the whole screen.
struct CallRun: Sendable {
    /// Those to call, in the order of the list. It grows when people can be called who could not before.
    fileprivate(set) var queue: [LeadID]
    /// Those who could not be called when the run came to them, because it is too early or too late where they are.
    fileprivate(set) var closed: [LeadID]
    /// How many of the list have no number that works.
    let withoutNumber: Int
    /// When it began.
    let began: Moment
    /// Where in the queue the user is; at its end the run is over.
    fileprivate(set) var place = 0
    /// True when the user has left off before the end.
    fileprivate(set) var isLeft = false
    /// Those with whom something was logged, in order, each once.
    fileprivate(set) var worked: [LeadID] = []

    /// Whose turn it is; nil when the run is over.
    var current: LeadID? { isOver ? nil : queue[place] }

    /// True when nobody is left, or the user has ended it: then it is told what came of it.
    var isOver: Bool { isLeft || place >= queue.count }

    /// Those of the queue whose turn came and with whom nothing was logged.
    fileprivate(set) var passed: Set<LeadID> = []

    fileprivate mutating func leave() {
        if let current, !worked.contains(current) { passed.insert(current) }
    }
}

extension Command {
    /// Why what moves about in the lists cannot be done during a run of calls.
    static let needsNoCalls: @Sendable (Session) -> String? = { session in
        session.calls == nil ? nil : "You are calling one by one; \(session.keymap.name(of: "back")) ends that first."
    }

    static let callMode = Command(
        "calls", "call mode", "call one lead after the other, from here down, each over the whole screen", keys: ["c"],
        group: .log, hint: 6,
        unavailable: { needsNoCalls($0) ?? ($0.lists.count(.today) == 0 ? "Nobody is on the list to be called." : nil) }
    ) { $0.beginCalls() }
}

extension Session {
    /// Begins with the selected lead of the morning list, or with its first; those above it come last.
    fileprivate mutating func beginCalls() -> [Effect] {
        var open: [LeadID] = []
        var (closed, above, withoutNumber) = ([LeadID](), 0, 0)
        let start = tab == .today ? selectedRow ?? 0 : 0
        for (section, rows) in lists.sections(.today) where section.isForCalls {
            for row in rows {
                let id = lists.lead(.today, at: row)
                guard let lead = pipeline[id] else { continue }
                if lead.phone == nil {
                    withoutNumber += 1
                } else if case .closed = lead.callingHours(now, pipeline.rules) {
                    closed.append(id)
                } else {
                    if row < start { above += 1 }
                    open.append(id)
                }
            }
        }
        guard !open.isEmpty else {
            let first = closed.compactMap { pipeline[$0].flatMap(opening) }.min { $0.seconds < $1.seconds }
            let later = first.map { " The first of \(closed.count) can be called from \(Wording.opening($0, now)) on." }
            refuse("Nobody on the list can be called now.\(later ?? "")")
            return []
        }
        calls = CallRun(
            queue: Array(open[above...] + open[..<above]), closed: closed, withoutNumber: withoutNumber,
            began: now.moment)
        marks = Marks()
        focus = .list
        pageTop = 0
        return []
    }

    /// When a lead who cannot be called now can be.
    func opening(_ lead: Lead) -> Moment? {
        guard case .closed(let opens) = lead.callingHours(now, pipeline.rules) else { return nil }
        return opens
    }

    /// True for one who is still to be called today, and can be now.
    func isToCall(_ id: LeadID) -> Bool {
        guard let lead = pipeline[id], lead.phone != nil, opening(lead) == nil else { return false }
        return lead.verdict(now, pipeline.rules)?.section.isForCalls ?? false
    }

    /// The next lead who is still to be called: others may have called or settled some meanwhile.
    mutating func nextCall() {
        guard var run = calls, !run.isLeft else { return }
        run.leave()
        repeat {
            run.place = min(run.place + 1, run.queue.count)
            if run.isOver {
                let opened = run.closed.filter(isToCall)
                run.queue += opened
                run.closed.removeAll { opened.contains($0) }
            }
        } while !(run.current.map(isToCall) ?? true)
        calls = run
        pageTop = 0
    }

    /// The lead before, whatever became of it: something may have been left out. After leaving off, the one who was left.
    mutating func previousCall() {
        guard let run = calls else { return }
        pageTop = 0
        if run.isLeft {
            calls?.isLeft = false
            return
        }
        guard run.place > 0 else { return refuse("This is the first of the run.") }
        calls?.leave()
        calls?.place -= 1
    }

    /// Goes on after a call that was logged; before that, only what skips a lead does.
    mutating func goOn() {
        guard let id = calls?.current else { return endCalls() }
        if calls?.worked.contains(id) ?? false || !isToCall(id) { return nextCall() }
        refuse("Nothing is logged yet; \(keymap.name(of: "next-lead")) skips \(selected?.title ?? "the lead").")
    }

    /// Ends the run: first it is told what came of it, unless that is nothing.
    mutating func endCalls() {
        guard let run = calls else { return }
        pageTop = 0
        if !run.isOver, !run.worked.isEmpty {
            calls?.isLeft = true
            return
        }
        calls = nil
        guard tab == .today else { return }
        // The list goes on where the calls ended, or with the next of those who are still there.
        let rest = run.queue.dropFirst(run.place)
        if let id = rest.first(where: { lists.row(of: $0, .today, in: pipeline) != nil }) ?? run.queue.last {
            select(id)
        }
    }

    /// Takes in what the user recorded during a run: after an attempt that reached nobody the next lead comes by itself,
    /// after a conversation never. A dead number leaves the lead with its other one.
    mutating func followCalls(_ entries: [Entry]) {
        guard let run = calls else { return }
        if let undo = entries.last, case .undo = undo.act, let id = undo.lead,
            let place = run.queue.lastIndex(of: id)
        {
            calls?.place = place
            calls?.isLeft = false
            pageTop = 0
            return
        }
        for entry in entries {
            guard let id = entry.lead, id == run.current, case .attempt(let attempt) = entry.act else { continue }
            calls?.passed.remove(id)
            if !run.worked.contains(id) { calls?.worked.append(id) }
            let isDead = attempt.outcome == .wrongNumber || attempt.outcome == .outOfService
            if attempt.isInbound || attempt.outcome.isConversation
                || (isDead && attempt.isDial && selected?.phone != nil)
            {
                continue
            }
            return nextCall()
        }
    }
}

/// What came of a run of calls so far: counted from what holds, so that what was taken back is not in it.
struct RunTally {
    private(set) var logged = 0
    private(set) var reached = 0
    /// How many ended in what, the most frequent first.
    private(set) var outcomes: [(words: String, count: Int)] = []
    /// Those who were spoken to in person, and how it went.
    private(set) var talks: [(lead: Lead, attempt: Attempt)] = []

    /// O(entries of those who were called).
    init(_ run: CallRun, _ session: Session) {
        var counts: [String: Int] = [:]
        for lead in run.worked.compactMap({ session.pipeline[$0] }) {
            for entry in session.pipeline.history(of: lead) {
                guard case .attempt(let attempt) = entry.act, entry.device == session.device,
                    entry.at.seconds >= run.began.seconds
                else { continue }
                logged += 1
                if attempt.reachedSomebody { reached += 1 }
                if attempt.outcome.isConversation { talks.append((lead, attempt)) }
                counts[Wording.attempt(attempt), default: 0] += 1
            }
        }
        outcomes = counts.map { ($0.key, $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.words < $1.words
        }
    }
}
