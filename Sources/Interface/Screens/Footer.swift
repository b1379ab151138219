import Canvas
import Pipeline

extension Session {
    func drawFooter(_ frame: inout Frame, _ rect: Rect) {
        if case .filter(let field) = layers.last { return drawFilter(&frame, rect, field) }
        if let progress = footerProgress, hasEverybody {
            frame.write(progress, x: rect.x + 1, y: rect.y, width: rect.width - 1)
        }
        for hint in footerHints(rect) {
            let x = frame.write(hint.keys, x: hint.x, y: rect.y, role: hint.isAvailable ? .key : .dim)
            frame.write(hint.title, x: x + 1, y: rect.y, role: .dim)
        }
    }

    private func drawFilter(_ frame: inout Frame, _ rect: Rect, _ field: FilterField) {
        let x = frame.write(" /", x: rect.x, y: rect.y, role: .key)
        let hints = "Enter keep  Esc show all  ↑↓ move "
        let end = rect.maxX - frame.text.width(hints)
        frame.write(hints, x: end, y: rect.y, role: .dim)
        let room = Rect(x: x, y: rect.y, width: end - x - 1, height: 1)
        if field.input.text.isEmpty {
            frame.write(
                "words, is:stalling, tier:top, last>30d, -word", x: room.x + 1, y: room.y, width: room.width - 1,
                role: .dim)
        }
        drawField(&frame, room, field.input)
        guard let mistake = field.mistake else { return }
        // Above what is typed, where the eyes are.
        let lines = text.wrap("\(mistake)", to: size.width - 3)
        let above = Rect(x: rect.x, y: rect.y - min(lines.count, 3), width: rect.width, height: min(lines.count, 3))
        frame.fill(above, on: .banner)
        for (index, line) in lines.prefix(above.height).enumerated() {
            frame.write(line, x: above.x + 2, y: above.y + index, width: above.width - 3, role: .warn, on: .banner)
        }
    }

    /// What is said, over the footer and as many lines above it as it needs, up to four.
    private var banner: (rect: Rect, lines: [String])? {
        guard let message else { return nil }
        let lines = text.wrap(message.text, to: size.width - 2)
        let most = 4
        let shown =
            Array(lines.prefix(most - 1)) + (lines.count < most ? [] : [lines[(most - 1)...].joined(separator: " ")])
        return (Rect(size).rows(bottom: shown.count).1, shown)
    }

    func drawMessage(_ frame: inout Frame) {
        guard let message, let (rect, lines) = banner else { return }
        frame.fill(rect, on: .banner)
        for (index, line) in lines.enumerated() {
            frame.write(
                line, x: rect.x + 1, y: rect.y + index, width: rect.width - 2,
                role: message.kind == .said ? .good : .warn, on: .banner)
        }
    }

    /// Takes the message away when it is clicked on; what it hid is not clicked.
    mutating func dismissMessage(at point: Point) -> Bool {
        guard let rect = banner?.rect else { return false }
        message = nil
        return rect.contains(point)
    }

    /// What was done today, where there is room for it before the hints.
    private var footerProgress: Line? {
        size.width >= 100 && !isEmpty && calls == nil && layers.isEmpty && pending.isEmpty
            ? Line(spans: progress(width: 10)) : nil
    }

    struct Hint {
        let keys: String
        let title: String
        var x = 0
        let width: Int
        let isAvailable: Bool
        let command: Command?
    }

    /// The hints that fit, the most used first, and where to find the rest.
    func footerHints(_ rect: Rect) -> [Hint] {
        if let layer = layers.last { return layerHints(layer, rect) }
        if !pending.isEmpty { return keyHints([("Esc", "leave")], rect) }
        // How to get back is never crowded out.
        let isInside = focus == .card || calls != nil || hasMarks || !lists.filter.isEmpty
        let last = Command.all.filter {
            $0.id == "help" || $0.id == "back" && isInside || $0.id == "next-lead" && calls?.current != nil
        }.filter { hasKeys($0) }.map { hint($0) }
        var x = rect.x + 1 + (footerProgress.map { $0.width(text) + 3 } ?? 0)
        // Behind the last of them no gap is needed.
        var room = rect.maxX - x - last.reduce(0) { $0 + $1.width + 2 } + 2
        var shown: [Hint] = []
        for command in hints where hasKeys(command) {
            let hint = hint(command)
            guard isEmpty || hint.isAvailable else { continue }
            room -= hint.width + 2
            guard room >= 0 else { break }
            shown.append(hint)
        }
        shown += last
        for place in shown.indices {
            shown[place].x = x
            x += shown[place].width + 2
        }
        return shown
    }

