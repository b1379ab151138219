import Pipeline
import Testing

/// A lead's life as a test tells it: a line for each thing that happened, each on a day and a time of it.
struct Told {
    private(set) var pipeline: Pipeline
    private(set) var entries: [Entry] = []
    /// Where the user is.
    let zone: Zone

    init(_ rules: Rules = Rules(), added: String = "2026-03-02T08:00:00Z") {
        pipeline = Pipeline(rules)
        zone = rules.zone
        tell(.add(.named("Ann", phones: ["+49 30 1234"], emails: ["ann@home.example"])), at: added)
    }

    /// Records an act, whether or not it would be refused.
    @discardableResult
    mutating func tell(_ act: Act, at time: String, of lead: LeadID = .ann) -> EntryID {
        let entry = Entry(id: Recorder.id(UInt64(entries.count + 1)), lead: lead, at: moment(time), act: act)
        entries.append(entry)
        pipeline.apply([entry])
        return entry.id
    }

    @discardableResult
    mutating func tell(_ attempt: Attempt, at time: String) -> EntryID {
        tell(.attempt(attempt), at: time)
    }

    /// Why an act would be refused at a time; nil when it would be taken.
    func refusal(_ act: Act, at time: String, of lead: LeadID? = .ann) -> Refusal? {
        do throws(Pipeline.Refused) {
            try pipeline.check([Draft(act, lead: lead, at: moment(time))])
            return nil
        } catch {
            return error.refusal
        }
    }

    /// The lead, as it is told of.
    var lead: Lead { pipeline[.ann] ?? Pipeline.nobody }

    /// The place at a time.
    func place(_ time: String) -> Place { lead.place(now(time)) }

    /// What the break-up panel says at a time.
    func breakUp(_ time: String) -> BreakUp? { lead.breakUp(now(time), pipeline.rules) }

    /// The section of the morning list at a time.
    func section(_ time: String) -> Section? { lead.verdict(now(time), pipeline.rules)?.section }

    func now(_ time: String) -> Now { Now(moment(time), zone: zone) }

    /// So many attempts, an hour apart, through so many channels in turn.
    mutating func work(_ attempts: Int, _ channels: Int, from time: String = "2026-03-02T09:00:00Z") {
        for number in 0..<attempts {
            let at = moment(time).adding(seconds: Int64(number) * 3600).description
            tell(Attempt(Channel.allCases[number % channels], .noAnswer), at: at)
        }
    }
}

extension Pipeline {
    /// A lead of whom nothing is known.
    static var nobody: Lead {
        var pipeline = Pipeline()
        pipeline.apply([
            Entry(id: Recorder.id(1), lead: .ann, at: Moment(seconds: 0), act: .unknown("nothing"))
        ])
        return pipeline.leads[0]
    }
}

extension Refusal {
    /// True when a rule of the method refuses, and not because it makes no sense.
    var isRule: Bool {
        if case .rule = self { true } else { false }
    }
}
