import Exchange
import Glibc
import Journal
import Pipeline

extension Decoders {
    /// The journal's reader of JSON, and the system's character sets.
    static let system = Decoders(
        json: { try JSON(reading: $0) }, characters: { bytes, charset in CharacterSet(charset)?.utf8(bytes) })
}

/// A character set that the system knows (iconv).
private final class CharacterSet {
    private let converter: iconv_t

    /// Nil if the system does not know the name.
    init?(_ name: String) {
        // What follows two slashes are instructions to iconv, which no file may give.
        guard !name.contains("/"), let converter = iconv_open("UTF-8", name),
            Int(bitPattern: converter) != -1
        else { return nil }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// The text as UTF-8, with U+FFFD for what is no character; nil when it is cut short.
    func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        var bytes = bytes
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let isWhole = bytes.withUnsafeMutableBytes { input in
            var rest = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while true {
                let (status, written) = buffer.withUnsafeMutableBytes { output in
                    var end = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = output.count
                    let status = iconv(converter, &rest, &left, &end, &room)
                    return (status, output.count - room)
                }
                let code = errno
                result += buffer[..<written]
                if status != .max || left == 0 { return true }
                switch code {
                case E2BIG: continue
                case EILSEQ:
                    result += "\u{FFFD}".utf8
                    rest = rest?.advanced(by: 1)
                    left -= 1
                    if left == 0 { return true }
                default: return false
                }
            }
        }
        return isWhole ? result : nil
    }
}
