import Glibc

/// The variables of the process.
enum Environment {
    /// The value of a variable; nil when it is not set, or empty.
    static subscript(name: String) -> String? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return String(cString: value)
    }

    /// Where the user's own files for lastcall are: settings, keys, themes.
    static var configuration: String { folder("XDG_CONFIG_HOME", default: ".config") + "/lastcall" }

    /// Where lastcall keeps what it remembers on this machine alone.
    static var state: String { folder("XDG_STATE_HOME", default: ".local/state") + "/lastcall" }

    /// The user's folder for one kind of file, by the XDG base directory specification.
    static func folder(_ variable: String, default path: String) -> String {
        // The specification has a relative path ignored.
        if let set = self[variable], set.hasPrefix("/") { return set }
        return (self["HOME"] ?? "") + "/" + path
    }
}
