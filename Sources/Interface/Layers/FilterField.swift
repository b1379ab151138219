import Canvas
import Pipeline

/// The filter while it is typed.
struct FilterField: Sendable {
    var input: TextField
    /// What is wrong with it; the lists then stay as they were.
    var mistake: FilterMistake?

    init(_ text: String) { input = TextField(text) }
}

extension Session {
    mutating func update(_ field: inout FilterField, _ input: Input) -> [Effect] {
        switch input {
        case .key(.enter):
            // What is wrong is on the screen already, and stays there to be mended.
            if field.mistake == nil { layers.removeLast() }
            return []
        case .key(.escape):
            layers.removeLast()
            _ = setFilter("")
            return []
        case .key(.down), .key(.up):
            move(by: input == .key(.down) ? 1 : -1)
            return []
        default: break
        }
        let before = field.input.text
        guard field.input.take(input) else { return [] }
        if field.input.text != before {
            field.mistake = setFilter(field.input.text)
            if field.mistake == nil {
                lists.selectFirst(tab)
                keepSelectionVisible()
            }
        }
        layers[layers.count - 1] = .filter(field)
        return []
    }

    /// Narrows every tab to the leads that pass a filter.
    ///
    /// - Returns: what is wrong with it; then nothing changed.
    mutating func setFilter(_ text: String) -> FilterMistake? {
        do throws(FilterMistake) {
            lists.setFilter(try Filter(text, now), pipeline)
        } catch {
            return error
        }
        for tab in Tab.allCases { settleSelection(in: tab) }
        keepSelectionVisible()
        return nil
    }
}
