/// The text of a file of JSON5 that the user edits, to find lines in: the decoder knows keys, but not where they stand.
public struct SettingsText {
    private let bytes: [UInt8]

    /// - Parameter bytes: the whole file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The line on which the last key of a path stands, or the nearest of those around it; elements of lists count from
    /// 1. Linear.
    public func line(of path: [String]) -> Int {
        var scanner = Scanner(bytes: bytes)
        return scanner.line(of: path)
    }

    /// Where it stops being JSON5, as near as can be told. The decoder says only that it does. Linear.
    public func syntaxMistake() -> SettingsMistake {
        if let line = firstLineNotUTF8 {
            return SettingsMistake(line: line, key: "", what: "this is not UTF-8; save the file as UTF-8")
        }
        var scanner = Scanner(bytes: bytes)
        let what = scanner.checkDocument() ?? "this is not JSON5"
        return SettingsMistake(line: scanner.line, key: "", what: what)
    }

    private var firstLineNotUTF8: Int? {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }

    /// Walks through keys and brackets, and counts lines.
    private struct Scanner {
        let bytes: [UInt8]
        var at = 0
        var line = 1

        mutating func line(of path: [String]) -> Int {
            skipBlanks()
            var best = line
            var rest = path[...]
            while let wanted = rest.first, let found = enter(wanted) {
                best = found
                rest = rest.dropFirst()
            }
            return best
        }

        /// Goes to the value of a key, or of an element, of the object or list that begins here; gives the key's line.
        private mutating func enter(_ wanted: String) -> Int? {
            skipBlanks()
            guard at < bytes.count else { return nil }
            let isObject = bytes[at] == UInt8(ascii: "{")
            guard isObject || bytes[at] == UInt8(ascii: "[") else { return nil }
            at += 1
            var count = 0
            while true {
                skipBlanks()
                guard at < bytes.count, bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: "]") else {
                    return nil
                }
                count += 1
                let start = line
                if isObject {
                    let key = word()
                    skipBlanks()
                    if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
                    skipBlanks()
                    if key == wanted { return start }
                } else if "\(count)" == wanted {
                    return start
                }
                skipValue()
                skipBlanks()
                if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
            }
        }

        /// What is wrong with the whole text, with `line` at the place; nil when nothing is seen.
        mutating func checkDocument() -> String? {
            skipBlanks()
            if let problem = checkValue(depth: 0) { return problem }
            skipBlanks()
            return at < bytes.count ? "there is more after the closing brace; take it away" : nil
        }

        private mutating func checkValue(depth: Int) -> String? {
            guard at < bytes.count else { return "the text ends too early; close every brace and bracket" }
            if depth > 64 { return "braces stand too deep; take some away" }
            let opening = bytes[at]
            if opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") {
                return checkList(depth: depth, isObject: opening == UInt8(ascii: "{"))
            }
            let isString = opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'")
            let start = line
            let text = word()
            if isString {
                if line == start { return nil }
                line = start
                return "a text does not end on the line where it begins; close its quote"
            }
            let isNumber = text.first.map { $0.isNumber || "+-.".contains($0) } ?? false
            return isNumber || ["true", "false", "null"].contains(text)
                ? nil : "“\(shortened(text))” is no value; put text in quotation marks"
        }

        private mutating func checkList(depth: Int, isObject: Bool) -> String? {
            let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
            at += 1
            while true {
                skipBlanks()
                guard at < bytes.count else { return "the text ends too early; close every brace and bracket" }
                if bytes[at] == closing {
                    at += 1
                    return nil
                }
                if isObject {
                    let key = word()
                    skipBlanks()
                    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                        return "a colon is missing after “\(shortened(key))”"
                    }
                    at += 1
                    skipBlanks()
                }
                if let problem = checkValue(depth: depth + 1) { return problem }
                let last = line
                skipBlanks()
                guard at < bytes.count else { return "the text ends too early; close every brace and bracket" }
                if bytes[at] == UInt8(ascii: ",") {
                    at += 1
                } else if bytes[at] != closing {
                    line = last
                    return "a comma is missing at the end of this line, or a brace or bracket"
                }
            }
        }

        /// What is quoted is to be found again, not to fill the screen.
        private func shortened(_ text: String) -> String {
            let start = text.unicodeScalars.prefix(40)
            return String(String.UnicodeScalarView(start)) + (start.endIndex < text.endIndex ? "…" : "")
        }

        private mutating func advance() {
            if bytes[at] == 10 { line += 1 }
            at += 1
        }

        private mutating func skipBlanks() {
            while at < bytes.count {
                let next = at + 1 < bytes.count ? bytes[at + 1] : 0
                if bytes[at] == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
                    while at < bytes.count, bytes[at] != 10 { at += 1 }
                } else if bytes[at] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                    at += 2
                    while at + 1 < bytes.count, bytes[at] != UInt8(ascii: "*") || bytes[at + 1] != UInt8(ascii: "/") {
                        advance()
                    }
                    at = min(at + 2, bytes.count)
                } else if bytes[at] <= 32 {
                    advance()
                } else {
                    return
                }
            }
        }

        /// A key, with or without quotation marks; or anything else up to the next mark.
        private mutating func word() -> String {
            let quote = bytes[at]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let start = at + 1
                skipString()
                return String(decoding: bytes[start..<max(start, at - 1)], as: UTF8.self)
            }
            let start = at
            while at < bytes.count, bytes[at] > 32, !":,{}[]\"'".utf8.contains(bytes[at]) { at += 1 }
            if at == start { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }

        private mutating func skipString() {
            let quote = bytes[at]
            at += 1
            while at < bytes.count, bytes[at] != quote {
                if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
                advance()
            }
            at = min(at + 1, bytes.count)
        }

        private mutating func skipValue() {
            var depth = 0
            while at < bytes.count {
                skipBlanks()
                guard at < bytes.count else { return }
                switch bytes[at] {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    at += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return }
                    depth -= 1
                    at += 1
                case UInt8(ascii: ","):
                    if depth == 0 { return }
                    at += 1
                case UInt8(ascii: ":"): at += 1
                default: _ = word()
                }
            }
        }
    }
}
