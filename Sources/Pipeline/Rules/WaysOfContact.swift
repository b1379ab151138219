extension Lead {
    /// A wrong number or one that is out of service strikes that number, and a bounced message that address, not the
    /// lead (method, section 2). When the attempt does not say which, it was the first that still worked.
    mutating func strikeDeadWay(_ attempt: Attempt) {
        switch attempt.outcome {
        case .wrongNumber, .outOfService:
            hasLostWay = true
            guard let used = attempt.number ?? (attempt.channel == .fax ? fax : phone)?.number else { return }
            for place in fields.phones.indices where isSame(number: used, fields.phones[place].number) {
                fields.phones[place].dead = true
            }
        case .bounced:
            if attempt.channel.isMail { hasLostWay = true }
            guard let used = attempt.address ?? (attempt.channel.isMail ? email?.address : nil) else { return }
            for place in fields.emails.indices where isSame(address: used, fields.emails[place].address) {
                fields.emails[place].dead = true
            }
        default: break
        }
    }

    /// The number to dial: the first that is not known to be dead, and at which somebody may answer.
    public var phone: LeadFields.Phone? { fields.phones.first(where: \.answers) }

    /// The number to send a fax to.
    var fax: LeadFields.Phone? { fields.phones.first(where: \.takesFax) }

    /// The address to write to: the first that is not known to be dead.
    public var email: LeadFields.Email? { fields.emails.first { !$0.dead } }

    /// By the digits: one number is written in many ways.
    private func isSame(number a: String, _ b: String) -> Bool {
        let digits = digits(of: a)
        return digits.isEmpty ? a == b : digits == self.digits(of: b)
    }

    private func isSame(address a: String, _ b: String) -> Bool {
        a.trimmed.lowercased() == b.trimmed.lowercased()
    }

    private func digits(of number: String) -> [UInt8] {
        number.utf8.filter { (48...57).contains($0) }
    }
}

extension LeadFields.Phone {
    /// True for a number to dial.
    var answers: Bool { !dead && isVoice }

    /// True for a number to send a fax to.
    var takesFax: Bool { !dead && isFax }

    /// True when the label says that it is a fax machine's.
    var isFax: Bool { labelHas("fax") }

    /// False when the label says that nobody answers there.
    public var isVoice: Bool { !isFax && !labelHas("pager") && !labelHas("modem") }

    // Asked of every lead for the morning list, and most have no label.
    private func labelHas(_ word: StaticString) -> Bool { label?.holds(word) ?? false }
}

extension Channel {
    /// False when what comes back says nothing about an e-mail address: a letter, say.
    fileprivate var isMail: Bool {
        switch self {
        case .letter, .fax, .text, .dropIn: false
        default: true
        }
    }
}

extension String {
    /// True when a word of small ASCII letters stands in the text, whatever its case there.
    func holds(_ word: StaticString) -> Bool {
        var text = self
        let count = word.utf8CodeUnitCount
        return text.withUTF8 { bytes in
            guard bytes.count >= count else { return false }
            return (0...bytes.count - count).contains { start in
                (0..<count).allSatisfy { offset in
                    let byte = bytes[start + offset]
                    return ((65...90).contains(byte) ? byte | 32 : byte) == word.utf8Start[offset]
                }
            }
        }
    }
}
