import Pipeline

/// Everything that is folded of a lead, to be compared.
struct Folded: Equatable {
    let added: Moment?
    let fields: LeadFields
    let traits: Traits
    let standing: Standing
    let standingChanges: [StandingChange]
    let questions: [Question.Value]
    let assessment: Assessment?
    let signals: [Antithesis.DatedSignal]
    let compelling: String?
    let steps: Steps
    let way: Way
    let work: Work
    let mergedInto: LeadID?
    let history: [Entry]

    /// What is to be done next, and how often it was put off.
    struct Steps: Equatable {
        let next: NextStep?
        let putOffs: PutOffs
        let snoozes: Int
        let waitingSince: Moment?
    }

    /// Where the lead is, and what brought it there.
    struct Way: Equatable {
        // On a day in the middle of the past that is made up, and on one after all of it.
        let places: [Place]
        let goodbye: Goodbye?
        let cameBack: CameBack?
        let kept: Moment?
        let whyKept: String?
        let doNotContact: DoNotContact?
    }

    /// What was done so far.
    struct Work: Equatable {
        let round: [Int]
        let began: Moment?
        let lifetime: Lifetime
        let lastAttempt: Moment?
        let lastOutbound: Moment?
        let lastConversation: Outcome?
    }

    init(_ lead: Lead, in pipeline: Pipeline) {
        added = lead.added
        fields = lead.fields
        traits = lead.traits
        standing = lead.standing
        standingChanges = lead.standingChanges
        questions = Question.allCases.map(lead.questions.value(of:))
        assessment = lead.assessment
        signals = lead.signals
        compelling = lead.compelling
        steps = Steps(
            next: lead.next, putOffs: lead.putOffs, snoozes: lead.snoozes, waitingSince: lead.waitingSince)
        way = Way(
            places: [20_515, 20_600].map { lead.place(Now(Moment(seconds: $0 * 86_400), zone: pipeline.rules.zone)) },
            goodbye: lead.goodbye, cameBack: lead.cameBack, kept: lead.kept?.at, whyKept: lead.kept?.why,
            doNotContact: lead.doNotContact)
        let round = lead.round
        let counts = [round.number, round.attempts, round.conveyedValue, round.conversations]
        work = Work(
            round: counts + Channel.allCases.map(round.attempts(by:)), began: round.began, lifetime: lead.lifetime,
            lastAttempt: lead.lastAttempt, lastOutbound: lead.lastOutbound, lastConversation: lead.lastConversation)
        mergedInto = lead.mergedInto
        history = pipeline.history(of: lead)
    }
}

extension Pipeline {
    /// Every lead, folded.
    var folded: [LeadID: Folded] {
        Dictionary(uniqueKeysWithValues: leads.map { ($0.id, Folded($0, in: self)) })
    }

    /// The entries of every lead, undone ones included.
    var entriesByLead: [LeadID: [Entry]] {
        Dictionary(uniqueKeysWithValues: leads.map { ($0.id, $0.entries) })
    }
}
