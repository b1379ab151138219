import Canvas
import Pipeline
import Testing

@testable import Interface

/// What can be told of a frame without knowing what it shows: nothing runs over a border, and nothing is cut off
/// without a sign.
@Suite("Whole frames") struct WholeFrameTests {
    private static let sizes = [
        (60, 16), (61, 17), (72, 20), (80, 24), (99, 30), (100, 24), (120, 40), (137, 33), (160, 45), (200, 50),
    ]

    @Test(arguments: Scene.all) func everyPanelKeepsItsBorderAtEverySize(_ scene: Scene) {
        for (width, height) in WholeFrameTests.sizes {
            let pilot = scene.make(width, height)
            let session = pilot.session
            // A pop-up lies over the panels below it.
            let borders = Borders(session.render(), onlyFocus: !session.layers.isEmpty || !session.pending.isEmpty)
            #expect(borders.faults.isEmpty, "\(width)×\(height): \(borders.faults.prefix(5)) in\n\(pilot.screen)")
            #expect(borders.count > 0 || !session.isLayered, "\(width)×\(height)")
            _ = pilot.takeEffects()
        }
    }

    @Test(arguments: WholeFrameTests.sizes) func aLongFieldIsCutWithAnEllipsisOrGoesOnBelow(width: Int, height: Int) {
        let words = "Featherstonehaugh " + String(repeating: "Cholmondeley ", count: 20)
        var past = Past()
        past.add(People.ines, words.trimmed, "2026-07-02T09:00", company: words.trimmed) {
            $0.title = words.trimmed
            $0.city = words.trimmed
            $0.source = words.trimmed
            $0.tags = [words.trimmed]
            $0.phones = [.init("+43 1 555 01 02", label: words.trimmed)]
        }
        let isWhole = { (word: Substring) in
            ["Featherstonehaugh", "Cholmondeley"].contains(word) || word.hasSuffix("…")
        }
        let pilot = Pilot(width, height, on: past.entries)
        for keys in ["", "Enter", "Esc 2", "Enter", "Esc 1 c"] {
            pilot.press(keys)
            let found = pilot.screen.split { !$0.isLetter && $0 != "…" }.filter {
                $0.hasPrefix("Feath") || $0.hasPrefix("Chol")
            }
            #expect(!found.isEmpty, "\(keys)")
            #expect(found.allSatisfy(isWhole), "\(keys): \(found.filter { !isWhole($0) }) in\n\(pilot.screen)")
        }
        _ = pilot.takeEffects()
    }
}

extension Session {
    /// True when something in a box of its own is over the tab.
    fileprivate var isLayered: Bool {
        if case .filter = layers.last { return false }
        return !layers.isEmpty || !pending.isEmpty
    }
}

/// The boxes of a frame, read back from its cells.
private struct Borders {
    private let cells: [[Character]]
    private let roles: [[Character]]
    /// Where a box is not whole: something was written over its border.
    private(set) var faults: [String] = []
    /// How many boxes there are.
    private(set) var count = 0

    /// - Parameter onlyFocus: whether only the box that has the keys is looked at.
    init(_ frame: Frame, onlyFocus: Bool) {
        cells = frame.lines().map { line in
            line.flatMap { [$0] + Array(repeating: " ", count: max(0, Pilot.text.width(String($0)) - 1)) }
        }
        roles = frame.roles().map(Array.init)
        for (y, row) in cells.enumerated() {
            for (x, character) in row.enumerated() where character == "╭" {
                guard !onlyFocus || roles[y][x] == Role.focus.letter else { continue }
                count += 1
                check(x, y)
            }
        }
    }

    private func cell(_ x: Int, _ y: Int) -> Character {
        cells.indices.contains(y) && cells[y].indices.contains(x) ? cells[y][x] : " "
    }

    private mutating func check(_ x: Int, _ y: Int) {
        guard let right = ((x + 1)..<cells[y].count).first(where: { "╮┃".contains(cells[y][$0]) }) else {
            faults.append("no upper right corner for column \(x), row \(y)")
            return
        }
        var bottom = y + 1
        while "│┃├".contains(cell(x, bottom)) { bottom += 1 }
        let isBelowMessage = roles[min(bottom, roles.count - 1)].first?.isUppercase ?? false
        for row in (y + 1)..<bottom where !"│┃┤".contains(cell(right, row)) {
            faults.append("\(cell(right, row)) at column \(right), row \(row)")
        }
        // A page goes on below the last row of the screen, and a message hides the last rows.
        if bottom == cells.count - 1 || isBelowMessage { return }
        if cell(x, bottom) != "╰" { faults.append("\(cell(x, bottom)) at column \(x), row \(bottom)") }
        if !"╯┃".contains(cell(right, bottom)) {
            faults.append("\(cell(right, bottom)) at column \(right), row \(bottom)")
        }
    }
}
