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
        withClusters(of: text) { $0.width() }
    }

    /// The cells that `text` takes when it is of one line; nil when line breaks are in it, or may be. O(length).
    public func width(ofLine text: String) -> Int? {
        withClusters(of: text) { $0.mayHaveNewline ? nil : $0.width() }
    }

    /// `text`, or when it takes more than `width` cells as much of its beginning as fits before a "…"; empty when
    /// `width` is below 1. O(length).
    public func cut(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        // No byte takes more than a cell.
        if text.utf8.count <= width { return text }
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
        func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
        return switch align {
        case .left: text + blanks(room)
        case .right: blanks(room) + text
        case .centre: blanks(room / 2) + text + blanks(room - room / 2)
        }
    }

    /// The lines of `text` in at most `width` cells each: broken at blanks, and inside a word only when the word alone
    /// is too wide, then before one of the signs that addresses are made of (`@./-_?&`) if it has any. Line breaks in
    /// the text stay; the blanks at a new break go. A cluster that alone is wider than `width` has a line of its own.
    /// Empty when `width` is below 1. O(length).
    public func wrap(_ text: String, to width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        // Most texts are of one paragraph, and going by characters costs more than all else.
        guard let whole = self.width(ofLine: text) else {
            for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                wrap(paragraph: String(paragraph), to: width, into: &lines)
            }
            return lines
        }
        if whole <= width { return [text] }
        wrap(paragraph: text, to: width, into: &lines)
        return lines
    }

    /// - Parameter paragraph: text without line breaks.
    func wrap(paragraph: String, to width: Int, into lines: inout [String]) {
        var paragraph = paragraph
        paragraph.withUTF8 { bytes in
            var start = 0
            var column = 0
            var position = 0
            var space: (end: Int, next: Int, column: Int)?
            var sign: (end: Int, column: Int)?
            var clusters = Clusters(bytes, self)
            while let cluster = clusters.next() {
                defer { position = cluster.end }
                if cluster.base == 0x20, cluster.markCount == 0 {
                    column += 1
                    let end = space.map { $0.next == position ? $0.end : position } ?? position
                    space = (end, cluster.end, column)
                    sign = nil
                    continue
                }
                if isSign(cluster.base) { sign = (position, column) }
                while column + cluster.width > width, start < position {
                    if let found = space {
                        if found.end > start { lines.append(text(bytes, start..<found.end)) }
                        start = found.next
                        column -= found.column
                        sign = sign.map { ($0.end, $0.column - found.column) }
                        space = nil
                    } else if let found = sign, found.end > start {
                        lines.append(text(bytes, start..<found.end))
                        start = found.end
                        column -= found.column
                        sign = nil
                    } else {
                        lines.append(text(bytes, start..<position))
                        start = position
                        column = 0
                    }
                }
                column += cluster.width
            }
            let end = space.map { $0.next == position && column > width ? $0.end : position } ?? position
            if end > start || start == 0 { lines.append(text(bytes, start..<end)) }
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// True for the signs that addresses are made of.
    private func isSign(_ base: UInt32) -> Bool {
        switch Unicode.Scalar(base) {
        case "@", ".", "/", "-", "_", "?", "&": true
        default: false
        }
    }

    func withClusters<Result>(of text: String, _ body: (inout Clusters) -> Result) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            var clusters = Clusters(bytes, self)
            return body(&clusters)
        }
    }
}
