public import FoundationEssentials

/// What the user decides: every number of the method, the criteria, the scripts and their own details (method, section
/// 10).
public struct Settings: Hashable, Sendable {
    /// Who is calling.
    public var me = Me()
    /// Dials to make in a day.
    public var dialGoal = 50
    /// What an hour of the user's is worth, in their currency: less than that from many hours of work is little payoff.
    public var myHourIsWorth: Decimal = 50
    /// True when there are not enough leads to let any go lightly: parking is offered before letting go.
    public var leadsAreScarce = false
    /// The program, with its arguments, that opens phone numbers, mail and web sites; empty for the desktop's own.
    public var opener = ""
    /// The numbers of the method.
    public var numbers = MethodNumbers()
    /// Minutes that an attempt takes when nobody says how many, where they differ from the usual.
    public var minutes: [Channel: Int] = [:]
    /// By what leads are assessed.
    public var criteria = Criterion.shipped {
        didSet { criteriaDigest = criteria.digest }
    }
    /// The digest of the criteria: asked for with every assessment that is read.
    public private(set) var criteriaDigest = Criterion.shipped.digest
    // What is said and written in words of the user's own.
    private var scripts: [Script.Occasion: Script] = [:]

    /// The defaults.
    public init() {}

    /// The user's own details, which scripts name.
    public struct Me: Hashable, Sendable {
        /// The user's name.
        public var name = ""
        /// The company they sell for.
        public var company = ""
        /// What they do for whom, in a line.
        public var valueLine = ""
        /// Where to call them back.
        public var phone = ""

        /// Nobody yet.
        public init() {}
    }

    /// What is said or written on an occasion: the user's own words, or else those that are shipped.
    public func script(_ occasion: Script.Occasion) -> Script { scripts[occasion] ?? .shipped(occasion) }

    /// Says or writes on an occasion what the user wants.
    public mutating func use(_ script: Script, on occasion: Script.Occasion) {
        // So that the same settings are equal however they came about.
        scripts[occasion] = script == .shipped(occasion) ? nil : script
    }

    /// Minutes spent on an attempt: as given, else what is usual for its channel.
    func minutes(of attempt: Attempt) -> Int {
        attempt.minutes.map(Int.init) ?? minutes[attempt.channel] ?? attempt.channel.usualMinutes
    }
}

/// The numbers of the method, each with its default.
public struct MethodNumbers: Hashable, Sendable {
    /// Attempts in a round that are enough work (sections 5 and 7).
    public var enoughAttempts = 20
    /// Channels in a round that are enough (sections 5 and 7).
    public var enoughChannels = 3
    /// Put-offs in a row that are stalling (section 3).
    public var stallingStreak = 2
    /// Put-offs in a row that are lingering (section 3).
    public var lingeringStreak = 3
    /// Snoozes of one callback that are too many (section 3).
    public var mostSnoozes = 3
    /// The least score of the top tier, of 100 (section 4).
    public var topScore = 70
    /// The least score that is not the bottom tier (section 4).
    public var maybeScore = 35
    /// Days to wait for a reply to a goodbye (section 5).
    public var graceDays = 7
    /// Let-downs that make an antithesis without a full cycle (section 6).
    public var mostLetDowns = 2
    /// Hours spent in twelve months after which the payoff is looked at (section 6).
    public var hoursBeforePayoff = 5
    /// Days that a keep holds (section 7).
    public var keepDays = 30
    /// Days after which a prospect without a next step is called again (section 7).
    public var prospectRestDays = 3
    /// Days after which a customer is called again (section 7).
    public var customerRestDays = 90
    /// The last attempt of a round that counts as one of the first (section 7).
    public var firstAttempts = 3
    /// The last attempt of a round that counts as one of the next (section 7).
    public var nextAttempts = 10
    /// Days of rest after each of the first attempts (section 7).
    public var restAfterFirst = 2
    /// Days of rest after each of the next attempts (section 7).
    public var restAfterNext = 4
    /// Days of rest after each attempt beyond those (section 7).
    public var restAfterOthers = 7
    /// The first hour at which people may be called, where they are (section 7).
    public var callingFrom = 8
    /// The hour from which they may not be called any more (section 7).
    public var callingUntil = 21
    /// Months of "later this year" and of "next year" (section 3).
    public var laterMonths = 6
    /// Months of "next year" (section 3).
    public var nextYearMonths = 12
    /// Weeks on the list of which the time freed is measured (section 8).
    public var freedWeeks = 8
    /// Dials below which a rate says little (section 8).
    public var fewDials = 20

    /// The defaults.
    public init() {}

    /// Days of rest after the latest of so many attempts in a round.
    public func rest(afterAttempts count: Int) -> Int {
        if count <= firstAttempts { return restAfterFirst }
        return count <= nextAttempts ? restAfterNext : restAfterOthers
    }
}

/// What entries are folded and leads judged by: the user's settings and zone, and the zones of the leads.
public struct Rules: Hashable, Sendable {
    /// The user's settings.
    public var settings: Settings
    /// The user's zone: a day is a day of this zone.
    public var zone: Zone
    /// The zones that leads are in, by their IANA names; a name that is not here is of an unknown zone.
    public var zones: [String: Zone]

    /// The defaults, in Greenwich time.
    public init(_ settings: Settings = Settings(), zone: Zone = .utc, zones: [String: Zone] = [:]) {
        self.settings = settings
        self.zone = zone
        self.zones = zones
    }
}
