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

    /// Those that come with the program, by name.
    public static let shipped: [ThemeChoice] = Theme.shipped.keys.sorted().map { name in
        do {
            return ThemeChoice(name: name, about: try Theme.shipped(name).about)
        } catch {
            return ThemeChoice(name: name, about: "", problem: "\(error)")
        }
    }
}

/// The themes to choose from; each is shown while it is chosen.
struct ThemeList: Sendable {
    var selected: Int
    /// The theme to go back to.
    let before: String
}

extension Session {
    mutating func chooseTheme() -> [Effect] {
        let selected = themes.firstIndex { $0.name == theme } ?? 0
        layers.append(.themes(ThemeList(selected: selected, before: theme)))
        return []
    }

    mutating func update(_ list: inout ThemeList, _ input: Input) -> [Effect] {
        let layout = NamedListLayout(list, themes, size)
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
            let moved = input.movingByLetters(selected, among: themes.count, page: layout.list.height)
            guard let moved else { return [] }
            selected = moved
        }
        list.selected = selected
        layers[layers.count - 1] = .themes(list)
        return themes.indices.contains(selected) && themes[selected].problem == nil ? show(themes[selected].name) : []
    }

    private mutating func keep(_ list: ThemeList) -> [Effect] {
        guard themes.indices.contains(list.selected) else { return [] }
        let choice = themes[list.selected]
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
