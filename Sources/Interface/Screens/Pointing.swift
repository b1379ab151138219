import Canvas
import Pipeline

extension Session {
    /// The mouse: a click chooses what it hits, a second one opens it, the wheel scrolls what is under it.
    mutating func update(_ mouse: Mouse) -> [Effect] {
        if mouse.kind == .press, dismissMessage(at: mouse.at) { return [] }
        if let layer = layers.last { return update(layer, .mouse(mouse)) }
        guard pending.isEmpty else { return [] }
        let layout = Layout(self)
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

    private mutating func press(line: Int) {
        let lines = ListLines(lists.sections(tab))
        let index = top(of: tab) + line
        guard line >= 0, index < lines.count(rows: lists.count(tab)), case .row(let row) = lines.at(index) else {
            return
        }
        if row == selectedRow { focus = .card } else { selectRow(row) }
    }
}
