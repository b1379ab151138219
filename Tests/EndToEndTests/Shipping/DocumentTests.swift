import FoundationEssentials
import Glibc
import Testing

/// What README.md and docs/ tell people to type does what they say.
///
/// In blocks that are marked `sh` a line that ends in `# opens the screens` or `# builds` is not run.
@Suite struct DocumentTests {
    private static let house = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    private static let documents: [String] =
        ["README.md"]
        + ((try? FileManager.default.contentsOfDirectory(atPath: house + "/docs")) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }

    @Test(arguments: documents) func everyCommandLineWorks(_ name: String) throws {
        let document = Document(String(decoding: try read("\(Self.house)/\(name)"), as: UTF8.self))
        let desk = try Self.desk()
        for block in document.blocks where block.language == "sh" {
            var script = ""
            for line in block.lines {
                if line.hasSuffix("# builds") {
                    let program = line.split(separator: " ").first ?? ""
                    #expect(access("\(Self.house)/\(program)", X_OK) == 0, "\(name): \(line)")
                } else if !line.hasSuffix("# opens the screens") {
                    script += Self.standIns.reduce(line) { $0.replacing($1.key, with: $1.value) } + "\n"
                }
            }
            let ending = try desk.shell("set -e\n" + script)
            #expect(ending.status == 0, "\(name):\(block.line)\n\(script)\(ending.errors)")
        }
        for span in document.commands where !["lastcall", "lastcall demo"].contains(span) {
            // Two words are the name of a command.
            let ending = try desk.shell(span.split(separator: " ").count == 2 ? span + " --help" : span)
            #expect(ending.status == 0, "\(name): \(span): \(ending.errors)")
        }
    }

    @Test(arguments: documents) func noCommandLineIsHidden(_ name: String) throws {
        let document = Document(String(decoding: try read("\(Self.house)/\(name)"), as: UTF8.self))
        for block in document.blocks where block.language != "sh" {
            let hidden = block.lines.filter { $0.hasPrefix("lastcall ") || $0.hasPrefix("scripts/") }
            #expect(hidden == [], "\(name):\(block.line): mark the block with sh")
        }
        for link in document.links where !link.contains("://") && !link.hasPrefix("#") {
            let folder = name.hasPrefix("docs/") ? "/docs/" : "/"
            #expect(access(Self.house + folder + link, F_OK) == 0, "\(name) names \(link), which is not there")
        }
    }

    @Test func theReadersFindWhatThereIs() {
        let document = Document(
            "a `lastcall list x` and `LEAD`, `lastcall show LEAD`\n```sh\nlastcall add D\n```\n[b](c.md)\n```\nd\n```\n"
        )
        #expect(document.commands == ["lastcall list x"])
        #expect(document.blocks.map(\.language) == ["sh", ""] && document.blocks.map(\.line) == [3, 7])
        #expect(document.blocks[0].lines == ["lastcall add D"] && document.links == ["c.md"])
    }

    /// What stands in the test for another machine.
    private static let standIns = [
        "git@example.com:me/leads.git": "\"$HOME/leads.git\"", "/media/stick/leads": "\"$HOME/stick/leads\"",
    ]

    /// A home as README's reader has it after a week: the demo as data in the usual place, and a list to import.
    private static func desk() throws -> Desk {
        let desk = try Desk()
        for name in ["LASTCALL_DATA", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            desk.environment[name] = nil
        }
        try desk.done("demo", "--write-only", "--data", desk.home + "/.local/share/lastcall")
        _ = try desk.file(
            "contacts.csv", "Name,Company,Phone,Email\nAda Example,Acme,+1 312 555 0100,ada@acme.example\n")
        _ = try desk.file(".gitconfig", "[user]\nname = Sam\nemail = sam@example.com\n[init]\ndefaultBranch = main\n")
        _ = try desk.shell("git init --quiet --bare leads.git && mkdir stick")
        return desk
    }
}

/// A Markdown text, as far as its code and its links go.
private struct Document {
    struct Block {
        let language: String
        /// Where it begins, from 1.
        let line: Int
        var lines: [String] = []
    }

    private(set) var blocks: [Block] = []
    /// What stands between backticks in the text and is a whole command line: with a word in capitals it is none.
    private(set) var commands: [String] = []
    private(set) var links: [String] = []

    init(_ text: String) {
        var open: Block?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil ? Block(language: String(line.dropFirst(3)), line: index + 2) : nil
            } else if open != nil {
                open?.lines.append(String(line))
            } else {
                take(line)
            }
        }
    }

    private mutating func take(_ line: Substring) {
        for (place, span) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        where place % 2 == 1 && span.hasPrefix("lastcall ") {
            let isWhole = span.split(separator: " ").allSatisfy { $0 != $0.uppercased() || Int($0) != nil }
            if isWhole { commands.append(String(span)) }
        }
        for part in line.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
            if let link = part.split(separator: ")").first { links.append(String(link)) }
        }
    }
}
