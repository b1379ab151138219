import Canvas
import Pipeline

extension Command {
    /// Finding leads in a list, and marking several.
    static let listing: [Command] = [
        Command(
            "filter", "filter",
            "find by words in any order, is:stalling, tier:top, city:paris, attempts>=20, last>30d, -word, or",
            keys: ["/"], group: .list, hint: 6, unavailable: needsList
        ) {
            $0.layers.append(.filter(FilterField($0.lists.filter.text)))
            return []
        },
        Command(
            "sort", "sort", "look through the list in another order", keys: ["S"], group: .list, hint: 41,
            unavailable: needsList
        ) { $0.askOrder() },
        Command(
            "views", "views", "a filter and an order kept by name: choose, keep, rename, delete", keys: ["F"],
            group: .list, hint: 42, unavailable: needsList
        ) { $0.chooseView() },
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

    private static let needsList: @Sendable (Session) -> String? = { session in
        session.tab.hasList
            ? nil : "The numbers are of all leads; \(session.keymap.name(of: "leads")) opens a list of them."
    }

    private static let needsRow: @Sendable (Session) -> String? = { session in
        !session.hasSelected ? needsLead(session) ?? "There is no lead in this list." : nil
    }
}

extension Session {
    /// Asks for an order, one key each.
    fileprivate mutating func askOrder() -> [Effect] {
        let keys: [LeadOrder.Key: Character] = [
            .name: "n", .company: "c", .last: "l", .next: "d", .score: "s", .worth: "w", .attempts: "a", .added: "f",
        ]
        func title(_ key: LeadOrder.Key) -> String {
            switch key {
            case .name: "name"
            case .company: "company"
            case .last: "last attempt, the latest first"
            case .next: "next step, the soonest first"
            case .score: "score, the highest first"
            case .worth: "worth, the most first"
            case .attempts: "attempts of this round, the most first"
            case .added: "on file since, the newest first"
            }
        }
        let usual = Choice.Option(.character("u"), "usual: the morning’s, or by name") { $0.sort(by: nil) }
        let orders = LeadOrder.Key.allCases.compactMap { key in
            keys[key].map { Choice.Option(.character($0), title(key)) { $0.sort(by: LeadOrder(key)) } }
        }
        let turned = Choice.Option(.character("r"), "the other way round") { session in
            guard var order = session.lists.order else {
                session.refuse("The usual order has no other way round; choose another order first.")
                return []
            }
            order.isReversed.toggle()
            return session.sort(by: order)
        }
        ask(Choice(title: "Sort", question: "By what?", options: [usual] + orders + [turned]))
        return []
    }

    private mutating func sort(by order: LeadOrder?) -> [Effect] {
        lists.setOrder(order, pipeline)
        for tab in Tab.allCases { settleSelection(in: tab) }
        keepSelectionVisible()
        return []
    }

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
