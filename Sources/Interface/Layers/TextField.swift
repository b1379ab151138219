import Canvas
import Pipeline

/// A line of text that is being typed.
struct TextField: Hashable, Sendable {
    private var characters: [Character]
    /// Before which character the cursor stands: 0 to their number.
    private(set) var cursor: Int

    /// True when pasted lines stay lines.
    private let keepsLines: Bool

    init(_ text: String, keepsLines: Bool = false) {
        self.keepsLines = keepsLines
        characters = Array(text)
        cursor = characters.count
    }

    var text: String { String(characters) }

    /// The text before the cursor.
    var beforeCursor: String { String(characters[..<cursor]) }

    /// Takes a key or pasted text; false when it means nothing to a line of text.
    mutating func take(_ input: Input) -> Bool {
        switch input {
        case .paste(let pasted):
            // Where there is one line, what was on several is joined.
            insert(keepsLines ? pasted : pasted.split(whereSeparator: \.isNewline).joined(separator: " "))
        case .key(let key): return take(key)
        case .mouse: return false
        }
        return true
    }

    private mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .backspace:
            if cursor > 0 {
                cursor -= 1
                characters.remove(at: cursor)
            }
        case .delete, .control("d"): if cursor < characters.count { characters.remove(at: cursor) }
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .control("u"):
            characters.removeSubrange(..<cursor)
            cursor = 0
        case .control("k"): characters.removeSubrange(cursor...)
        case .control("w"):
            let kept = characters[..<cursor].dropLastWord
            characters.removeSubrange(kept..<cursor)
            cursor = kept
        default: return false
        }
        return true
    }

    private mutating func insert(_ text: String) {
        characters.insert(contentsOf: text, at: cursor)
        // A combining mark joins the character before it.
        let joined = Array(String(characters))
        cursor = min(joined.count, cursor + text.count - (characters.count - joined.count))
        characters = joined
    }
}

extension ArraySlice<Character> {
    /// Where its last word begins.
    fileprivate var dropLastWord: Int {
        var end = endIndex
        while end > startIndex, self[end - 1].isWhitespace { end -= 1 }
        while end > startIndex, !self[end - 1].isWhitespace { end -= 1 }
        return end
    }
}
