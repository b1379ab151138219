/// Numbers drawn large with block characters.
enum BigText {
    // Five rows of pixels each, the top first.
    private static let glyphs: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        "+": ["   ", " # ", "###", " # ", "   "], "-": ["   ", "   ", "###", "   ", "   "],
        "(": [" #", "# ", "# ", "# ", " #"], ")": ["# ", " #", " #", " #", "# "],
        ".": [" ", " ", " ", " ", "#"], "/": ["  #", "  #", " # ", "#  ", "#  "], " ": [" ", " ", " ", " ", " "],
    ]

    /// The text in rows of blocks, as large as there is room for: with pixels of two cells, or of half a cell's height.
    /// Nil where there is no room, or when it holds anything but digits and what stands between those of a number.
    static func rows(_ text: String, width: Int, height: Int) -> [String]? {
        var pixels = [String](repeating: "", count: 5)
        for character in text {
            guard let glyph = glyphs[character] else { return nil }
            for row in pixels.indices { pixels[row] += (pixels[row].isEmpty ? "" : " ") + glyph[row] }
        }
        guard let columns = pixels.first?.count, columns > 0 else { return nil }
        if columns * 2 <= width, height >= 5 {
            return pixels.map { row in row.map { $0 == "#" ? "██" : "  " }.joined() }
        }
        guard columns <= width, height >= 3 else { return nil }
        return stride(from: 0, to: 6, by: 2).map { row in
            let below = row + 1 < 5 ? pixels[row + 1] : String(repeating: " ", count: columns)
            return String(
                zip(pixels[row], below).map { upper, lower -> Character in
                    switch (upper == "#", lower == "#") {
                    case (true, true): "█"
                    case (true, false): "▀"
                    case (false, true): "▄"
                    case (false, false): " "
                    }
                })
        }
    }
}
