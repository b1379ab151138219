import Glibc
import Interface
import Journal
import Pipeline

/// The user's file of keys.
enum KeysFile {
    /// Where it belongs.
    static var path: String { Environment.configuration + "/keys.json5" }

    /// The keys, and what is wrong with the file, a sentence for each mistake. With a mistake, or while there is no
    /// file, the keys are the usual ones.
    static func load(_ path: String = path) -> (keymap: Keymap, problems: [String]) {
        guard let bytes = Files.read(path) else {
            if errno == ENOENT || errno == ENOTDIR { return (.standard, []) }
            return (.standard, ["\(path): cannot be read (\(systemWords(errno))); check who owns it"])
        }
        let (keymap, mistakes) = Keymap.read(bytes)
        return (keymap, mistakes.map { "\(path):\($0.line): \($0)" })
    }
}
