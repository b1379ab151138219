import Glibc
import Testing

/// lastcall(1), as the program prints it.
@Suite struct ManualPageTests {
    @Test func thePageTellsOfEveryCommandOptionAndKey() throws {
        let desk = try Desk()
        let page = try desk.done("manual").split(separator: "\\").joined()
        let commands = try desk.done("--help").split(separator: "\n").compactMap { line in
            line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
        }.filter { !$0.hasPrefix("-") && !["lastcall", "See"].contains($0) }
        #expect(commands.count > 30)
        for command in commands { #expect(page.contains(".SS \"lastcall \(command)"), "\(command)") }
        #expect(page.contains("fB--dry-runfR") && page.contains("fB--mapfR fIHeader=fieldfR"))
        let keys = try desk.done("keys", "--markdown").split(separator: "\n").compactMap { line in
            line.hasPrefix("| ") ? line.split(separator: "|").last : nil
        }
        #expect(keys.count > 40)
        for help in keys where !help.contains("---") && !help.contains("What it does") {
            let words = help.split(separator: " ").joined(separator: " ").split(separator: "\\").joined()
            #expect(page.contains("\n\(words)\n") || page.contains("\n&\(words)\n"), "\(words)")
        }
    }

    @Test(.enabled(if: access("/usr/bin/man", X_OK) == 0)) func manSetsThePageIn80ColumnsWithoutAWarning() throws {
        let desk = try Desk()
        _ = try desk.file("lastcall.1", try desk.done("manual"))
        let ending = try desk.shell("MANWIDTH=80 MANPAGER=cat man --warnings -E UTF-8 -l lastcall.1")
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors)")
        #expect(ending.lines.filter { $0.count > 80 } == [])
        #expect(ending.text.contains("lastcall import [FILES ...]"))
        #expect(ending.text.contains("\n       t l    spoke: not now; asks when, and what will have changed\n"))
    }
}
