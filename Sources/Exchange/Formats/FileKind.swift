/// What a file is by its first bytes, of the kinds that people take for a list.
enum FileKind {
    /// Fails with one sentence for a file that cannot be a CSV file. Constant time.
    static func requireTable(_ bytes: [UInt8]) throws(ImportFault) {
        for (magic, kind) in binary where bytes.starts(with: magic) {
            throw .unread(kind: kind, remedy: "save the list as CSV and import that")
        }
    }

    /// Fails with one sentence for text that is of another format. Linear in the white space at the start.
    static func requireTable(text: [UInt8]) throws(ImportFault) {
        guard let start = text.firstIndex(where: { $0 > 0x20 }) else { throw .empty }
        let beginning = String(decoding: text[start...].prefix(15), as: UTF8.self).lowercased()
        for (word, kind) in textual where beginning.hasPrefix(word) {
            throw .unread(kind: kind, remedy: "export the list as CSV and import that")
        }
    }

    private static let binary: [(magic: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("RIFF".utf8), "a picture or a recording"),
        (Array("%PDF".utf8), "a PDF document"), (Array("PK\u{3}\u{4}".utf8), "an Excel workbook or a zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook"), ([0x1F, 0x8B], "a gzip archive"),
        (Array("SQLite format 3".utf8), "a database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]

    private static let textual = [
        ("begin:vcard", "a vCard file"), ("begin:vcalendar", "a calendar"), ("{\\rtf", "a rich text document"),
        ("{", "JSON"), ("[", "JSON"), ("<", "a web page or XML"),
    ]
}
