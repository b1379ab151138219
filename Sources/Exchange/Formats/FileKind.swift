/// What a file is by its beginning.
enum FileKind {
    case table, cards, json

    /// The kind by the bytes, as far as they tell: cards need not be of one encoding, so that they are known before
    /// they are decoded. Fails with one sentence for what people take for a list and is none. Constant time.
    init(_ bytes: [UInt8]) throws(ImportFault) {
        for (magic, kind) in FileKind.binary where bytes.starts(with: magic) {
            throw .unread(kind: kind, remedy: "save the list as CSV and import that")
        }
        self = FileKind.isCards(bytes.prefix(4096)) ? .cards : .table
    }

    /// The kind by the text. Linear in the white space at the start.
    init(text: [UInt8]) throws(ImportFault) {
        guard let start = text.firstIndex(where: { $0 > 0x20 }) else { throw .empty }
        let beginning = String(decoding: text[start...].prefix(15), as: UTF8.self).lowercased()
        for (word, kind) in FileKind.textual where beginning.hasPrefix(word) {
            throw .unread(kind: kind, remedy: "export the list as CSV and import that")
        }
        self = "{[".utf8.contains(text[start]) ? .json : .table
    }

    /// True when a line begins a card. There may be a byte order mark, blank lines and words of the mail program
    /// before it, and of UTF-16 every other byte is zero.
    private static func isCards(_ beginning: ArraySlice<UInt8>) -> Bool {
        let ascii = String(decoding: beginning.filter { (1..<0x80).contains($0) }, as: UTF8.self).lowercased()
        return ascii.split(whereSeparator: \.isNewline).contains { $0.trimmed.hasPrefix("begin:vcard") }
    }

    private static let binary: [(magic: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("RIFF".utf8), "a picture or a recording"),
        (Array("%PDF".utf8), "a PDF document"), (Array("PK\u{3}\u{4}".utf8), "an Excel workbook or a zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook"), ([0x1F, 0x8B], "a gzip archive"),
        (Array("SQLite format 3".utf8), "a database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]

    private static let textual = [
        ("begin:vcalendar", "a calendar"), ("{\\rtf", "a rich text document"), ("<", "a web page or XML"),
    ]
}
