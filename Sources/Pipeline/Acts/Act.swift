/// What an entry says was done: one case for each act of the journal.
public enum Act: Hashable, Sendable {
    /// A lead comes on file.
    indirect case add(LeadFields)
    indirect case edit(LeadEdit)
    case attempt(Attempt)
    indirect case trait(TraitFinding)
    /// Sets or moves the next step; without a day there is none any more.
    indirect case next(on: DueTime?, why: String?)
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
        case .note: "note"
        case .doNotContact: "do not contact"
        case .allowContact: "allow contact"
        case .undo: "undo"
        case .unknown(let name): name
        }
    }
}
