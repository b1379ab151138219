import Glibc
import Journal
import Pipeline

/// The user's settings file.
enum SettingsFile {
    /// Where it belongs.
    static var path: String { Environment.configuration + "/settings.json5" }

    /// Puts the user's own details into the file, or makes one.
    ///
    /// - Throws: `Failure` when it has a mistake, cannot be written, or has them where they cannot be replaced for certain.
    static func introduce(_ me: Settings.Me) throws {
        let bytes = Files.read(path)
        if bytes == nil, errno != ENOENT, errno != ENOTDIR { _ = try load() }
        let file: [UInt8]?
        do throws(SettingsMistake) {
            file = try Settings.file(bytes, introducing: me)
        } catch {
            throw Failure.badData("\(path):\(error.line): \(error)")
        }
        guard let file else { throw Failure.badData("\(path): write your details there by hand, under “me”") }
        try Files.makeFolder(above: path)
        try Files.write(file, to: path)
    }

    /// The settings, and what is wrong with the file, a sentence for each mistake. Where something is wrong, and while
    /// there is no file, the defaults hold.
    static func read(_ path: String = path) -> (settings: Settings, problems: [String]) {
        guard let bytes = Files.read(path) else {
            if errno == ENOENT || errno == ENOTDIR { return (Settings(), []) }
            return (Settings(), ["\(path): cannot be read (\(systemWords(errno))); check who owns it"])
        }
        let (settings, mistakes) = Settings.read(bytes)
        return (settings, mistakes.map { "\(path):\($0.line): \($0)" })
    }

    /// The settings, or the defaults while there is no file.
    ///
    /// - Throws: `Failure` that names the line and the key of the first mistake.
    static func load(_ path: String = path) throws -> Settings {
        let (settings, problems) = read(path)
        guard let first = problems.first else { return settings }
        throw Failure.badData(first + more(than: problems))
    }

    /// What follows the first of several mistakes.
    static func more(than problems: [String]) -> String {
        problems.count > 1 ? "; lastcall settings --check names \(problems.count - 1) more" : ""
    }
}
