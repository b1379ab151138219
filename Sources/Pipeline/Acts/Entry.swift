/// A fact that was recorded: who, when, what. Entries are only ever added; everything shown is folded from them.
public struct Entry: Hashable, Sendable {
    /// Unique; entries fold in its order.
    public let id: EntryID
    // The lead's 50 bits, 13 of the writer, and the highest is set when there is a lead: two million entries are held in
    // memory at once.
    private let owner: UInt64
    /// When it happened, as people see it and may back-date it.
    public let at: Moment
    /// What was done.
    public let act: Act
    /// What few entries have.
    public let margin: Margin?

    /// How many writers can be told apart.
    public static let deviceLimit = 1 << 13

    /// An entry as the journal holds it.
    ///
    /// - Parameter device: 0 to `deviceLimit` - 1; a greater one is taken for the last.
    public init(id: EntryID, lead: LeadID?, at: Moment, act: Act, device: UInt16 = 0, margin: Margin? = nil) {
        self.id = id
        let writer = UInt64(min(Int(device), Entry.deviceLimit - 1)) << 50
        owner = lead.map { $0.bits | writer | 1 << 63 } ?? writer
        self.at = at
        self.act = act
        self.margin = margin
    }

    /// The lead it is about; nil only for an undo.
    public var lead: LeadID? { owner >> 63 == 1 ? LeadID(bits: owner) : nil }

    /// Which writer's journal holds it: an index into the journal's list of devices.
    public var device: UInt16 { UInt16(truncatingIfNeeded: owner >> 50) & UInt16(Entry.deviceLimit - 1) }

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
