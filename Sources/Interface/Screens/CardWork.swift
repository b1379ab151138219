import Canvas
import Pipeline

/// What is next with the lead, and the work so far.
extension CardLines {
    mutating func addNext() {
        let verdict = lead.verdict(now, rules)
        let comesUp = lead.comesUp(now, rules)
        addPlace()
        if let next = lead.next {
            let due = next.due.local(in: now.zone)
            let late = now.today.days(since: due.day)
            let kind =
                switch next.kind {
                case .promise: "promised for"
                case .putOff: "call back"
                case .meeting: "meeting"
                case .step: "your step:"
                }
            let role: Role = next.kind == .promise ? .promise : now.isDue(next.due) ? .warn : .text
            let lateness = late > 0 ? ", \(now.span(days: late)) late" : ""
            add("next", Line.Span("\(kind) \(Wording.due(next.due, now))\(lateness)", role))
            addBelow(next.why)
            if let comesUp, comesUp.on.local(in: now.zone).day > due.day {
                addBelow("tried already; shown again \(Wording.due(comesUp.on, now))", .dim)
            }
        } else if let comesUp {
            add("next", Line.Span("rests; shown again \(Wording.due(comesUp.on, now))"))
        }
        switch verdict?.reason {
        case .decide(let cause): add("decide", Line.Span(cause.words(now), .warn))
        case .due, nil: break
        case let reason?: add("today", Line.Span(reason.words(now), .accent))
        }
    }

    private mutating func addPlace() {
        let place = lead.place(now)
        switch place {
        case .onTheList: break
        case .sayingGoodbye: add("place", Line.Span(place.name, .warn))
        case .awaitingReply(let until):
            add("place", Line.Span("\(place.name) until \(Wording.date(until, now))", .warn))
        case .parked(let until, let why):
            add("place", Line.Span("parked until \(Wording.date(until, now))", .warn))
            addBelow(why)
        case .letGo(let why, let manner):
            add("place", Line.Span(manner == .goodbye ? "let go after a goodbye" : "let go", .warn))
            addBelow(why)
        }
    }

    mutating func addWork() {
        let round = lead.round
        let enough = rules.settings.numbers.enoughAttempts
        let work =
            Blocks.gauge(round.attempts, of: enough, width: 10, least: 1) + [
                Line.Span(" \(round.attempts) of \(enough)")
            ]
        let channels = round.channels.map { [Line.Span("\(Wording.symbol($0))\(round.attempts(by: $0))", .accent)] }
        page.flow(items: [work] + channels, gap: 2, indent: 8, label: Line.Span("work", .dim))
        var parts = lead.lastAttempt.map { ["last \(now.ago($0))"] } ?? ["never tried"]
        if round.attempts > 0 { parts.append("\(round.conveyedValue) conveyed value") }
        if round.number > 1 { parts.append("round \(round.number), \(lead.lifetime.attempts) attempts in all") }
        if lead.lifetime.minutes >= 60 { parts.append("\(lead.lifetime.minutes / 60) h spent") }
        if lead.lifetime.orders > 0 {
            parts.append(
                "\(plural(lead.lifetime.orders, "order")), \(lead.lifetime.earned) earned")
        }
        addBelow(parts.joined(separator: " · "), .dim)
    }

    /// What has been asked of the user's patience: put-offs, snoozes and signals; and why it is worth it.
    mutating func addPatience() {
        let numbers = rules.settings.numbers
        let state = lead.putOffs.state(numbers)
        var putOffs = "put-offs \(lead.putOffs.streak)"
        if state != .fresh { putOffs += " in a row, \(state.rawValue)" }
        if let since = lead.putOffs.since { putOffs += " since \(Wording.date(now.day(of: since), now))" }
        let antithesis = Antithesis(lead.signals)
        let level = antithesis.level(numbers)
        page.flow([
            Line.Span(putOffs, state == .fresh ? .dim : .warn), Line.Span(" · ", .dim),
            Line.Span("snoozes \(lead.snoozes)", lead.snoozes >= numbers.mostSnoozes ? .warn : .dim),
            Line.Span(" · ", .dim),
            Line.Span(Wording.signals(antithesis, level), level == .none ? .dim : level == .watch ? .warn : .bad),
        ])
        for line in Wording.timeline(antithesis, now, page.text, width: page.width - 2) { page.flow(line, indent: 2) }
        if let compelling = lead.compelling { add("compelling", compelling) }
        if let kept = lead.kept, now.today.days(since: now.day(of: kept.at)) < numbers.keepDays {
            let until = now.day(of: kept.at).adding(days: numbers.keepDays)
            add("kept until \(Wording.date(until, now))", kept.why)
        }
    }

    private mutating func add(_ word: String, _ reason: String) {
        page.flow([Line.Span("\(word): ", .dim), Line.Span(reason, .quote)])
    }
}

extension Wording {
    /// `signals none`, `signals 4: 1 cycle, antithesis`.
    static func signals(_ antithesis: Antithesis, _ level: Antithesis.Level) -> String {
        if antithesis.signals.isEmpty { return "signals none" }
        var words = [String]()
        if antithesis.cycles > 0 { words.append(plural(antithesis.cycles, "cycle")) }
        if level != .none { words.append(level.rawValue) }
        return "signals \(antithesis.signals.count)" + (words.isEmpty ? "" : ": " + words.joined(separator: ", "))
    }

    /// A sign of one cell for a phase.
    static func symbol(_ phase: Signal.Phase) -> String {
        switch phase {
        case .lure: "◇"
        case .letDown: "▼"
        case .makeUp: "△"
        }
    }

    static func name(_ phase: Signal.Phase) -> String {
        switch phase {
        case .lure: "lure"
        case .letDown: "let-down"
        case .makeUp: "make-up"
        }
    }

    /// The signals in order of time, a line each, with the make-ups that closed a cycle marked, and the phases named
    /// where there is room.
    static func timeline(
        _ antithesis: Antithesis, _ now: Now, _ text: TextMetrics, width: Int
    ) -> [[Line.Span]] {
        let ends = Dictionary(antithesis.cycleEnds.enumerated().map { ($1, $0 + 1) }) { $1 }
        return antithesis.signals.enumerated().map { place, dated in
            let phase = dated.signal.phase
            let role: Role = phase == .letDown ? .bad : phase == .makeUp ? .warn : .text
            let line = [
                Line.Span(date(now.day(of: dated.at), now).padded(to: 12), .dim),
                Line.Span("\(symbol(phase)) ", role), Line.Span(dated.signal.rawValue),
            ]
            let name = [Line.Span(" · \(name(phase))", .dim)]
            let end = ends[place].map { [Line.Span("  ↺ cycle \($0)", .bad)] } ?? []
            let used = Line(spans: line + name + end).width(text)
            return line + (used <= width ? name : []) + end
        }
    }
}
