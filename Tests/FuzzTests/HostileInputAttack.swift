import Glibc
import Pipeline
import TestSupport
import Testing

@testable import Journal

/// Bytes from outside: no trap, no hang, and the same values as the toolchain's decoder.
@Suite struct HostileInputAttack {
    @Test(arguments: Reader.all.indices, Torture.seeds)
    func changedInputIsReadOrRefused(reader: Int, seed: UInt64) {
        let reader = Reader.all[reader]
        var tally = Tally("hostile input: \(reader.name), changed by dice")
        defer { tally.tell() }
        var random = Seeded(seed)
        let seeds = reader.seeds.map { Array($0.utf8) }
        var bytes = seeds[0]
        for number in 0..<(Torture.isLong ? 3000 : 100) {
            // Changes add up for a while, so that what is nearly right comes up as often as what is far from it.
            if number % 8 == 0 { bytes = seeds.randomElement(using: &random) ?? seeds[0] }
            bytes.spoil(using: &random)
            tally.runs += 1
            if let wrong = reader.wrong(bytes) {
                tally.altered += 1
                Issue.record("\(reader.name), seed \(seed), number \(number): \(wrong): \(shown(bytes))")
            }
        }
    }

    @Test(arguments: Torture.seeds) func randomValuesAreReadAsTheToolchainReadsThem(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let value = JSON.random(using: &random)
            let bytes = Array(value.text.utf8)
            #expect(try JSON(reading: bytes) == value)
            #expect(Oracle.decode(bytes) == .success(Oracle(value)))
            #expect(Reader.json.wrong(bytes) == nil)
        }
    }

    @Test(arguments: Reader.all.indices) func monstersAreReadOrRefused(reader: Int) {
        let reader = Reader.all[reader]
        var tally = Tally("hostile input: \(reader.name), monsters")
        defer { tally.tell() }
        for monster in Monster.all(size: Torture.isLong ? 200_000 : 5_000) {
            tally.runs += 1
            if let wrong = reader.wrong(monster) {
                tally.altered += 1
                Issue.record("\(reader.name): \(wrong): \(shown(monster))")
            }
        }
    }
}

/// So much of some input that it can be told from other.
private func shown(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(60), as: UTF8.self).debugDescription
        + (bytes.count > 60 ? "… (\(bytes.count) bytes)" : "")
}

/// Input that no program writes.
enum Monster {
    static func all(size: Int) -> [[UInt8]] {
        let many = { (text: String) in String(repeating: text, count: size / text.utf8.count) }
        let texts = [
            many("["), many("{\"a\":"), many("[") + many("]"), many("{\"a\":[") + many("]}"), many("9"),
            "-" + many("9"),
            "1e999", "-1e999", "1e-999", "-0", "0." + many("0") + "1", "1E+" + many("9"), "\"" + many("\\u0041") + "\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud800\\ud800\"", many("\0"), many("\""), many("\\"), many("\n"),
            many(","), many(";"), many("\r"), many("'"), "/*" + many("*"), many("//"), many("\u{FEFF}"),
            many("\u{301}"),
            "{" + (0..<size / 12).map { "\"k\($0 % 7)\":\($0)" }.joined(separator: ",") + "}",
            "[" + many("1,") + "1]", "{\"do\":\"note\",\"lead\":\"7Q3K9F2MXT\",\"text\":\"" + many("x") + "\"}",
            "{\"do\":\"order\",\"lead\":\"7Q3K9F2MXT\",\"amount\":1e999}",
            "{\"do\":\"order\",\"lead\":\"7Q3K9F2MXT\",\"amount\":" + many("9") + "}",
            "{\"do\":\"add\",\"lead\":\"7Q3K9F2MXT\",\"name\":\"x\",\"extra\":" + many("[") + many("]") + "}",
            "{\"do\":\"undo\",\"ref\":[" + many("\"01KKPPA6Y3C5E8G1J4M7P0S2V5\",") + "\"01KKPPA6Y3C5E8G1J4M7P0S2V5\"]}",
            "Name\n" + many("\""), "Name,Name,Name\n" + many("a,"), "Name\n" + many("x\n"), many("Name,"),
            "BEGIN:VCARD\n" + many("N:x\n") + "END:VCARD", many("BEGIN:VCARD\n"),
            "BEGIN:VCARD\nNOTE:" + many("=\n") + "\nEND:VCARD",
            "BEGIN:VCARD\nNOTE:" + many("x\n ") + "\nEND:VCARD", "BEGIN:VCARD\n" + many("A;") + ":x\nEND:VCARD",
            "{goal:1e999}", "{goal:-0}", "{goal:0x" + many("f") + "}", "{goal:Infinity}", "{goal:NaN}",
            "{goal:2e+}", "[2e-]", "{roles:{bad:{fg:2e+}}}", "{me:{name:'2e-mail'}} // 2e+", "0.000E2",
            "{roles:{bad:{fg:1e999}}}",
            "{palette:{a:'b',b:'a'},roles:{bad:{fg:'a'}}}", "{inherits:'mine'}", "{'no-answer':'" + many("a ") + "'}",
        ]
        let bytes =
            [[0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]
            as [[UInt8]]
        return texts.flatMap { [Array($0.utf8), Array(($0 + "\n").utf8)] }
            + bytes.flatMap { bad in
                [
                    bad, Array("{\"a\":\"".utf8) + bad + Array("\"}\n".utf8),
                    Array([[UInt8]](repeating: bad, count: size / 4).joined()),
                ]
            }
    }
}

extension [UInt8] {
    /// Changes a few places, or cuts out, doubles or moves a piece.
    fileprivate mutating func spoil(using random: inout Seeded) {
        guard count > 1, Int.random(in: 0..<4, using: &random) == 0 else {
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(using: &random) }
            return
        }
        let start = Int.random(in: 0..<count, using: &random)
        let end = Int.random(in: start...Swift.min(count, start + 60), using: &random)
        let piece = self[start..<end]
        if Bool.random(using: &random) { removeSubrange(start..<end) }
        insert(contentsOf: piece, at: Int.random(in: 0...count, using: &random))
    }
}
