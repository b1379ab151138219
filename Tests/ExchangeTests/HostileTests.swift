import Exchange
import Pipeline
import TestSupport
import Testing

@Suite("No bytes make import fail but by a sentence")
struct HostileTests {
    @Test("spoiled exports are read or refused, and bring nobody twice", arguments: Fixture.all)
    func spoiled(_ fixture: Fixture) {
        var generator = Seeded(20260613)
        let telling = Array("\"\",;\t|\r\n\0'\\".utf8) + [0xC3, 0xFF, 0xE2, 0xED, 0x80]
        for _ in 0..<150 {
            var bytes = Array(fixture.text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = telling.randomElement(using: &generator) ?? 0
                case 1: bytes.insert(telling.randomElement(using: &generator) ?? 0, at: place)
                case 2: bytes.removeLast(bytes.count - place)
                default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            do throws(ImportError) {
                let rows = try ImportFile(name: "spoiled", bytes: bytes).rows
                let people = rows.filter { !$0.isEmpty }
                #expect(ImportPlan(rows: rows, existing: onFile(people)).added == 0)
            } catch {
                #expect(error.description.hasPrefix("spoiled:"))
                #expect(!error.description.contains("\n"))
            }
        }
    }

    @Test("every beginning of a file is read or refused", arguments: Fixture.all)
    func cut(_ fixture: Fixture) {
        let bytes = Array(fixture.text.utf8)
        for length in 0..<bytes.count {
            if let sentence = refusal(bytes.prefix(length)) { #expect(sentence.hasPrefix("list.csv:")) }
        }
    }

    @Test("noise is read or refused")
    func noise() {
        var generator = Seeded(7)
        for length in 0..<400 {
            _ = refusal((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
            _ = refusal((0..<length).map { _ in "\",;\r\n Name".utf8.randomElement(using: &generator) ?? 0 })
        }
    }

    @Test("a cell with very many values is a cell like any other")
    func crowdedCell() throws {
        let numbers = (0..<50_000).map { "\($0 + 100_000)" }.joined(separator: ";")
        let file = try read("Name,Phone,Tags,Email\nAda,\(numbers),\(numbers),\(numbers)\n")
        #expect(file.rows[0].fields.phones.count == 50_000)
        #expect(file.rows[0].problems.count == 50_000)
    }

    @Test("an endless line is a row like any other")
    func endless() throws {
        let file = try read("Name,Phone\nAda," + String(repeating: "1", count: 500_000))
        #expect(file.rows.count == 1)
    }
}
