import Canvas
import Pipeline

/// Where a form and its fields are: drawing and the mouse both go by it.
struct FormLayout {
    let box: Rect
    let labelWidth: Int
    /// The fields that are shown, each with the box of what is typed.
    let fields: [(index: Int, box: Rect)]
    /// True when each field has a line below it for what is said about it; else all share one.
    let isRoomy: Bool
    /// Where the remark on the current field stands when all share one.
    let remark: Rect
    /// What the form says below its fields, and where.
    let aside: (lines: [Line], rect: Rect)
    /// Where the long text of the current field is shown whole, as far as there is room.
    let long: Rect

    init(_ form: Form, _ session: Session) {
        let stage = Rect(session.size).rows(top: 1).1.rows(bottom: 1).0
        let width = min(76, stage.width)
        let count = form.fields.count
        let labelWidth = (form.fields.map { session.text.width($0.label) }.max() ?? 0) + 2
        var page = Page(width: width - 4, text: session.text)
        for paragraph in form.aside?(session, form) ?? [] { page.flow(paragraph) }
        isRoomy = count * 2 + 2 <= stage.height - page.lines.count
        let least = (isRoomy ? count * 2 + 2 : count + 3) + page.lines.count
        let lines = FormLayout.longLines(form, width: width - 4 - labelWidth, session.text).count
        box = stage.centred(Size(width: width, height: min(least + lines, max(least, stage.height))))
        let (upper, below) = box.inset(horizontally: 2, vertically: 1).rows(bottom: page.lines.count)
        aside = (page.lines, below)
        let (inner, lower) = upper.rows(bottom: max(0, box.height - least))
        long = lower.columns(left: labelWidth).1
        let (pitch, isRoomy) = (isRoomy ? 2 : 1, isRoomy)
        let shown = max(1, isRoomy ? count : inner.height - 1)
        let first = max(0, form.current - shown + 1)
        fields = form.fields.indices.dropFirst(first).prefix(shown).enumerated().map { place, index in
            (
                index,
                Rect(
                    x: inner.x + labelWidth, y: inner.y + place * pitch, width: inner.width - labelWidth, height: 1)
            )
        }
        remark = Rect(x: inner.x + labelWidth, y: inner.maxY - 1, width: inner.width - labelWidth, height: 1)
        self.labelWidth = labelWidth
    }

    /// The lines of a long text in the current field; none when it fits into its own.
    static func longLines(_ form: Form, width: Int, _ text: TextMetrics) -> [String] {
        guard form.fields.indices.contains(form.current), form.fields[form.current].isLong else { return [] }
        let typed = form.fields[form.current].input.text
        guard typed.contains(where: \.isNewline) || text.width(typed) >= width else { return [] }
        return text.wrap(typed, to: width)
    }
}

extension Session {
    func drawForm(_ frame: inout Frame, _ form: Form) {
        let layout = FormLayout(form, self)
        frame.popUp(layout.box, title: form.title)
        frame.write(layout.aside.lines, in: layout.aside.rect)
        for (index, box) in layout.fields {
            let field = form.fields[index]
            let isCurrent = index == form.current
            frame.write(
                field.label, x: box.x - layout.labelWidth, y: box.y, width: layout.labelWidth - 1,
                role: isCurrent ? .accent : .dim)
            frame.fill(box, on: .input)
            if field.input.text.isEmpty {
                frame.write(field.hint, x: box.x, y: box.y, width: box.width, role: .dim, on: .input)
            }
            if isCurrent {
                drawField(&frame, box, field.input, on: .input)
            } else {
                frame.write(field.input.text, x: box.x, y: box.y, width: box.width, on: .input)
            }
            let problem = field.input.text.isEmpty && !form.wasRefused ? nil : field.problem(now)
            guard layout.isRoomy || isCurrent, let remark = problem ?? field.understood(now).map({ "→ \($0)" }) else {
                continue
            }
            frame.write(
                remark, x: box.x, y: layout.isRoomy ? box.y + 1 : layout.remark.y, width: box.width,
                role: problem == nil ? .good : .warn)
        }
        let lines = FormLayout.longLines(form, width: layout.long.width, frame.text)
        // The end is what is being typed.
        for (index, line) in lines.suffix(layout.long.height).enumerated() {
            frame.write(
                line, x: layout.long.x, y: layout.long.y + index, width: layout.long.width, role: .quote)
        }
    }
}
