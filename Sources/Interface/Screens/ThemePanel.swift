import Canvas

extension NamedListLayout {
    init(_ list: ThemeList, _ size: Size) {
        self.init(selected: list.selected, of: list.choices.count, width: 52, size)
    }
}

extension Session {
    func drawThemes(_ frame: inout Frame, _ list: ThemeList) {
        let layout = NamedListLayout(list, size)
        let rows = list.choices.map { NamedRow(name: $0.name, about: $0.about, problem: $0.problem) }
        drawNamedList(&frame, layout, title: "Theme", rows, selected: list.selected)
        if let problem = list.choice?.problem {
            drawAbout(&frame, layout, problem, .warn)
        } else {
            drawSample(&frame, layout.about)
        }
    }

    /// Words in their roles.
    private func drawSample(_ frame: inout Frame, _ rect: Rect) {
        let rows: [[(text: String, role: Role)]] = [
            [
                ("text", .text), ("dim", .dim), ("good", .good), ("warn", .warn), ("bad", .bad),
                ("promise", .promise), ("“quote”", .quote),
            ],
            [
                ("key", .key), ("accent", .accent), ("HEADING", .heading), ("match", .match), ("mark", .mark),
                ("▰▰▰▰", .bar), ("▱▱▱", .track),
            ],
        ]
        for (index, words) in rows.enumerated() where index < rect.height {
            var x = rect.x
            for word in words {
                x = frame.write(
                    word.text, x: x, y: rect.y + index, width: rect.maxX - x, role: word.role)
                if word.role != .bar { x += 2 }
            }
        }
    }
}
