import Exchange
import Pipeline
import Testing

@Suite("A CSV file is read whatever it is written in")
struct FormTests {
    private static let header = ["Name", "Company", "Phone", "E-mail", "Note"]
    private static let record = [
        "Zoë Müller", "Firm; Sons, \"Best\" | Co\tKG", "+49 30 0001", "z@m.example", "one\ntwo",
    ]

    enum Encoding: String, CaseIterable {
        case utf8, utf8Marked, utf16LE, utf16LEMarked, utf16BE, utf16BEMarked, windows1252

        func bytes(_ text: String) -> [UInt8] {
            let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            return switch self {
            case .utf8: Array(text.utf8)
            case .utf8Marked: [0xEF, 0xBB, 0xBF] + text.utf8
            case .utf16LE: little
            case .utf16LEMarked: [0xFF, 0xFE] + little
            case .utf16BE: big
            case .utf16BEMarked: [0xFE, 0xFF] + big
            case .windows1252: text.unicodeScalars.map { UInt8($0.value) }
            }
        }
    }

    @Test("in every encoding, with every separator and line end", arguments: Encoding.allCases, [",", ";", "\t", "|"])
    func forms(encoding: Encoding, separator: String) throws {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let quoted = FormTests.record.map {
                "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
            }
            let text = [FormTests.header, quoted, [], ["Last"]].map { $0.joined(separator: separator) }
                .joined(separator: "\n")
            let bytes = encoding.bytes(
                text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
            let file = try ImportFile(name: "list.csv", bytes: bytes)
            #expect(file.columns.map(\.header) == FormTests.header)
            #expect(file.rows.count == 2)
            let row = try #require(file.rows.first)
            #expect(summary(row) == "Zoë Müller | Firm; Sons, \"Best\" | Co KG |  | +49 30 0001 | z@m.example")
            #expect(row.fields.note == "one\ntwo")
            #expect(file.rows.map(\.line) == [2, 5])
        }
    }

    @Test("Windows-1252 has its own quotation marks and euro sign")
    func windows1252() throws {
        let file = try ImportFile(name: "a", bytes: Array("Name,Note\nAda,".utf8) + [0x93, 0x80, 0x94, 0x0A])
        #expect(file.encoding == "Windows-1252")
        #expect(file.rows[0].fields.note == "“€”")
    }

    @Test("a few bad bytes do not turn UTF-8 into gibberish, and are reported")
    func repaired() throws {
        let file = try ImportFile(name: "a", bytes: Array("Name\nZoë\nChloé\nB".utf8) + [0xFF] + Array("d\n".utf8))
        #expect(file.rows.map(\.fields.name) == ["Zoë", "Chloé", "B\u{FFFD}d"])
        #expect(file.rows.map(\.problems) == [[], [], ["some characters in “Name” could not be read"]])
    }

    @Test(
        "quotes are taken as they are meant",
        arguments: [
            ("\"a\"\"b\"", "a\"b"), ("5\" pipe", "5\" pipe"), ("\"Bob\" Smith", "Bob Smith"), (" \"a, b\" ", "a, b"),
            ("\"\"", ""), ("  padded\u{A0}", "padded"), ("'=1+1", "=1+1"), ("'quoted'", "'quoted'"),
        ])
    func quotes(cell: String, value: String) throws {
        let row = try read("Name,Note\nAda,\(cell)\n").rows[0]
        #expect(row.fields.note ?? "" == value)
    }

    @Test("short and long rows go as far as they go, and are reported by their line")
    func ragged() throws {
        let file = try read("Name,Phone,City\nAda\nBea,+1 555 010 0001,Dover,x,,y\n\nCem,,Kent\nDora,,Kent,,,\n")
        #expect(file.rows.map(\.line) == [2, 3, 5, 6])
        #expect(file.rows.map(\.problems) == [["2 cells too few"], ["2 cells too many, kept as extra"], [], []])
        #expect(extra("Column 4", of: file.rows[1]) == "x")
        #expect(extra("Column 6", of: file.rows[1]) == "y")
        #expect(file.rows[0].fields.name == "Ada")
    }

    @Test("lines count inside quoted cells, whatever ends them")
    func lines() throws {
        let file = try read("Name,Note\r\nAda,\"1\r\n2\n3\r4\"\r\nBea,\r\n")
        #expect(file.rows.map(\.line) == [2, 6])
        #expect(file.rows[0].fields.note == "1\n2\n3\n4")
    }

    @Test(
        "lines before the header are passed over",
        arguments: [
            "Report of 1 June\n\n", "sep=;\n", "Notes:\n\"a; b\nc\"\n\n", "\n\n", "Exported by,Sam\nOn,1 June\n",
        ])
    func preamble(_ preamble: String) throws {
        let file = try read(preamble + "Name;Company;Phone\nAda;Acme;0201\n")
        #expect(file.rows.map(summary) == ["Ada | Acme |  | 0201 | "])
    }

    @Test("headers of the same name and without one are kept apart")
    func headers() throws {
        let file = try read("Name,Size,,Size,Size (column 4)\nAda,1,2,3,4\n")
        #expect(
            file.columns.map(\.header) == ["Name", "Size", "Column 3", "Size (column 4)", "Size (column 4) (column 5)"])
        #expect(file.columns.map(\.samples) == [["Ada"], ["1"], ["2"], ["3"], ["4"]])
    }

    @Test("the user's word on a column goes before ours")
    func chosen() throws {
        let file = try read(
            "Who,Desk,Name,Shoe\nAda,0201,Acme,38\n",
            map: [("who", "name"), ("Desk", "phone:desk"), ("NAME", "Company"), ("Shoe", "ignore")])
        #expect(file.rows.map(summary) == ["Ada | Acme |  | 0201 (desk) | "])
        #expect(file.rows[0].fields.extra == [])
        #expect(file.columns.map(\.target.description) == ["name", "phone:desk", "company", "ignore"])
    }

    @Test("every word for a field is understood", arguments: ColumnTarget.words)
    func words(_ word: String) {
        #expect(ColumnTarget(word)?.description == word)
    }
}
