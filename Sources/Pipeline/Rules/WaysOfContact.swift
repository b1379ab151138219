extension Lead {
    /// A wrong number or one that is out of service strikes that number, and a bounced message that address, not the
    /// lead (method, section 2). When the attempt does not say which, it was the first that still worked.
    mutating func strikeDeadWay(_ attempt: Attempt) {
        switch attempt.outcome {
        case .wrongNumber, .outOfService:
            let used = attempt.number.map(digits(of:))
            let place = fields.phones.firstIndex { used == nil ? !$0.dead : digits(of: $0.number) == used }
            if let place { fields.phones[place].dead = true }
        case .bounced:
            let used = attempt.address?.lowercased()
            let place = fields.emails.firstIndex { used == nil ? !$0.dead : $0.address.lowercased() == used }
            if let place { fields.emails[place].dead = true }
        default: break
        }
    }

    /// The number to dial: the first that is not known to be dead.
    public var phone: LeadFields.Phone? { fields.phones.first { !$0.dead } }

    /// The address to write to: the first that is not known to be dead.
    public var email: LeadFields.Email? { fields.emails.first { !$0.dead } }

    private func digits(of number: String) -> [UInt8] {
        number.utf8.filter { (48...57).contains($0) }
    }
}
