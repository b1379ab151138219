import Pipeline

/// Everything that is folded of a lead, to be compared.
struct Folded: Equatable {
    let added: Moment?
    let fields: LeadFields
    let traits: Traits
    let standing: Standing
    let next: NextStep?
    let doNotContact: DoNotContact?
    let round: [Int]
    let lifetime: Lifetime
    let lastAttempt: Moment?
    let standingChanges: [StandingChange]
    let history: [Entry]

    init(_ lead: Lead, in pipeline: Pipeline) {
        added = lead.added
        fields = lead.fields
        traits = lead.traits
        standing = lead.standing
        next = lead.next
        doNotContact = lead.doNotContact
        let round = lead.round
        self.round = [round.number, round.attempts, round.conveyedValue] + Channel.allCases.map(round.attempts(by:))
        lifetime = lead.lifetime
        lastAttempt = lead.lastAttempt
        standingChanges = lead.standingChanges
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
