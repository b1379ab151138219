import Exchange
import Pipeline
import Testing

/// Cards as a program writes them, with invented people, and what is to come of them.
struct CardFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rows: [String]

    static let all = [
        CardFixture(
            testDescription: "an Android phone, 2.1",
            text: """
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96sterreich;Zo=C3=AB=20=C3=84nne-Marie-Magdal=
                ena;;;
                FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =C3=84nne-Marie-Magdalena =C3=96sterreich
                TEL;CELL;PREF:+436601234567
                TEL;WORK:01 234 56
                TEL;WORK;FAX:01 234 57
                TEL;X-Gate:999
                EMAIL;PREF;WORK:zoe@example.com
                ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BChle=20=26=20S=C3=B6hne;Einkauf
                NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Erste Zeile=0D=0Azweite Zeile=
                ORG;CHARSET=UTF-8:Second
                PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
                 R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=

                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                TEL;CELL:0660 7654321
                END:VCARD
                """,
            rows: [
                "Zoë Änne-Marie-Magdalena Österreich | Mühle & Söhne |  | +436601234567 (mobile), 01 234 56 (work), "
                    + "999 (gate), 01 234 57 (work fax) | zoe@example.com (work)",
                " |  |  | 0660 7654321 (mobile) | ",
            ]),
        CardFixture(
            testDescription: "an iPhone, 3.0",
            text: """
                BEGIN:VCARD
                VERSION:3.0
                PRODID:-//Apple Inc.//iPhone OS 17.0//EN
                N:Example;Ada;Byron,King;Dr.;Jr.
                FN:Dr. Ada Byron King Example Jr.
                ORG:Acme\\, Inc.;Tools\\; Dies
                TITLE:Head of Purchasing
                item1.EMAIL;type=INTERNET;type=pref:ada@acme.example
                EMAIL;type=INTERNET;type=HOME:ada@home.example
                TEL;type=HOME;type=VOICE:(555) 010-0002
                TEL;type=CELL;type=VOICE;type=pref:(555) 010-0001
                item2.TEL:(555) 010-0003
                item2.X-ABLabel:_$!<AssistantPhone>!$_
                item3.TEL:(555) 010-0004
                item3.X-ABLabel:Yacht
                TEL;type=IPHONE;type=CELL;type=VOICE:(555) 010-0005
                item4.ADR;type=WORK;type=pref:;;1 Invented Road\\nGate 5;Springfield;IL;62701;United States
                item4.X-ABADR:us
                item5.URL;type=pref:http\\://www.acme.example
                item5.X-ABLabel:_$!<HomePage>!$_
                NOTE:Likes\\nmornings\\, not
                  evenings\\; says “no”
                CATEGORIES:Buyers,Fair 2026
                BDAY;value=date:1980-12-10
                PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBA
                 QEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ==
                X-ABUID:5AD380FD\\:ABPerson
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:;;;;
                FN:Muster AG
                ORG:Muster AG;
                TEL;type=MAIN:+49 40 555 0001
                X-ABShowAs:COMPANY
                END:VCARD
                """,
            rows: [
                "Dr. Ada Byron King Example Jr. | Acme, Inc. | Head of Purchasing | (555) 010-0001 (mobile), "
                    + "(555) 010-0002 (home), (555) 010-0004 (yacht), (555) 010-0005 (mobile), "
                    + "(555) 010-0003 (assistant) | ada@acme.example, ada@home.example (home)",
                " | Muster AG |  | +49 40 555 0001 (main) | ",
            ]),
        CardFixture(
            testDescription: "a program of version 4.0",
            text: """
                BEGIN:VCARD
                VERSION:4.0
                UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
                FN:Bram Voorbeeld
                N:Voorbeeld;Bram;;;
                TEL;VALUE=uri;TYPE="voice,work";PREF=2:tel:+31-20-555-0101;ext=12
                TEL;VALUE=uri;TYPE=cell;PREF=1:tel:+31-6-5550-0102
                EMAIL;PREF=2:mailto:bram@second.example
                EMAIL;PREF=1;TYPE=work:bram@voorbeeld.example
                ORG;SORT-AS="Voorbeeld":Voorbeeld BV
                TITLE:CEO
                ADR;TYPE=home:;;Thuisstraat 1;Utrecht;;3500 AA;Nederland
                ADR;TYPE=work;LABEL="Kade 2, Amsterdam^n":;;Kade 2;Amsterdam;NH;1000 AB;Nederland
                TZ:Europe/Amsterdam
                KIND:individual
                GENDER:M
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                KIND:group
                FN:Friends
                MEMBER:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
                END:VCARD
                """,
            rows: [
                "Bram Voorbeeld | Voorbeeld BV | CEO | +31-6-5550-0102 (mobile), +31-20-555-0101 ext. 12 (work) | "
                    + "bram@voorbeeld.example (work), bram@second.example",
                " |  |  |  | ",
            ]),
        CardFixture(
            testDescription: "Outlook, 2.1",
            text: """
                BEGIN:VCARD
                VERSION:2.1
                N;LANGUAGE=de;CHARSET=ISO-8859-1:M\u{FC}ller;J\u{F6}rg
                FN;CHARSET=ISO-8859-1:J\u{F6}rg M\u{FC}ller
                ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=E4ckerei M=FCller;B=FCro
                TITLE:Inhaber
                NOTE;ENCODING=QUOTED-PRINTABLE:eins=0D=0A=
                zwei: drei=0D=0A
                TEL;WORK;VOICE:(030) 555 0201
                TEL;CELL;VOICE:
                ADR;WORK;PREF:;;Erfundene Str. 3;Berlin;;10115;Deutschland
                LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Erfundene Str. 3=0D=0A=
                10115 Berlin
                X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
                EMAIL;PREF;INTERNET:joerg@baeckerei.example
                X-MS-TEL;VOICE;CALLBACK:(030) 555 0202
                REV:20260101T000000Z
                END:VCARD
                """,
            rows: [
                "Jörg Müller | Bäckerei Müller | Inhaber | (030) 555 0201 (work), (030) 555 0202 (callback) | "
                    + "joerg@baeckerei.example"
            ]),
        CardFixture(
            testDescription: "a program that is careless",
            text: """
                Contacts of 1 June

                begin:vcard
                version:3.0
                n:Sample;Cleo
                tel:555 0301
                note:a note
                that goes on as it comes
                and: has a colon
                email:cleo@sample.example
                BEGIN:VCARD
                FN:Dov Instance <nobody>
                EMAIL:"Dov" <dov@instance.example>
                agent:
                BEGIN:VCARD
                FN:Not Dov
                TEL:555 0399
                END:VCARD
                TEL:555 0302
                END:VCARD
                BEGIN:VCARD
                NICKNAME:Eve
                TEL;PREF=1;TYPE="cell:555 0303
                END:VCARD
                BEGIN:VCARD
                FN:555 0304
                TEL:555 0304
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                END:VCARD
                """,
            rows: [
                "Cleo Sample |  |  | 555 0301 | cleo@sample.example",
                "Dov Instance <nobody> |  |  | 555 0302 | dov@instance.example",
                "Eve |  |  | 555 0303 (\"cell) | ",
                " |  |  | 555 0304 | ",
            ]),
    ]
}

