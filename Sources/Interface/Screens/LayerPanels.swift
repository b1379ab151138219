import Canvas
import Pipeline

extension Session {
    func drawLayers(_ frame: inout Frame) {
        for (place, layer) in layers.enumerated() {
            // Only what has the keys has colours.
            if place > 0 || layer.isLarge { frame.fade() }
            drawLayer(&frame, layer)
        }
        if layers.isEmpty, !pending.isEmpty { drawOptions(&frame, optionsOfPending) }
    }

    private func drawLayer(_ frame: inout Frame, _ layer: Layer) {
        // What lies below has no cursor; the filter's is in the footer.
        if case .filter = layer { return }
        frame.cursor = nil
        switch layer {
        case .choice(let choice): drawOptions(&frame, options(of: choice))
        case .form(let form): drawForm(&frame, form)
        case .commands(let menu): drawCommandMenu(&frame, menu)
        case .themes(let list): drawThemes(&frame, list)
        case .views(let list): drawViews(&frame, list)
        case .breakUp(let panel): drawBreakUp(&frame, panel)
        case .importing(let dialog): drawImport(&frame, dialog)
        case .filter: break
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

extension Frame {
    /// An empty box over what is there, with a blank at either side so that no word runs into its border.
    mutating func popUp(_ box: Rect, title: String, trailing: String = "") {
        fill(box.inset(horizontally: -1, vertically: 0))
        self.box(box, title: title, trailing: trailing, role: .focus, titleRole: .focus)
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
