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
        let text = settings.script(occasion).filled(for: self, me: settings.me)
        return text.asLetter
    }
}

extension String {
    /// A script as a letter: the subject in its first line, if it has one, and the rest.
    var asLetter: (subject: String, body: String) {
        let sign = "subject:"
        guard lowercased().hasPrefix(sign) else { return ("", trimmed) }
        let subject = prefix { !$0.isNewline }
        return (String(subject.dropFirst(sign.count)).trimmed, String(dropFirst(subject.count)).trimmed)
    }
}
