import Pipeline
import Testing

/// What holds for every lead, whatever was recorded: see `RandomEntries`.
@Suite("Properties: whatever was recorded of a lead")
struct PropertyTests {
    /// Days during the past that is made up, and after it, by a clock that is ahead of Greenwich.
    private let times: [Now] = [20_513, 20_515, 20_517, 20_520, 20_521, 20_530, 20_560, 20_700].map {
        Now(Moment(seconds: $0 * 86_400 + 40_000), zone: Zone(name: "Here", offset: 3600))
    }

    private let rules = Rules(zone: Zone(name: "Here", offset: 3600))

    /// What does not fit together of a lead at a time; nil when everything does.
    private func contradiction(_ lead: Lead, _ now: Now) -> String? {
        let place = lead.place(now)
        let verdict = lead.verdict(now, rules)
        let breakUp = lead.breakUp(now, rules)
        if lead.round.attempts != Channel.allCases.reduce(0, { $0 + lead.round.attempts(by: $1) }) { return "channels" }
        if lead.round.attempts > lead.lifetime.attempts { return "a round longer than a life" }
        if lead.round.conveyedValue > lead.round.attempts { return "value without attempts" }
        if lead.snoozes > 0 && lead.next == nil { return "snoozes of nothing" }
        if (lead.putOffs.streak == 0) != (lead.putOffs.since == nil) { return "a streak without a beginning" }
        if let score = lead.assessment?.score, !(0...100).contains(score) { return "the score" }
        if lead.standing == .prospect && !lead.traits.missing.isEmpty { return "a prospect who lacks a trait" }
        if lead.standing != (lead.standingChanges.last?.to ?? .suspect) { return "the changes of standing" }
        if !lead.isOnFile && verdict != nil { return "nobody in a section" }
        switch place {
        case .onTheList:
            if breakUp == nil { return "on the list and not to be broken up with" }
            if let goodbye = lead.goodbye, breakUp?.verdict == .lapsed, goodbye.day >= now.today {
                return "lapsed early"
            }
            if (breakUp?.verdict == .lapsed) != (lead.goodbye != nil) { return "a goodbye that is nowhere" }
        case .sayingGoodbye:
            if lead.goodbye.map({ $0.day < now.today || $0.isComplete }) ?? true { return "saying goodbye" }
            if breakUp?.verdict != .finishToday || breakUp?.missing.isEmpty ?? true { return "nothing to send" }
            if let section = verdict?.section, ![.answer, .goodbye].contains(section) { return "in \(section)" }
        case .awaitingReply(let until):
            if lead.goodbye?.isComplete != true { return "awaiting a reply to nothing" }
            if lead.goodbye.map({ until.days(since: $0.day) }) != 7 { return "the days of grace" }
            let isOver = now.today >= until
            if breakUp?.verdict != (isOver ? .unanswered : .awaiting) { return "what the goodbye says" }
            if !isOver, let section = verdict?.section, section != .answer { return "in \(section) meanwhile" }
        case .parked(let until, _):
            if breakUp != nil || lead.goodbye != nil { return "a goodbye to one who is parked" }
            if verdict?.section == .reassess && until > now.today { return "reassessed early" }
        case .letGo:
            if breakUp != nil || lead.goodbye != nil || lead.next != nil { return "let go, with something to do" }
            if verdict != nil || lead.comesUp(now, rules) != nil { return "let go and in a section" }
        }
        return nil
    }

    /// What would have somebody contacted who asked not to be; nil when nothing would.
    private func suggestion(_ lead: Lead, _ now: Now, _ pipeline: Pipeline) -> String? {
        guard lead.doNotContact != nil else { return nil }
        guard case .letGo(let why, _) = lead.place(now), why == "asked not to be contacted" else { return "not let go" }
        if lead.verdict(now, rules) != nil { return "in a section" }
        if lead.suggestedChannel(now) != nil { return "a channel" }
        if lead.breakUp(now, rules) != nil { return "a break-up" }
        if lead.comesUp(now, rules) != nil || lead.next != nil { return "a next step" }
        // Once for each lead is enough: the time of an attempt decides nothing.
        guard lead.isOnFile, now == times.last else { return nil }
        let channel = Channel.allCases[lead.entries.count % Channel.allCases.count]
        do throws(Pipeline.Refused) {
            try pipeline.check([Draft(.attempt(Attempt(channel, .noAnswer)), lead: lead.id, at: now.moment)])
            return "an attempt"
        } catch {
            return error.refusal.isRule ? nil : "the wrong refusal"
        }
    }

