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

    /// The settings, or the defaults while there is no file.
    ///
    /// - Throws: `Failure` that names the line and the key of a mistake.
    static func load(_ path: String = path) throws -> Settings {
        guard let bytes = Files.read(path) else {
            if errno == ENOENT || errno == ENOTDIR { return Settings() }
            throw Failure.inputOutput(
                "\(path): cannot be read (\(systemWords(errno))); check who owns it")
        }
        do throws(SettingsMistake) {
            return try Settings(file: bytes)
        } catch {
            throw Failure.badData("\(path):\(error.line): \(error)")
        }
    }
}
