import ArgumentParser
import Glibc
import Interface

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Print the keys with a comment on each, check the file of keys, or write it.",
        discussion: "The file belongs at \(KeysFile.path).")

    @Flag(help: "Check the file of keys, and name the line of every mistake.") var check = false
    @Flag(help: "Write the file with the usual keys, unless there is one.") var write = false
    @Flag(help: "Print them as a table in Markdown.") var markdown = false
    @Argument(help: "The file; else the one in your configuration folder.", completion: .file()) var file: String?

    func validate() throws {
        if [check, write, markdown].count(where: \.self) > 1 {
            throw ValidationError("--check, --write and --markdown are three things; give one of them.")
        }
    }

    func run() throws {
        let path = file ?? KeysFile.path
        if write {
            guard access(path, F_OK) != 0 else {
                throw Failure(sentence: "\(path) is there already; edit it, or move it away first", status: 73)
            }
            try Files.makeFolder(above: path)
            try Files.write(Array(Keymap.standard.commented.utf8), to: path)
            return Output.print("Wrote \(path)")
        }
        try Files.require(file)
        let (keymap, problems) = KeysFile.load(path)
        guard problems.isEmpty else { throw Failure.badData(problems.joined(separator: "\nlastcall: ")) }
        if markdown {
            Output.write(Array(keymap.markdown.utf8), to: STDOUT_FILENO)
        } else if check {
            Output.print(access(path, F_OK) == 0 ? "\(path): no mistake" : "\(path): not there; the usual keys hold")
        } else {
            Output.write(Array("// \(path)\n\(keymap.commented)".utf8), to: STDOUT_FILENO)
        }
    }
}
