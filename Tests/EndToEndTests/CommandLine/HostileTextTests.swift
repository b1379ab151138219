import Testing

/// Text from outside never acts on the terminal.
@Suite struct HostileTextTests {
    static let names = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "bell\u{07}back\u{08}", "c1\u{9B}31m", "two\nlines",
        "a\rb", "tab\tbed", "nul\u{7F}", "\u{202E}gnp.exe", "\u{2066}isolate\u{2069}", "日本語 テスト", "👩‍👩‍👧‍👦 family 🇩🇪",
        "שלום עולם", "مرحبا", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{301}mark first",
        "\u{200B}\u{FEFF}zero",
    ]

    /// What a text may hold to be harmless: no control character but the end of the line, and nothing that turns
    /// the direction of what follows.
    private func harm(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
            default: false
            }
        }
    }

    @Test(arguments: names) func aNameIsNotPrintedRaw(name: String) throws {
        let desk = try Desk()
        let added = try desk.done("add", name, "--company", "Firm \(name)", "--note", name, "--title", name)
        let id = String(try #require(added.split(separator: " ").first))
        var said = added
        said += try desk.done("log", id, "not now", "--next", "3d", "--because", name, "--note", name)
        said += try desk.done("list") + desk.done("show", id) + desk.done("undo") + desk.done("redo")
        #expect(harm(said) == [])
        #expect(try desk.done("list").split(separator: "\n").count == 2)
    }

    @Test(arguments: names) func whatIsRefusedIsNotPrintedRawEither(name: String) throws {
        let desk = try Desk()
        for arguments in [["show", name], ["log", "x", name], ["import", name], ["list", name], [name]] {
            let ending = try desk.run(Program.lastcall, arguments)
            #expect(harm(ending.text + ending.errors) == [], "\(arguments)")
        }
    }

    @Test(arguments: names) func jsonKeepsANameAsItIsWithoutControls(name: String) throws {
        let desk = try Desk()
        let text = try desk.done("add", name, "--json")
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    }

    @Test func aHostileFileIsReportedHarmlessly() throws {
        let desk = try Desk()
        let rows = HostileTextTests.names.map { "\"\($0)\",\"\($0)\",not a phone \u{1B}[2J" }.joined(separator: "\n")
        let file = try desk.file("hostile\u{1B}[1m.csv", "Name,\u{1B}[5mCompany,Phone\n" + rows + "\n")
        let preview = try desk.lastcall("import", "--dry-run", file)
        let done = try desk.lastcall("import", file)
        #expect(harm(preview.text + preview.errors + done.text + done.errors) == [])
        #expect(preview.status == done.status)
    }
}
