/// The code page that Western European spreadsheets write when they do not write Unicode.
///
/// Source: WHATWG Encoding Standard, index-windows-1252. The five bytes without a character stand for U+FFFD here.
enum Windows1252 {
    /// The text as UTF-8. Linear.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            switch byte {
            case 0..<0x80: text.append(byte)
            case 0x80..<0xA0: text += high[Int(byte) - 0x80]
            default:
                text.append(0xC0 | byte >> 6)
                text.append(0x80 | byte & 0x3F)
            }
        }
        return text
    }

    /// The characters of the bytes from 0x80 to 0x9F.
    private static let high: [[UInt8]] = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
        .unicodeScalars.map { Array(String($0).utf8) }
}