    /// Why a lead on the list is lost to the user; nil when it is not.
    private func limbo(_ lead: Lead, _ now: Now) -> String? {
        guard lead.isOnFile, lead.place(now) == .onTheList, lead.verdict(now, rules) == nil else { return nil }
        guard let next = lead.comesUp(now, rules) else { return "in no section, and nothing comes up" }
        let day = next.on.local(in: now.zone).day
        if day <= now.today { return "in no section, and \(next) is past" }
        let evening = Now(now.zone.moment(of: day, minute: 1439), zone: now.zone)
        return lead.verdict(evening, rules) == nil ? "in no section on \(day), when \(next) comes up" : nil
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func everythingFitsTogether(seed: UInt64) {
        for round in 0..<25 as Range<UInt64> {
            var past = RandomEntries(seed: 0xA000 + seed << 32 | round)
            var pipeline = Pipeline(rules)
            for entry in past.next(50) {
                let told = pipeline.apply([entry])
                for lead in told.compactMap({ pipeline[$0] }) {
                    for now in times {
                        if let what = contradiction(lead, now) ?? suggestion(lead, now, pipeline) {
                            Issue.record("\(what): \(round), \(entry), on \(now.today)")
                        }
                    }
                }
            }
            // Nobody was tried in the future.
            for lead in pipeline.leads {
                for now in times.suffix(5) {
                    if let what = limbo(lead, now) { Issue.record("\(what): \(round), \(lead.id), on \(now.today)") }
                }
            }
        }
    }

    /// What is taken is as it was meant to be: see `effect`.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func whatIsTakenHasItsEffect(seed: UInt64) {
        var taken: [String: Int] = [:]
        for round in 0..<20 as Range<UInt64> {
            var past = RandomEntries(seed: 0xB000 + seed << 32 | round)
            var pipeline = Pipeline(rules)
            for lead in [LeadID.ann, .bob, .cleo] {
                let id = EntryID(high: 0, low: lead.bits)
                pipeline.apply([Entry(id: id, lead: lead, at: Moment(seconds: 0), act: .add(.named("x")))])
            }
            for entry in past.next(120) {
                let draft = Draft(entry.act, lead: entry.lead, at: entry.at)
                guard (try? pipeline.check([draft])) != nil else { continue }
                pipeline.apply([entry])
                taken[entry.act.name, default: 0] += 1
                guard let id = entry.lead, let lead = pipeline[id], lead.mergedInto == nil else { continue }
                if let what = effect(of: entry, on: lead) { Issue.record("\(what): \(round), \(entry)") }
            }
        }
        // Or the test would show nothing.
        for name in Set(taken.keys).union(["goodbye", "revive", "keep", "park", "let go", "allow contact", "merge"]) {
            #expect(taken[name, default: 0] > 0, "\(name)")
        }
    }

    /// What an act that was taken should have done and did not; nil when it did.
    private func effect(of entry: Entry, on lead: Lead) -> String? {
        let now = Now(entry.at, zone: rules.zone)
        let place = lead.place(now)
        switch entry.act {
        case .goodbye: return ["saying goodbye", "awaiting a reply"].contains(place.name) ? nil : place.name
        case .park(let until, let why): return place == .parked(until: until, why: why) ? nil : place.name
        case .letGo(let why, let manner):
            let manners = manner.map { [$0] } ?? Manner.allCases
            return manners.contains { place == .letGo(why: why, $0) } ? nil : place.name
        case .keep, .revive: return place == .onTheList ? nil : place.name
        case .doNotContact: return lead.doNotContact != nil && place.name == "let go" ? nil : place.name
        case .allowContact: return lead.doNotContact == nil ? nil : "still flagged"
        case .next(let due, _): return lead.next?.due == due ? nil : "no step"
        case .attempt(let attempt):
            if lead.doNotContact != nil && !attempt.isInbound && !attempt.asks { return "an attempt at all" }
            return nil
        default: return nil
        }
    }

    /// Folded entry by entry or all at once, a lead is the same: after every one of them.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func foldedOneByOneOrAnew(seed: UInt64) {
        for round in 0..<8 as Range<UInt64> {
            var past = RandomEntries(seed: 0xC000 + seed << 32 | round, merges: 2)
            let entries = past.next(40)
            var pipeline = Pipeline(rules)
            for count in entries.indices {
                pipeline.apply([entries[count]])
                var anew = Pipeline(rules)
                anew.apply(entries[...count].reversed())
                if pipeline.folded != anew.folded { Issue.record("\(round), \(entries[count])") }
            }
        }
    }
}

extension Attempt {
    /// True when with this attempt they asked not to be contacted.
    fileprivate var asks: Bool {
        outcome == .doNotContact || (outcome == .notInterested && again == .never)
    }
}
