extension Terminal {
    /// Asks the terminal to put `text` on the clipboard of whoever sits at it, also through ssh (OSC 52, xterm's control
    /// sequences). Whether it does is up to the terminal and its settings, and it says nothing back.
    ///
    /// The text goes out in base 64, so that nothing in it can be a sequence. Linear in its length.
    ///
    /// - Returns: false when the terminal is not known to understand, and nothing was sent.
    public func copy(_ text: String) -> Bool {
        guard isTaken, takesClipboard else { return false }
        send("\u{1B}]52;c;\(Terminal.base64(text.utf8))\u{7}")
        return true
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: some Collection<UInt8>) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...3 {
                text.append(place <= group.count ? signs[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
