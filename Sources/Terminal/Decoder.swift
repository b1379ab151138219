import Canvas

/// Makes input of the bytes that a terminal sends.
///
/// Whatever it sends that is no key of ours is swallowed whole, so that no part of it is taken for a command.
struct Decoder {
    private let keys: [KeySequence]
    // What the byte of that name stands for.
    private let delete: Key
    // The beginning of a sequence that is not all there.
    private var begun: [UInt8] = []
    // The beginning of a character.
    private var partial: [UInt8] = []
    private var pasted: [UInt8]?

    /// - Parameter keys: what the terminal sends for keys. Of two that fit the longer counts, of two that are alike the
    ///   first.
    init(_ keys: [KeySequence]) {
        self.keys = keys
        delete = keys.first { $0.bytes == [0x7F] }?.key ?? .backspace
    }

    /// The input in `bytes`, all that has come since the last call. What is not complete waits for the next.
    mutating func decode(_ bytes: [UInt8]) -> [Input] {
        var inputs: [Input] = []
        var rest = (begun + bytes)[...]
        begun = []
        while let byte = rest.first {
            if pasted != nil {
                if let text = paste(&rest) { inputs.append(.paste(text)) }
            } else if byte != Decoder.escape {
                rest.removeFirst()
                if let key = key(byte) { inputs.append(.key(key)) }
            } else {
                partial = []
                switch sequence(rest) {
                case .begun:
                    begun = Array(rest)
                    rest = []
                case .nothing(let length): rest.removeFirst(length)
                case .paste(let length):
                    rest.removeFirst(length)
                    pasted = []
                case .input(let input, let length):
                    rest.removeFirst(length)
                    inputs.append(input)
                }
            }
        }
        return inputs
    }

    /// True when what waits was a key, or something to be dropped, unless more of it comes soon: see `settle`.
    var isInDoubt: Bool {
        if begun.isEmpty || pasted != nil { return false }
        // The rest of a paste or of a report of the mouse must not be taken for keys, however late it is.
        let isAwaited = begun.count > 2 && begun[1] == UInt8(ascii: "[")
        return !(isAwaited && begun.dropFirst(2).allSatisfy { (0x30..<0x40).contains($0) })
    }

    /// The input in what is in doubt, when no more of it comes.
    mutating func settle() -> [Input] {
        guard isInDoubt else { return [] }
        defer { begun = [] }
        if let known = keys.first(where: { $0.bytes == begun }) { return [.key(known.key)] }
        // Esc, or Alt and a key.
        return begun.count > 2 ? [] : begun.compactMap { key($0) }.map(Input.key)
    }

    private static let escape: UInt8 = 0x1B

    private enum Sequence {
        case begun
        case nothing(Int)
        case paste(Int)
        case input(Input, Int)
    }

    /// The sequence at the beginning of `bytes`, the first of which is Esc.
    private func sequence(_ bytes: ArraySlice<UInt8>) -> Sequence {
        if keys.contains(where: { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }) { return .begun }
        var known: KeySequence?
        for key in keys where key.bytes.count > known?.bytes.count ?? 0 && bytes.starts(with: key.bytes) { known = key }
        if let known { return .input(.key(known.key), known.bytes.count) }
        let rest = bytes.dropFirst()
        switch rest.first {
        case nil: return .begun
        case UInt8(ascii: "["): return controlSequence(bytes)
        case UInt8(ascii: "O"):
            let parameters = rest.dropFirst().prefix { (0x30..<0x40).contains($0) }
            guard let final = rest.dropFirst(1 + parameters.count).first else {
                return parameters.count < Decoder.longest ? .begun : .nothing(bytes.count)
            }
            return .nothing(2 + parameters.count + (final < 0x20 ? 0 : 1))
        case let opening? where Decoder.answers[opening] != nil:
            // What the terminal answers begins so; else somebody was quick to press Alt and a key, and others.
            guard let first = rest.dropFirst().first else { return .begun }
            guard Decoder.answers[opening]?.contains(first) == true else { return .input(.key(.escape), 1) }
            let end = rest.indices.dropFirst().first { place in
                rest[place] == 0x07 || rest[place] == UInt8(ascii: "\\") && rest[place - 1] == Decoder.escape
            }
            return end.map { .nothing($0 + 1 - bytes.startIndex) } ?? .begun
        // Alt and a key come as Esc and that key.
        default: return .input(.key(.escape), 1)
        }
    }

    /// What Esc and a bracket begin: parameters, and a byte that says what for.
    private func controlSequence(_ bytes: ArraySlice<UInt8>) -> Sequence {
        let parameters = bytes.dropFirst(2).prefix { (0x20..<0x40).contains($0) }
        guard let final = bytes.dropFirst(2 + parameters.count).first else {
            return parameters.count < Decoder.longest ? .begun : .nothing(bytes.count)
        }
        let length = 3 + parameters.count
        switch final {
        // It was broken off.
        case 0..<0x20: return .nothing(length - 1)
        // The mouse of terminals that know no other way: three bytes follow, which may be anything.
        case UInt8(ascii: "M") where parameters.isEmpty: return bytes.count < 6 ? .begun : .nothing(6)
        case UInt8(ascii: "M"):
            return Decoder.mouse(parameters).map { .input(.mouse($0), length) } ?? .nothing(length)
        case UInt8(ascii: "~") where parameters.elementsEqual("200".utf8): return .paste(length)
        default: return .nothing(length)
        }
    }

    /// How an answer begins that ends in BEL or in Esc and a backslash: the colours, what is set, pictures.
    private static let answers: [UInt8: [UInt8]] = [
        UInt8(ascii: "]"): Array("0123456789".utf8), UInt8(ascii: "P"): Array("0123456789+$>!".utf8),
        UInt8(ascii: "_"): Array("G".utf8),
    ]

    // More parameters than any terminal sends.
    private static let longest = 256

    /// The event in a report of the SGR kind, `< button ; column ; row`, for a press.
    private static func mouse(_ report: ArraySlice<UInt8>) -> Mouse? {
        guard report.first == UInt8(ascii: "<") else { return nil }
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

    private static let pasteEnds = Array("\u{1B}[201~".utf8)

    /// Takes what belongs to the paste; its text when it is all there.
    private mutating func paste(_ rest: inout ArraySlice<UInt8>) -> String? {
        while let next = rest.firstIndex(of: Decoder.escape) {
            pasted? += rest[..<next]
            rest = rest[next...]
            if rest.starts(with: Decoder.pasteEnds) {
                rest.removeFirst(Decoder.pasteEnds.count)
                defer { pasted = nil }
                return pasted.map(Decoder.text)
            }
            if Decoder.pasteEnds.starts(with: rest) {
                begun = Array(rest)
                rest = []
                return nil
            }
            pasted?.append(rest.removeFirst())
        }
        pasted? += rest
        rest = []
        return nil
    }

    private mutating func key(_ byte: UInt8) -> Key? {
        if byte < 0x80 {
            partial = []
            return byte == 0x7F ? delete : Decoder.key(ascii: byte)
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
        case 0x08: .backspace
        case escape: .escape
        case 1...26: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0..<0x20: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .character(Character(Unicode.Scalar(byte)))
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
