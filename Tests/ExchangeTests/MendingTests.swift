import Exchange
import Pipeline
import Testing

@Suite("Rows that do not come in can be mended and imported")
struct MendingTests {
    @Test("with every cell as it was, and why")
    func mended() throws {
        let file = try read(
            "Name;Anruf;E-mail;Size\nAda;0201;a@x.example;1\nBea;4.4E+11;;=2\n;;;3\n", map: [("Anruf", "phone")])
        let plan = ImportPlan(rows: file.rows, existing: [], leavesIncomplete: true)
        #expect((plan.added, plan.left) == (1, 2))
        let rejected = try #require(file.rejectedRows(plan))
        let lines = String(decoding: rejected.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(
            lines == [
                "Name,phone,E-mail,Size,Why it did not come in",
                "Bea,4.4E+11,,'=2,line 3: phone 4.4E+11 is in scientific notation and was not stored",
                "\",,,3\"".split(separator: "\"").joined() + ",\"line 4: no name, company, phone or e-mail\"",
            ])
        let mended = String(decoding: rejected, as: UTF8.self).split(separator: "4.4E+11,,").joined(
            separator: "0202,b@x.example,")
        let again = try read(mended)
        #expect(again.rows[0].fields.phones.map(\.number) == ["0202"])
        #expect(extra("Size", of: again.rows[0]) == "=2")
        #expect(again.columns.last?.target == .ignored)
        #expect(ImportPlan(rows: again.rows, existing: onFile([file.rows[0]])).added == 1)
    }

    @Test("but are imported as far as they go when nobody asks for that")
    func asFarAsItGoes() throws {
        let file = try read("Name,Phone\nBea,4.4E+11\n")
        #expect(ImportPlan(rows: file.rows, existing: []).added == 1)
    }

    @Test("of cards as well, in columns that import knows")
    func cards() throws {
        let file = try read("BEGIN:VCARD\nFN:Bea\nTEL:n/a\nORG:Acme\nEND:VCARD\n")
        let plan = ImportPlan(rows: file.rows, existing: [], leavesIncomplete: true)
        let text = String(decoding: try #require(file.rejectedRows(plan)), as: UTF8.self)
        let again = try read(text.split(separator: "n/a,").joined(separator: "0201,"))
        #expect(again.rows.map(summary) == ["Bea | Acme |  | 0201 | "])
    }

    @Test("a file is read in slices as it is at once")
    func slices() throws {
        let text = "Name,Phone\n" + (0..<2500).map { "P\($0),02\($0)\n" }.joined()
        var file = try ImportFile(opening: "list.csv", bytes: Array(text.utf8), decoders: .forTests)
        var plan = ImportPlan(existing: [])
        var fractions: [Double] = []
        while try file.read(500) {
            plan.decide(on: file.rows[plan.decisions.count...])
            fractions.append(file.fraction)
        }
        #expect(file.rows == (try read(text).rows))
        #expect(plan.added == 2500)
        #expect(fractions.count == 5 && fractions == fractions.sorted() && fractions[4] == 1)
    }
}
