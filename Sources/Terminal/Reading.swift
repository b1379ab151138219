import CNcurses
public import Canvas

extension Terminal {
    /// Takes all that has come in since the last call; empty when nothing has.
    ///
    /// Never waits for a key, but up to `ESCDELAY` milliseconds (25 when the user has not set it) for the rest of a
    /// sequence that has begun. Alt and a key come as Esc and that key.
    public func read() -> [Input] {
        guard isOpen, let pad else { return [] }
        var codes: [Code] = []
        while true {
            let code = wgetch(pad)
            if code == ERR { break }
            codes.append(Terminal.code(code))
        }
        let inputs = decoder.decode(codes)
        // Whatever the size is now, the terminal may have moved or dropped what it showed.
        if inputs.contains(.resize) { painter.forget() }
        return inputs
    }

    static let pasteBegins: Int32 = 2000
    static let pasteEnds: Int32 = 2001

    static func code(_ code: Int32) -> Code {
        switch code {
        case 0...0xFF: .byte(UInt8(code))
        case pasteBegins: .pasteBegins
        case pasteEnds: .pasteEnds
        case KEY_RESIZE: .resize
        case (KEY_F0 + 1)...(KEY_F0 + 63): .key(.function(Int(code - KEY_F0)))
        default: keys[code].map(Code.key) ?? .unknown
        }
    }

    private static let keys: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
        KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
        KEY_FIND: .home, KEY_SELECT: .end,
    ]
}
