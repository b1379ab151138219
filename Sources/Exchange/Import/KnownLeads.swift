internal import Pipeline

/// Those on file and those added so far, by everything that they are recognised by.
///
/// Every look-up takes constant time, however many leads share a name or a phone: of the leads that share a key only
/// the first of each kind is kept, where a kind is what may contradict.
struct KnownLeads {
    private var first: [Key: ImportMatch.Other] = [:]
    private var faint: [LeadFields: ImportMatch.Other] = [:]
    private var kinds: [Kind] = []
    /// Where in `kinds` the chain of the kinds with a key begins.
    private var chains: [Key: Int] = [:]

    private enum Trait: UInt8 {
        case record, email, phone, name, namePhone, nameCompany
        /// Of leads without a name, with the company or none.
        case namelessPhoneCompany
        /// Of leads without a name, whatever the company.
        case namelessPhone
    }

    private struct Key: Hashable {
        let trait: Trait
        let a: Int32
        let b: Int32

        init(_ trait: Trait, _ a: Int32, _ b: Int32? = nil) {
            self.trait = trait
            self.a = a
            self.b = b ?? -1
        }
    }

    /// A lead as far as something in it may contradict.
    private struct Kind {
        let hasEmail: Bool
        let hasPhone: Bool
        let system: Int32?
        let other: ImportMatch.Other
        var next: Int?

        func isSame(as kind: Kind) -> Bool {
            hasEmail == kind.hasEmail && hasPhone == kind.hasPhone && system == kind.system
        }
    }

    mutating func reserve(_ count: Int) {
        first.reserveCapacity(count * 5)
        chains.reserveCapacity(count)
        kinds.reserveCapacity(count)
    }

    /// Makes a lead known.
    mutating func insert(_ lead: Likeness, as other: ImportMatch.Other) {
        let kind = Kind(
            hasEmail: !lead.emails.isEmpty, hasPhone: !lead.phones.isEmpty, system: lead.system, other: other)
        if let record = lead.record { add(Key(.record, record, lead.system), other) }
        for email in lead.emails { add(Key(.email, email), other) }
        for phone in lead.phones {
            add(Key(.phone, phone), other)
            if let name = lead.name {
                add(Key(.namePhone, name, phone), other)
            } else {
                add(Key(.namelessPhoneCompany, phone, lead.company), kind)
                add(Key(.namelessPhone, phone), kind)
            }
        }
        if let name = lead.name { add(Key(.name, name), other) }
        if let company = lead.company { add(Key(.nameCompany, company, lead.name), kind) }
        if let fields = lead.faint, faint[fields] == nil { faint[fields] = other }
    }

    private mutating func add(_ key: Key, _ other: ImportMatch.Other) {
        _ = { (_: inout ImportMatch.Other) in }(&first[key, default: other])
    }

    private mutating func add(_ key: Key, _ kind: Kind) {
        guard var index = chains[key] else {
            chains[key] = kinds.count
            kinds.append(kind)
            return
        }
        while !kinds[index].isSame(as: kind) {
            guard let next = kinds[index].next else {
                kinds[index].next = kinds.count
                kinds.append(kind)
                return
            }
            index = next
        }
    }

    /// Whom this certainly is.
    func same(as lead: Likeness) -> ImportMatch? {
        if let record = lead.record, let other = first[Key(.record, record, lead.system)] {
            return ImportMatch(other: other, why: "the same record")
        }
        for email in lead.emails {
            if let other = first[Key(.email, email)] { return ImportMatch(other: other, why: "the same e-mail") }
        }
        for phone in lead.phones {
            guard let name = lead.name else {
                if let other = sameNameless(lead, phone: phone) {
                    return ImportMatch(other: other, why: "the same phone, and both without a name")
                }
                continue
            }
            guard let other = first[Key(.namePhone, name, phone)] else { continue }
            return ImportMatch(other: other, why: "the same name and phone")
        }
        if let name = lead.name, let company = lead.company,
            let other = uncontradicted(lead, Key(.nameCompany, company, name), sharesPhone: false)
        {
            return ImportMatch(other: other, why: "the same name and company")
        }
        return lead.faint.flatMap { faint[$0] }.map { ImportMatch(other: $0, why: "the same in every field") }
    }

    private func sameNameless(_ lead: Likeness, phone: Int32) -> ImportMatch.Other? {
        guard let company = lead.company else {
            return uncontradicted(lead, Key(.namelessPhone, phone), sharesPhone: true)
        }
        return uncontradicted(lead, Key(.namelessPhoneCompany, phone, company), sharesPhone: true)
            ?? uncontradicted(lead, Key(.namelessPhoneCompany, phone), sharesPhone: true)
    }

    /// The first lead with this key that nothing contradicts.
    ///
    /// A shared record or e-mail is recognised before, so that what both have is different.
    private func uncontradicted(_ lead: Likeness, _ key: Key, sharesPhone: Bool) -> ImportMatch.Other? {
        var index = chains[key]
        while let place = index {
            let kind = kinds[place]
            let contradicts =
                kind.hasEmail && !lead.emails.isEmpty
                || !sharesPhone && kind.hasPhone && !lead.phones.isEmpty
                || kind.system != nil && kind.system == lead.system
            if !contradicts { return kind.other }
            index = kind.next
        }
        return nil
    }

    /// Whom this may be; asked when it is certainly nobody known.
    func perhaps(_ lead: Likeness) -> ImportMatch? {
        if let company = lead.company, let index = chains[Key(.nameCompany, company, lead.name)] {
            let why =
                lead.name == nil
                ? "the same company, and both without a name" : "the same name and company, but other details"
            return ImportMatch(other: kinds[index].other, why: why)
        }
        for phone in lead.phones {
            if let other = first[Key(.phone, phone)] { return ImportMatch(other: other, why: "the same phone") }
        }
        return lead.name.flatMap { first[Key(.name, $0)] }.map { ImportMatch(other: $0, why: "the same name") }
    }
}
