/// How wide text is, and how it is cut to fit.
///
/// Text is shown as the terminal can show it, which for text from outside is not always as it came:
///
/// - A tab, a line break and the separators U+2028 and U+2029 are a space. Any other control character below U+0020
///   is its symbol (ESC is ␛), DEL is ␡, and U+0080 to U+009F are �.
/// - Format characters that take no room (bidi controls, joiners, tags), soft hyphens and variation selectors are dropped.
/// - A scalar of width 0 sits on the one before it, at most four of them; more are dropped. With none before it, it
///   is �.
/// - A scalar of unknown width is �.
/// - Of emoji joined by U+200D the first is shown; skin tones are dropped. A flag is its two letters.
///
/// Widths are in cells and come from one function, the terminal's own, so that what is measured is what is drawn.
public struct TextMetrics: Sendable {
    let scalarWidth: @Sendable (UInt32) -> Int32

    /// Measures with `scalarWidth`, which gives the cells that a Unicode scalar takes: 0, 1 or 2, or below 0 when it
    /// cannot be shown, as POSIX `wcwidth` does in a UTF-8 locale.
    public init(scalarWidth: @escaping @Sendable (UInt32) -> Int32) {
        self.scalarWidth = scalarWidth
    }

    /// Where text goes in a wider field.
    public enum Alignment: Sendable {
        /// At the left, with blanks after it.
        case left
        /// At the right, with blanks before it.
        case right
        /// In the middle, with the odd blank after it.
        case centre
    }

    /// The cells that `text` takes. O(length).
    public func width(_ text: String) -> Int {
        withClusters(of: text) { clusters in
            var width = 0
            while let cluster = clusters.next() { width += cluster.width }
            return width
        }
    }

    /// `text`, or when it takes more than `width` cells as much of its beginning as fits before a "…"; empty when
    /// `width` is below 1. O(length).
    public func cut(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        let kept: Int? = withClusters(of: text) { clusters in
            var column = 0
            var end = 0
            while let cluster = clusters.next() {
                column += cluster.width
                if column > width { return end }
                if column < width { end = cluster.end }
            }
            return nil
        }
        guard let kept else { return text }
        return String(decoding: text.utf8.prefix(kept), as: UTF8.self) + "…"
    }

    /// `text` in exactly `width` cells: cut when it is wider, with blanks when it is narrower. O(length).
    public func pad(_ text: String, to width: Int, align: Alignment = .left) -> String {
        let text = cut(text, to: width)
        let room = max(0, width - self.width(text))
        let before =
            switch align {
            case .left: 0
            case .right: room
            case .centre: room / 2
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: room - before)
    }

    /// The lines of `text` in at most `width` cells each: broken at blanks, and inside a word only when the word alone
    /// is too wide, then before one of the signs that addresses are made of (`@./-_?&`) if it has any. Line breaks in
    /// the text stay; the blanks at a new break go. A cluster that alone is wider than `width` has a line of its own.
    /// Empty when `width` is below 1. O(length).
    public func wrap(_ text: String, to width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        // Most texts are of one paragraph, and going by characters costs more than all else.
        if !mayHaveNewline(text) {
            wrap(paragraph: text, to: width, into: &lines)
            return lines
        }
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            wrap(paragraph: String(paragraph), to: width, into: &lines)
        }
        return lines
    }

    /// False when the text has none of the newlines of Unicode: LF, VT, FF, CR, U+0085, U+2028 and U+2029.
    private func mayHaveNewline(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if (0x0A...0x0D).contains(byte) || last == 0xC2 && byte == 0x85
                || last == 0x80 && (0xA8...0xA9).contains(byte)
            {
                return true
            }
            last = byte
        }
        return false
    }

    private func wrap(paragraph: String, to width: Int, into lines: inout [String]) {
        let utf8 = paragraph.utf8
        var start = 0
        var column = 0
        var position = 0
        var space: (end: Int, next: Int, column: Int)?
        var sign: (end: Int, column: Int)?

        func emit(_ end: Int) {
            let from = utf8.index(utf8.startIndex, offsetBy: start)
            lines.append(String(paragraph[from..<utf8.index(from, offsetBy: end - start)]))
        }

        withClusters(of: paragraph) { clusters in
            while let cluster = clusters.next() {
                defer { position = cluster.end }
                if cluster.base == 0x20, cluster.markCount == 0 {
                    column += 1
                    let end = space.map { $0.next == position ? $0.end : position } ?? position
                    space = (end, cluster.end, column)
                    sign = nil
                    continue
                }
                if TextMetrics.signs.contains(cluster.base) { sign = (position, column) }
                while column + cluster.width > width, start < position {
                    if let found = space {
                        if found.end > start { emit(found.end) }
                        start = found.next
                        column -= found.column
                        sign = sign.map { ($0.end, $0.column - found.column) }
                        space = nil
                    } else if let found = sign, found.end > start {
                        emit(found.end)
                        start = found.end
                        column -= found.column
                        sign = nil
                    } else {
                        emit(position)
                        start = position
                        column = 0
                    }
                }
                column += cluster.width
            }
        }
        let end = space.map { $0.next == position && column > width ? $0.end : position } ?? position
        if end > start || start == 0 { emit(end) }
    }

    private static let signs = Set("@./-_?&".unicodeScalars.map(\.value))

    func withClusters<Result>(of text: String, _ body: (inout Clusters) -> Result) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            var clusters = Clusters(bytes, self)
            return body(&clusters)
        }
    }
}
