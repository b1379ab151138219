public import FoundationEssentials

/// What an entry says was done: one case for each act of the journal.
public enum Act: Hashable, Sendable {
    /// A lead comes on file.
    indirect case add(LeadFields)
    indirect case edit(LeadEdit)
    case attempt(Attempt)
    indirect case trait(TraitFinding)
    /// Sets or moves the next step; without a day there is none any more.
    indirect case next(on: DueTime?, why: String?)
    indirect case question(QuestionFinding)
    /// The answers by criterion, the digest of the criteria they were given under, and the score they had.
    indirect case assess([String: String], criteria: String?, score: Int?)
    case signal(Signal)
    /// An order of this amount, in the user's currency; one given out of pity is a signal as well.
    indirect case order(Decimal?, isPity: Bool)
    /// A written reason why this company, or nil: there is none any more.
    case compelling(String?)
    /// Begins to say goodbye; with the reason when the work so far was not enough.
    case goodbye(override: String?)
    indirect case park(until: Day, why: String?)
    /// In a manner, or in that which the goodbye made it when it is not said.
    indirect case letGo(why: String?, Manner?)
    case keep(String)
    case revive(String)
    /// This lead is the same person as the other.
    case merge(LeadID)
    case note(String)
    case doNotContact(words: String?)
    case allowContact(why: String)
    /// The named entries do not count; an undo can itself be undone.
    case undo([EntryID])
    /// An act that this version does not know: kept and ignored. Its keys are the entry's `rest`.
    case unknown(String)

    /// The word for it in the journal.
    public var name: String {
        switch self {
        case .add: "add"
        case .edit: "edit"
        case .attempt: "attempt"
        case .trait: "trait"
        case .next: "next"
        case .question: "question"
        case .assess: "assess"
        case .signal: "signal"
        case .order: "order"
        case .compelling: "compelling"
        case .goodbye: "goodbye"
        case .park: "park"
        case .letGo: "let go"
        case .keep: "keep"
        case .revive: "revive"
        case .merge: "merge"
        case .note: "note"
        case .doNotContact: "do not contact"
        case .allowContact: "allow contact"
        case .undo: "undo"
        case .unknown(let name): name
        }
    }
}

/// How a lead is let go (method, section 6).
public enum Manner: String, CaseIterable, Sendable {
    /// Without an announcement.
    case quiet
    /// After saying goodbye.
    case goodbye
}
