public import Pipeline

/// An entry as JSON, with the keys of the journal.
public enum EntryJSON {
    /// The keys of an entry as in the journal, without those that belong to the line: `n` and `c`.
    public static func json(of entry: Entry) -> JSON {
        .object([JSON.Member(Key.id.name, .string(entry.id.description))] + members(of: entry))
    }

    /// What an entry says, as `RecordDecoder` reads it back: without its id.
    public static func act(of entry: Entry) -> JSON { .object(members(of: entry)) }

    /// What a draft says, as `RecordDecoder` reads it back.
    public static func act(of draft: Draft) -> JSON {
        act(
            of: Entry(
                id: EntryID(high: 0, low: 0), lead: draft.lead, at: draft.at, act: draft.act, margin: draft.margin))
    }

    /// The keys from `do` on: what an entry says, whatever line holds it.
    static func members(of entry: Entry) -> [JSON.Member] {
        var members = MemberList()
        members.set(Key.do.name, .string(entry.act.name))
        if let lead = entry.lead { members.set(Key.lead.name, .string(lead.description)) }
        members.set(Key.at.name, .string(entry.at.description))
        for member in ActKeys(entry.act).members.members { members.set(member.key, member.value) }
        if let batch = entry.batch { members.set(Key.batch.name, .string(batch)) }
        // What was not understood of a key that is known stands for that key.
        for member in entry.rest where !EntryJSON.ofTheLine.contains(member.key) {
            members.set(member.key, member.value)
        }
        return members.members
    }

    private static let ofTheLine: Set<String> = [Key.id.name, Key.n.name, Key.do.name, Key.c.name]
}
