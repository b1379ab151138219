/// A fact that was recorded: who, when, what. Entries are only ever added; everything shown is folded from them.
public struct Entry: Hashable, Sendable {
    /// Unique; entries fold in its order.
    public let id: EntryID
    /// The lead it is about; nil only for an undo.
    public let lead: LeadID?
    /// When it happened, as people see it and may back-date it.
    public let at: Moment
    /// What was done.
    public let act: Act
    /// Which writer's journal holds it: an index into the journal's list of devices.
    public let device: UInt16
    /// What few entries have.
    public let margin: Margin?

    /// An entry as the journal holds it.
    public init(id: EntryID, lead: LeadID?, at: Moment, act: Act, device: UInt16 = 0, margin: Margin? = nil) {
        self.id = id
        self.lead = lead
        self.at = at
        self.act = act
        self.device = device
        self.margin = margin
    }

    /// The step that this entry is part of, when one user action made several entries.
    public var batch: String? { margin?.batch }

    /// Keys of the line that this version does not know, in their order.
    public var rest: [JSON.Member] { margin?.rest ?? [] }

    /// The keys of an entry that are seldom there, behind one reference.
    public final class Margin: Hashable, Sendable {
        /// The step's name.
        public let batch: String?
        /// Keys that this version does not know.
        public let rest: [JSON.Member]

        /// The step's name, and the keys that this version does not know; nil when there is neither.
        public init?(batch: String? = nil, rest: [JSON.Member] = []) {
            if batch == nil && rest.isEmpty { return nil }
            self.batch = batch
            self.rest = rest
        }

        /// By content.
        public static func == (a: Margin, b: Margin) -> Bool {
            a.batch == b.batch && a.rest == b.rest
        }

        /// By the batch, which nearly always differs.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(batch)
        }
    }
}

/// An act that is yet to be recorded: an entry without an id.
public struct Draft: Hashable, Sendable {
    /// The lead it is about; nil only for an undo.
    public var lead: LeadID?
    /// When it happened.
    public var at: Moment
    /// What was done.
    public var act: Act
    /// What few entries have.
    public var margin: Entry.Margin?

    /// An act at a time.
    public init(_ act: Act, lead: LeadID?, at: Moment, batch: String? = nil, rest: [JSON.Member] = []) {
        self.act = act
        self.lead = lead
        self.at = at
        margin = Entry.Margin(batch: batch, rest: rest)
    }
}
