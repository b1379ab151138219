import Canvas
import Pipeline

extension Session {
    /// What the card of the selected lead says; empty without one.
    private func cardLines(limit: Int) -> Page {
        let width = max(0, (Layout(self).card ?? Layout(self).footer).width - 4)
        guard let lead = selected else { return Page(width: width, text: text) }
        return CardLines(
            lead, pipeline.history(of: lead), now, pipeline.rules, text: text, width: width, limit: limit,
            writers: writers
        ).page
    }

    /// Scrolls the card by lines, no further than its end.
    mutating func scrollCard(by lines: Int) {
        let last = max(0, cardLines(limit: .max).lines.count - Layout(self).cardLines)
        card.top = min(max(0, min(card.top, last) + min(max(lines, -last), last)), last)
    }

    func drawCard(_ frame: inout Frame, _ rect: Rect) {
        let hasFocus = focus == .card && layers.isEmpty && pending.isEmpty
        let position = selectedRow.map { "\($0 + 1) of \(lists.count(tab))" } ?? ""
        frame.box(
            rect, title: selected?.title ?? "", trailing: position, role: hasFocus ? .focus : .border,
            titleRole: hasFocus ? .focus : .title)
        let inner = rect.inset(horizontally: 2, vertically: 1)
        let card = cardLines(limit: self.card.top + inner.height)
        // In a wider or higher window than it was scrolled in, the card may end sooner.
        let top = min(self.card.top, max(0, card.lines.count - inner.height))
        for (index, line) in card.lines.dropFirst(top).prefix(inner.height).enumerated() {
            let y = inner.y + index
            guard line.isRule else {
                frame.write(line, x: inner.x, y: y, width: inner.width)
                continue
            }
            frame.divide(rect, y: y, role: hasFocus ? .focus : .border)
            for span in line.spans {
                frame.write(" \(span.text) ", x: rect.x + 2, y: y, width: rect.width - 4, role: span.role)
            }
        }
        if !card.isCut, card.lines.count > inner.height {
            drawScrollMark(&frame, rect, top: top, shown: inner.height, total: card.lines.count)
        } else if card.isCut {
            frame.write(" more ↓ ", x: rect.maxX - 10, y: rect.maxY - 1, role: .dim)
        }
    }
}
