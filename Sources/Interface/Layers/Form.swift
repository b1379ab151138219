import Canvas
import Pipeline

/// A few fields to fill in; Enter saves, Esc leaves.
struct Form: Sendable {
    let title: String
    /// What Enter does, in a word.
    let verb: String
    var fields: [FormField]
    var current = 0
    /// True once saving was tried in vain: then even what is missing is pointed out.
    var wasRefused = false
    /// What is said below the fields, a paragraph each, as they are filled in.
    let aside: (@Sendable (Session, Form) -> [[Line.Span]])?
    /// Makes acts of the fields. Called only when no field has a problem; no effects means that the form stays open.
    let submit: @Sendable (inout Session, Form) -> [Effect]

    init(
        _ title: String, verb: String = "save", fields: [FormField],
        aside: (@Sendable (Session, Form) -> [[Line.Span]])? = nil,
        submit: @escaping @Sendable (inout Session, Form) -> [Effect]
    ) {
        self.title = title
        self.verb = verb
        self.fields = fields
        self.aside = aside
        self.submit = submit
    }

    mutating func move(by offset: Int) {
        current = (current + offset + fields.count) % fields.count
    }

    func firstProblem(_ now: Now) -> Int? {
        fields.firstIndex { $0.problem(now) != nil }
    }

    /// What a field holds, or nil when it is blank.
    func text(_ index: Int) -> String? {
        let text = fields[index].input.text.trimmed
        return text.isEmpty ? nil : text
    }

    /// The values of a field that takes several, a comma between.
    func list(_ index: Int) -> [String] {
        fields[index].values
    }

    /// The day that a field names.
    func due(_ index: Int, _ now: Now) -> DueTime? {
        guard let text = text(index) else { return fields[index].proposal }
        return DueTime(spoken: text, now)
    }
}

/// One line of a form.
struct FormField: Sendable {
    let label: String
    let kind: Kind
    /// What may be typed, shown while the field is empty.
    let hint: String
    /// True when it takes several lines, and may be written in the user's editor.
    let isLong: Bool
    /// The day that is taken while the field is empty; nil when one must be typed.
    let proposal: DueTime?
    var input: TextField
    private let original: String

    enum Kind: Sendable { case text, required, day, amount, phones, emails, zone }

    init(
        _ label: String, _ kind: Kind, _ text: String = "", hint: String = "", isLong: Bool = false,
        proposal: DueTime? = nil
    ) {
        self.label = label
        self.kind = kind
        self.hint = hint
        self.proposal = proposal
        self.isLong = isLong
        input = TextField(text, keepsLines: isLong)
        original = text
    }

    /// True when it holds what it held at first.
    var isUntouched: Bool { input.text == original }

    var values: [String] {
        input.text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// What is wrong with it, in a few words; nil when nothing is.
    func problem(_ now: Now) -> String? {
        let text = input.text.trimmed
        // Nobody has to mend what an import brought to change something else.
        if isUntouched, !original.isEmpty { return nil }
        switch kind {
        case .text: return nil
        case .required: return text.isEmpty ? "cannot be empty" : nil
        case .day:
            if text.isEmpty { return proposal == nil ? "when? \(hint)" : nil }
            if let question = DueTime.doubt(spoken: text) { return question }
            guard let due = DueTime(spoken: text, now) else { return "not a day; try \(hint)" }
            if due.day < now.today { return "that day is past" }
            let isPast = due.day == now.today && due.minute.map { Int($0) < now.minute } ?? false
            return isPast ? "that time is past" : nil
        case .amount:
            return text.isEmpty || Amount.read(text) != nil ? nil : "not an amount; try 12000 or 12k"
        case .phones:
            let bad = values.first { !$0.contains(where: \.isNumber) }
            return bad.map { "“\($0)” has no digits" }
        case .emails:
            let bad = values.first { !LeadFields.Email.isAddress($0) || $0.contains(where: \.isWhitespace) }
            return bad.map { "“\($0)” is not an address" }
        case .zone:
            return text.isEmpty || text.contains("/") || text == "UTC" ? nil : "a zone is named like Europe/Berlin"
        }
    }

    /// What was understood, to be shown while typing.
    func understood(_ now: Now) -> String? {
        guard kind == .day else { return nil }
        if input.text.isBlank { return proposal.map { "\(Wording.due($0, now)), if you name no day" } }
        return DueTime(spoken: input.text.trimmed, now).map { Wording.due($0, now) }
    }
}
