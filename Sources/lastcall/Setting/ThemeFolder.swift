import Canvas
import Glibc
import Interface
import Pipeline

/// The themes that there are: the shipped ones, and the user's own, which go before those of the same name.
enum ThemeFolder {
    /// Where the user's own belong.
    static var path: String { Environment.configuration + "/themes" }

    /// The file of the user's own theme of that name, whether or not it is there.
    static func path(of name: String) -> String { "\(path)/\(name).json5" }

    /// The names of all, in order.
    static var names: [String] {
        let own = Files.names(in: path).filter { $0.hasSuffix(".json5") }.map { String($0.dropLast(6)) }
        return Set(own).union(Theme.shipped.keys).sorted()
    }

    /// What the file of a theme holds; nil when there is none.
    static func bytes(of name: String) -> [UInt8]? {
        // A name comes from files that people write: it is not to lead out of the folder.
        guard !name.contains("/") else { return nil }
        return Files.read(path(of: name)) ?? Theme.shipped[name]
    }

    /// - Throws: `Failure` that names the file and the line of a mistake.
    static func theme(_ name: String) throws(Failure) -> Theme {
        guard let bytes = bytes(of: name) else {
            let near = names.min { name.distance(to: $0) < name.distance(to: $1) } ?? ""
            throw Failure.badData("there is no theme “\(name)”; did you mean \(near)? lastcall themes lists all")
        }
        return try theme(name, bytes, file: isOwn(name) ? path(of: name) : nil)
    }

    /// A theme in a file of any name.
    ///
    /// - Throws: `Failure` that names the file and the line of a mistake.
    static func theme(inFile file: String) throws -> Theme {
        let last = String(file.split(separator: "/").last ?? "")
        let name = last.hasSuffix(".json5") ? String(last.dropLast(6)) : last
        return try theme(name, Files.readNamed(file), file: file)
    }

    private static func theme(_ name: String, _ bytes: [UInt8], file: String?) throws(Failure) -> Theme {
        do throws(ThemeError) {
            return try Theme.load(name: name, bytes: bytes) { self.bytes(of: $0) }
        } catch {
            let isHere = error.theme == name
            let bytes = isHere ? bytes : self.bytes(of: error.theme) ?? []
            let text = SettingsText(bytes)
            // The decoder says only that it is none; the finder of lines knows where.
            let mistake = error.reason == .syntax ? text.syntaxMistake() : nil
            let line = mistake?.line ?? text.line(of: error.path)
            throw Failure.badData(
                "\(place(of: error.theme, isHere ? file : nil)):\(line): \(mistake?.what ?? error.description)")
        }
    }

    /// What is doubtful about a theme, each with the file and the line.
    static func doubts(of theme: Theme, file: String? = nil) -> [String] {
        theme.findings.map { finding in
            let isHere = finding.theme == theme.name
            let file = isHere ? file : nil
            let bytes = file.flatMap(Files.read) ?? bytes(of: finding.theme) ?? []
            let line = SettingsText(bytes).line(of: finding.path)
            return "\(place(of: finding.theme, file)):\(line): \(finding)"
        }
    }

    /// Whether the user has a theme of that name.
    static func isOwn(_ name: String) -> Bool { access(path(of: name), F_OK) == 0 }

    private static func place(of name: String, _ file: String?) -> String {
        file ?? (isOwn(name) ? path(of: name) : "themes/\(name).json5")
    }

    /// The themes to choose from.
    static var choices: [ThemeChoice] {
        names.map { name in
            do throws(Failure) {
                let theme = try theme(name)
                let doubts = isOwn(name) ? theme.findings.count : 0
                let about = theme.about.isEmpty && isOwn(name) ? "your own" : theme.about
                return ThemeChoice(
                    name: name, about: doubts == 0 ? about : "\(doubts) doubts: lastcall themes --check \(name)")
            } catch {
                return ThemeChoice(name: name, about: "", problem: error.sentence)
            }
        }
    }
}

/// The theme that was kept last, for the next start. The user's settings are the user's to write; this is remembered
/// beside the program's own state.
enum RememberedTheme {
    private static var path: String { Environment.state + "/theme" }

    /// The name; nil when none was ever kept.
    static var name: String? {
        let name = Files.read(path).map { String(decoding: $0, as: UTF8.self).trimmed }
        return name?.isEmpty == false ? name : nil
    }

    /// - Throws: `Failure` when it cannot be written.
    static func keep(_ name: String) throws {
        try Files.makeFolder(above: path)
        try Files.write(Array("\(name)\n".utf8), to: path)
    }
}
