import ArgumentParser
import Glibc
import Pipeline

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Print the settings with a comment on each, check them, or write the file.",
        discussion: "The file belongs at \(SettingsFile.path).")

    @Flag(help: "Check the settings file, and name the line and key of a mistake.") var check = false
    @Flag(help: "Write the settings file, unless there is one.") var write = false
    @Argument(help: "The file; else the one in your configuration folder.", completion: .file()) var file: String?

    func validate() throws {
        if write && check { throw ValidationError("--write and --check are two things; give one of them.") }
    }

    func run() throws {
        let path = file ?? SettingsFile.path
        if !write { try Files.require(file) }
        if check {
            let problems = SettingsFile.read(path).problems
            guard problems.isEmpty else { throw Failure.badData(problems.joined(separator: "\nlastcall: ")) }
            Output.print(access(path, F_OK) == 0 ? "\(path): no mistake" : "\(path): not there; the defaults hold")
        } else if write {
            guard access(path, F_OK) != 0 else {
                throw Failure(sentence: "\(path) is there already; edit it, or move it away first", status: 73)
            }
            try Files.makeFolder(above: path)
            try Files.write(Array(Settings().commented.utf8), to: path)
            Output.print("Wrote \(path)")
        } else {
            let settings = try SettingsFile.load(path)
            Output.write(Array("// \(path)\n\(settings.commented)".utf8), to: STDOUT_FILENO)
        }
    }
}
