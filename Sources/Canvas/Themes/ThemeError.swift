/// Why a theme cannot be shown: a sentence that names the place in its file and the remedy.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found.
    public enum Reason: Hashable, Sendable {
        /// There is no theme of that name.
        case missing
        /// It inherits from a theme that does not exist.
        case orphan(String)
        /// The file is not JSON5.
        case syntax
        /// The file is JSON5, but something in it should be something else.
        case malformed(String)
        /// A role or a palette entry names a colour that does not exist.
        case colour(String)
        /// The themes that it inherits from lead back to itself, or there are more than eight.
        case endless
    }

    /// The name of the theme that holds the fault.
    public let theme: String
    /// Where in its file: `roles`, `bad`, `fg`; empty when that cannot be said.
    public let path: [String]
    /// What was found there.
    public let reason: Reason

    init(theme: String, path: [String] = [], _ reason: Reason) {
        self.theme = theme
        self.path = path
        self.reason = reason
    }

    /// What is wrong and what to do, without the name of the file.
    public var description: String {
        switch reason {
        case .missing: "there is no theme \(theme); lastcall themes lists those there are"
        case .orphan(let parent): "inherits names “\(parent)”, which is no theme; lastcall themes lists those there are"
        case .syntax: "this is not JSON5"
        case .malformed(let what): place + what
        case .colour(let colour):
            "\(place)“\(colour)” is no colour; write #rrggbb, a number from 0 to 255, a name of the palette, or one of "
                + "the terminal's own, as red or bright-red"
        case .endless: "inherits leads back to the theme itself, or through more than eight; inherit another"
        }
    }

    /// `role bad, fg: `, or the keys on the way.
    private var place: String {
        guard let first = path.first else { return "" }
        if first == "roles", path.count > 1 {
            return "role \(path.dropFirst().joined(separator: ", ")): "
        }
        return path.joined(separator: ".") + ": "
    }
}
