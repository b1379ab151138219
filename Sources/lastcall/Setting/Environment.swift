import Glibc

/// The variables of the process.
enum Environment {
    /// The value of a variable; nil when it is not set, or empty.
    static subscript(name: String) -> String? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return String(cString: value)
    }

    /// The user's folder for one kind of file, by the XDG base directory specification.
    static func folder(_ variable: String, default path: String) -> String {
        // The specification has a relative path ignored.
        if let set = self[variable], set.hasPrefix("/") { return set }
        return (self["HOME"] ?? "") + "/" + path
    }
}
