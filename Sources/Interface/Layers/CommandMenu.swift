import Canvas

/// Commands to find by typing, to read and to run: the palette, with what fits best first, and help, in groups.
struct CommandMenu: Sendable {
    enum Kind: Sendable { case palette, help }

    let kind: Kind
    var words = TextField("")
    var selected = 0

    init(_ kind: Kind) { self.kind = kind }

    /// The commands that fit what was typed, in the order in which they stand. Where all fit alike, that of the table.
    func matches(_ keymap: Keymap) -> [CommandSearch.Match] {
        let found = CommandSearch(words.text).matches(in: Command.all, keymap)
        switch kind {
        case .palette:
            return found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
                .map(\.element)
        case .help: return Command.Group.allCases.flatMap { group in found.filter { $0.command.group == group } }
        }
    }

    /// Chooses what fits best.
    mutating func selectBest(_ keymap: Keymap) {
        let scores = matches(keymap).map(\.score)
        selected = scores.max().flatMap(scores.firstIndex) ?? 0
    }
}

extension Session {
    mutating func update(_ menu: inout CommandMenu, _ input: Input) -> [Effect] {
        let matches = menu.matches(keymap)
        let layout = CommandMenuLayout(menu, matches, size)
        var isPicked = input == .key(.enter)
        switch input {
        case .key(.escape):
            layers.removeLast()
            return []
        case .mouse(let mouse) where mouse.kind == .press:
            guard let row = layout.row(at: mouse.at) else { return [] }
            menu.selected = row
            isPicked = true
        default:
            if let moved = input.moving(menu.selected, among: matches.count, page: layout.list.height) {
                menu.selected = moved
            } else if menu.words.take(input) {
                menu.selectBest(keymap)
            }
        }
        layers[layers.count - 1] = .commands(menu)
        guard isPicked, menu.selected < matches.count else { return [] }
        let command = matches[menu.selected].command
        if let reason = command.unavailable(self) {
            refuse(reason)
            return []
        }
        layers.removeLast()
        return run(command)
    }
}

extension Input {
    /// Where the choice goes in a list of which one row is chosen, by the keys that every list has and the wheel; nil
    /// when this is none of them.
    func moving(_ selected: Int, among count: Int, page: Int) -> Int? {
        let step: Int
        switch self {
        case .key(.down), .key(.control("n")): step = 1
        case .key(.up), .key(.control("p")): step = -1
        case .key(.pageDown): step = max(1, page - 1)
        case .key(.pageUp): step = -max(1, page - 1)
        case .mouse(let mouse) where mouse.kind == .wheelDown: step = 1
        case .mouse(let mouse) where mouse.kind == .wheelUp: step = -1
        default: return nil
        }
        return max(0, min(selected + step, count - 1))
    }

    /// As `moving`, where nothing is typed: by the letters that move a list, too.
    func movingByLetters(_ selected: Int, among count: Int, page: Int) -> Int? {
        switch self {
        case .key(.character("j")): Input.key(.down).moving(selected, among: count, page: page)
        case .key(.character("k")): Input.key(.up).moving(selected, among: count, page: page)
        case .key(.home), .key(.character("g")): 0
        case .key(.end), .key(.character("G")): max(0, count - 1)
        default: moving(selected, among: count, page: page)
        }
    }
}
