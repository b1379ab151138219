import Canvas

/// What ncurses reads: bytes that it knows no key for, and what it does know.
enum Code: Equatable {
    case byte(UInt8)
    case key(Key)
    case pasteBegins
    case pasteEnds
    case resize
    case unknown

    var byte: UInt8? { if case .byte(let byte) = self { byte } else { nil } }
}

/// Makes input of what ncurses reads.
///
/// Whatever the terminal sends that is no key of ours is swallowed whole, so that no part of it is taken for a command.
struct Decoder {
    private var partial: [UInt8] = []
    private var pasted: [UInt8]?
    private var begun: [Code] = []

    /// The input in `codes`, all that has come since the last call. What is not complete waits for the next.
    mutating func decode(_ codes: [Code]) -> [Input] {
        var inputs: [Input] = []
        var rest = (begun + codes)[...]
        begun = []
        while let code = rest.popFirst() {
            switch code {
            case .resize: inputs.append(.resize)
            case .pasteBegins:
                partial = []
                pasted = pasted ?? []
            case .pasteEnds:
                if let pasted { inputs.append(.paste(Decoder.text(pasted))) }
                pasted = nil
            case .byte(let byte) where pasted != nil: pasted?.append(byte)
            case .key where pasted != nil: break
            case .key(let key): inputs.append(.key(key))
            case .unknown: break
            case .byte(0x1B):
                partial = []
                switch Decoder.sequence(in: rest) {
                case .none: inputs.append(.key(.escape))
                case .whole(let length, let mouse):
                    rest = rest.dropFirst(length)
                    if let mouse { inputs.append(.mouse(mouse)) }
                case .begun:
                    begun = [code] + rest
                    rest = []
                }
            case .byte(let byte):
                if let key = key(byte) { inputs.append(.key(key)) }
            }
        }
        return inputs
    }

    private enum Sequence {
        case none
        case whole(length: Int, Mouse?)
        case begun
    }

    /// The escape sequence that goes on with `codes`; none when Esc was pressed.
    private static func sequence(in codes: ArraySlice<Code>) -> Sequence {
        let bytes = Array(codes.lazy.map(\.byte).prefix { $0 != nil }.compactMap(\.self))
        guard bytes.count > 1 else { return .none }
        switch bytes[0] {
        case UInt8(ascii: "["):
            guard let end = bytes.dropFirst().firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
                return bytes.count == codes.count ? .begun : .whole(length: bytes.count, nil)
            }
            // The mouse of terminals that know no other way: three bytes follow, which may be anything.
            if end == 1, bytes[end] == UInt8(ascii: "M") { return .whole(length: min(5, bytes.count), nil) }
            return .whole(length: end + 1, mouse(bytes[1..<end], final: bytes[end]))
        case UInt8(ascii: "O"):
            return .whole(length: 2, nil)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
            let end = bytes.indices.dropFirst().first { place in
                bytes[place] == 0x07 || bytes[place] == UInt8(ascii: "\\") && bytes[place - 1] == 0x1B
            }
            return end.map { .whole(length: $0 + 1, nil) } ?? .none
        default:
            return .none
        }
    }

    /// The event in a report of the SGR kind, `< button ; column ; row`, that ends in `M` for a press.
    private static func mouse(_ report: ArraySlice<UInt8>, final: UInt8) -> Mouse? {
        guard report.first == UInt8(ascii: "<"), final == UInt8(ascii: "M") else { return nil }
        let numbers = report.dropFirst().split(separator: UInt8(ascii: ";")).map {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2], x > 0, y > 0
        else { return nil }
        let kind: Mouse.Kind? =
            switch button & ~modifiers {
            case 0: .press
            case 2: .secondaryPress
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return kind.map { Mouse(at: Point(x: x - 1, y: y - 1), kind: $0) }
    }

    /// Shift, Alt and Ctrl in the button of a report.
    private static let modifiers = 4 | 8 | 16

    private mutating func key(_ byte: UInt8) -> Key? {
        if byte < 0x80 {
            partial = []
            return Decoder.key(ascii: byte)
        }
        if byte >= 0xC0 { partial = [] } else if partial.isEmpty { return nil }
        partial.append(byte)
        let length = partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : 2
        guard partial.count == length else { return nil }
        defer { partial = [] }
        guard let scalar = String(validating: partial, as: UTF8.self)?.unicodeScalars.first,
            scalar.properties.generalCategory != .control
        else { return nil }
        return .character(Character(scalar))
    }

    private static func key(ascii byte: UInt8) -> Key {
        switch byte {
        case 0x0A, 0x0D: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x1B: .escape
        case 1...26: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0..<0x20: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .character(Character(Unicode.Scalar(byte)))
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
