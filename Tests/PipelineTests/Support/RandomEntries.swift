import FoundationEssentials
import Pipeline

/// A past that nobody lived: entries of a few leads with every act there is, undos of undos among them.
struct RandomEntries {
    private var random: SplitMix64
    private var ids: [EntryID] = []
    private let leads = [LeadID.ann, .bob, .cleo]

    // One in so many acts that could be a merge is one.
    private let merges: Int

    init(seed: UInt64, merges: Int = 3) {
        random = SplitMix64(seed: seed)
        self.merges = merges
    }

    /// The next `count` entries, in the order of their ids.
    mutating func next(_ count: Int) -> [Entry] {
        (0..<count).map { _ in next() }
    }

    /// The next entry: its id is greater than those before.
    mutating func next() -> Entry {
        let act = act()
        var lead: LeadID? = random.pick(leads)
        if case .undo = act, random.oneIn(2) { lead = nil }
        let id = EntryID(milliseconds: UInt64(ids.count + 1), using: &random)
        ids.append(id)
        return Entry(
            id: id, lead: lead, at: time(), act: act, device: UInt16.random(in: 0...1, using: &random),
            margin: random.oneIn(4) ? Entry.Margin(batch: random.pick(["morning", "import"])) : nil)
    }

    private mutating func act() -> Act {
        switch Int.random(in: 0..<32, using: &random) {
        case 0...1: return .add(fields())
        case 2:
            return .edit(LeadEdit([random.pick(LeadField.allCases), random.pick(LeadField.allCases)], to: fields()))
        case 3...10: return .attempt(attempt())
        case 11...13:
            return .trait(TraitFinding(random.pick(Trait.allCases), random.pick([.yes, .yes, .no, .unknown])))
        case 14...15: return .next(on: random.oneIn(3) ? nil : due(), why: "because")
        case 16: return .note("a note")
        case 17: return random.oneIn(2) ? .doNotContact(words: random.oneIn(2) ? "leave me alone" : nil) : .note("x")
        case 18: return .allowContact(why: "they called")
        case 19: return .unknown("dream")
        case 20: return .question(.init(random.pick(Question.allCases), random.pick(Question.Value.allCases)))
        case 21:
            return .assess(answers(), criteria: random.oneIn(3) ? "others" : nil, score: random.pick([nil, 10, 90]))
        case 22: return .signal(random.pick(Signal.allCases))
        case 23: return .order(random.oneIn(2) ? Decimal(40) : nil, isPity: random.oneIn(2))
        case 24: return .compelling(random.oneIn(2) ? "the only foundry in town" : nil)
        case 25: return .goodbye(override: random.oneIn(2) ? "they moved" : nil)
        case 26: return .park(until: due().day.adding(days: 3), why: random.oneIn(2) ? "busy" : nil)
        case 27: return .letGo(why: random.oneIn(2) ? "no use" : nil, random.pick(Manner.allCases + [nil]))
        case 28: return random.oneIn(2) ? .keep("a hunch") : .revive("the day has come")
        case 29: return random.oneIn(merges) ? .merge(random.pick(leads)) : .revive("they asked")
        default: return .undo(refs())
        }
    }

    private mutating func answers() -> [String: String] {
        var answers: [String: String] = [:]
        for criterion in Criterion.shipped where random.oneIn(2) {
            answers[criterion.name] = random.pick(criterion.answers).name
        }
        return answers
    }

    /// Mostly of what was, sometimes of what never was.
    private mutating func refs() -> [EntryID] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            if ids.isEmpty || random.oneIn(10) { return EntryID(high: random.next(), low: random.next()) }
            return random.oneIn(2) ? ids[max(0, ids.count - 3)] : random.pick(ids)
        }
    }

    private mutating func fields() -> LeadFields {
        var fields = LeadFields.named(
            random.pick(["Ann", "Bob", ""]), phones: ["111", "222"], emails: ["a@b.example", "c@d.example"])
        fields.company = random.oneIn(2) ? "Example Ltd" : nil
        fields.worth = random.oneIn(3) ? Decimal(1000) : nil
        fields.tags = random.oneIn(2) ? ["warm"] : []
        return fields
    }

    private mutating func attempt() -> Attempt {
        Attempt(
            random.pick(Channel.allCases), random.pick(Outcome.allCases), inbound: random.oneIn(5),
            conveyedValue: random.oneIn(3), minutes: random.oneIn(2) ? 7 : nil, note: random.oneIn(3) ? "noted" : nil,
            number: random.oneIn(3) ? "222" : nil, address: random.oneIn(3) ? "C@D.example" : nil,
            next: random.oneIn(3) ? due() : nil, because: random.oneIn(3) ? "budget" : nil,
            again: random.oneIn(3) ? random.pick(Attempt.Again.allCases) : nil,
            purpose: random.oneIn(3) ? .goodbye : nil,
            amount: random.oneIn(3) ? Decimal(250) : nil)
    }

    private mutating func due() -> DueTime {
        let day = Day(number: 20_515 + Int32.random(in: -5...5, using: &random))
        return DueTime(day, minute: random.oneIn(2) ? Int.random(in: 0...1439, using: &random) : nil)
    }

    private mutating func time() -> Moment {
        // Around 2026-03-03, back-dated now and then.
        Moment(seconds: 20_515 * 86_400 + Int64.random(in: -400_000...400_000, using: &random), offset: 60)
    }
}
