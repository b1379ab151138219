internal import Pipeline

/// What a lead is recognised by, with the ways of writing taken out.
struct Likeness {
    let record: RecordKey?
    let emails: [String]
    let phones: [String]
    let name: String
    let company: String
    /// All the fields, of a lead that has too little else to be recognised by; else nil.
    let all: LeadFields?

    init(_ fields: LeadFields) {
        record = RecordKey(fields)
        emails = fields.emails.map { $0.address.lowercased() }
        phones = fields.phones.map { PhoneNumber.key($0.number) }.filter { !$0.isEmpty }
        name = Likeness.fold(fields.name)
        company = fields.company.map { Likeness.fold($0) } ?? ""
        all = emails.isEmpty && phones.isEmpty && (name.isEmpty || company.isEmpty) ? fields : nil
    }

    /// Small letters, without points and commas, with single spaces.
    private static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case UInt8(ascii: "."), UInt8(ascii: ","): break
            case 0...0x20: if folded.last.map({ $0 != 0x20 }) ?? false { folded.append(0x20) }
            case 0x80...: return fold(letters: text)
            default: folded.append(byte)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func fold(letters text: String) -> String {
        text.lowercased().filter { $0 != "." && $0 != "," }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
