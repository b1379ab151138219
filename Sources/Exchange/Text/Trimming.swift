extension Collection<UInt8> where SubSequence: BidirectionalCollection, SubSequence.SubSequence == SubSequence {
    /// The bytes of a UTF-8 text without the white space around it, no-break spaces included.
    var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first {
            if first <= 0x20 {
                rest = rest.dropFirst()
            } else if first == 0xC2, rest.dropFirst().first == 0xA0 {
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        while let last = rest.last {
            if last <= 0x20 {
                rest = rest.dropLast()
            } else if last == 0xA0, rest.dropLast().last == 0xC2 {
                rest = rest.dropLast(2)
            } else {
                break
            }
        }
        return rest
    }
}

extension StringProtocol {
    /// The text without the white space around it. Most has none, and is not copied.
    var trimmed: String {
        let ends = [unicodeScalars.first, unicodeScalars.last].compactMap { $0?.value }
        guard ends.contains(where: { $0 <= 0x20 || $0 == 0xA0 }) else { return String(self) }
        return String(decoding: Array(utf8).trimmed, as: UTF8.self)
    }
}
