internal import Pipeline

/// What a lead is recognised by, with the ways of writing taken out, and its texts numbered so that they compare fast.
struct Likeness {
    let system: Int32?
    let record: Int32?
    let emails: [Int32]
    let phones: [Int32]
    /// Nil without a name.
    let name: Int32?
    /// Nil without a company.
    let company: Int32?
    /// All the fields of a lead that has too little else to be recognised by, so that only the same fields make it the
    /// same; nil for the others.
    let faint: LeadFields?

    init(_ fields: LeadFields, numbers: inout TextNumbers) {
        let key = RecordKey(fields)
        system = key.map { numbers.number(of: $0.system) }
        record = key.map { numbers.number(of: $0.id) }
        emails = fields.emails.map { numbers.number(of: $0.address.lowercased()) }
        phones = fields.phones.compactMap {
            let key = PhoneNumber.key($0.number)
            return key.isEmpty ? nil : numbers.number(of: key)
        }
        let texts = (Likeness.fold(fields.name), Likeness.fold(fields.company ?? ""))
        name = texts.0.isEmpty ? nil : numbers.number(of: texts.0)
        company = texts.1.isEmpty ? nil : numbers.number(of: texts.1)
        faint = emails.isEmpty && phones.isEmpty && (name == nil || company == nil) ? fields : nil
    }

    /// Small letters, without points and commas, with single spaces.
    private static func fold(_ text: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var isASCII = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case UInt8(ascii: "."), UInt8(ascii: ","): break
            case 0...0x20: if folded.last.map({ $0 != 0x20 }) ?? false { folded.append(0x20) }
            case 0x80...: isASCII = false; folded.append(byte)
            default: folded.append(byte)
            }
        }
        if folded.last == 0x20 { folded.removeLast() }
        let folding = String(decoding: folded, as: UTF8.self)
        return isASCII ? folding : folding.lowercased()
    }
}

/// Numbers for texts: the same text has the same number.
struct TextNumbers {
    private var numbers: [String: Int32] = [:]

    mutating func number(of text: String) -> Int32 {
        let next = Int32(truncatingIfNeeded: numbers.count)
        return { (number: inout Int32) in
            if number < 0 { number = next }
            return number
        }(&numbers[text, default: -1])
    }

    mutating func reserve(_ count: Int) {
        numbers.reserveCapacity(count)
    }
}
