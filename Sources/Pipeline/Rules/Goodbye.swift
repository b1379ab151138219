/// Three messages on one and the same day of the user's (method, section 5): a voicemail, an e-mail, and one through any
/// third channel.
public struct Goodbye: Hashable, Sendable {
    /// The day on which all must be sent.
    public let day: Day
    /// Why it is said although the work was not enough.
    public let override: String?
    /// True when it was begun before the work was done, so that it may not work.
    public let isEarly: Bool
    /// The channels through which it was said so far, each once.
    public internal(set) var sent: [Channel] = []
    // When the first of them was.
    var firstSent: Moment?

    init(day: Day, override: String? = nil, isEarly: Bool = false) {
        self.day = day
        self.override = override
        self.isEarly = isEarly
    }

    /// True when all three are sent.
    public var isComplete: Bool { sent.contains(.voicemail) && sent.contains(.email) && hasThird }

    /// True when one was sent through a third channel.
    var hasThird: Bool { sent.contains { $0 != .voicemail && $0 != .email } }

    /// What is left to send; the third is the channel that is suggested for it.
    func missing(third: Channel) -> [Channel] {
        var missing = [Channel.voicemail, .email].filter { !sent.contains($0) }
        if !hasThird { missing.append(third) }
        return missing
    }
}

/// A lead that replied to a goodbye: to be qualified again.
public struct CameBack: Hashable, Sendable {
    /// When they replied.
    public let at: Moment
    /// The day of the goodbye: what was learned before it is stale.
    public let goodbye: Day
}

extension Lead {
    /// True for a trait that was learned before the goodbye that the lead came back from (method, section 5).
    public func isStale(_ trait: Trait, _ zone: Zone) -> Bool {
        guard let cameBack, let known = traits[trait] else { return false }
        return zone.day(of: known.on) < cameBack.goodbye
    }

    /// Begins step 3, on the day of `time`. Begun again on the same day it goes on.
    mutating func beginGoodbye(at time: Moment, override: String?, _ rules: Rules) {
        guard canSayGoodbye else { return }
        let day = rules.zone.day(of: time)
        standpoint = .goodbye
        graceDays = rules.settings.numbers.graceDays
        if goodbye?.day == day { return }
        goodbye = Goodbye(day: day, override: override, isEarly: !hasEnoughWork(rules.settings.numbers))
    }

    /// Counts a message of the goodbye. What was sent on another day than the others does not count with them.
    mutating func countGoodbye(_ attempt: Attempt, at time: Moment, _ rules: Rules) {
        guard attempt.purpose == .goodbye, attempt.wasSaid, canSayGoodbye else { return }
        let day = rules.zone.day(of: time)
        if goodbye == nil || standpoint != .goodbye || (goodbye.map { $0.day < day && !$0.isComplete } ?? false) {
            beginGoodbye(at: time, override: goodbye?.override, rules)
        }
        guard var goodbye, goodbye.day == day else { return }
        if !goodbye.sent.contains(attempt.channel) { goodbye.sent.append(attempt.channel) }
        goodbye.firstSent = min(goodbye.firstSent ?? time, time)
        self.goodbye = goodbye
    }

    /// A reply to a goodbye puts the lead back on the list, in a new round, flagged: qualify again.
    ///
    /// Whoever is spoken with while a reply is awaited has replied as well, no matter who called.
    mutating func takeReply(_ attempt: Attempt, at time: Moment, _ rules: Rules) {
        guard standpoint == .goodbye, let goodbye, let firstSent = goodbye.firstSent,
            firstSent.seconds <= time.seconds
        else { return }
        let age = rules.zone.day(of: time).days(since: goodbye.day)
        let isSpokenWith =
            attempt.outcome.isConversation && attempt.purpose != .goodbye && (goodbye.isComplete || age == 0)
        // What was sent of a goodbye that lapsed may move them too, but not for ever.
        let isReply = attempt.isInbound && (goodbye.isComplete || age < graceDays)
        guard isReply || isSpokenWith else { return }
        beginRound(at: time)
        cameBack = CameBack(at: time, goodbye: goodbye.day)
    }

    /// True when all of a goodbye is sent, and none of it was answered.
    var hasSaidGoodbye: Bool { standpoint == .goodbye && goodbye?.isComplete ?? false }

    private var canSayGoodbye: Bool {
        switch standpoint {
        case .list, .goodbye: true
        case .parked, .letGo: false
        }
    }

    /// The channel for the third message: a live person first, then what there is data for.
    public var thirdGoodbyeChannel: Channel {
        if phone != nil { return .liveMessage }
        if fields.site != nil { return .networking }
        return fields.address != nil ? .letter : .liveMessage
    }
}

extension Channel {
    /// What is said or written through it to say goodbye: what is written reads like the e-mail, what goes through
    /// somebody else, or is said in person, like the message.
    public var goodbyeScript: Script.Occasion {
        switch self {
        case .phone, .voicemail: .goodbyeVoicemail
        case .email, .text, .letter, .fax, .networking, .calendar: .goodbyeEmail
        case .liveMessage, .dropIn, .event: .goodbyeLiveMessage
        }
    }
}

extension Attempt {
    /// True when the message arrived as far as the user can tell: a call that nobody took says no goodbye, but one that
    /// ended in a voicemail does.
    fileprivate var wasSaid: Bool {
        if isInbound { return false }
        return switch outcome {
        case .noAnswer, .busy: channel == .voicemail
        case .wrongNumber, .outOfService, .bounced, .replied: false
        case .leftMessage, .gatekeeper, .sent, .interested, .notNow, .notInterested, .doNotContact, .meeting, .bought:
            true
        }
    }
}