@Suite("Cards of phones and mail programs")
struct CardTests {
    @Test("come in with every name, company, title, phone and e-mail", arguments: CardFixture.all)
    func everything(_ fixture: CardFixture) throws {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let file = try card(fixture.text, lineEnd: lineEnd)
            #expect(file.format == "vCard")
            #expect(file.rows.map(summary) == fixture.rows)
        }
    }

    @Test("bring the same people again as nobody new", arguments: CardFixture.all)
    func again(_ fixture: CardFixture) throws {
        let rows = try card(fixture.text).rows
        let people = rows.filter { !$0.isEmpty }
        let plan = ImportPlan(rows: rows, existing: [])
        #expect(plan.added == people.count)
        #expect(ImportPlan(rows: rows, existing: onFile(people)).added == 0)
    }

    @Test("are read or refused wherever they are cut, and whatever was spoiled", arguments: CardFixture.all)
    func spoiled(_ fixture: CardFixture) {
        let bytes = Array(fixture.text.utf8)
        for length in 0..<bytes.count { _ = refusal(bytes.prefix(length)) }
        for (place, byte) in zip(0..<bytes.count, [UInt8(ascii: "="), 0xFF, 10, UInt8(ascii: ";")].cycled(bytes.count))
        {
            var spoiled = bytes
            spoiled[place] = byte
            _ = refusal(spoiled)
        }
    }

    @Test("keep notes, places, tags, zones and what has no field")
    func fields() throws {
        let rows = try CardFixture.all.map { try card($0.text).rows }
        let android = rows[0][0].fields
        #expect(android.note == "Erste Zeile\nzweite Zeile")
        #expect(extra("ORG unit", of: rows[0][0]) == "Einkauf")
        #expect(extra("ORG", of: rows[0][0]) == "Second")
        let phone = rows[1][0].fields
        #expect(phone.note == "Likes\nmornings, not evenings; says “no”")
        #expect(phone.address == "1 Invented Road, Gate 5, 62701")
        #expect([phone.city, phone.region, phone.country] == ["Springfield", "IL", "United States"])
        #expect(phone.site == "http://www.acme.example")
        #expect(phone.tags == ["Buyers", "Fair 2026"])
        #expect(extra("BDAY", of: rows[1][0]) == "1980-12-10")
        #expect(extra("ORG unit", of: rows[1][0]) == "Tools; Dies")
        let four = rows[2][0]
        #expect(four.fields.zone == "Europe/Amsterdam")
        #expect(four.fields.city == "Amsterdam")
        #expect(extra("ADR (home)", of: four) == "Thuisstraat 1, Utrecht, 3500 AA, Nederland")
        #expect(four.recordID == "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1")
        #expect(rows[3][0].fields.note == "eins\nzwei: drei")
        #expect(!rows.joined().flatMap(\.fields.extra).contains { $0.value.text.contains("AQABAAD") }, "no picture")
    }

    @Test("say what is wrong with them, and where")
    func problems() throws {
        let careless = try card(CardFixture.all[4].text).rows
        #expect(careless.map(\.line) == [3, 11, 21, 25])
        #expect(careless[0].problems == ["the card does not end; the file may be cut short"])
        let group = try card(CardFixture.all[2].text).rows[1]
        #expect(group.isEmpty)
        #expect(group.problems == ["this card is a group and no person"])
    }

    @Test("are read in UTF-16, and with a byte order mark")
    func encodings() throws {
        let text = "BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n"
        let little: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little] {
            #expect(try ImportFile(name: "a.vcf", bytes: bytes).rows.map(\.fields.name) == ["Zoë"])
        }
    }

    @Test("whose lines are folded within a character are whole again")
    func foldedWithin() throws {
        let name = Array("FN:Zoë".utf8)
        let bytes = Array("BEGIN:VCARD\r\n".utf8) + name.dropLast() + [13, 10, 32] + name.suffix(1)
        let file = try ImportFile(name: "a.vcf", bytes: bytes + Array("\r\nEND:VCARD\r\n".utf8))
        #expect(file.rows.map(\.fields.name) == ["Zoë"])
        #expect(file.encoding == "Windows-1252")
    }

    @Test("show a nickname, and keep the name all the same")
    func otherName() throws {
        let row = try card("BEGIN:VCARD\nFN:Maxl\nN:Beispiel;Max\nEND:VCARD\n").rows[0]
        #expect(row.fields.name == "Maxl")
        #expect(extra("N", of: row) == "Max Beispiel")
    }

    @Test("take the user's word on a property")
    func mapped() throws {
        let text = "BEGIN:VCARD\nFN:Ada\nX-DESK:0201\nROLE:Smith\nEND:VCARD\n"
        let file = try read(text, map: [("x-desk", "phone:desk"), ("ROLE", "last name")])
        #expect(file.rows[0].fields.phones.map(\.number) == ["0201"])
        #expect(refusal(text.utf8, map: [("X-SHOE", "phone")])?.contains("“X-SHOE”") == true)
    }

    private func card(_ text: String, lineEnd: String = "\n") throws -> ImportFile {
        // The letters of Outlook's fixture are of one byte each.
        let isLatin = text.contains("CHARSET=ISO-8859-1:")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        let bytes = isLatin ? lines.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(lines.utf8)
        return try ImportFile(name: "cards.vcf", bytes: bytes)
    }
}

extension Array {
    /// The elements over and over, `count` of them.
    fileprivate func cycled(_ count: Int) -> [Element] { (0..<count).map { self[$0 % self.count] } }
}
