/// Where a journal lives: its data, which may be shared, and the state of this machine, which never is.
public struct JournalPaths: Hashable, Sendable {
    /// The data folder, absolute.
    public let data: String
    /// The folder of this machine's state for that data, absolute.
    public let state: String

    /// The paths of a data folder.
    ///
    /// - Parameters:
    ///   - data: the data folder, absolute or relative to the working directory.
    ///   - stateHome: `$XDG_STATE_HOME/lastcall`. The state folder in it is named after the last part of the data
    ///     path and the CRC-32 of the whole, so that two data folders never share it.
    public init(data: String, stateHome: String) {
        self.data = JournalPaths.absolute(data)
        let last = self.data.split(separator: "/").last.map(String.init) ?? "root"
        let digest = CRC32.hex(CRC32.of(ArraySlice(self.data.utf8)))
        state = JournalPaths.absolute(stateHome) + "/\(sanitised(last, limit: 32))-\(digest)"
    }

    /// `<data>/journal`: one folder for each device.
    var journal: String { data + "/journal" }
    var deviceFile: String { state + "/device.json" }
    var lock: String { state + "/lock" }
    var quarantine: String { state + "/quarantine" }
    var acceptedFile: String { state + "/accepted.json" }
    var mirror: String { state + "/mirror" }
    var opening: String { state + "/opening" }

    static func absolute(_ path: String) -> String {
        var parts: [Substring] = []
        for part in ((path.hasPrefix("/") ? "" : Disk.workingFolder + "/") + path).split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? "/" : parts.reduce(into: "") { $0 += "/" + String($1) }
    }
}

/// `name` in small ASCII letters, digits and single hyphens, at most `limit` of them: safe in any file system.
func sanitised(_ name: String, limit: Int) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
        default: if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
        }
        if result.utf8.count == limit { break }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "lastcall" : result
}
