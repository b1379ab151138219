import Canvas

/// A theme that can be chosen.
public struct ThemeChoice: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it is for, in a few words.
    public let about: String
    /// Why it cannot be shown, in a sentence; nil when it can.
    public let problem: String?

    /// Makes a choice.
    public init(name: String, about: String, problem: String? = nil) {
        self.name = name
        self.about = about
        self.problem = problem
    }
}

/// The themes to choose from; each is shown while it is chosen.
struct ThemeList: Sendable {
    let choices: [ThemeChoice]
    var selected: Int
    /// The theme to go back to.
    let before: String

    var choice: ThemeChoice? { choices.indices.contains(selected) ? choices[selected] : nil }
}

extension Session {
    mutating func choose(among themes: [ThemeChoice]) {
        let selected = themes.firstIndex { $0.name == theme } ?? 0
        layers.append(.themes(ThemeList(choices: themes, selected: selected, before: theme)))
    }

    mutating func update(_ list: inout ThemeList, _ input: Input) -> [Effect] {
        let layout = NamedListLayout(list, size)
        var selected = list.selected
        switch input {
        case .key(.escape), .key(.character("q")):
            layers.removeLast()
            return show(list.before)
        case .key(.enter): return keep(list)
        case .mouse(let mouse) where mouse.kind == .press:
            guard let row = layout.row(at: mouse.at) else { return [] }
            if row == selected { return keep(list) }
            selected = row
        default:
            let moved = input.movingByLetters(selected, among: list.choices.count, page: layout.list.height)
            guard let moved else { return [] }
            selected = moved
        }
        list.selected = selected
        layers[layers.count - 1] = .themes(list)
        guard let choice = list.choice, choice.problem == nil else { return [] }
        return show(choice.name)
    }

    private mutating func keep(_ list: ThemeList) -> [Effect] {
        guard let choice = list.choice else { return [] }
        if let problem = choice.problem {
            refuse(problem)
            return []
        }
        layers.removeLast()
        say("Theme: \(choice.name)")
        return show(choice.name) + [.keepTheme(choice.name)]
    }

    private mutating func show(_ name: String) -> [Effect] {
        if name == theme { return [] }
        theme = name
        return [.showTheme(name)]
    }
}
