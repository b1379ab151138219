extension Lead {
    /// What to say when the lead answers a call for a reason of the morning list, with what is known filled in. What the
    /// settings do not say is left out, so that it can be read aloud as it stands.
    public func opening(for reason: Verdict.Reason?, _ settings: Settings) -> String {
        let me = settings.me
        if case .goodbye(let missing) = reason {
            let occasion: Script.Occasion = missing.contains(.voicemail) ? .goodbyeVoicemail : .goodbyeLiveMessage
            return settings.script(occasion).filled(for: self, me: me)
        }
        let first = fields.name.split(separator: " ").first.map { " \($0)" } ?? ""
        let who =
            switch (me.name.isBlank, me.company.isBlank) {
            case (false, false): ", this is \(me.name) from \(me.company)"
            case (false, true): ", this is \(me.name)"
            case (true, false): ", I am calling from \(me.company)"
            case (true, true): ""
            }
        let words =
            switch reason {
            case .waiting: "You got in touch with me, and I did not want to keep you waiting. How can I help?"
            case .due(let next, _, _): Lead.opening(for: next)
            case .prospect:
                "When we last spoke you could see a use for this. What do you still need from me to decide?"
            case .customer: "It has been a while. How are you getting on, and what is coming up where you could use us?"
            default: offer(me)
            }
        return "Hello\(first)\(who). \(words)"
    }

    private static func opening(for next: NextStep) -> String {
        let why = next.why.map { ": \($0)" } ?? ""
        switch next.kind {
        case .promise:
            return "You asked me to ring again when something had changed\(why). Has it, so that we can go ahead?"
        case .putOff: return "You asked me to ring again about now. What is different from when we last spoke?"
        case .meeting: return "We said that we would talk now. Does the time still suit you?"
        case .step: return "I said that I would come back to you. Have you got two minutes?"
        }
    }

    private func offer(_ me: Settings.Me) -> String {
        let company = fields.company.flatMap { $0.isBlank || $0 == title ? nil : $0 } ?? "you"
        guard !me.valueLine.isBlank else {
            return
                "You do not know me, and I will be short. May I ask one question, to see whether a talk is worth your time?"
        }
        let value = me.valueLine.trimmed
        return value + (value.last?.isPunctuation ?? false ? "" : ".")
            + " Would that be of any use to \(company) this year?"
    }
}
