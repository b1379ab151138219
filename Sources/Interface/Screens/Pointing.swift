import Canvas
import Pipeline

extension Session {
    /// The mouse: a click chooses what it hits, a second one opens it, the wheel scrolls what is under it.
    mutating func update(_ mouse: Mouse) -> [Effect] {
        if mouse.kind == .press, dismissMessage(at: mouse.at) { return [] }
        let layout = Layout(self)
        if let layer = layers.last {
            return update(layer, key(ofHintAt: mouse, layout.footer).map { .key($0) } ?? .mouse(mouse))
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

    /// A click while the keys of a prefix are shown.
    private mutating func updatePending(_ mouse: Mouse, _ footer: Rect) -> [Effect] {
        if key(ofHintAt: mouse, footer) == .escape { pending = [] }
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
