import FoundationEssentials
import Pipeline

/// The acts that this version reads. To add one: a case here, its reading in `act(_:)`, its keys in `ActEncoding`.
enum ActName: String, CaseIterable, Sendable {
    case add, edit, attempt, trait, question, assess, signal, order, next, compelling, goodbye, park
    case letGo = "let go"
    case keep, revive
    case doNotContact = "do not contact"
    case allowContact = "allow contact"
    case note, merge, undo

    /// True when the act is about one lead and is nothing without it.
    var needsLead: Bool { self != .undo }
}

/// The words of the enumerations, by their bytes.
struct Words: Sendable {
    static let shared = Words()

    let acts = WordTable(ActName.self)
    let channels = WordTable(Channel.self)
    let outcomes = WordTable(Outcome.self)
    let agains = WordTable(Attempt.Again.self)
    let purposes = WordTable(Attempt.Purpose.self)
    let traits = WordTable(Trait.self)
    let traitValues = WordTable(Trait.Value.self)
    let questions = WordTable(Question.self)
    let questionValues = WordTable(Question.Value.self)
    let signals = WordTable(Signal.self)
    let manners = WordTable(Manner.self)
}

extension LineKeys {
    /// Reads an act from its keys.
    ///
    /// - Parameter isStrict: whether parts from a newer version, which are kept otherwise, are refused.
    mutating func act(_ name: ActName, _ words: borrowing Words, isStrict: Bool) throws(KeyProblem) -> Act {
        switch name {
        case .attempt:
            let channel = try required(.by, word(.by, words.channels))
            return .attempt(try attempt(channel, required(.out, word(.out, words.outcomes)), words))
        case .add: return .add(try fields())
        case .edit: return .edit(try edit(isStrict: isStrict))
        case .trait:
            return .trait(
                TraitFinding(
                    try required(.trait, word(.trait, words.traits)), try required(.is, word(.is, words.traitValues)),
                    why: try string(.why)))
        case .question:
            return .question(
                QuestionFinding(
                    try required(.question, word(.question, words.questions)),
                    try required(.is, word(.is, words.questionValues)), why: try string(.why)))
        case .assess:
            return .assess(
                try answers(), criteria: try string(.criteria), score: try integer(.score, upTo: 100).map { Int($0) })
        case .signal: return .signal(try required(.signal, word(.signal, words.signals)))
        case .order: return .order(try decimal(.amount), isPity: try bool(.pity))
        case .next: return .next(on: try dueTime(.on), why: try string(.why))
        case .compelling: return .compelling(try string(.why))
        case .goodbye: return .goodbye(override: try string(.override))
        case .park: return .park(until: try required(.until, dueTime(.until)).day, why: try string(.why))
        case .letGo: return .letGo(why: try string(.why), try word(.manner, words.manners))
        case .keep: return .keep(try required(.why, string(.why)))
        case .revive: return .revive(try required(.why, string(.why)))
        case .merge: return .merge(try otherLead())
        case .note: return .note(try required(.text, string(.text)))
        case .doNotContact: return .doNotContact(words: try string(.words))
        case .allowContact: return .allowContact(why: try required(.why, string(.why)))
        case .undo: return .undo(try references())
        }
    }

    /// Reads the rest of an attempt from its keys.
    @inline(__always)
    mutating func attempt(
        _ channel: Channel, _ outcome: Outcome, _ words: borrowing Words
    ) throws(KeyProblem) -> Attempt {
        let (inbound, conveyedValue) = (try bool(.in), try bool(.value))
        let minutes = try integer(.min, upTo: 65_535).map(UInt16.init(truncatingIfNeeded:))
        let note = try string(.note)
        // Most attempts have none of these.
        if !has(anyOf: Self.rareKeys) {
            return Attempt(
                channel, outcome, inbound: inbound, conveyedValue: conveyedValue, minutes: minutes, note: note)
        }
        return Attempt(
            channel, outcome, inbound: inbound, conveyedValue: conveyedValue, minutes: minutes, note: note,
            number: try string(.number), address: try string(.address), next: try dueTime(.next),
            because: try string(.because), again: try word(.again, words.agains),
            purpose: try word(.purpose, words.purposes), amount: try decimal(.amount))
    }

