package import Pipeline

extension JSON {
    /// A value of any kind, a few levels deep.
    package static func random(using random: inout Seeded, depth: Int = 0) -> JSON {
        switch Int.random(in: 0..<(depth > 3 ? 5 : 8), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(Int.random(in: -1000...1_000_000, using: &random))
        case 3: .number(["0", "-0", "1.5", "1e3", "-2.25E-2"].randomElement(using: &random) ?? "0")
        case 4: .string(.random(using: &random))
        case 5:
            .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in .random(using: &random, depth: depth + 1) })
        default:
            .object(
                (0..<Int.random(in: 0..<4, using: &random)).map {
                    Member("\($0)" + .random(using: &random), .random(using: &random, depth: depth + 1))
                })
        }
    }
}

extension String {
    /// A text of pieces that readers stumble over.
    package static func random(using random: inout Seeded) -> String {
        let pieces = [
            "a", "plain text", "\"", "\\", "\n", "\u{7}", "é", "日本", "👩‍👩‍👧", "\u{7F}", ",\"c\":\"", "{\"id\":\"",
            "\u{2028}", "/",
        ]
        return (0..<Int.random(in: 0..<6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }
}

extension [UInt8] {
    /// Changes one place: puts in a telling byte, turns a bit or takes a byte away.
    package mutating func mutate(using random: inout Seeded) {
        let bytes: [UInt8] = Array("{}[]\",:\\u0eE+-.d8 \ntrue".utf8) + [0, 0x80, 0xC3, 0xFF]
        let place = Int.random(in: 0...count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: insert(bytes.randomElement(using: &random) ?? 0, at: place)
        case 1 where place < count: self[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default: if place < count { remove(at: place) }
        }
    }
}
