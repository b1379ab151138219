/// The bytes of a file as UTF-8 without a byte order mark, whatever they were written in.
struct DecodedText {
    let bytes: [UInt8]
    /// `UTF-8`, `UTF-16`, `Windows-1252`, or as the user named it.
    let encoding: String
    /// True if some characters could not be read and became U+FFFD.
    let isRepaired: Bool

    /// Decodes, by the character set that the user named or one that is found out. Linear.
    init(_ bytes: [UInt8], charset: String? = nil, _ decoders: Decoders) throws(ImportFault) {
        if let charset {
            guard let text = decoders.characters(bytes, charset) else { throw .notOfCharset(charset) }
            self.init(bytes: text, encoding: charset)
            return
        }
        try self.init(found: bytes)
    }

    /// Finds out the encoding and decodes. Linear.
    init(found bytes: [UInt8]) throws(ImportFault) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text: DecodedText
        if bytes.starts(with: [0xFF, 0xFE]) {
            text = try .utf16(bytes[2...], low: 0)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            text = try .utf16(bytes[2...], low: 1)
        } else if let low = DecodedText.lowByteOfUnmarkedUTF16(bytes) {
            text = try .utf16(bytes[...], low: low)
        } else {
            text = try .eightBit(isMarked ? Array(bytes[3...]) : bytes)
        }
        // Where a mark says that it is text, odd characters are not told from noise by their number.
        guard isMarked || DecodedText.isText(text.bytes) else { throw .notText }
        if text.bytes.contains(0) {
            let shown = text.bytes.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] }
            self.init(bytes: shown, encoding: text.encoding, isRepaired: true)
        } else {
            self = text
        }
    }

    private init(bytes: [UInt8], encoding: String, isRepaired: Bool = false) {
        self.bytes = bytes
        self.encoding = encoding
        self.isRepaired = isRepaired
    }

    private static func eightBit(_ bytes: [UInt8]) throws(ImportFault) -> DecodedText {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return DecodedText(bytes: bytes, encoding: "UTF-8")
        } catch {
            let bad = error.byteOffsets
            if error.kind == .truncatedScalar, bad.upperBound == bytes.count {
                let isASCIIBefore = bytes[..<bad.lowerBound].allSatisfy { $0 < 0x80 }
                // A lone last byte may be a letter of Windows-1252, as in "José"; Â, Ã, â and ð end no word.
                if !isASCIIBefore || bad.count > 1 || [0xC2, 0xC3, 0xE2, 0xF0].contains(bytes[bad.lowerBound]) {
                    throw .cutShort
                }
            }
        }
        return repaired(bytes).map { DecodedText(bytes: $0, encoding: "UTF-8", isRepaired: true) }
            ?? DecodedText(bytes: Windows1252.utf8(bytes), encoding: "Windows-1252")
    }

    /// The bytes as UTF-8 with U+FFFD for what is none, if more characters beyond ASCII can be read than not: UTF-8 with
    /// a few bad bytes would become gibberish throughout if it were taken for Windows-1252.
    static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
        let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        var (read, lost) = (0, 0)
        for (index, byte) in repaired.enumerated() where byte >= 0xC0 {
            if byte == 0xEF, repaired[index + 1] == 0xBF, repaired[index + 2] == 0xBD { lost += 1 } else { read += 1 }
        }
        return read > lost ? repaired : nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) throws(ImportFault) -> DecodedText {
        guard bytes.count.isMultiple(of: 2) else { throw .cutShort }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var isRepaired = false
        var lead: UInt32?
        for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
            let unit = UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8
            let isLead = unit & 0xFC00 == 0xD800
            let isTrail = unit & 0xFC00 == 0xDC00
            if let first = lead, isTrail {
                text.append(scalar: 0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF)
                lead = nil
                continue
            }
            if lead != nil || isTrail {
                text.append(scalar: 0xFFFD)
                isRepaired = true
            }
            lead = isLead ? unit : nil
            if !isLead, !isTrail { text.append(scalar: unit) }
        }
        if lead != nil { throw .cutShort }
        return DecodedText(bytes: text, encoding: "UTF-16", isRepaired: isRepaired)
    }

    /// Which byte of each pair is the lower one: 0 or 1; nil if this is not UTF-16.
    ///
    /// In lists of people most letters are Latin, so that most upper bytes are zero and no lower one is.
    private static func lowByteOfUnmarkedUTF16(_ bytes: [UInt8]) -> Int? {
        let pairs = min(bytes.count, 4096) / 2
        var zeros = [0, 0]
        for index in 0..<pairs * 2 where bytes[index] == 0 { zeros[index & 1] += 1 }
        if zeros[0] == 0, zeros[1] * 2 > pairs { return 0 }
        if zeros[1] == 0, zeros[0] * 2 > pairs { return 1 }
        return nil
    }

    /// Text has hardly any control character.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(4096)
        return start.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B } * 50 <= start.count
    }
}

extension [UInt8] {
    /// True for a UTF-8 text. Linear, without a copy.
    var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }

    /// Appends a scalar that is no surrogate in UTF-8.
    fileprivate mutating func append(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
