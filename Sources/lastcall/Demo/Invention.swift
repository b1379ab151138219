import FoundationEssentials
import Pipeline

/// Invents leads and what happened with them over two years: the same seed and time give the same.
struct Invention {
    private var random: SplitMix64
    private let now: Now

    init(seed: UInt64, now: Now) {
        random = SplitMix64(seed: seed)
        self.now = now
    }

    /// The acts of one more lead, in order of time.
    mutating func lead() -> [Draft] {
        let id = LeadID.random(using: &random)
        if Int.random(in: 0..<8, using: &random) == 0 {
            return [Draft(.add(fields()), lead: id, at: recent())]
        }
        // Most leads are tried a few times and some for years: twenty attempts on average.
        let most = [6, 14, 26, 36, 56, 80].randomElement(using: &random) ?? 26
        let gaps = (0..<Int.random(in: 1...most, using: &random)).map { _ in Int64.random(in: 1...14, using: &random) }
        let rest = Int64.random(in: 0...30, using: &random)
        var time = now.moment.adding(seconds: -min(720, gaps.reduce(rest, +)) * 86_400)
        var drafts = [Draft(.add(fields()), lead: id, at: time)]
        var hasTraits = 0
        for days in gaps {
            time = workingHour(after: time, days: days)
            guard time < now.moment else { break }
            let attempt = attempt(after: time)
            drafts.append(Draft(.attempt(attempt), lead: id, at: time))
            if attempt.outcome == .doNotContact || attempt.outcome == .bought { break }
            if attempt.outcome == .interested, hasTraits < 3 {
                let trait = Trait.allCases[hasTraits]
                hasTraits += 1
                let finding = TraitFinding(trait, .yes, why: pick(Words.evidence[trait] ?? []))
                drafts.append(Draft(.trait(finding), lead: id, at: time))
            }
        }
        return drafts
    }

    private mutating func fields() -> LeadFields {
        let (first, last) = (pick(Words.first), pick(Words.last))
        var fields = LeadFields(name: "\(first) \(last)")
        let company = "\(pick(Words.firm)) \(pick(Words.trade))"
        fields.company = company
        fields.title = pick(Words.titles)
        let (city, zone, dial) = pick(Words.cities)
        fields.city = city
        fields.zone = zone
        // 555 and 01632 are kept for fiction.
        fields.phones = [.init("\(dial) 555 \(digits(4))", label: "work")]
        if Int.random(in: 0..<4, using: &random) == 0 {
            fields.phones.append(.init("\(dial) 555 \(digits(4))", label: "mobile"))
        }
        if Int.random(in: 0..<5, using: &random) > 0 {
            let domain = company.lowercased().split(separator: " ").joined(separator: "-")
            fields.emails = [
                .init("\(first).\(last)@\(domain).example".lowercased().replacing(" ", with: ""), label: "work")
            ]
        }
        fields.source = pick(Words.sources)
        if Bool.random(using: &random) { fields.tags = [pick(Words.tags)] }
        if Int.random(in: 0..<3, using: &random) == 0 {
            fields.worth = Decimal(Int.random(in: 2...80, using: &random) * 1000)
        }
        return fields
    }

    private mutating func attempt(after time: Moment) -> Attempt {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<38: return Attempt(.phone, .noAnswer)
        case 38..<52: return Attempt(.voicemail, .leftMessage, conveyedValue: Bool.random(using: &random))
        case 52..<66: return Attempt(.email, .sent, conveyedValue: Bool.random(using: &random), note: pick(Words.sent))
        case 66..<72: return Attempt(.phone, .gatekeeper, note: pick(Words.gatekeeper))
        case 72..<75: return Attempt(.liveMessage, .leftMessage)
        case 75..<77: return Attempt(.email, .replied, inbound: true, note: pick(Words.replied))
        case 77..<79: return Attempt(.networking, .sent)
        case 79..<80: return Attempt(.phone, .outOfService)
        case 80..<86: return Attempt(.phone, .interested, conveyedValue: true, minutes: 9, note: pick(Words.interested))
        case 86..<96:
            let keepsWord = Bool.random(using: &random)
            let days = Int.random(in: 7...60, using: &random)
            return Attempt(
                .phone, .notNow, minutes: 5, note: keepsWord ? nil : pick(Words.putOff),
                next: DueTime(now.day(of: time).adding(days: days)), because: keepsWord ? pick(Words.promises) : nil)
        case 96..<97: return Attempt(.phone, .doNotContact, note: pick(Words.refusals))
        case 97..<98:
            return Attempt(.phone, .bought, minutes: 20, amount: Decimal(Int.random(in: 1...30, using: &random) * 500))
        default:
            let day = now.day(of: time).adding(days: Int.random(in: 2...9, using: &random))
            return Attempt(
                .phone, .meeting, minutes: 12, next: DueTime(day, minute: Int.random(in: 18...32, using: &random) * 30))
        }
    }

    /// Some time in the office hours of a working day.
    private mutating func workingHour(after time: Moment, days: Int64) -> Moment {
        var day = now.day(of: time.adding(seconds: days * 86_400))
        while [.saturday, .sunday].contains(day.weekday) { day = day.adding(days: 1) }
        return now.zone.moment(of: day, minute: Int.random(in: 8 * 60..<18 * 60, using: &random))
    }

    /// Some time in the last two weeks.
    private mutating func recent() -> Moment {
        now.moment.adding(seconds: -Int64.random(in: 3600...14 * 86_400, using: &random))
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    private mutating func pick<Word>(_ words: [Word]) -> Word where Word: ExpressibleByStringLiteral {
        words.randomElement(using: &random) ?? ""
    }

    private mutating func pick(_ places: [(String, String, String)]) -> (String, String, String) {
        places.randomElement(using: &random) ?? ("", "", "")
    }
}
