/// The values of a JSON array or object, one after another: where they stand, without reading them.
///
/// Only what is between them is checked. Whoever reads a value finds out what is wrong with it, and one that does not end
/// is given as far as the text goes.
struct JSONParts {
    /// True for an object, whose values have keys.
    let isObject: Bool
    private let text: [UInt8]
    private let end: Int
    /// What is read next; behind the last value, what follows the closing bracket and the space behind it.
    private(set) var position: Int
    private var isFirst = true
    private var isClosed = false

    /// Stands before the first value; nil if no array or object begins at the beginning of `range`.
    init?(_ text: [UInt8], in range: Range<Int>) {
        self.text = text
        end = range.upperBound
        position = range.lowerBound
        isObject = position < end && text[position] == UInt8(ascii: "{")
        guard isObject || position < end && text[position] == UInt8(ascii: "[") else { return nil }
        position += 1
    }

    /// The next value, and of an object its key with the quotes; nil behind the last.
    mutating func next() throws(ImportFault) -> (key: Range<Int>, value: Range<Int>)? {
        if isClosed { return nil }
        skipSpace()
        if isFirst ? byte == closing : byte != UInt8(ascii: ",") {
            guard byte == closing else { throw fault }
            position += 1
            isClosed = true
            skipSpace()
            return nil
        }
        if !isFirst { position += 1 }
        isFirst = false
        var key = position..<position
        if isObject {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw fault }
            key = try value()
            skipSpace()
            guard byte == UInt8(ascii: ":") else { throw fault }
            position += 1
        }
        return (key, try value())
    }

    /// What is wrong at the place at hand.
    var fault: ImportFault { .notJSON("is not JSON (at byte \(position + 1))") }

    private var closing: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

    /// The byte at hand; 0, which JSON has nowhere, at the end.
    private var byte: UInt8 { position < end ? text[position] : 0 }

    private mutating func skipSpace() {
        while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Goes over a value and the space before it.
    private mutating func value() throws(ImportFault) -> Range<Int> {
        skipSpace()
        let start = position
        var depth = 0
        repeat {
            switch byte {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth >= 0 { position += 1 }
            case _ where depth > 0: position += 1
            default: skipWord()
            }
        } while depth > 0 && position < end
        guard position > start else { throw fault }
        return start..<position
    }

    private mutating func skipString() {
        position += 1
        while position < end, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, end)
    }

    /// A number, `true`, or what stands in the place of one.
    private mutating func skipWord() {
        while position < end, !",:]} \n\r\t".utf8.contains(text[position]) { position += 1 }
    }
}
