internal import Pipeline

/// Those on file and those added so far, by everything that they are recognised by.
///
/// Every look-up takes constant time, however many leads share a name or a phone: of the leads that share a key only
/// the first of each kind is kept, where a kind is what may contradict.
struct KnownLeads {
    private var first: [Key: ImportMatch.Other] = [:]
    private var kinds: [Key: [Kind]] = [:]

    private enum Key: Hashable {
        case record(RecordKey)
        case email(String)
        case phone(String)
        case name(String)
        case namePhone(String, String)
        case nameCompany(String, String)
        /// Of leads without a name; the company is nil for leads of any company.
        case namelessPhone(String, company: String?)
        case all(LeadFields)
    }

    /// A lead as far as something in it may contradict.
    private struct Kind {
        let hasEmail: Bool
        let hasPhone: Bool
        let system: String?
        let other: ImportMatch.Other

        func isSame(_ other: Kind) -> Bool {
            hasEmail == other.hasEmail && hasPhone == other.hasPhone && system == other.system
        }
    }

    /// Makes a lead known.
    mutating func insert(_ lead: Likeness, as other: ImportMatch.Other) {
        func add(_ key: Key) {
            if first[key] == nil { first[key] = other }
        }
        let kind = Kind(
            hasEmail: !lead.emails.isEmpty, hasPhone: !lead.phones.isEmpty, system: lead.record?.system, other: other)
        func addKind(_ key: Key) {
            if kinds[key]?.contains(where: kind.isSame) != true { kinds[key, default: []].append(kind) }
        }
        if let record = lead.record { add(.record(record)) }
        for email in lead.emails { add(.email(email)) }
        for phone in lead.phones {
            add(.phone(phone))
            if lead.name.isEmpty {
                addKind(.namelessPhone(phone, company: lead.company))
                addKind(.namelessPhone(phone, company: nil))
            } else {
                add(.namePhone(lead.name, phone))
            }
        }
        if !lead.name.isEmpty { add(.name(lead.name)) }
        if !lead.company.isEmpty { addKind(.nameCompany(lead.name, lead.company)) }
        if let fields = lead.all { add(.all(fields)) }
    }

    /// Whom this certainly is.
    func same(as lead: Likeness) -> ImportMatch? {
        if let record = lead.record, let other = first[.record(record)] {
            return ImportMatch(other: other, why: "the same record \(record.id)")
        }
        for email in lead.emails {
            if let other = first[.email(email)] { return ImportMatch(other: other, why: "the same e-mail \(email)") }
        }
        for phone in lead.phones {
            if lead.name.isEmpty {
                let companies = lead.company.isEmpty ? [nil] : [lead.company, ""]
                for company in companies {
                    if let other = uncontradicted(lead, .namelessPhone(phone, company: company), sharesPhone: true) {
                        return ImportMatch(other: other, why: "the same phone, and both without a name")
                    }
                }
            } else if let other = first[.namePhone(lead.name, phone)] {
                return ImportMatch(other: other, why: "the same name and phone")
            }
        }
        if !lead.name.isEmpty, !lead.company.isEmpty,
            let other = uncontradicted(lead, .nameCompany(lead.name, lead.company), sharesPhone: false)
        {
            return ImportMatch(other: other, why: "the same name and company")
        }
        return lead.all.flatMap { first[.all($0)] }.map { ImportMatch(other: $0, why: "the same in every field") }
    }

    /// The first lead with this key that nothing contradicts.
    ///
    /// A shared record or e-mail is recognised before, so that what both have is different.
    private func uncontradicted(_ lead: Likeness, _ key: Key, sharesPhone: Bool) -> ImportMatch.Other? {
        kinds[key]?.first { kind in
            !(kind.hasEmail && !lead.emails.isEmpty)
                && (sharesPhone || !(kind.hasPhone && !lead.phones.isEmpty))
                && !(kind.system != nil && kind.system == lead.record?.system)
        }?.other
    }

    /// Whom this may be; asked when it is certainly nobody known.
    func perhaps(_ lead: Likeness) -> ImportMatch? {
        if !lead.company.isEmpty, let kind = kinds[.nameCompany(lead.name, lead.company)]?.first {
            let why =
                lead.name.isEmpty
                ? "the same company, and both without a name" : "the same name and company, but other details"
            return ImportMatch(other: kind.other, why: why)
        }
        for phone in lead.phones {
            if let other = first[.phone(phone)] { return ImportMatch(other: other, why: "the same phone \(phone)") }
        }
        return first[.name(lead.name)].map { ImportMatch(other: $0, why: "the same name") }
    }
}
