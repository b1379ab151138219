import Canvas
import Pipeline

extension Session {
    /// The mouse: a click chooses what it hits, a second one opens it, the wheel scrolls what is under it.
    mutating func update(_ mouse: Mouse) -> [Effect] {
        if mouse.kind == .press, dismissMessage(at: mouse.at) { return [] }
        let layout = Layout(self)
        if let layer = layers.last {
            let key = key(ofHintAt: mouse, layout.footer) ?? (leaves(layer, mouse, layout.footer) ? .escape : nil)
            return update(layer, key.map { .key($0) } ?? .mouse(mouse))
        }
        guard pending.isEmpty else { return updatePending(mouse, layout.footer) }
        switch mouse.kind {
        case .wheelUp: scroll(-3, at: mouse.at)
        case .wheelDown: scroll(3, at: mouse.at)
        case .press:
            if layout.header.contains(mouse.at) {
                if calls != nil { return [] }
                let target = Header(self).targets.first {
                    $0.x <= mouse.at.x && mouse.at.x < $0.x + text.width($0.text)
                }
                return target.map { open($0.tab) } ?? []
            }
            if layout.footer.contains(mouse.at) {
                let hint = footerHints(layout.footer).first { $0.x <= mouse.at.x && mouse.at.x < $0.x + $0.width }
                return hint?.command.map { run($0) } ?? []
            }
            if let card = layout.card, card.contains(mouse.at) { focus = .card }
            if let list = layout.list, list.contains(mouse.at) {
                focus = .list
                press(line: mouse.at.y - list.y - 1)
            }
        case .secondaryPress: break
        }
        return []
    }

    /// The key of the hint of a pop-up that was clicked on; nil for hints that are not of one key.
    private func key(ofHintAt mouse: Mouse, _ footer: Rect) -> Key? {
        guard mouse.kind == .press, footer.contains(mouse.at) else { return nil }
        let hint = footerHints(footer).first { $0.x <= mouse.at.x && mouse.at.x < $0.x + $0.width }
        return hint.flatMap { Key(name: $0.keys) }
    }

    /// True for a click beside a pop-up, unless something was typed there that would be lost.
    private func leaves(_ layer: Layer, _ mouse: Mouse, _ footer: Rect) -> Bool {
        guard mouse.kind == .press, !footer.contains(mouse.at) else { return false }
        return switch layer {
        case .choice(let choice): !options(of: choice).box.contains(mouse.at)
        case .form(let form):
            form.fields.allSatisfy(\.isUntouched) && !FormLayout(form, self).box.contains(mouse.at)
        case .commands(let menu): !CommandMenuLayout(menu, menu.matches(keymap), size).box.contains(mouse.at)
        case .themes(let list): !NamedListLayout(list, size).box.contains(mouse.at)
        case .views(let list): !NamedListLayout(list, views, size).box.contains(mouse.at)
        // The filter is in the footer; the others fill the screen.
        case .filter, .importing, .breakUp: false
        }
    }

    /// A click while the keys of a prefix are shown.
    private mutating func updatePending(_ mouse: Mouse, _ footer: Rect) -> [Effect] {
        let isBeside = mouse.kind == .press && !footer.contains(mouse.at) && !optionsOfPending.box.contains(mouse.at)
        if isBeside || key(ofHintAt: mouse, footer) == .escape { pending = [] }
        guard mouse.kind == .press, let place = optionsOfPending.option(at: mouse.at) else { return [] }
        let command = keymap.continuations(of: pending)[place].command
        pending = []
        return run(command)
    }

    private mutating func press(line: Int) {
        let lines = ListLines(lists.sections(tab))
        let index = top(of: tab) + line
        guard line >= 0, index < lines.count(rows: lists.count(tab)), case .row(let row) = lines.at(index) else {
            return
        }
        if row == selectedRow { focus = .card } else { selectRow(row) }
    }
}
