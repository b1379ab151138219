import Canvas
import Pipeline

extension Session {
    func drawFooter(_ frame: inout Frame, _ rect: Rect) {
        if case .filter(let field) = layers.last {
            let x = frame.write(" /", x: rect.x, y: rect.y, role: .key)
            frame.write(field.text, x: x, y: rect.y, width: rect.maxX - x - 30)
            frame.write("Enter keep  Esc all  ↑↓ move ", x: rect.maxX - 29, y: rect.y, role: .dim)
            frame.cursor = Point(x: min(x + frame.text.width(field.beforeCursor), rect.maxX - 30), y: rect.y)
            return
        }
        if let message {
            frame.fill(rect, on: .banner)
            frame.write(
                " \(message.text)", x: rect.x, y: rect.y, width: rect.width,
                role: message.kind == .said ? .good : .warn,
                on: .banner)
            return
        }
        for hint in footerHints(rect) {
            let x = frame.write(hint.keys, x: hint.x, y: rect.y, role: hint.isAvailable ? .key : .dim)
            frame.write(hint.title, x: x + 1, y: rect.y, role: .dim)
        }
    }

    struct Hint {
        let keys: String
        let title: String
        let x: Int
        let width: Int
        let isAvailable: Bool
        let command: Command?
    }

    /// The hints that fit, the most used first, and where to find the rest.
    func footerHints(_ rect: Rect) -> [Hint] {
        if let layer = layers.last { return layerHints(layer, rect) }
        let commands =
            isEmpty
            ? Command.all.filter { ["import", "add", "demo", "quit"].contains($0.id) }
            : Command.all.filter { $0.hint != nil }.sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
        var hints: [Hint] = []
        var x = rect.x + 1
        let more = Command.all.filter { $0.id == "help" }
        let moreWidth = more.reduce(0) { $0 + text.width("\($1.keyNames) \($1.title)") + 2 }
        for command in commands {
            let width = text.width("\(command.keyNames) \(command.title)")
            guard x + width + 2 + moreWidth <= rect.maxX else { break }
            hints.append(hint(command, x, width))
            x += width + 2
        }
        for command in more { hints.append(hint(command, x, text.width("\(command.keyNames) \(command.title)"))) }
        return hints
    }

    private func hint(_ command: Command, _ x: Int, _ width: Int) -> Hint {
        Hint(
            keys: command.keyNames, title: command.title, x: x, width: width,
            isAvailable: command.unavailable(self) == nil, command: command)
    }

    private func layerHints(_ layer: Layer, _ rect: Rect) -> [Hint] {
        let pairs: [(String, String)] =
            switch layer {
            case .choice: [("Esc", "leave")]
            case .form(let form):
                [("Enter", form.verb)] + (form.fields.count > 1 ? [("Tab", "next field")] : []) + [("Esc", "leave")]
            case .help: [("Enter", "run it"), ("↑↓", "choose"), ("Esc", "leave"), ("a–z", "search")]
            case .filter: []
            }
        var x = rect.x + 1
        return pairs.map { keys, title in
            let width = text.width(keys) + 1 + text.width(title)
            defer { x += width + 2 }
            return Hint(keys: keys, title: title, x: x, width: width, isAvailable: true, command: nil)
        }
    }
}
