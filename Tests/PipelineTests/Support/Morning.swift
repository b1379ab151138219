import FoundationEssentials
import Pipeline
import Testing

/// Several leads, by numbers, on one morning: who is where, in which order, and why.
struct Morning {
    private(set) var pipeline: Pipeline
    private(set) var entries: [Entry] = []

    init(_ rules: Rules = Rules()) {
        pipeline = Pipeline(rules)
    }

    /// The id of a lead's number.
    static func id(_ number: Int) -> LeadID { LeadID(bits: UInt64(number)) }

    /// Records acts, each after the one before.
    mutating func tell(_ lead: Int, at time: String, _ acts: Act...) {
        for act in acts {
            let entry = Entry(
                id: Recorder.id(UInt64(entries.count + 1)), lead: Morning.id(lead), at: moment(time), act: act)
            entries.append(entry)
            pipeline.apply([entry])
        }
    }

    /// Adds leads with a number and an address, in the order of their numbers.
    mutating func add(_ leads: ClosedRange<Int>, at time: String = "2026-01-05T08:00:00Z", zone: String? = nil) {
        for lead in leads {
            var fields = LeadFields.named("Lead \(lead)", phones: ["555 \(lead)"], emails: ["\(lead)@lead.example"])
            fields.zone = zone
            tell(lead, at: time, .add(fields))
        }
    }

    /// The list at a time.
    func triage(_ now: Now) -> Triage { Triage(pipeline, now: now) }

    /// The leads of a section in their order.
    func order(_ section: Section, _ now: Now) -> [Int] {
        let triage = triage(now)
        return triage.range(of: section).map { Int(triage[$0].lead.bits) }
    }
}

extension Act {
    /// All that makes a prospect of a suspect.
    static let traits = Trait.allCases.map { Act.trait(TraitFinding($0, .yes)) }

    /// An assessment by the shipped criteria: top 100, maybe 48, bottom 0.
    static func assessed(_ tier: Assessment.Tier) -> Act {
        let answers = Criterion.shipped.map { criterion in
            switch tier {
            case .top: (criterion.name, criterion.answers[criterion.answers.count - 1].name)
            case .maybe: (criterion.name, criterion.answers[1].name)
            case .bottom: (criterion.name, criterion.answers[0].name)
            }
        }
        return .assess(Dictionary(answers) { $1 }, criteria: nil, score: nil)
    }

    /// An attempt that reached nobody, by phone if nothing else is said.
    static func tried(_ channel: Channel = .phone) -> Act { .attempt(Attempt(channel, .noAnswer)) }

    /// A "not now": with a reason a promise, without one a put-off.
    static func notNow(_ on: String, _ because: String? = nil) -> Act {
        .attempt(Attempt(.phone, .notNow, next: due(on), because: because))
    }
}
