/// Figures drawn with block characters.
enum Blocks {
    /// A bar from the left, to an eighth of a cell.
    ///
    /// - Parameters:
    ///   - share: 0 to 1 of the width.
    ///   - width: cells.
    static func bar(_ share: Double, width: Int) -> String {
        let eighths = Int((min(1, max(0, share)) * Double(width) * 8).rounded())
        let rest = eighths % 8 == 0 ? "" : String("▏▎▍▌▋▊▉".dropFirst(eighths % 8 - 1).prefix(1))
        return String(repeating: "█", count: eighths / 8) + rest
    }
}
