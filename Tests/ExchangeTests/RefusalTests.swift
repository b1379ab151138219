import Exchange
import Pipeline
import Testing

@Suite("What cannot be imported gets one plain sentence")
struct RefusalTests {
    @Test(
        "that says what it is and what to do",
        arguments: [
            ([], "list.csv: the file is empty; export it again"),
            (Array("\u{FEFF} \r\n\n".utf8), "list.csv: the file is empty; export it again"),
            (
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
                "list.csv: this is a PNG picture, which import does not read; save the list as CSV and import that"
            ),
            (
                Array("PK\u{3}\u{4}xl".utf8),
                "list.csv: this is an Excel workbook or a zip archive, which import does not read; "
                    + "save the list as CSV and import that"
            ),
            (
                Array("BEGIN:VCALENDAR\nVERSION:2.0".utf8),
                "list.csv: this is a calendar, which import does not read; export the list as CSV and import that"
            ),
            (
                Array("[{\"name\":1}".utf8),
                "list.csv: the file begins like JSON, but is not JSON (at byte 12); export it again"
            ),
            (
                Array("{\"name\":1}\n{\"name\":".utf8),
                "list.csv: the file begins like JSON, but line 2 is not JSON (at byte 9); export it again"
            ),
            (
                Array("[{\"name\":\"Ada\"},{\"name\":\"B\"ea\"},{\"name\":\"Cay\"}]".utf8),
                "list.csv: the file begins like JSON, but record 2 is not JSON (at byte 12); export it again"
            ),
            (
                Array("{\"data\":[{\"name\":\"Ada\"},{\"name\":".utf8),
                "list.csv: the file begins like JSON, but record 2 is not JSON (at byte 9); export it again"
            ),
            (
                Array("{\"name\":\"Ada\"} and more".utf8),
                "list.csv: the file begins like JSON, but is not JSON (at byte 16); export it again"
            ),
            (
                Array("{\n\"name\":\"Ada\"\n} and more".utf8),
                "list.csv: the file begins like JSON, but is not JSON (at byte 18); export it again"
            ),
            (
                Array("{\"total\":one,\"data\":[{\"name\":\"Ada\"}]}".utf8),
                "list.csv: the file begins like JSON, but is not JSON (at byte 10); export it again"
            ),
            (
                Array("{\"data\":[{\"name\":\"Ada\"},null]}".utf8),
                "list.csv: this JSON holds no list of people; give an array of objects, or one object on each line"
            ),
            (
                Array("[1,2]".utf8),
                "list.csv: this JSON holds no list of people; give an array of objects, or one object on each line"
            ),
            (
                Array("{}".utf8),
                "list.csv: this JSON holds no list of people; give an array of objects, or one object on each line"
            ),
            (
                Array("<!DOCTYPE html>".utf8),
                "list.csv: this is a web page or XML, which import does not read; export the list as CSV and import that"
            ),
            ([UInt8](repeating: 0, count: 5000), "list.csv: this is not a text file; give a CSV, vCard or JSON file"),
            (
                (0..<5000).map { UInt8(truncatingIfNeeded: $0 % 31 + 1) },
                "list.csv: this is not a text file; give a CSV, vCard or JSON file"
            ),
            (
                Array("Name\nJos".utf8) + [0xC3],
                "list.csv: the file ends in the middle of a character, so it was cut short; export it again"
            ),
            (
                [0xFF, 0xFE, 0x4E],
                "list.csv: the file ends in the middle of a character, so it was cut short; export it again"
            ),
            (
                [0xFF, 0xFE, 0x4E, 0, 0x3D, 0xD8],
                "list.csv: the file ends in the middle of a character, so it was cut short; export it again"
            ),
            (
                Array("Name,Note\nAda,x\nBea,\"open\nand on\n".utf8),
                "list.csv:3: a quote opens on this line and never closes; close it, or export the file again if it was cut short"
            ),
            (
                Array("Name,\"Note\nAda,x\n".utf8),
                "list.csv:1: a quote opens on this line and never closes; close it, or export the file again if it was cut short"
            ),
            (
                Array("Ada Example,0201\nBea Example,0202\n".utf8),
                "list.csv:1: no column is known to hold a name, a company, a phone or an e-mail in the header “Ada Example”, "
                    + "“0201”; say which is which with --map \"HEADER=FIELD\""
            ),
            (
                Array("Size,Note\n1,2\n".utf8),
                "list.csv:1: no column is known to hold a name, a company, a phone or an e-mail in the header “Size”, "
                    + "“Note”; say which is which with --map \"HEADER=FIELD\""
            ),
            (
                Array("Name\n".utf8) + [UInt8](repeating: UInt8(ascii: ","), count: 20_000),
                "list.csv:2: this row has more than 16384 cells; give a CSV file"
            ),
        ] as [([UInt8], String)])
    func sentences(bytes: [UInt8], sentence: String) {
        #expect(refusal(bytes) == sentence)
    }

    @Test("that names the columns, or the fields, when --map is wrong")
    func maps() {
        #expect(
            refusal("Name,Size\nAda,1\n".utf8, map: [("Shoe", "name")])
                == "list.csv: --map names the column “Shoe”, which is not in the header “Name”, “Size”; name one of these"
        )
        #expect(
            refusal("Name\nAda\n".utf8, map: [("Name", "shoe")])?.hasPrefix(
                "list.csv: --map names the field “shoe”, which a lead does not have; the fields are name, first name, ")
                == true)
    }

    @Test("but a header without rows is a list of nobody")
    func headerOnly() throws {
        #expect(try read("Name,Phone\n").rows == [])
    }

    @Test("and a last letter of Windows-1252 is no half character")
    func lastLetter() throws {
        #expect(try ImportFile(name: "a", bytes: Array("Name\nJos".utf8) + [0xE9]).rows[0].fields.name == "José")
    }
}
