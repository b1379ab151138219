import Canvas
import Pipeline

extension Command {
    /// Finding leads in a list, and marking several.
    static let listing: [Command] = [
        Command(
            "filter", "filter", "show the leads that have these words, in any order", keys: ["/"], group: .list,
            hint: 6,
            unavailable: {
                $0.tab.hasList
                    ? nil : "The numbers are of all leads; \($0.keymap.name(of: "leads")) opens a list to filter."
            }
        ) {
            $0.layers.append(.filter(TextField($0.lists.filter.text)))
            return []
        },
        Command(
            "mark", "mark", "mark the lead and move on: what is done next is done to all marked", keys: ["Space"],
            group: .list, hint: 40, unavailable: needsRow
        ) {
            $0.toggleMark()
            return []
        },
        Command(
            "mark-range", "mark a range", "mark from here to where the cursor goes; again ends the range", keys: ["V"],
            group: .list, unavailable: needsRow
        ) {
            $0.toggleRange()
            return []
        },
        Command(
            "invert-marks", "mark the others", "mark every lead of the list that is not; with none marked, all",
            keys: ["*"], group: .list, unavailable: needsRow
        ) {
            $0.invertMarks()
            return []
        },
        Command(
            "tag", "tag", "add and take away tags", keys: ["#"], group: .lead, hint: 13, unavailable: needsLead
        ) { $0.askTags() },
    ]

    private static let needsRow: @Sendable (Session) -> String? = { session in
        session.selected == nil ? needsLead(session) ?? "There is no lead in this list." : nil
    }
}

extension Session {
    fileprivate mutating func askTags() -> [Effect] {
        guard let subjects else { return [] }
        let known = Set(subjects.leads.compactMap { pipeline[$0] }.flatMap(\.fields.tags)).sorted()
        ask(
            Form(
                "Tags · \(subjects.title)",
                fields: [
                    FormField("Add", .text, hint: "several: a comma between"),
                    FormField(
                        "Take away", .text, hint: known.isEmpty ? "there is none" : known.joined(separator: ", ")),
                ]
            ) { session, form in
                let (added, dropped) = (form.list(0), form.list(1).map { $0.lowercased() })
                let words = added.map { "+\($0)" } + form.list(1).map { "−\($0)" }
                if words.isEmpty {
                    session.refuse("Name a tag to add or to take away; Esc leaves.")
                    return []
                }
                let effects = session.record(for: subjects, said: "Saved: tags \(words.joined(separator: " "))") {
                    lead in
                    var fields = lead.fields
                    fields.tags.removeAll { dropped.contains($0.lowercased()) }
                    for tag in added where !fields.tags.contains(where: { $0.lowercased() == tag.lowercased() }) {
                        fields.tags.append(tag)
                    }
                    return LeadEdit(from: lead.fields, to: fields).map { [.edit($0)] } ?? []
                }
                if effects.isEmpty, session.message?.kind == .said { session.layers.removeLast() }
                return effects
            })
        return []
    }
}
