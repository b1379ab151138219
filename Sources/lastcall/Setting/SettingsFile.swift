import Glibc
import Pipeline

/// The user's settings file.
enum SettingsFile {
    /// Where it belongs.
    static var path: String { Environment.configuration + "/settings.json5" }

    /// The settings, or the defaults while there is no file.
    ///
    /// - Throws: `Failure` that names the line and the key of a mistake.
    static func load(_ path: String = path) throws -> Settings {
        guard let bytes = Files.read(path) else {
            if errno == ENOENT || errno == ENOTDIR { return Settings() }
            throw Failure.inputOutput(
                "\(path): cannot be read (\(String(cString: strerror(errno)))); check who owns it")
        }
        do throws(SettingsMistake) {
            return try Settings(file: bytes)
        } catch {
            throw Failure.badData("\(path):\(error.line): \(error)")
        }
    }
}
