import Canvas
import Exchange
import Interface
import Pipeline

@testable import Journal

/// Something that reads bytes from outside. No bytes may make it trap, hang, or say anything but one plain sentence.
struct Reader: Sendable {
    let name: String
    /// What it is meant to read, to begin with.
    let seeds: [String]
    /// What is wrong with what came of bytes; nil when they were read, or refused as they should be.
    let wrong: @Sendable ([UInt8]) -> String?

    static let all = [json, lines, record, table, cards, settings, theme, keys]

    /// The scanner against the toolchain's decoder: the same value, or both refuse.
    ///
    /// Meant differences: we keep the digits of numbers beyond a `Double`, great or small; of a key that stands twice we
    /// take the last, and it takes one of both; we take `0e2`, as RFC 8259 does; we refuse more than 128 levels, a comma
    /// before a closing brace, byte order marks, UTF-16 and bad UTF-8.
    static let json = Reader(
        name: "JSON",
        seeds: [
            #"{"a":[1,-0,1.5e3,true,false,null,"é\u00e9\ud83d\ude00\n"],"b":{"c":{}},"a":2}"#, "[[],[[]],{}]",
            "-0.5E-10",
        ]
    ) { bytes in
        let ours = try? JSON(reading: bytes)
        if let ours, let again = try? JSON(reading: Array(ours.text.utf8)), again != ours {
            return "not what it writes"
        }
        let value = ours.map(Oracle.init)
        if value?.isExact == false || ours.map({ $0.keyCount < colons(bytes) }) == true { return nil }
        switch Oracle.decode(bytes) {
        case .success(let theirs):
            if value == theirs { return nil }
            if ours == nil, hasTrailingComma(bytes) || isDeep(bytes) { return nil }
            return ours == nil ? "refused, which the toolchain reads" : "read otherwise than by the toolchain"
        case .failure(.lenient): return nil
        case .failure(.refused):
            return ours == nil || hasZeroWithExponent(bytes) ? nil : "read, which the toolchain refuses"
        }
    }

