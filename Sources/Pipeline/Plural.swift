/// How many of something, in words: `1 entry`, `12,345 entries`.
///
/// - Parameters:
///   - one: what a single one is called.
///   - many: what several are called; nil where that only takes an s.
public func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    var digits = String(count)
    var place = digits.count - 3
    while place > (count < 0 ? 1 : 0) {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
        place -= 3
    }
    return "\(digits) \(count == 1 ? one : many ?? one + "s")"
}
