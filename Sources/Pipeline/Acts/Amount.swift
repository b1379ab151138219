public import FoundationEssentials

/// Amounts as people write them.
public enum Amount {
    /// `12000`, `12000.50`, `1.5k`, `2m`; nil for anything else, so that nothing of it is dropped without a word.
    public static func read(_ text: String) -> Decimal? {
        let unit = text.last.flatMap { ["k": 1000, "m": 1_000_000][$0.lowercased()] }
        let digits = unit == nil ? text[...] : text.dropLast()
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, digits.utf8.count <= 31,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return Decimal(string: String(digits)).map { $0 * Decimal(unit ?? 1) }
    }
}
