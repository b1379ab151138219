import FoundationEssentials
import Pipeline
import TestSupport
import Testing

@testable import Journal

@Suite struct LineTests {
    @Test(arguments: [
        (#"{"id":"01KKPP3C8A4S0Z6W9M4K2Q7X3V","n":1,"do":"segment","v":1,"device":"desk-kx7q""#, "817ed80a"),
        ("", "00000000"), ("123456789", "cbf43926"),
    ])
    func theCRCIsThatOfZlib(text: String, digest: String) {
        #expect(CRC32.hex(CRC32.of(ArraySlice(text.utf8))) == digest)
    }

    @Test func theCRCOfManyBytesAtATimeIsThatOfOne() {
        var random = Seeded(1)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            var crc = UInt32.max
            for byte in bytes {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
            }
            #expect(CRC32.of(bytes[...]) == ~crc)
        }
    }

    @Test func theLinesAreThoseOfTheSpecification() throws {
        var bytes: [UInt8] = []
        let segment = try #require(EntryID("01KKPP3C8A4S0Z6W9M4K2Q7X3V"))
        let dial = try #require(EntryID("01KKPPA6Y3C5E8G1J4M7P0S2V5"))
        _ = LineEncoder.appendHeader(id: segment, device: "desk-kx7q", to: &bytes)
        let entry = Entry(
            id: dial, lead: LeadID("7Q3K9F2MXT"), at: try #require(Moment("2026-03-14T09:26:53-07:00")),
            act: .attempt(Attempt(.phone, .noAnswer, minutes: 2)))
        _ = LineEncoder.append(entry, n: 2, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {"id":"01KKPP3C8A4S0Z6W9M4K2Q7X3V","n":1,"do":"segment","v":1,"device":"desk-kx7q","c":"817ed80a"}
                {"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","n":2,"do":"attempt","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"no answer","min":2,"c":"b0445f20"}

                """#)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func entriesOfEveryActComeBackAsTheyWere(seed: UInt64) throws {
        var random = Seeded(seed)
        for kind in 0..<Entry.kinds {
            let entry = Entry.random(kind, using: &random)
            var bytes: [UInt8] = []
            _ = LineEncoder.append(entry, n: 7, to: &bytes)
            #expect(try decode(bytes) == entry)
            #expect(!bytes.dropLast().contains(10))
        }
    }

    @Test(arguments: [
        #""do":"attempt","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","by":"hologram","out":"busy""#,
        #""do":"attempt","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"busy","min":"2""#,
        #""do":"attempt","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"busy","min":65536"#,
        #""do":"attempt","lead":"7Q3K9F2MXT","at":"today","by":"phone","out":"busy""#,
        #""do":"attempt","lead":"nobody","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"busy""#,
        #""do":"attempt","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"busy""#,
        #""do":"hibernate","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","until":"2027-01-01","by":7"#,
        #""do":"","at":7"#,
    ])
    func whatIsNotUnderstoodIsKeptAsAnUnknownAct(keys: String) throws {
        let text = "{\"id\":\"01KKPPA6Y3C5E8G1J4M7P0S2V5\",\"n\":2,\(keys),\"c\":\"00000000\"}"
        let entry = try decode(Array(text.utf8))
        guard case .unknown(let name) = entry.act else {
            Issue.record("\(entry.act)")
            return
        }
        guard case .object(let written) = try JSON(reading: text.utf8),
            case .object(let shown) = EntryJSON.json(of: entry)
        else { return }
        #expect(JSON.string(name) == written.first { $0.key == "do" }?.value)
        for member in written where !["n", "c"].contains(member.key) { #expect(shown.contains(member)) }
    }

    @Test func keysOfANewerVersionAreKept() throws {
        let text =
            #"{"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","mood":["good"],"do":"edit","lead":"7Q3K9F2MXT","#
            + #""at":"2026-03-14T09:26:53-07:00","set":{"name":"Ada","handle":"@ada"},"w":1,"w":2}"#
        let entry = try decode(Array(text.utf8))
        #expect(entry.act == .edit(LeadEdit([.name], to: LeadFields(name: "Ada"))))
        #expect(entry.rest.map(\.key) == ["mood", "set", "w"])
        #expect(EntryJSON.json(of: entry).text.contains(#""set":{"name":"Ada","handle":"@ada"}"#))
        #expect(entry.rest.last?.value == .int(2))
    }

    /// Contacts as others may write them are the same contacts; those that are none make the act unknown.
    @Test(
        arguments: [
            (#"[{"number":"1","label":"work"},{"number":"2","dead":true}]"#, "1 work|2 dead"), ("[]", ""),
            (#"[ { "dead" : false , "label" : null , "number" : "1" } ]"#, "1"),
            (#"[{"number":"1","number":"2","label":"a\nb","ext":[7]}]"#, "2 a\nb"),
            (#"[{"n\u0075mber":"1"}]"#, "1"), (#"[{"number":1,"number":"2"}]"#, "2"),
            (#"[{"number":"2","number":1}]"#, nil),
            (#"[{"label":"work"}]"#, nil), ("[{}]", nil), (#"[{"number":"1","dead":"true"}]"#, nil), (#"["1"]"#, nil),
            (#"{"number":"1"}"#, nil), (#"[{"number":"1","label":true}]"#, nil),
        ] as [(String, String?)])
    func contactsAreReadHoweverTheyAreWritten(phones: String, wanted: String?) throws {
        let text =
            #"{"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","n":2,"do":"add","lead":"7Q3K9F2MXT","#
            + #""at":"2026-03-14T09:26:53-07:00","phones":\#(phones),"c":"00000000"}"#
        var found: String?
        if case .add(let fields) = try decode(Array(text.utf8)).act {
            let words = fields.phones.map { [$0.number, $0.label, $0.dead ? "dead" : nil].compactMap(\.self) }
            found = words.map { $0.joined(separator: " ") }.joined(separator: "|")
        }
        #expect(found == wanted)
    }

    /// Lines in our own form are read by a shorter way, which must find what the long one finds.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func lineInOurFormIsReadAsAnyOther(seed: UInt64) throws {
        var random = Seeded(seed)
        var body: [UInt8] = []
        _ = LineEncoder.append(Entry.random(2, using: &random), n: 7, to: &body)
        body.removeLast(LineDecoder.trailerLength + 1)
        let more = [
            #""at":"2026-03-14T09:26:53-07:00""#, #""lead":"7Q3K9F2MXT""#, #""do":"note","text":"x""#, #""mood":1"#,
            #""n":8"#, #""id":"01KKPPA6Y3C5E8G1J4M7P0S2V5""#, #""c":"00000000""#, #""out":"foo""#, #""out":7"#,
            #""by":"fax""#,
        ]
        if seed.isMultiple(of: 2) {
            body += ",\(more[Int(seed / 2) % more.count])".utf8
        } else {
            // A character of the head is another.
            body[Int.random(in: 0..<min(150, body.count), using: &random)] =
                "0:-+TZ,\"a9é".utf8.randomElement(using: &random) ?? 0
        }
        let crc = CRC32.hex(CRC32.of(body[...]))
        let line = body + ",\"c\":\"\(crc)\"}".utf8
        #expect((try? entries(line, isSealed: true)) == (try? entries(line, isSealed: false)))
    }

    private func decode(_ bytes: [UInt8]) throws -> Entry {
        let bytes = bytes.last == 10 ? bytes.dropLast() : bytes[...]
        let isSealed = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { LineDecoder.isSealed($0, from: 0, to: buffer.count) } ?? false
        }
        return try #require(entries(Array(bytes), isSealed: isSealed).first)
    }

    /// The first line that a reader sees: no day and no offset was read before.
    @Test(arguments: [0..<10, 19..<25])
    func bytesThatAreNoTimeAreNone(place: Range<Int>) throws {
        let head = #"{"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","n":2,"do":"attempt","lead":"7Q3K9F2MXT","at":""#
        var body = Array(#"\#(head)2026-03-14T09:26:53-07:00","by":"phone","out":"no answer""#.utf8)
        for index in place { body[head.utf8.count + index] = 0 }
        let line = body + ",\"c\":\"\(CRC32.hex(CRC32.of(body[...])))\"}".utf8
        #expect(throws: ScanError.self) { try entries(line, isSealed: true) }
    }

    private func entries(_ line: [UInt8], isSealed: Bool) throws -> [Entry] {
        try line.withUnsafeBufferPointer { buffer in
            let base = try #require(buffer.baseAddress)
            var decoder = LineDecoder(base)
            var entries: [Entry] = []
            _ = try decoder.decode(base, from: 0, to: buffer.count, isSealed: isSealed, device: 0, into: &entries)
            return entries
        }
    }
}

extension Entry {
    static let kinds = 21

    /// An entry of one of the kinds of acts, with everything that it can have or nothing.
    static func random(_ kind: Int, using random: inout Seeded) -> Entry {
        let lead = LeadID.random(using: &random)
        let at = Moment(
            seconds: .random(in: -2_000_000_000...4_000_000_000, using: &random),
            offset: .random(in: -1080...1080, using: &random))
        let id = EntryID(milliseconds: .random(in: 0..<1 << 48, using: &random), using: &random)
        let text = { (random: inout Seeded) in Bool.random(using: &random) ? String.random(using: &random) : nil }
        let act: Act
        switch kind {
        case 0: act = .add(.random(using: &random))
        case 1:
            let changed = LeadField.allCases.filter { _ in Bool.random(using: &random) }
            var (values, all) = (LeadFields(), LeadFields.random(using: &random))
            if Bool.random(using: &random) { all.worth = nil }
            LeadEdit(changed, to: all).apply(to: &values)
            act = .edit(LeadEdit(changed, to: values))
        case 2:
            act = .attempt(
                Attempt(
                    .allCases.randomElement(using: &random) ?? .phone,
                    .allCases.randomElement(using: &random) ?? .busy, inbound: .random(using: &random),
                    conveyedValue: .random(using: &random), minutes: .random(in: 0 ... .max, using: &random),
                    note: text(&random), number: text(&random), address: text(&random),
                    next: .random(using: &random), because: text(&random),
                    again: .allCases.randomElement(using: &random), purpose: .goodbye,
                    amount: Decimal(Int.random(in: 0...1_000_000, using: &random)) / 100))
        case 3:
            act = .trait(
                TraitFinding(
                    .allCases.randomElement(using: &random) ?? .money,
                    .allCases.randomElement(using: &random) ?? .yes, why: text(&random)))
        case 4: act = .next(on: Bool.random(using: &random) ? .random(using: &random) : nil, why: text(&random))
        case 5: act = .note(.random(using: &random))
        case 6: act = .doNotContact(words: text(&random))
        case 7: act = .allowContact(why: .random(using: &random))
        case 8: act = .undo((0...3).map { EntryID(milliseconds: UInt64($0), using: &random) })
        case 9:
            let value: Question.Value = .allCases.randomElement(using: &random) ?? .unasked
            act = .question(.init(.allCases.randomElement(using: &random) ?? .budget, value, why: text(&random)))
        case 10:
            let answers = ["need": String.random(using: &random), String.random(using: &random): "no"]
            act = .assess(
                answers, criteria: text(&random),
                score: Bool.random(using: &random) ? Int.random(in: 0...100, using: &random) : nil)
        case 11: act = .signal(.allCases.randomElement(using: &random) ?? .vanished)
        case 12:
            let amount = Decimal(Int.random(in: 0...1_000_000, using: &random)) / 100
            act = .order(Bool.random(using: &random) ? amount : nil, isPity: .random(using: &random))
        case 13: act = .compelling(text(&random))
        case 14: act = .goodbye(override: text(&random))
        case 15: act = .park(until: DueTime.random(using: &random).day, why: text(&random))
        case 16: act = .letGo(why: text(&random), (Manner.allCases + [nil]).randomElement(using: &random) ?? nil)
        case 17: act = .keep(.random(using: &random))
        case 18: act = .revive(.random(using: &random))
        case 19: act = .merge(.random(using: &random))
        default: act = .unknown("an act of tomorrow")
        }
        let rest = (0..<2).map { JSON.Member("new\($0)", .random(using: &random)) }
        return Entry(
            id: id, lead: kind == 8 ? nil : lead, at: at, act: act,
            margin: Margin(batch: text(&random), rest: Bool.random(using: &random) ? rest : []))
    }
}

extension LeadFields {
    static func random(using random: inout Seeded) -> LeadFields {
        var fields = LeadFields(name: .random(using: &random))
        for field in LeadField.allCases {
            if let path = field.text, Bool.random(using: &random) { fields[keyPath: path] = .random(using: &random) }
        }
        fields.phones = [Phone("1"), Phone(.random(using: &random), label: .random(using: &random), dead: true)]
        fields.emails = [Email("a@b"), Email(.random(using: &random), label: .random(using: &random), dead: true)]
        fields.tags = [.random(using: &random), "tag"]
        fields.worth = Decimal(Int.random(in: -5...5_000_000, using: &random)) / 1000
        fields.extra = [JSON.Member("x", .random(using: &random))]
        return fields
    }
}

extension DueTime {
    static func random(using random: inout Seeded) -> DueTime {
        let day = Day(number: .random(in: -50_000...50_000, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return DueTime(day)
        case 1: return DueTime(day, minute: .random(in: 0..<1440, using: &random))
        default:
            return DueTime(
                day, minute: .random(in: 0..<1440, using: &random), offset: .random(in: -1080...1080, using: &random))
        }
    }
}
