import FoundationEssentials
import Pipeline

/// The keys of one act, in the order of the journal. What is empty or usual is left out.
struct ActKeys {
    private(set) var members = MemberList()

    init(_ act: Act) {
        switch act {
        case .add(let fields):
            put(.name, .string(fields.name))
            for field in LeadField.allCases where field != .name && !fields.isEmpty(field) {
                members.set(field.rawValue, fields.json(field))
            }
        case .edit(let edit):
            let set = edit.changed.map { field in
                JSON.Member(field.rawValue, edit.values.isEmpty(field) ? .null : edit.values.json(field))
            }
            put(.set, .object(set))
        case .attempt(let attempt): put(attempt)
        case .trait(let finding):
            put(.trait, .string(finding.trait.rawValue))
            put(.is, .string(finding.value.rawValue))
            put(.why, finding.why)
        case .question(let finding):
            put(.question, .string(finding.question.rawValue))
            put(.is, .string(finding.value.rawValue))
            put(.why, finding.why)
        case .assess(let answers, let criteria, let score):
            put(.answers, .object(answers.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))
            put(.criteria, criteria)
            if let score { put(.score, .int(score)) }
        case .signal(let signal): put(.signal, .string(signal.rawValue))
        case .order(let amount, let isPity):
            if let amount { put(.amount, JSON(amount)) }
            if isPity { put(.pity, .bool(true)) }
        case .compelling(let why): put(.why, .text(why))
        case .goodbye(let override): put(.override, override)
        case .park(let day, let why):
            put(.until, .string(day.description))
            put(.why, why)
        case .letGo(let why, let manner):
            put(.why, why)
            if let manner { put(.manner, .string(manner.rawValue)) }
        case .keep(let why), .revive(let why): put(.why, .string(why))
        case .merge(let other): put(.into, .string(other.description))
        case .next(let day, let why):
            put(.on, day?.description)
            put(.why, why)
        case .note(let text): put(.text, .string(text))
        case .doNotContact(let words): put(.words, words)
        case .allowContact(let why): put(.why, .string(why))
        case .undo(let ids): put(.ref, .array(ids.map { .string($0.description) }))
        case .unknown: break
        }
    }

    private mutating func put(_ attempt: Attempt) {
        put(.by, .string(attempt.channel.rawValue))
        put(.out, .string(attempt.outcome.rawValue))
        if attempt.inbound { put(.in, .bool(true)) }
        if let minutes = attempt.minutes { put(.min, .int(Int(minutes))) }
        if attempt.conveyedValue { put(.value, .bool(true)) }
        put(.note, attempt.note)
        put(.number, attempt.number)
        put(.address, attempt.address)
        put(.next, attempt.next?.description)
        put(.because, attempt.because)
        put(.again, attempt.again?.rawValue)
        put(.purpose, attempt.purpose?.rawValue)
        if let amount = attempt.amount { put(.amount, JSON(amount)) }
    }

    private mutating func put(_ key: Key, _ value: JSON) { members.set(key.name, value) }

    private mutating func put(_ key: Key, _ text: String?) {
        if let text { put(key, .string(text)) }
    }
}

extension JSON {
    /// A number; null for what is not one.
    init(_ decimal: Decimal) {
        self = decimal.isFinite ? .number(decimal.description) : .null
    }
}

extension LeadFields {
    fileprivate func isEmpty(_ field: LeadField) -> Bool {
        switch field {
        case .name: false
        case .phones: phones.isEmpty
        case .emails: emails.isEmpty
        case .tags: tags.isEmpty
        case .worth: worth == nil
        case .extra: extra.isEmpty
        default: field.text.flatMap { self[keyPath: $0] } == nil
        }
    }

    fileprivate func json(_ field: LeadField) -> JSON {
        switch field {
        case .name: .string(name)
        case .phones: .array(phones.map { contact(.number, $0.number, $0.label, $0.dead) })
        case .emails: .array(emails.map { contact(.address, $0.address, $0.label, $0.dead) })
        case .tags: .array(tags.map { .string($0) })
        case .worth: worth.map { JSON($0) } ?? .null
        case .extra: .object(extra)
        default: .text(field.text.flatMap { self[keyPath: $0] })
        }
    }

    private func contact(_ key: Key, _ value: String, _ label: String?, _ dead: Bool) -> JSON {
        var members = [JSON.Member(key.name, .string(value))]
        if let label { members.append(JSON.Member("label", .string(label))) }
        if dead { members.append(JSON.Member("dead", .bool(true))) }
        return .object(members)
    }
}
