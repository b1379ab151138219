/// Phone numbers as people and spreadsheets write them.
enum PhoneNumber {
    /// What two writings of one number have in common: letters and digits in small letters, with neither the `+` nor
    /// the `00` nor the bracketed zero of international writing. Empty if there is no digit.
    static func key(_ number: String) -> String {
        var key: [UInt8] = []
        var isInternational = false
        let bytes = Array(number.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "+"): if key.isEmpty { isInternational = true }
            case UInt8(ascii: "0"):
                let isBracketed =
                    index > 0 && bytes[index - 1] == UInt8(ascii: "(")
                    && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ")")
                if isInternational && isBracketed { continue }
                key.append(byte)
                if key == [byte, byte] {
                    key = []
                    isInternational = true
                }
            case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): key.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
            default: break
            }
        }
        return key.contains(where: isDigit) ? String(decoding: key, as: UTF8.self) : ""
    }

    /// True for a number that a spreadsheet has ruined, such as `4.47912E+11`: its last digits are lost.
    static func isScientific(_ text: String) -> Bool {
        var rest = text.utf8[...]
        let digits = rest.prefix(while: isDigit)
        rest = rest[digits.endIndex...]
        guard !digits.isEmpty else { return false }
        if let point = rest.first, ".,".utf8.contains(point) {
            rest = rest.dropFirst().drop(while: isDigit)
        }
        guard let e = rest.popFirst(), "eE".utf8.contains(e) else { return false }
        if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    /// The numbers of a cell that may hold several.
    static func list(_ cell: String) -> [String] {
        var numbers = CellList.parts(cell)
        // A comma may be a pause in dialling, so that it only parts what are numbers on either side.
        if numbers.count == 1, cell.utf8.contains(UInt8(ascii: ",")) {
            let parts = CellList.words(cell)
            if parts.allSatisfy({ $0.utf8.count(where: isDigit) >= 6 }) { numbers = parts }
        }
        return numbers.map { $0.hasPrefix("'") ? $0.dropFirst().trimmed : $0 }
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
}
