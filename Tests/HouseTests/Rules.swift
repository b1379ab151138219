/// The rules of the house. Each gives back what breaks it, a sentence for each place.
enum Rules {
    /// What each target may import: the arrows of the house, which only point down.
    static let imports: [String: Set<String>] = [
        "CNcurses": [],
        "Pipeline": ["FoundationEssentials"],
        "Canvas": ["FoundationEssentials"],
        "Journal": ["Pipeline", "FoundationEssentials", "Glibc"],
        "Exchange": ["Pipeline", "FoundationEssentials"],
        "Terminal": ["CNcurses", "Canvas", "Glibc"],
        "Interface": ["Pipeline", "Canvas"],
        "lastcall": [
            "ArgumentParser", "Canvas", "Exchange", "FoundationEssentials", "Glibc", "Interface", "Journal", "Pipeline",
            "Terminal",
        ],
    ]

    /// The targets that touch no file and read no clock.
    static let pure: Set<String> = ["Pipeline", "Canvas", "Interface"]

    /// What reaches outside without an import of its own.
    static let impure = [
        "FileManager", "FileHandle", "ProcessInfo", "Date()", "Date.now", "ContinuousClock", "SuspendingClock",
        "SystemRandomNumberGenerator", "Data(contentsOf", "String(contentsOf", ".write(to: URL", "readLine(", "print(",
        "debugPrint(", "CommandLine", ".randomElement()", ".shuffled()", "TimeZone.current", "Locale.current",
        "Task.sleep",
    ]

    /// What traps on data.
    static let traps = ["try!", "fatalError(", "as!", "preconditionFailure(", "unowned(unsafe)"]

    static func imports(_ source: Source) -> [String] {
        guard let allowed = imports[source.target] else { return ["\(source.path) is of no target in the table"] }
        return source.code.compactMap { number, line in
            guard let module = importedModule(line), !allowed.contains(module) else { return nil }
            return "\(source.path):\(number): \(source.target) may not import \(module)"
        }
    }

    static func purity(_ source: Source) -> [String] {
        pure.contains(source.target) ? words(impure, source) { "\(source.target) is pure and has no \($0)" } : []
    }

    static func traps(_ source: Source) -> [String] {
        words(traps, source) { "\($0) ends the program on bad data" }
    }

    static func length(_ source: Source) -> [String] {
        let count = source.lines.count - (source.text.hasSuffix("\n") ? 1 : 0)
        return count > 500 ? ["\(source.path) has \(count) lines; 500 are the most"] : []
    }

    static func leftovers(_ source: Source) -> [String] {
        // Put together here, so that this file is not one of those it finds.
        let marks = ["TO" + "DO", "FIX" + "ME"]
        return source.lines.enumerated().flatMap { index, line in
            marks.filter(line.contains).map { "\(source.path):\(index + 1): \($0) is work left undone" }
        }
    }

    /// - Parameter names: what stands in the package's folder.
    static func topLevel(_ names: [String]) -> [String] {
        let known: Set = ["Package.swift", "Sources", "Tests", "themes", "README.md", "scripts", "docs"]
        // SwiftPM writes the versions it found here, and git leaves them out.
        return names.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" && !known.contains($0) }
            .map { "\($0) has no place at the top level" }
    }

    /// - Parameter libraries: the names of the shared libraries that a binary loads.
    static func libraries(_ libraries: [String]) -> [String] {
        libraries.filter { name in
            let isWhole = name.hasPrefix("libFoundation.") || name.hasPrefix("libFoundationInternationalization")
            return isWhole || name.lowercased().contains("icu") || name.hasPrefix("libFoundationNetworking")
        }.map { "the binary loads \($0)" }
    }

    /// The module of a line that imports one: `Canvas` of `public import struct Canvas.Frame`.
    static func importedModule(_ line: Substring) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) { words.removeFirst() }
        guard words.first == "import" else { return nil }
        words.removeFirst()
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        if let word = words.first, kinds.contains(word) { words.removeFirst() }
        return words.first?.split(separator: ".").first.map(String.init)
    }

    private static func words(_ words: [String], _ source: Source, _ sentence: (String) -> String) -> [String] {
        guard source.isSwift else { return [] }
        return source.code.flatMap { number, line in
            words.filter { stands($0, in: line) }.map { "\(source.path):\(number): \(sentence($0))" }
        }
    }

    /// True when `word` is in the line and is not the end of a longer name.
    private static func stands(_ word: String, in line: Substring) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: word) {
            let before = rest[..<range.lowerBound].last
            let isName = before.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } ?? false
            if !isName || word.hasPrefix(".") { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}
