import Pipeline

extension Lead {
    /// What there is to say or write to the lead now; nil when nothing but a talk fits.
    func fittingScript(_ now: Now) -> Script.Occasion? {
        if case .sayingGoodbye = place(now) {
            let sent = goodbye?.sent ?? []
            if !sent.contains(.voicemail) { return .goodbyeVoicemail }
            return sent.contains(.email) ? .goodbyeLiveMessage : .goodbyeEmail
        }
        if questions.disqualifying != nil { return .politeDecline }
        return next?.kind == .putOff ? .challengeQuestion : nil
    }

    /// What a mail to the lead begins with: the goodbye while it is being said, and the polite decline to whoever is
    /// disqualified.
    func letter(_ now: Now, _ settings: Settings) -> (subject: String, body: String) {
        let occasion: Script.Occasion
        if case .sayingGoodbye = place(now) {
            occasion = .goodbyeEmail
        } else if questions.disqualifying != nil {
            occasion = .politeDecline
        } else {
            return ("", "")
        }
        let text = settings.scripts[occasion]?.filled(for: self, me: settings.me) ?? ""
        let sign = "subject:"
        guard text.lowercased().hasPrefix(sign) else { return ("", text) }
        let subject = text.prefix { !$0.isNewline }
        return (String(subject.dropFirst(sign.count)).trimmed, String(text.dropFirst(subject.count)).trimmed)
    }
}
