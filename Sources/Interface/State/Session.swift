public import Canvas
public import Pipeline

/// Everything that the screens show and the keys act on: a value, changed only by `update`.
public struct Session: Sendable {
    /// The leads.
    public internal(set) var pipeline: Pipeline
    /// The user's time.
    public internal(set) var now: Now
    /// The extent of the terminal.
    public internal(set) var size: Size
    /// Which writer's entries are the user's own, for undo.
    public let device: UInt16
    let text: TextMetrics
    /// The user's keys.
    public let keymap: Keymap
    /// What stands in the way of recording; nil when nothing does.
    public internal(set) var trouble: Trouble?

    var random: SplitMix64
    var lists: Lists
    var tab = Tab.today
    var focus = Focus.list
    var marks = Marks()
    // What lies over the tab, the topmost last.
    var layers: [Layer] = []
    // Keys of a command that has more of them, such as the t of t i.
    var pending: [Key] = []
    var message: Message?
    // A form whose effects are not done yet.
    var unsaved: Form?
    var theme: String
    var views: [ViewChoice]
    var usesMouse: Bool
    var card = CardPlace()
    // Lines of the page scrolled past when the user last moved.
    var pageTop = 0
    var period = Period.today
    // What the page of numbers was made of when it was last looked at.
    var account: Account?
    // False while the pipeline has only those who head the morning list.
    let hasEverybody: Bool
    /// The names of the devices whose entries say who wrote them, by `Entry.device`; nil for the others.
    public var writers: [String?] = []
    // What another window or a command of this device recorded meanwhile: undo is of one's own acts.
    var elsewhere: Set<EntryID> = []
    // What was done today.
    var tally: DayTally
    // The run of calls that is over the screen.
    var calls: CallRun?

    /// The screens as they first open.
    ///
    /// - Parameters:
    ///   - text: how the terminal measures text.
    ///   - device: the journal's number for this writer.
    ///   - seed: of the ids of new leads; any number, never the same twice but in tests.
    ///   - keymap: the user's keys.
    ///   - theme: the name of the theme that is drawn in.
    ///   - views: those that are kept, by name.
    ///   - trouble: what stands in the way of recording.
    ///   - outlook: what the lists hold, while the pipeline has only those who head the morning list. Such screens are
    ///     drawn, and take no key.
    public init(
        _ pipeline: Pipeline, now: Now, size: Size, text: TextMetrics, device: UInt16 = 0, seed: UInt64,
        keymap: Keymap = .standard, theme: String = "dark",
        views: [ViewChoice] = [], trouble: Trouble? = nil, outlook: Outlook? = nil
    ) {
        self.pipeline = pipeline
        self.now = now
        self.size = size
        self.text = text
        self.device = device
        self.keymap = keymap
        self.theme = theme
        self.views = views
        usesMouse = keymap.usesMouse
        self.trouble = trouble
        random = SplitMix64(seed: seed)
        lists = Lists(pipeline, now: now, outlook: outlook)
        tally = outlook.map(DayTally.init) ?? DayTally(pipeline, on: now.today)
        hasEverybody = outlook == nil
    }

    /// Which part of the screen moves.
    enum Focus: Sendable { case list, card }

    /// What is said at the foot of the screen until the next key.
    struct Message: Hashable, Sendable {
        enum Kind: Sendable { case said, refused }
        var kind: Kind
        var text: String
    }

    /// Where the card stands.
    struct CardPlace: Sendable {
        /// Lines scrolled past when the user last moved.
        var top = 0
    }
}

extension Session {
    private var selectedID: LeadID? { calls.map(\.current) ?? lists[tab].selected }

    /// True when there is a lead that the next key acts on.
    var hasSelected: Bool { selectedID.map { pipeline.place(of: $0) != nil } ?? false }

    /// The lead that the next key acts on.
    var selected: Lead? {
        guard let lead = selectedID.flatMap({ pipeline[$0] }) else { return nil }
        // Whoever was merged meanwhile is shown as the other.
        return lead.mergedInto.flatMap { pipeline[$0] } ?? lead
    }

    /// True when there is no lead at all: the first start.
    var isEmpty: Bool { lists.isEmpty }

    mutating func say(_ text: String) { message = Message(kind: .said, text: text) }

    mutating func refuse(_ text: String) { message = Message(kind: .refused, text: text) }
}
