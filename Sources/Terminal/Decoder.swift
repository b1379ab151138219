import Canvas

/// What ncurses reads: bytes that it knows no key for, and what it does know.
enum Code: Equatable {
    case byte(UInt8)
    case key(Key)
    case mouse(Mouse)
    case pasteBegins
    case pasteEnds
    case resize
    case unknown
}

/// Makes input of what ncurses reads.
///
/// Whatever the terminal sends that is no key of ours is swallowed whole, so that no part of it is taken for a command.
struct Decoder {
    private var partial: [UInt8] = []
    private var pasted: [UInt8]?

    /// The input in `codes`, all that has come since the last call. What is not complete waits for the next.
    mutating func decode(_ codes: [Code]) -> [Input] {
        var inputs: [Input] = []
        var rest = codes[...]
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
            case .key where pasted != nil, .mouse where pasted != nil: break
            case .key(let key): inputs.append(.key(key))
            case .mouse(let mouse): inputs.append(.mouse(mouse))
            case .unknown: break
            case .byte(0x1B):
                partial = []
                if let after = Decoder.sequence(in: rest) { rest = after } else { inputs.append(.key(.escape)) }
            case .byte(let byte):
                if let key = key(byte) { inputs.append(.key(key)) }
            }
        }
        return inputs
    }

    /// What follows the escape sequence that begins before `codes`; nil when none does, so that Esc was pressed.
    private static func sequence(in codes: ArraySlice<Code>) -> ArraySlice<Code>? {
        let bytes = codes.prefix { if case .byte = $0 { true } else { false } }
            .compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
        guard bytes.count > 1 else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "["):
            let length = bytes.dropFirst().firstIndex { !(0x20..<0x40).contains($0) } ?? bytes.count - 1
            return codes.dropFirst(length + 1)
        case UInt8(ascii: "O"):
            return codes.dropFirst(2)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
            for place in bytes.indices.dropFirst() {
                if bytes[place] == 0x07 { return codes.dropFirst(place + 1) }
                if bytes[place] == UInt8(ascii: "\\"), bytes[place - 1] == 0x1B { return codes.dropFirst(place + 1) }
            }
            return nil
        default:
            return nil
        }
    }

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