    /// The colons outside of strings: one for each key, those that stand twice among them.
    private static func colons(_ bytes: [UInt8]) -> Int {
        var (count, isInside, isEscaped) = (0, false, false)
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else if byte == 0x22 {
                isInside.toggle()
            } else if byte == 0x3A, !isInside {
                count += 1
            }
        }
        return count
    }

    private static func isDeep(_ bytes: [UInt8]) -> Bool { bytes.filter { $0 == 0x5B || $0 == 0x7B }.count > 128 }

    /// Lines of a journal: what is read of them is written and read again as the same.
    static let lines = Reader(
        name: "journal",
        seeds: [
            #"""
            {"id":"01KKPP3C8A4S0Z6W9M4K2Q7X3V","n":1,"do":"segment","v":1,"device":"desk-kx7q","c":"817ed80a"}
            {"id":"01KKPPA6Y3C5E8G1J4M7P0S2V5","n":2,"do":"attempt","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","by":"phone","out":"no answer","min":2,"c":"b0445f20"}
            {"id":"01KKPPA6Y3C5E8G1J4M7P0S2V6","n":3,"do":"add","lead":"7Q3K9F2MXT","at":"2026-03-14T09:26:53-07:00","name":"Ada","phones":[{"number":"1","label":"x","dead":true}],"worth":12.50,"extra":{"k":[1]},"new":7}
            {"id":"01KKPPA6Y3C5E8G1J4M7P0S2V7","n":4,"do":"undo","at":"2026-03-14T09:26:53-07:00","ref":["01KKPPA6Y3C5E8G1J4M7P0S2V6"]}

            """#
        ]
    ) { bytes in
        for entry in entries(bytes) {
            var line: [UInt8] = []
            _ = LineEncoder.append(entry, n: 1, to: &line)
            guard let again = entries(line).first else {
                return "not read again: \(String(decoding: line, as: UTF8.self))"
            }
            // What is not understood may have no time; it gets that of its id, and a time is written.
            if case .unknown = entry.act, again.id == entry.id { continue }
            if again != entry { return "read otherwise: \(again) for \(entry)" }
        }
        return nil
    }

    private static func entries(_ bytes: [UInt8]) -> [Entry] {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return [] }
            var reader = LineReader(base)
            var segment = Segment(path: "journal", number: 1, device: 0)
            var start = 0
            for end in buffer.indices where buffer[end] == 10 {
                reader.read(base, from: start, to: end, &segment)
                start = end + 1
            }
            return reader.entries
        }
    }

    static let record = Reader(
        name: "record",
        seeds: [
            #"{"do":"attempt","lead":"7Q3K9F2MXT","by":"phone","out":"not now","next":"2026-12-01T14:00","because":"é"}"#,
            #"{"do":"edit","lead":"7Q3K9F2MXT","set":{"name":"Ada","worth":1,"tags":["a"],"note":null}}"#,
            #"{"do":"assess","lead":"7Q3K9F2MXT","answers":{"need":"yes"},"score":70}"#,
            #"{"do":"bought","lead":"7Q3K9F2MXT","amount":-1e3,"at":"2026-03-14T09:26:53-07:00"}"#,
        ]
    ) { bytes in
        do throws(RecordError) {
            let draft = try RecordDecoder.decode(bytes, line: 1, now: Moment(seconds: 0))
            let entry = Entry(
                id: EntryID(high: 1 << 20, low: 0), lead: draft.lead, at: draft.at, act: draft.act, margin: draft.margin
            )
            // A value that could not be read back is refused when it is to be written.
            if Batch([entry], after: Segment(path: "", number: 1, device: 0), header: entry.id, device: "d")
                .firstLost(of: [entry]) != nil
            {
                return nil
            }
            var line: [UInt8] = []
            _ = LineEncoder.append(entry, n: 1, to: &line)
            return entries(line) == [entry] ? nil : "would be read otherwise: \(String(decoding: line, as: UTF8.self))"
        } catch {
            return isSentence(error.sentence) ? nil : "says “\(error.sentence)”"
        }
    }

    static let table = Reader(
        name: "CSV",
        seeds: [
            "Name,Company,Phone,Email,Tags,Worth,Last contacted\n"
                + "\"Ada \"\"A\"\" Example\",Acme,+1 555 0100,a@b.example,x;y,\"1,200.50\",2026-01-02\n",
            "\u{FEFF}Vorname;Nachname;Telefon\r\nJörg;Groß;030 1234\r\n", "a\tb\n1\t2\n",
        ], wrong: { imported($0) })

    static let cards = Reader(
        name: "vCard",
        seeds: [
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:G=F6;A=\r\n da\r\n"
                + "TEL;CELL:1\r\nEND:VCARD\r\n",
            "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\\, Example\nitem1.EMAIL;TYPE=\"work,pref\":a@b\n c\nitem1.X-ABLabel:x\n"
                + "NOTE:a\\nb\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n",
        ], wrong: { imported($0) })

    private static func imported(_ bytes: [UInt8]) -> String? {
        let decoders = Decoders(json: { try JSON(reading: $0) }) { bytes, _ in bytes }
        do throws(ImportError) {
            let rows = try ImportFile(name: "list", bytes: bytes, decoders: decoders).rows
            for row in rows where row.problems.contains(where: { !isSentence("\($0)") }) { return "a problem of a row" }
            _ = ImportPlan(rows: rows, existing: [])
            return nil
        } catch {
            return isSentence(error.description) ? nil : "says “\(error.description)”"
        }
    }

    static let settings = Reader(
        name: "settings",
        seeds: [
            "// mine\n{ me: { name: 'Sam' }, goal: 40, minutes: { phone: 6, }, numbers: { followUpDays: [1, 3] },\n"
                + "  criteria: [{ key: 'need', weight: .5, answers: { yes: +1 } }], scripts: [] /* end */ }",
            Settings().commented,
        ]
    ) { bytes in
        let wrong = Settings.read(bytes).mistakes.first { !isSentence($0.description) || $0.line < 1 }
        return wrong.map { "\($0.line): says “\($0)”" }
    }

    static let theme = Reader(
        name: "theme",
        seeds: Theme.shipped.sorted { $0.key < $1.key }.prefix(3).map { String(decoding: $0.value, as: UTF8.self) }
    ) { bytes in
        do throws(ThemeError) {
            _ = try Theme.load(name: "mine", bytes: bytes) { Theme.shipped[$0] }.findings
            return nil
        } catch {
            return isSentence(error.description) ? nil : "says “\(error)”"
        }
    }

    static let keys = Reader(
        name: "keys",
        seeds: [
            "{ mouse: false, 'no-answer': ['n', 't i', 'C-x'], quit: null }", Keymap.standard.commented,
        ]
    ) { bytes in
        let (keymap, mistakes) = Keymap.read(bytes)
        if mistakes.isEmpty, Keymap.read(Array(keymap.commented.utf8)).mistakes != [] {
            return "does not read what it writes"
        }
        for mistake in mistakes where !isSentence(mistake.description) || mistake.line < 1 {
            return "\(mistake.line): says “\(mistake)”"
        }
        return nil
    }

    /// One line of text that says something. What it quotes is made visible when it is shown.
    private static func isSentence(_ text: String) -> Bool { text.utf8.count > 5 && text.utf8.count < 4000 }
}

extension JSON {
    /// How many keys there are, at all levels.
    fileprivate var keyCount: Int {
        switch self {
        case .array(let values): values.reduce(0) { $0 + $1.keyCount }
        case .object(let members): members.reduce(0) { $0 + 1 + $1.value.keyCount }
        default: 0
        }
    }
}
