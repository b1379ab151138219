/// One person who might buy, with everything that was recorded of them.
///
/// All but `id` and `entries` is folded from the entries that count; nothing of it is stored.
public struct Lead: Sendable, Identifiable {
    /// Unique; leads are known by it and never by their place in a list.
    public let id: LeadID
    /// Every entry of the lead in the order of ids, undone ones included.
    public internal(set) var entries: [Entry] = []

    /// When the lead came on file; nil while there is no `add` that counts, and then the lead is shown nowhere.
    public internal(set) var added: Moment?
    /// What the user knows, with the numbers and addresses that no longer work marked.
    public internal(set) var fields = LeadFields()
    /// Money, authority and desire.
    public internal(set) var traits = Traits()
    /// What is to be done next and when.
    public internal(set) var next: NextStep?
    /// Set while the lead must not be contacted.
    public internal(set) var doNotContact: DoNotContact?
    /// Who only says "call me next month".
    public internal(set) var putOffs = PutOffs()
    /// How often the user moved the callback that is due to a later day.
    public internal(set) var snoozes = 0
    /// The three qualifying questions.
    public internal(set) var questions = Questions()
    /// The latest assessment.
    public internal(set) var assessment: Assessment?
    /// The signals in the order of ids.
    public internal(set) var signals: [Antithesis.DatedSignal] = []
    /// A written reason why this company.
    public internal(set) var compelling: String?
    /// When the user decided to keep the lead, and why.
    public internal(set) var kept: Kept?
    /// The goodbye that is under way, or has lapsed.
    public internal(set) var goodbye: Goodbye?
    /// Set when a reply to a goodbye brought the lead back, for the round that began with it.
    public internal(set) var cameBack: CameBack?
    /// The work of the current round.
    public internal(set) var round = Round()
    /// The work of all rounds.
    public internal(set) var lifetime = Lifetime()
    /// When the lead was last contacted or made contact.
    public internal(set) var lastAttempt: Moment?
    /// When the user last tried to contact them.
    public internal(set) var lastOutbound: Moment?
    /// Every change of standing, in the order of ids.
    public internal(set) var standingChanges: [StandingChange] = []
    /// When the lead was let go or parked, each time, in the order of ids.
    public internal(set) var departures: [Moment] = []

    /// The lead that this one was merged into: it is shown as that one.
    public internal(set) var mergedInto: LeadID?

    var standpoint = Standpoint.list
    // Days to wait for a reply to the goodbye.
    var graceDays = 0
    // When they made contact and nobody has answered since, and when they were last answered.
    var unanswered: [Moment] = []
    var lastAnswer: Moment?
    // A number turned out wrong or an address bounced.
    var hasLostWay = false
    // The latest conversation, by when it was.
    var conversation: (at: Moment, outcome: Outcome)?
    // The entries of those who were merged into this lead, undone ones left out.
    var absorbed: [Entry] = []
    // Those of `entries` that were undone.
    var undone: Set<EntryID> = []
    // The last `apply` that touched the lead, so that each is reported once.
    var touch: UInt32 = 0
    // Entries arrived out of order, or were undone: the fold has to start again.
    var isStale = false

    init(id: LeadID) {
        self.id = id
    }

    /// True when the lead is shown at all.
    public var isOnFile: Bool { added != nil && mergedInto == nil }

    /// What to call the lead on a screen: the name, else the company, else an address or a number.
    public var title: String {
        let known = [fields.name, fields.company, fields.emails.first?.address, fields.phones.first?.number]
        return known.lazy.compactMap(\.self).first { !$0.isBlank } ?? "(no name)"
    }
}
