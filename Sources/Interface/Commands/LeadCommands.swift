import Canvas
import Pipeline

extension Command {
    /// What one does with the lead besides logging.
    static let lead: [Command] = [
        Command(
            "mark-prospect", "prospect", "mark a prospect: asks for the traits that are not yes yet", keys: ["p"],
            group: .lead, hint: 8, unavailable: needsOneLead
        ) { $0.markProspect() },
        Command(
            "mark-suspect", "suspect", "mark a suspect: asks which trait is missing", keys: ["s"], group: .lead,
            hint: 9,
            unavailable: needsOneLead
        ) { $0.markSuspect() },
        Command(
            "next-step", "next step", "set or move the next step", keys: ["f"], group: .lead, hint: 10,
            unavailable: needsLead
        ) { $0.askNextStep() },
        Command("note", "note", "write a note", keys: ["N"], group: .lead, hint: 11, unavailable: needsLead) {
            $0.askNote()
        },
        Command("edit", "edit", "change the lead's details", keys: ["E"], group: .lead, unavailable: needsOneLead) {
            $0.askEdit()
        },
        Command("add", "add lead", "add a lead", keys: ["A"], group: .lead, hint: 12) { $0.askAdd() },
        Command(
            "do-not-contact", "do not contact", "the lead asked not to be contacted", keys: ["D"], group: .lead,
            unavailable: needsLead
        ) { $0.askDoNotContact(afterCall: false) },
        Command(
            "allow-contact", "allow contact", "clear “do not contact”; needs a reason", keys: ["C-a"], group: .lead,
            unavailable: { session in
                if let reason = needsLead(session) { return reason }
                guard !session.hasMarks, let lead = session.selected else { return nil }
                return lead.doNotContact == nil ? "\(lead.title) may be contacted; there is nothing to clear." : nil
            }
        ) { $0.askAllowContact() },
    ]
}

extension Session {
    /// Asks for each trait that is not yes, one key each; the lead becomes a prospect when all three are.
    fileprivate mutating func markProspect() -> [Effect] {
        guard let lead = selected else { return [] }
        if lead.traits.missing.isEmpty {
            say("\(lead.title) is a \(lead.standing.rawValue) already: money, authority and desire are all yes.")
            return []
        }
        return askTraits(lead.traits.missing, of: lead, answers: [])
    }

    private mutating func askTraits(_ missing: [Trait], of lead: Lead, answers: [TraitFinding]) -> [Effect] {
        guard let trait = missing.first else { return recordTraits(answers, of: lead) }
        let rest = Array(missing.dropFirst())
        func option(_ key: Character, _ title: String, _ value: Trait.Value) -> Choice.Option {
            Choice.Option(.character(key), title) {
                $0.askTraits(rest, of: lead, answers: answers + [TraitFinding(trait, value)])
            }
        }
        ask(
            Choice(
                title: "\(lead.title): \(trait.rawValue)?", question: Wording.question(trait),
                options: [option("y", "yes", .yes), option("n", "no", .no), option("?", "not known yet", .unknown)]))
        return []
    }

    private mutating func recordTraits(_ answers: [TraitFinding], of lead: Lead) -> [Effect] {
        // "Not known yet" is news only when something was known.
        let news = answers.filter { lead.traits.value(of: $0.trait) != $0.value }
        let open = answers.filter { $0.value != .yes }
        let said =
            open.isEmpty
            ? "Saved: \(lead.title) is a prospect now."
            : "\(lead.title) stays a suspect: "
                + open.map { "\($0.trait.rawValue) is \($0.value.rawValue)" }.joined(separator: ", ") + "."
        guard !news.isEmpty else {
            say(said)
            return []
        }
        return record(asOneStep(news.map { Draft(.trait($0), lead: lead.id, at: now.moment) }), said: said)
    }

    /// Asks which trait is missing, and whether it is a no or not known.
    fileprivate mutating func markSuspect() -> [Effect] {
        guard let lead = selected else { return [] }
        if lead.standing == .suspect {
            say(
                "\(lead.title) is a suspect already: \(lead.traits.missing.map(\.rawValue).joined(separator: ", ")) missing."
            )
            return []
        }
        let keys: [Trait: Character] = [.money: "m", .authority: "a", .desire: "d"]
        ask(
            Choice(
                title: "\(lead.title): which is missing?",
                options: Trait.allCases.compactMap { trait in
                    keys[trait].map { key in
                        Choice.Option(.character(key), trait.rawValue) { $0.askMissing(trait, of: lead) }
                    }
                }))
        return []
    }

    private mutating func askMissing(_ trait: Trait, of lead: Lead) -> [Effect] {
        func option(_ key: Character, _ title: String, _ value: Trait.Value) -> Choice.Option {
            Choice.Option(.character(key), title) { session in
                session.record(
                    [Draft(.trait(TraitFinding(trait, value)), lead: lead.id, at: session.now.moment)],
                    said: "Saved: \(trait.rawValue) is \(value.rawValue) · \(lead.title)")
            }
        }
        ask(
            Choice(
                title: "\(lead.title): \(trait.rawValue)", question: Wording.question(trait),
                options: [option("n", "no", .no), option("?", "not known any more", .unknown)]))
        return []
    }

    fileprivate mutating func askNextStep() -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form(
                "Next step · \(subjects.title)",
                fields: [FormField("When", .day, hint: "tue, 3d, 2w, nov 30 14:00"), FormField("What", .text)]
            ) { session, form in
                let due = form.due(0, session.now)
                return session.record(
                    for: subjects, said: "Saved: next step \(due.map { Wording.due($0, session.now) } ?? "")"
                ) { _ in [.next(on: due, why: form.text(1))] }
            })
        return []
    }

    fileprivate mutating func askNote() -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form("Note · \(subjects.title)", fields: [FormField("Note", .required, isLong: true)]) { session, form in
                session.record(for: subjects, said: "Saved: note") { _ in [.note(form.text(0) ?? "")] }
            })
        return []
    }

    fileprivate mutating func askAllowContact() -> [Effect] {
        guard let subjects else { return [] }
        ask(
            Form("Allow contact · \(subjects.title)", fields: [FormField("Reason", .required)]) { session, form in
                session.record(for: subjects, said: "Saved: may be contacted again") { _ in
                    [.allowContact(why: form.text(0) ?? "")]
                }
            })
        return []
    }

    fileprivate mutating func askAdd() -> [Effect] {
        ask(
            LeadForm.make("Add a lead", LeadFields()) { session, fields in
                let id = LeadID.random(using: &session.random)
                let lead = fields.name.isEmpty ? fields.company ?? "lead" : fields.name
                return session.record(
                    [Draft(.add(fields), lead: id, at: session.now.moment)], said: "Saved: added \(lead)")
            })
        return []
    }

    fileprivate mutating func askEdit() -> [Effect] {
        guard let lead = selected else { return [] }
        ask(
            LeadForm.make("Edit · \(lead.title)", lead.fields) { session, fields in
                guard let edit = LeadEdit(from: lead.fields, to: fields) else {
                    session.layers.removeLast()
                    session.say("Nothing changed.")
                    return []
                }
                return session.record(
                    [Draft(.edit(edit), lead: lead.id, at: session.now.moment)], said: "Saved: changed \(lead.title)")
            })
        return []
    }
}
