import Canvas

/// What a terminal sends for a key: Esc and more, or one byte that stands for another key than usual.
struct KeySequence {
    let bytes: [UInt8]
    let key: Key

    /// Those of the terminal that is set up, and behind them those that nearly all terminals send, whatever their entry
    /// says.
    static func all() -> [KeySequence] {
        let own =
            named.map { (Entry.capability($0.name), $0.key) }
            + (1...63).map { (Entry.capability("kf\($0)"), Key.function($0)) }
        return own.compactMap { bytes, key in
            guard let bytes, bytes.count > 1 && bytes[0] == 0x1B || bytes == [0x7F] else { return nil }
            return KeySequence(bytes: bytes, key: key)
        } + usual
    }

    /// The keys by their names in terminfo.
    private static let named: [(name: String, key: Key)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
        ("kpp", .pageUp), ("knp", .pageDown), ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert),
        ("kent", .enter), ("kcbt", .backTab), ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
        ("kfnd", .home), ("kslt", .end),
    ]

    /// What xterm and those that follow it send, with the keypad in either mode (xterm's control sequences, "PC-style
    /// function keys" and "VT220-style"), and the console of Linux (console_codes(4)).
    static let usual: [KeySequence] = [
        ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
        ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end),
        ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
        ("[Z", .backTab), ("OM", .enter), ("OP", .function(1)), ("OQ", .function(2)), ("OR", .function(3)),
        ("OS", .function(4)), ("[11~", .function(1)), ("[12~", .function(2)), ("[13~", .function(3)),
        ("[14~", .function(4)), ("[15~", .function(5)), ("[17~", .function(6)), ("[18~", .function(7)),
        ("[19~", .function(8)), ("[20~", .function(9)), ("[21~", .function(10)), ("[23~", .function(11)),
        ("[24~", .function(12)), ("[[A", .function(1)), ("[[B", .function(2)), ("[[C", .function(3)),
        ("[[D", .function(4)), ("[[E", .function(5)),
    ].map { KeySequence(bytes: [0x1B] + Array($0.utf8), key: $1) }
}
