import Canvas
import Pipeline

extension Session {
    func drawLayers(_ frame: inout Frame) {
        for layer in layers { drawLayer(&frame, layer) }
        if layers.isEmpty, !pending.isEmpty { drawContinuations(&frame) }
    }

    private func drawLayer(_ frame: inout Frame, _ layer: Layer) {
        // What lies below has no cursor; the filter's is in the footer.
        if case .filter = layer { return }
        frame.cursor = nil
        switch layer {
        case .choice(let choice): drawChoice(&frame, choice)
        case .form(let form): drawForm(&frame, form)
        case .commands(let menu): drawCommandMenu(&frame, menu)
        case .themes(let list): drawThemes(&frame, list)
        case .views(let list): drawViews(&frame, list)
        case .breakUp(let panel): drawBreakUp(&frame, panel)
        case .filter: break
        }
    }

    /// The room between the header and the footer.
    private var stage: Rect { Rect(size).rows(top: 1).1.rows(bottom: 1).0 }

    private func drawForm(_ frame: inout Frame, _ form: Form) {
        let text = frame.text
        let labelWidth = (form.fields.map { text.width($0.label) }.max() ?? 0) + 2
        // Each field has a line below it for what is said about it; where that is too high, all share the last line.
        var aside = Page(width: min(76, stage.width) - 4, text: text)
        for paragraph in form.aside?(self, form) ?? [] { aside.flow(paragraph) }
        let room = stage.height - aside.lines.count
        let isRoomy = form.fields.count * 2 + 2 <= room
        let height = (isRoomy ? form.fields.count * 2 + 2 : form.fields.count + 3) + aside.lines.count
        let rect = stage.centred(Size(width: 76, height: height))
        frame.fill(rect)
        frame.box(rect, title: form.title, role: .focus, titleRole: .focus)
        let (inner, below) = rect.inset(horizontally: 2, vertically: 1).rows(bottom: aside.lines.count)
        frame.write(aside.lines, in: below)
        let pitch = isRoomy ? 2 : 1
        let shown = max(1, isRoomy ? form.fields.count : inner.height - 1)
        let first = max(0, form.current - shown + 1)
        for (place, field) in form.fields.dropFirst(first).prefix(shown).enumerated() {
            let isCurrent = first + place == form.current
            let y = inner.y + place * pitch
            frame.write(field.label, x: inner.x, y: y, width: labelWidth - 1, role: isCurrent ? .accent : .dim)
            let box = Rect(x: inner.x + labelWidth, y: y, width: inner.width - labelWidth, height: 1)
            frame.fill(box, on: .input)
            if field.input.text.isEmpty {
                frame.write(field.hint, x: box.x, y: y, width: box.width, role: .dim, on: .input)
            }
            if isCurrent {
                drawField(&frame, box, field.input, on: .input)
            } else {
                frame.write(field.input.text, x: box.x, y: y, width: box.width, on: .input)
            }
            let problem = field.input.text.isEmpty && !form.wasRefused ? nil : field.problem(now)
            guard isRoomy || isCurrent, let remark = problem ?? field.understood(now).map({ "→ \($0)" }) else {
                continue
            }
            frame.write(
                remark, x: box.x, y: isRoomy ? y + 1 : inner.maxY - 1, width: box.width,
                role: problem == nil ? .good : .warn)
        }
    }

    /// Writes a text field and its cursor into the first row of a box; a long text scrolls so that the cursor stays in it.
    func drawField(_ frame: inout Frame, _ box: Rect, _ field: TextField, on ground: Role? = nil) {
        let cursor = frame.text.width(field.beforeCursor)
        let (shown, shift) = frame.text.dropping(max(0, cursor - box.width + 1), of: field.text)
        frame.write(shown, x: box.x, y: box.y, width: box.width, on: ground)
        frame.cursor = Point(x: box.x + cursor - shift, y: box.y)
    }
}

extension TextMetrics {
    /// What is left of a text without what stands in its first `cells` cells, and how many cells went: one more where
    /// the last of them was the first half of a wide character.
    func dropping(_ cells: Int, of text: String) -> (rest: String, dropped: Int) {
        var dropped = 0
        var index = text.startIndex
        while dropped < cells, index < text.endIndex {
            dropped += width(String(text[index]))
            index = text.index(after: index)
        }
        return (String(text[index...]), dropped)
    }
}
