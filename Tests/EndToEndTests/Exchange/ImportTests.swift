import FoundationEssentials
import Glibc
import Testing

/// Lists of all kinds on their way in, seen from outside.
@Suite struct ImportTests {
    @Test func ourOwnExportComesBackWithItsWholeHistory() throws {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data, "--leads", "60")
        let before = try desk.done("export")
        let file = try desk.file("backup.json", before)
        #expect(try desk.done("import", file).contains("added 0, skipped 60"))
        #expect(try desk.done("import", "--data", desk.home + "/other", file).contains("added 60, skipped 0"))
        #expect(try desk.done("import", "--data", desk.home + "/other", file).contains("added 0, skipped 60"))
        let after = try desk.done("export", "--data", desk.home + "/other")
        #expect(told(before) == told(after))
        // Whoever is on file gets what is not there yet.
        try desk.done("add", "Zita Whitfield", "--phone", "0201")
        let early = try desk.file("early.json", try desk.done("export", "Whitfield 0201"))
        try desk.done("import", "--data", desk.home + "/other", early)
        try desk.done("log", "Whitfield 0201", "busy")
        let late = try desk.file("late.json", try desk.done("export", "Whitfield 0201"))
        #expect(try desk.done("import", "--data", desk.home + "/other", late).contains("1 act in all"))
        #expect(try desk.done("show", "--data", desk.home + "/other", "Whitfield 0201").contains("busy"))
    }

    /// What is known of each lead, without the ids of entries and of imports.
    private func told(_ export: String) -> String {
        export.replacing(/"id":"[0-9A-Z]{26}",/, with: "").replacing(/,"batch":"[0-9A-Z]{10}"/, with: "")
    }

    @Test func cardsComeInAsPhonesWriteThem() throws {
        let desk = try Desk()
        let file = try desk.file(
            "phone.vcf",
            "BEGIN:VCARD\r\nVERSION:2.1\r\n"
                + "N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=E5=F2=F0=EE=E2;=C0=ED=ED=E0\r\n"
                + "TEL;CELL:+7 900 0000001\r\nEND:VCARD\r\n"
        )
        #expect(try desk.done("import", file).contains("(vCard): added 1, skipped 0"))
        #expect(try desk.done("show", "Анна Петров").contains("+7 900 0000001"))
    }

    /// Nobody tried any of them yet, so nothing but the list itself tells whom to call first.
    @Test func newLeadsStandInTheOrderOfTheirList() throws {
        let desk = try Desk()
        let names = (1...12).map { "Ann\($0 * 7 % 13)" }
        let rows = names.map { "\($0),02\($0.dropFirst(3)),\($0 == "Ann1" ? "x" : "")\n" }
        try desk.done("import", try desk.file("list.csv", "Name,Phone,Do not call\n" + rows.joined()))
        let today = try desk.done("today")
        let listed = today.matches(of: /Ann\d+/).map { String($0.output) }
        #expect(listed == names.filter { $0 != "Ann1" })
        #expect(try desk.done("numbers", "--json").contains("\"qualifiedOut\":0"))
    }

    @Test func theUserNamesTheCharacterSet() throws {
        let desk = try Desk()
        try write(
            Array("Name,Phone\n".utf8) + [0xCF, 0xE5, 0xF2, 0xF0] + Array(",0201\n".utf8), to: desk.home + "/a.csv")
        #expect(
            try desk.done("import", desk.home + "/a.csv", "--encoding", "windows-1251").contains("read as windows-1251")
        )
        #expect(try desk.done("list").contains("Петр"))
        let ending = try desk.lastcall("import", desk.home + "/a.csv", "--encoding", "klingon")
        #expect(ending.status == 65 && ending.errors.contains("a.csv: the file cannot be read as “klingon”"))
    }

    @Test func whatIsLeftOutIsMendedAndImported() throws {
        let desk = try Desk()
        let file = try desk.file("list.csv", "Name,Phone\nAda,0201\nBea,4.4E+11\n")
        let said = try desk.done("import", file, "--rejected", desk.home + "/rest.csv")
        #expect(said.contains("added 1, skipped 0") && said.contains("1 left out"))
        let rest = try desk.shell("sed -i 's/4.4E+11/0202/' rest.csv && lastcall import rest.csv")
        #expect(rest.text.contains("added 1, skipped 0"), "\(rest.errors)")
        #expect(try desk.done("show", "bea").contains("0202"))
    }

    @Test func whatAListTellsOfThePastIsHistory() throws {
        let desk = try Desk()
        let file = try desk.file(
            "list.csv", "Name,Phone,Last called,Call result,Callback date\nAda,0201,2026-11-16,No answer,2026-11-30\n")
        #expect(try desk.done("import", file).contains("1 × next step; 1 × phone call, no answer"))
        let shown = try desk.done("show", "ada", "--json")
        #expect(shown.contains(#""on":"2026-11-30""#))
        #expect(shown.contains(#""lifetime":{"attempts":1,"#))
    }

    @Test func anImportThatIsTakenBackSparesWhatWasChangedSince() throws {
        let desk = try Desk()
        try desk.done("add", "Cem", "--email", "c@x.example")
        let file = try desk.file(
            "list.csv", "Name,Email,DNC\nAda,a@x.example,\nBea,b@x.example,\nCem,c@x.example,yes\n")
        let batch = try #require(try desk.done("import", file).split(separator: " ").last.map { $0.dropLast() })
        try desk.done("edit", "bea", "--city", "Dover")
        let said = try desk.done("import", "--undo", String(batch))
        #expect(said.hasPrefix("Taken back: 2 leads.\nKept: 1 lead with something recorded since.\n  "))
        #expect(said.hasSuffix("  Bea\n"))
        #expect(try desk.done("list", "--json").contains(#""words""#) == false)
        #expect(try desk.done("import", file).contains("added 1, skipped 2"))
    }

    @Test(arguments: [
        ("cut.vcf", "BEGIN:VCARD\nVERSION:2.1\nPHOTO;ENCODING=BASE64;JPEG:\n  /9j/4AAQSkZJRgABAQ\n"),
        ("header.csv", "Name,Phone\n"),
    ])
    func aFileThatHoldsNobodySaysSo(name: String, text: String) throws {
        let desk = try Desk()
        let said = try desk.done("import", try desk.file(name, text))
        #expect(said.hasSuffix("nobody in it has a name, a company, a phone or an e-mail\n"), "\(said)")
    }

    @Test func everyColumnIsThereOnANarrowTerminal() throws {
        let desk = try Desk()
        let long = String(repeating: "x", count: 90)
        let file = try desk.file("wide.csv", "Name,Company,Phone,Email\n\(long),\(long),0201,\(long)@x.example\n")
        let ending = try desk.shell("script -qec 'stty cols 80; lastcall import --dry-run \(file)' /dev/null")
        let lines = ending.text.split(separator: "\r\n")
        let head = try #require(lines.first { $0.hasPrefix("LINE") })
        #expect(head.split(separator: " ").suffix(5) == ["NAME", "COMPANY", "PHONE", "E-MAIL", "DECISION"])
        #expect(lines.contains { $0.contains("0201") && $0.contains("…") && $0.contains("comes in") })
        #expect(lines.allSatisfy { $0.count <= 80 || $0.contains("wide.csv") })
    }

    @Test func progressIsShownOnATerminalOnly() throws {
        let desk = try Desk()
        let file = try desk.people(5000)
        #expect(try desk.lastcall("import", file).errors.isEmpty)
        let ending = try desk.shell("script -qec 'lastcall import \(file)' /dev/null")
        #expect(ending.text.contains("%"))
    }
}
