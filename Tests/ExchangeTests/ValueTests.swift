import Exchange
import Pipeline
import Testing

@Suite("The values of cells")
struct ValueTests {
    @Test(
        "phones keep their digits, zeros and plus",
        arguments: [
            ("+44 (0)20 7946 0000", ["+44 (0)20 7946 0000"]), ("007 946", ["007 946"]), ("'+1 555", ["+1 555"]),
            ("0201; 0202", ["0201", "0202"]), ("020794600,020794601", ["020794600", "020794601"]),
            ("0207946,,12", ["0207946,,12"]), ("0800 FLOWERS", ["0800 FLOWERS"]), ("0201 ::: 0201", ["0201"]),
            ("12E", ["12E"]),
        ])
    func phones(cell: String, numbers: [String]) throws {
        let row = try read("Name,Phone\nAda,\"\(cell)\"\n").rows[0]
        #expect(row.fields.phones.map(\.number) == numbers)
        #expect(row.problems == [])
    }

    @Test(
        "what is no phone is reported, and kept as extra",
        arguments: [
            ("4.47912E+11", "phone 4.47912E+11 is in scientific notation and was not stored"),
            ("4,47912e11", "phone 4,47912e11 is in scientific notation and was not stored"),
            ("n/a", "phone “n/a” has no digits and was not stored"),
        ])
    func noPhones(cell: String, problem: String) throws {
        let row = try read("Name;Phone\nAda;\(cell)\n").rows[0]
        #expect(row.fields.phones == [])
        #expect(row.problems == [problem])
        #expect(extra("Phone", of: row) == cell)
    }

    @Test("what is no e-mail is reported, and kept as extra")
    func emails() throws {
        let row = try read("Name,Email\nAda,\"none, ada@x.example, @y, ADA@X.example\"\n").rows[0]
        #expect(row.fields.emails.map(\.address) == ["ada@x.example"])
        #expect(row.problems.count == 2)
        #expect(extra("Email", of: row) == "none; @y")
    }

    @Test(
        "amounts are read as people write them",
        arguments: [
            ("12500", "12500"), ("12,500.00", "12500"), ("€ 12.500,50", "12500.5"), ("1 250", "1250"),
            ("12,500", "12500"),
            ("12,5", "12.5"), ("0.125", "0.125"), ("1,250,000", "1250000"),
        ])
    func worth(cell: String, amount: String) throws {
        let row = try read("Name\tAmount\nAda\t\(cell)\n").rows[0]
        #expect(row.fields.worth.map { "\($0)" } == amount)
    }

    @Test("what is no amount is reported, and kept as extra", arguments: ["lots", "-5", "12 apples", "1e9", "."])
    func noWorth(_ cell: String) throws {
        let row = try read("Name,Amount\nAda,\(cell)\n").rows[0]
        #expect(row.fields.worth == nil)
        #expect(row.problems == ["worth “\(cell)” is no amount and was not stored"])
        #expect(extra("Amount", of: row) == cell)
    }

    @Test(
        "a time zone is taken by its IANA name only",
        arguments: [
            ("Europe/London", true), ("America/Argentina/Buenos_Aires", true), ("UTC", true), ("EST", false),
            ("us_slash_eastern", false), ("GMT +1", false), ("/", false),
        ])
    func zones(cell: String, isZone: Bool) throws {
        let row = try read("Name,Time Zone\nAda,\(cell)\n").rows[0]
        #expect(row.fields.zone == (isZone ? cell : nil))
        #expect(extra("Time Zone", of: row) == (isZone ? nil : cell))
    }

    @Test("the whole name goes before its parts, which join to one otherwise")
    func names() throws {
        let rows = try read(
            "First Name,Middle Name,Last Name,Full Name\nAda,B,Example,\nAda,,Example,Ada Example-Sample\n"
        ).rows
        #expect(rows.map(\.fields.name) == ["Ada B Example", "Ada Example-Sample"])
    }
}