    private func hasKeys(_ command: Command) -> Bool { !keymap.keys(of: command.id).isEmpty }

    /// The commands to hint at when they apply, the most used first: where decisions are made, those that settle a lead.
    private var hints: [Command] {
        if isEmpty { return Command.firstHints }
        // In call mode the card is open.
        if calls != nil { return Command.hints.filter { $0.id != "card" } }
        return tab == .today || tab == .leads ? Command.hints : Command.hintsToDecide
    }

    private func hint(_ command: Command) -> Hint {
        let (keys, title) = (keymap.name(of: command.id), title(ofHint: command))
        return Hint(
            keys: keys, title: title, width: text.width(keys) + 1 + text.width(title),
            isAvailable: command.unavailable(self) == nil, command: command)
    }

    private func title(ofHint command: Command) -> String {
        if command.id == "next-lead", calls != nil { return "next" }
        guard command.id == "back", focus == .list else { return command.title }
        if let calls { return calls.isOver ? "back" : "end" }
        return hasMarks ? "clear \(markedCount) marked" : "show all"
    }

    private func layerHints(_ layer: Layer, _ rect: Rect) -> [Hint] {
        let pairs: [(String, String)] =
            switch layer {
            case .choice: [("Esc", "leave")]
            case .form(let form):
                [("Enter", form.verb)] + (form.fields.count > 1 ? [("Tab", "next field")] : [])
                    + (form.fields[form.current].isLong ? [("C-o", "your editor")] : []) + [("Esc", "leave")]
            case .commands: [("Enter", "run it"), ("↑↓", "choose"), ("Esc", "leave"), ("a–z", "search")]
            case .themes: [("Enter", "keep"), ("↑↓", "try"), ("Esc", "as it was")]
            case .importing(let dialog): importHints(dialog)
            case .breakUp(let panel): breakUpHints(panel)
            case .views:
                [("Enter", "show"), ("s", "keep this one"), ("r", "rename"), ("d", "delete"), ("Esc", "leave")]
            case .filter: []
            }
        return keyHints(pairs, rect)
    }

    private func importHints(_ dialog: ImportDialog) -> [(String, String)] {
        switch dialog.stage {
        case .choosing: [("Enter", "look into it"), ("Tab", "complete"), ("↑↓", "choose"), ("Esc", "leave")]
        case .mapping(let preview):
            [("Enter", "import")] + (preview.columns.isEmpty ? [] : [("↑↓", "column"), ("←→", "other field")])
                + [("Esc", "another file")]
        case .running: [("Esc", "stop")]
        case .done(let outcome):
            [("Enter", "done")] + (outcome.hasLeftOut ? [("w", "write what was left out to a file")] : [])
                + [("↑↓", "scroll")]
        }
    }

    private func keyHints(_ pairs: [(String, String)], _ rect: Rect) -> [Hint] {
        var x = rect.x + 1
        return pairs.map { keys, title in
            let width = text.width(keys) + 1 + text.width(title)
            defer { x += width + 2 }
            return Hint(keys: keys, title: title, x: x, width: width, isAvailable: true, command: nil)
        }
    }
}

extension Command {
    /// Those with a hint, the most used first.
    fileprivate static let hints = all.filter { $0.hint != nil }.sorted { $0.hint ?? 0 < $1.hint ?? 0 }

    /// The same with those that settle a lead before the others.
    fileprivate static let hintsToDecide =
        hints.filter { $0.group == .decide } + hints.filter { $0.group != .decide }

    /// What to begin with.
    fileprivate static let firstHints = all.filter { ["import", "add", "demo", "quit"].contains($0.id) }
}
