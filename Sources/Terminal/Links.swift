extension Terminal {
    /// Whether a terminal is known to read links: others might show what they are made of. `LASTCALL_LINKS`, 0 or 1,
    /// overrules it. Within tmux (from 3.4) and screen what lies around them does not matter.
    static func readsLinks(_ environment: [String: String]) -> Bool {
        if let wanted = environment["LASTCALL_LINKS"], !wanted.isEmpty { return wanted != "0" }
        let name = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"] ?? ""
        if name.hasPrefix("screen") || name.hasPrefix("tmux") {
            let version = (environment["TERM_PROGRAM_VERSION"] ?? "").split { !$0.isNumber }.prefix(2).compactMap {
                Int($0)
            }
            return program == "tmux" && !version.lexicographicallyPrecedes([3, 4])
        }
        return ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour"].contains {
            name.hasPrefix($0)
        }
            || ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(program)
            || Int(environment["VTE_VERSION"] ?? "").map { $0 >= 5000 } ?? false
            || Int(environment["KONSOLE_VERSION"] ?? "").map { $0 >= 201200 } ?? false
    }
}
