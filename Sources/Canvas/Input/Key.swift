/// A key as the terminal reports it. Terminals cannot tell C-i from Tab, C-m and C-j from Enter, C-h from Backspace,
/// and C-[ from Esc; those are always the named key.
public enum Key: Hashable, Sendable {
    /// A printable character, the blank among them.
    case character(Character)
    /// A letter in lower case, or one of ``@ \ ] ^ _``, with Ctrl held.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// A function key, numbered from 1 to 63.
    case function(Int)

    private static let named: [(key: Key, name: String)] = [
        (.character(" "), "Space"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
        (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"),
        (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ]

    /// The names of the keys that are neither a sign, nor held with Ctrl, nor numbered.
    public static let names: [String] = named.map(\.name)

    // What else people call them.
    private static let alsoNamed: KeyValuePairs<String, Key> = [
        "return": .enter, "escape": .escape, "delete": .delete, "insert": .insert, "pageup": .pageUp,
        "pagedown": .pageDown,
    ]

    private static let doubles: KeyValuePairs<Character, Key> = [
        "i": .tab, "m": .enter, "j": .enter, "h": .backspace, "[": .escape,
    ]

    /// The name of the key, as help shows it and key files write it: `n`, `C-d`, `PgDn`, `Space`, `F1`.
    public var name: String {
        if let found = Key.named.first(where: { $0.key == self }) { return found.name }
        return switch self {
        case .character(let character): String(character)
        case .control(let character): "C-\(character)"
        case .function(let number): "F\(number)"
        default: ""
        }
    }

    /// The key called `name`, or nil when no key is. Names of more than one letter may be in any case; `C-i`, `C-m`,
    /// `C-j`, `C-h` and `C-[` are the keys that terminals report for them.
    public init?(name: String) {
        if name.utf8.count == 1 || name.count == 1, let character = name.first {
            guard character.isShown, character != " " else { return nil }
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        let named = Key.named.first { $0.name == name } ?? Key.named.first { $0.name.lowercased() == lower }
        if let key = named?.key ?? Key.alsoNamed.first(where: { $0.key == lower })?.value {
            self = key
        } else if lower.hasPrefix("c-"), lower.count == 3, let letter = lower.last {
            if let key = Key.doubles.first(where: { $0.key == letter })?.value {
                self = key
            } else if letter.isASCII, letter.isLowercase || "@\\]^_".contains(letter) {
                self = .control(letter)
            } else {
                return nil
            }
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...63).contains(number) {
            guard lower == "f\(number)" else { return nil }
            self = .function(number)
        } else {
            return nil
        }
    }
}

extension Character {
    fileprivate var isShown: Bool {
        unicodeScalars.allSatisfy { $0.isASCII ? 0x20..<0x7F ~= $0.value : $0.properties.generalCategory != .control }
    }
}