    private static let rareKeys = LineKeys.set(.number, .address, .next, .because, .again, .purpose, .amount)

    /// The fields of a lead, each of which may be missing.
    private mutating func fields() throws(KeyProblem) -> LeadFields {
        var fields = LeadFields()
        for field in LeadField.allCases { try read(field, into: &fields) }
        return fields
    }

    private mutating func edit(isStrict: Bool) throws(KeyProblem) -> LeadEdit {
        let members = try required(.set, object(.set))
        var changed: [LeadField] = []
        var known: [JSON.Member] = []
        for member in members {
            if let field = LeadField(rawValue: member.key) {
                changed.append(field)
                known.append(member)
            } else if isStrict {
                throw KeyProblem(
                    key: .set, reason: .unknown(found: member.key, choices: LeadField.allCases.map(\.rawValue)))
            }
        }
        // The fields of a change are read with the code that reads those of a new lead.
        var bytes: [UInt8] = []
        JSON.object(known).write(to: &bytes)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<LeadFields, KeyProblem> in
            guard let base = buffer.baseAddress else { return .success(LeadFields()) }
            var inner = LineKeys(base)
            do throws(KeyProblem) {
                try? inner.scan(base, from: 0, to: buffer.count)
                var fields = LeadFields()
                for field in LeadField.allCases { try inner.read(field, into: &fields) }
                return .success(fields)
            } catch {
                return .failure(error)
            }
        }
        // Fields that only a newer version knows stay beside the change.
        if known.count < members.count { giveBack(.set) }
        return LeadEdit(changed, to: try result.get())
    }

    private mutating func read(_ field: LeadField, into fields: inout LeadFields) throws(KeyProblem) {
        switch field {
        case .name: fields.name = try string(.name) ?? ""
        case .phones:
            fields.phones = try contacts(.phones, "number") { LeadFields.Phone($0, label: $1, dead: $2) }
        case .emails:
            fields.emails = try contacts(.emails, "address") { LeadFields.Email($0, label: $1, dead: $2) }
        case .tags: fields.tags = try strings(.tags)
        case .worth: fields.worth = try decimal(.worth)
        case .extra: fields.extra = try object(.extra) ?? []
        case .company: fields.company = try string(.company)
        case .title: fields.title = try string(.title)
        case .address: fields.address = try string(.address)
        case .city: fields.city = try string(.city)
        case .region: fields.region = try string(.region)
        case .country: fields.country = try string(.country)
        case .zone: fields.zone = try string(.zone)
        case .site: fields.site = try string(.site)
        case .source: fields.source = try string(.source)
        case .note: fields.note = try string(.note)
        }
    }

    private mutating func strings(_ key: Key) throws(KeyProblem) -> [String] {
        guard let span = take(key) else { return [] }
        var result: [String] = []
        let problem = KeyProblem(key: key, reason: .wrongType("an array of strings"))
        guard case .array(let values) = value(span) else { throw problem }
        for value in values {
            guard case .string(let text) = value else { throw problem }
            result.append(text)
        }
        return result
    }

    /// The answer to each criterion.
    private mutating func answers() throws(KeyProblem) -> [String: String] {
        var answers: [String: String] = [:]
        for member in try required(.answers, object(.answers)) {
            guard case .string(let answer) = member.value else {
                throw KeyProblem(key: .answers, reason: .wrongType("an object of strings"))
            }
            answers[member.key] = answer
        }
        return answers
    }

    private mutating func otherLead() throws(KeyProblem) -> LeadID {
        let text = try required(.into, string(.into))
        guard let lead = LeadID(text) else {
            throw KeyProblem(
                key: .into,
                reason: .impossible(
                    found: JSON.string(text).text, wanted: "ten letters and digits of Crockford's base 32"))
        }
        return lead
    }

    private mutating func references() throws(KeyProblem) -> [EntryID] {
        let texts = try strings(.ref)
        guard !texts.isEmpty else { throw KeyProblem(key: .ref, reason: .missing) }
        var ids: [EntryID] = []
        for text in texts {
            guard let id = EntryID(text) else {
                throw KeyProblem(
                    key: .ref,
                    reason: .impossible(
                        found: JSON.string(text).text, wanted: "26 letters and digits of Crockford's base 32"))
            }
            ids.append(id)
        }
        return ids
    }
}
