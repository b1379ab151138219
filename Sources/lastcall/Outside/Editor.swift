import Glibc
import Journal
import Pipeline
import Terminal

/// The user's own editor, for texts that a line is too short for.
enum Editor {
    /// Lends the terminal to the editor, and gives back what it left.
    ///
    /// The text lies in a file of the user's alone, in a folder of the user's alone, which is removed afterwards with
    /// all that the editor put beside it.
    ///
    /// - Throws: `Failure` when there is no editor, when it fails, or when it leaves nothing.
    static func edit(_ text: String, at terminal: Terminal) throws -> String {
        guard let program else {
            throw Failure.inputOutput("There is no editor here; name yours in EDITOR")
        }
        guard let folder = Files.temporaryFolder("note") else {
            throw Failure.inputOutput(
                "No folder for the text can be made (\(systemWords(errno))); set TMPDIR")
        }
        defer { Files.removeTree(folder) }
        let path = folder + "/note.txt"
        try create(path, text)
        let status = try terminal.lend { try program.runAtTerminal([path]) }
        guard status == 0 else {
            throw Failure.inputOutput("\(program.path) ended with status \(status); the text is as it was")
        }
        guard let bytes = Files.read(path), let edited = String(validating: bytes, as: UTF8.self) else {
            throw Failure.badData("The editor left no text in UTF-8; the text is as it was")
        }
        let result = edited.replacing("\r\n", with: "\n").trimmed
        if result.isEmpty { throw Failure.badData("The editor left nothing; the text is as it was") }
        return result
    }

    private static func create(_ path: String, _ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure.inputOutput("\(path): cannot be created (\(systemWords(errno)))")
        }
        defer { close(descriptor) }
        guard Files.write(Array((text.isEmpty ? "" : text + "\n").utf8), to: descriptor) else {
            throw Failure.inputOutput("\(path): could not be written (\(systemWords(errno)))")
        }
    }

    /// `VISUAL` or `EDITOR` with its arguments, which are told apart by blanks; else one of those that are usual.
    private static var program: OtherProgram? {
        let chosen = [Environment["VISUAL"], Environment["EDITOR"]].compactMap(\.self)
        let usual = ["sensible-editor", "editor", "nano", "vim", "vi"]
        return (chosen + usual).lazy.compactMap { OtherProgram($0.split(separator: " ").map(String.init)) }.first
    }
}
