internal import FoundationEssentials

/// An amount of money as people and systems write it.
enum Money {
    /// Reads `12500`, `12,500.00`, `€ 12.500,00` and `1 250`; nil for anything else.
    ///
    /// Of both a point and a comma the last one parts the cents. A comma alone does so unless three digits follow, a
    /// point alone always does.
    static func amount(_ text: String) -> Decimal? {
        var digits: [Character] = []
        let written = text.filter { !$0.isWhitespace && !"$€£'".contains($0) }
        guard let first = written.first, first.isASCII, first.isNumber else { return nil }
        let commas = written.count { $0 == "," }
        let points = written.count { $0 == "." }
        let last = written.lastIndex { $0 == "," || $0 == "." }
        let tail = last.map { written.distance(from: $0, to: written.endIndex) - 1 } ?? 0
        let isDecimal =
            commas + points == 1 ? (points == 1 || tail != 3) : commas > 0 && points > 0
        for index in written.indices {
            let character = written[index]
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == "," || character == "." {
                if index == last, isDecimal { digits.append(".") }
            } else {
                return nil
            }
        }
        guard digits.count <= 20 else { return nil }
        return Decimal(string: String(digits))
    }
}
