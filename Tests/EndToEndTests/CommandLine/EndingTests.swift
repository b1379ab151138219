import Testing

/// Exit statuses, what is said on standard error, and output that nobody reads.
@Suite struct EndingTests {
    struct Case: CustomTestStringConvertible {
        let status: Int32
        let line: String
        let says: String

        init(_ status: Int32, _ line: String, _ says: String) {
            (self.status, self.line, self.says) = (status, line, says)
        }

        var testDescription: String { line }
    }

    @Test(arguments: [
        Case(1, "lastcall redo", "nothing to put back"),
        Case(1, "lastcall add D >o; lastcall log D 'do not contact' >o; lastcall log D busy", "not to be contacted"),
        Case(64, "lastcall frobnicate", "there is no command “frobnicate”; “lastcall --help” lists them"),
        Case(64, "lastcall improt people.csv", "there is no command “improt”; did you mean “import”?"),
        Case(64, "lastcall --data d expo", "there is no command “expo”; did you mean “export”?"),
        Case(64, "lastcall list --limt 3", "did you mean “--limit”?"),
        Case(64, "lastcall add", "name"),
        Case(64, "lastcall list --limit=-1", "from 0 up"),
        Case(64, "lastcall demo --write-only", "needs --data"),
        Case(64, "lastcall import", "Name a file"),
        Case(64, "lastcall settings --check --write", "give one of them"),
        Case(64, "lastcall keys --check --write", "give one of them"),
        Case(64, "lastcall import people.csv --map nonsense", "Header=field"),
        Case(64, "LASTCALL_NOW=yesterday lastcall list", "LASTCALL_NOW"),
        Case(64, "lastcall add D >o; lastcall log D busy --amount 500", "--amount goes with “bought”"),
        Case(65, "lastcall add D >o; lastcall log D bought --amount lots", "amount of money"),
        Case(65, "lastcall add D >o; lastcall log D busy --at 2030-01-01T00:00:00Z", "is yet to come"),
        Case(65, "lastcall show nobody", "no lead matches"),
        Case(65, "lastcall add D >o; lastcall log D frobbed", "outcome “frobbed” is not known; use one of no answer"),
        Case(65, "lastcall add D --zone Mars/Base", "time zone"),
        Case(65, "lastcall add D --worth much", "amount of money"),
        Case(65, "lastcall import --undo 1", "no import 1"),
        Case(65, ": >empty.csv; lastcall import empty.csv", "empty.csv: the file is empty"),
        Case(65, "printf 'Name,Note\\nDana,\"open\\n' >cut.csv; lastcall import cut.csv", "cut.csv:2: a quote opens"),
        Case(65, "echo '{' | lastcall record", "standard input:1: "),
        Case(73, "lastcall export --output no/folder.json", "no/folder.json: cannot be created"),
        Case(73, "lastcall add D --data /proc/nothing", "cannot create"),
        Case(74, "lastcall import nothing.csv", "nothing.csv: cannot be read"),
        Case(74, "lastcall add D >o; lastcall list >/dev/full", "could not be written"),
    ])
    func anErrorSaysWhatIsWrongAndTheStatusTellsItsKind(_ example: Case) throws {
        let ending = try Desk().shell(example.line)
        #expect(ending.status == example.status, "\(ending.errors)")
        #expect(ending.output.isEmpty)
        #expect(ending.errors.hasPrefix("lastcall: "), "\(ending.errors)")
        #expect(ending.errors.contains(example.says), "\(ending.errors)")
    }

    @Test func anotherProcessThatHoldsTheJournalIsNamed() throws {
        let desk = try Desk()
        try desk.done("add", "Dana")
        let ending = try desk.shell("flock \"$(echo state/lastcall/*/lock)\" lastcall add Omar")
        #expect(ending.status == 69)
        #expect(ending.errors.hasPrefix("lastcall: "))
        #expect(try desk.done("list").contains("Omar") == false)
    }

    @Test func helpAndVersionAreNoErrors() throws {
        let desk = try Desk()
        #expect(try desk.done("--version").isEmpty == false)
        #expect(try desk.done("--help").contains("lastcall import contacts.csv"))
        for command in ["import", "add", "log", "list", "show", "record", "undo", "redo", "demo", "export"] {
            #expect(try desk.done(command, "--help").contains("USAGE: lastcall \(command)"))
        }
    }

    @Test func theScreensNeedATerminalAndSaySo() throws {
        let ending = try Desk().lastcall()
        #expect(ending.status == 1)
        #expect(ending.errors.hasPrefix("lastcall: The screens need a terminal"))
    }

    @Test func aReaderThatGoesAwayEndsItQuietly() throws {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data, "--leads", "200")
        // More than a pipe holds, read by one who leaves after the first line.
        let ending = try desk.shell("{ lastcall export; echo \"status $?\" >&2; } | head -n 1 | wc -l")
        #expect(ending.lines == ["1"])
        #expect(ending.errors == "status 0\n")
    }
}
