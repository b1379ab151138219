import Canvas
public import Pipeline

/// A view that can be chosen.
public struct ViewChoice: Hashable, Sendable {
    /// The view; of one that cannot be read, only its name is known.
    public let view: SavedView
    /// Why it cannot be shown, in a sentence; nil when it can.
    public let problem: String?

    /// Makes a choice.
    public init(_ view: SavedView, problem: String? = nil) {
        (self.view, self.problem) = (view, problem)
    }
}

/// The views to choose from.
struct ViewList: Sendable {
    var selected: Int
}

extension Session {
    /// The view that is shown: the one with the filter and the order of the lists; nil when none has both.
    var view: SavedView? {
        if lists.filter.isEmpty, lists.order == nil { return nil }
        return views.lazy.filter { $0.problem == nil }.map(\.view)
            .first { $0.filter == lists.filter.text.trimmed && $0.order == lists.order }
    }

    mutating func chooseView() -> [Effect] {
        let shown = view?.name
        layers.append(.views(ViewList(selected: views.firstIndex { $0.view.name == shown } ?? 0)))
        return []
    }

    mutating func update(_ list: inout ViewList, _ input: Input) -> [Effect] {
        let layout = NamedListLayout(list, views, size)
        let chosen = views.indices.contains(list.selected) ? views[list.selected] : nil
        switch input {
        case .key(.escape), .key(.character("q")):
            layers.removeLast()
            return []
        case .key(.character("s")): return askViewName()
        case .key(.character("r")): return chosen.map { askNewName(of: $0) } ?? []
        case .key(.character("d")), .key(.delete): return chosen.map { askForget($0.view) } ?? []
        case .key(.enter): return chosen.map { show($0) } ?? []
        case .mouse(let mouse) where mouse.kind == .press:
            guard let row = layout.row(at: mouse.at), views.indices.contains(row) else { return [] }
            if row == list.selected { return show(views[row]) }
            list.selected = row
        default:
            let moved = input.movingByLetters(list.selected, among: views.count, page: layout.list.height)
            guard let moved else { return [] }
            list.selected = moved
        }
        layers[layers.count - 1] = .views(list)
        return []
    }

    private mutating func show(_ choice: ViewChoice) -> [Effect] {
        if let problem = choice.problem {
            refuse(problem)
            return []
        }
        layers.removeLast()
        lists.setOrder(choice.view.order, pipeline)
        if let mistake = setFilter(choice.view.filter) { refuse("\(mistake)".firstUppercased + ".") }
        lists.selectFirst(tab)
        keepSelectionVisible()
        return []
    }

    private mutating func askViewName() -> [Effect] {
        if lists.filter.isEmpty, lists.order == nil {
            refuse(
                "Everybody is shown in the usual order; filter with \(keymap.name(of: "filter")) or sort with "
                    + "\(keymap.name(of: "sort")) first, and keep that.")
            return []
        }
        let (filter, order) = (lists.filter.text.trimmed, lists.order)
        ask(
            Form("Keep this view", verb: "keep", fields: [FormField("Name", .required, view?.name ?? "")]) {
                session, form in
                session.keep(SavedView(name: form.text(0) ?? "", filter: filter, order: order), inPlaceOf: nil)
            })
        return []
    }

    private mutating func askNewName(of choice: ViewChoice) -> [Effect] {
        if let problem = choice.problem {
            refuse(problem)
            return []
        }
        ask(
            Form("Rename the view", verb: "rename", fields: [FormField("Name", .required, choice.view.name)]) {
                session, form in
                let (old, name) = (choice.view, form.text(0) ?? "")
                return session.keep(SavedView(name: name, filter: old.filter, order: old.order), inPlaceOf: old.name)
            })
        return []
    }

    private mutating func keep(_ view: SavedView, inPlaceOf old: String?) -> [Effect] {
        if let problem = SavedView.problem(ofName: view.name) {
            refuse(problem.firstUppercased + ".")
            return []
        }
        let isTaken = views.contains { $0.view.name == view.name }
        if let old, isTaken {
            if old == view.name { layers.removeLast() } else { refuse("There is a view “\(view.name)” already.") }
            return []
        }
        views.removeAll { $0.view.name == view.name || $0.view.name == old }
        let place = views.firstIndex { view.name < $0.view.name } ?? views.count
        views.insert(ViewChoice(view), at: place)
        // The form is taken away by whoever submitted it; the list below it shows the view.
        if layers.count > 1, case .views = layers[layers.count - 2] {
            layers[layers.count - 2] = .views(ViewList(selected: place))
        }
        return [.keepView(view)] + (old.map { [.forgetView($0)] } ?? [])
    }

    /// Asks first: no undo brings a view back.
    private mutating func askForget(_ view: SavedView) -> [Effect] {
        ask(
            Choice(
                title: "Delete the view “\(view.name)”?",
                options: [
                    Choice.Option(.character("y"), "delete it") { session in
                        session.views.removeAll { $0.view.name == view.name }
                        let last = max(0, session.views.count - 1)
                        if case .views(let list) = session.layers.last {
                            session.layers[session.layers.count - 1] = .views(
                                ViewList(selected: min(list.selected, last)))
                        }
                        session.say("Deleted: \(view.name)")
                        return [.forgetView(view.name)]
                    }, Choice.Option(.character("n"), "keep it") { _ in [] },
                ]))
        return []
    }
}
