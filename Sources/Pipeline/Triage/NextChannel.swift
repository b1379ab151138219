extension Lead {
    /// The channel to use next (method, section 7): of those that the lead has data for, the least used this round; a
    /// phone call for a promise; a phone call, else a visit, for a meeting; the first that is missing of a goodbye begun
    /// today. Since an untried one is always the least used, none is used three times running while another is untried.
    /// Nil when there is no way, and for one who asked not to be contacted.
    public func suggestedChannel(_ now: Now) -> Channel? {
        if doNotContact != nil { return nil }
        if place(now) == .sayingGoodbye { return goodbye?.missing(third: thirdGoodbyeChannel).first }
        switch next?.kind {
        case .promise where canUse(.phone) || fields.phones.isEmpty && !Lead.suggestible.contains { hasData(for: $0) }:
            return .phone
        case .meeting: return canUse(.phone) ? .phone : canUse(.dropIn) ? .dropIn : nil
        default: break
        }
        var least: (channel: Channel, uses: Int)?
        for channel in Lead.suggestible where hasData(for: channel) {
            let uses = uses(of: channel)
            if uses < least?.uses ?? .max { least = (channel, uses) }
        }
        return least?.channel
    }

    /// In the order of the method, which decides between channels that were used as often.
    private static let suggestible: [Channel] = [.phone, .email, .text, .letter, .fax, .dropIn, .networking]

    private func hasData(for channel: Channel) -> Bool {
        channel == .networking ? fields.site?.holds("linkedin.") ?? false : canUse(channel)
    }

    /// The channels that there is a way to use and that were not used in this round, the quickest first. An introduction
    /// or a meeting at an event needs nothing on file.
    public var untriedChannels: [Channel] {
        Channel.allCases.filter { round.attempts(by: $0) == 0 && canUse($0) }
            .sorted { ($0.usualMinutes, $0.ordinal) < ($1.usualMinutes, $1.ordinal) }
    }

    /// True when there is what the channel needs: a number, an address.
    public func canUse(_ channel: Channel) -> Bool {
        switch channel {
        case .phone, .voicemail, .liveMessage: fields.phones.contains(where: \.answers)
        case .email, .calendar: fields.emails.contains { !$0.dead }
        case .text: fields.phones.contains { !$0.dead && $0.takesText }
        case .letter, .dropIn: fields.address != nil
        case .fax: fields.phones.contains(where: \.takesFax)
        case .networking, .event: true
        }
    }

    /// A call that ended in a voicemail or a message was a phone call all the same.
    private func uses(of channel: Channel) -> Int {
        channel == .phone ? round.dials : round.attempts(by: channel)
    }
}

extension LeadFields.Phone {
    /// True when the label says that it is a mobile phone.
    fileprivate var takesText: Bool {
        guard let label else { return false }
        return label.holds("mobile") || label.holds("cell")
    }
}
