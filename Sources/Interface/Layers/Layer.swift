import Canvas
import Pipeline

/// Something over the tab that has the keys first.
enum Layer: Sendable {
    case choice(Choice)
    case form(Form)
    case filter(FilterField)
    case commands(CommandMenu)
    case themes(ThemeList)
    case importing(ImportDialog)
    case breakUp(BreakUpPanel)
    case views(ViewList)
}

extension Layer {
    /// True for one that takes the place of what is below it, which is then only hinted at. The themes are tried on it.
    var isLarge: Bool {
        switch self {
        case .form, .commands, .importing, .breakUp: true
        case .choice, .filter, .themes, .views: false
        }
    }
}

/// A pop-up of options, one key each.
struct Choice: Sendable {
    let title: String
    var question: String?
    /// What there is to know first, a paragraph each.
    var about: [[Line.Span]] = []
    let options: [Option]

    struct Option: Sendable {
        let key: Key
        let title: String
        /// Stands above it, when a group begins with it.
        let heading: String?
        let pick: @Sendable (inout Session) -> [Effect]

        init(
            _ key: Key, _ title: String, heading: String? = nil, pick: @escaping @Sendable (inout Session) -> [Effect]
        ) {
            self.key = key
            self.title = title
            self.heading = heading
            self.pick = pick
        }
    }
}

extension Session {
    mutating func ask(_ choice: Choice) { layers.append(.choice(choice)) }

    mutating func ask(_ form: Form) { layers.append(.form(form)) }

    /// An answer after which something is recorded: the form in which that was filled in, if any, lies below and closes.
    func option(
        _ key: Key, _ title: String, record: @escaping @Sendable (inout Session) -> [Effect]
    ) -> Choice.Option {
        Choice.Option(key, title) { session in
            let effects = record(&session)
            if !effects.isEmpty, case .form(let form) = session.layers.last {
                session.unsaved = form
                session.layers.removeLast()
            }
            return effects
        }
    }

    /// Hands what came in to the topmost layer.
    mutating func update(_ layer: Layer, _ input: Input) -> [Effect] {
        switch layer {
        case .choice(let choice): update(choice, input)
        case .form(var form): update(&form, input)
        case .filter(var field): update(&field, input)
        case .commands(var menu): update(&menu, input)
        case .themes(var list): update(&list, input)
        case .importing(var dialog): update(&dialog, input)
        case .breakUp(let panel): update(panel, input)
        case .views(var list): update(&list, input)
        }
    }

    private mutating func update(_ choice: Choice, _ input: Input) -> [Effect] {
        if case .mouse(let mouse) = input, mouse.kind == .press, let place = options(of: choice).option(at: mouse.at) {
            layers.removeLast()
            return choice.options[place].pick(&self)
        }
        guard case .key(let key) = input else { return [] }
        if let option = choice.options.first(where: { $0.key == key }) {
            layers.removeLast()
            return option.pick(&self)
        }
        if key == .escape || key == .character("q") {
            layers.removeLast()
        } else {
            refuse("\(key.name) is none of the choices; Esc leaves.")
        }
        return []
    }

    private mutating func update(_ form: inout Form, _ input: Input) -> [Effect] {
        switch input {
        case .key(.escape):
            layers.removeLast()
            return []
        case .key(.control("o")) where form.fields[form.current].isLong:
            return [.editText(form.fields[form.current].input.text)]
        case .mouse(let mouse):
            let fields = FormLayout(form, self).fields
            guard mouse.kind == .press, let field = fields.first(where: { $0.box.contains(mouse.at) }) else {
                return []
            }
            form.current = field.index
        case .key(.tab), .key(.down): form.move(by: 1)
        case .key(.backTab), .key(.up): form.move(by: -1)
        case .key(.enter):
            if let problem = form.firstProblem(now) {
                form.current = problem
                form.wasRefused = true
                layers[layers.count - 1] = .form(form)
                return []
            }
            let depth = layers.count
            let effects = form.submit(&self, form)
            // What was refused stays in the form, to be mended; what a rule wants asked comes on top of it.
            if !effects.isEmpty, layers.count == depth {
                unsaved = form
                layers.removeLast()
            }
            return effects
        default:
            guard form.fields[form.current].input.take(input) else { return [] }
        }
        layers[layers.count - 1] = .form(form)
        return []
    }
}
