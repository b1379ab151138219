import Canvas
import Glibc
import Testing

/// Frames that were looked at and found right, one file for each scene in `Golden`, as text and as roles,
/// and in the first size as attributes where there are no colours.
///
/// After a change that is meant to be seen, record them anew and read the difference as the user will see it:
///
///     LASTCALL_RECORD=1 swift test --filter InterfaceTests
///     git diff Tests/InterfaceTests/Golden
enum Golden {
    static let isRecording = getenv("LASTCALL_RECORD").map { String(cString: $0) } == "1"

    private static let folder = "\(#filePath)".droppingLastPart.droppingLastPart + "/Golden"

    /// A frame as it stands in a file: its text, what its cells mean, and where the cursor is.
    static func picture(_ frame: Frame) -> String {
        let size = "\(frame.size.width)×\(frame.size.height)"
        let cursor = frame.cursor.map { "cursor at column \($0.x), row \($0.y)" } ?? "no cursor"
        return "══ \(size), \(cursor)\n" + frame.lines().joined(separator: "\n") + "\n── roles\n"
            + frame.roles().joined(separator: "\n") + "\n"
    }

    /// What is left of a frame where there are no colours, a letter for each cell: bold, dim, italic, underlined or
    /// reversed; in upper case what is bold as well, and x for more than that.
    static func attributes(_ frame: Frame) -> String {
        let rows = (0..<frame.size.height).map { y in
            frame.withCells(row: y) { cells in
                var row = String(
                    cells.map { letter(theme?.style(for: $0.role, on: $0.ground, depth: .monochrome) ?? Style()) })
                while row.last == " " { row.removeLast() }
                return row
            }
        }
        return "── without colour\n" + rows.joined(separator: "\n") + "\n"
    }

    private static let theme = try? Theme.shipped("dark")

    private static func letter(_ style: Style) -> Character {
        switch (style.bold, style.dim, style.italic, style.underline, style.reverse) {
        case (false, false, false, false, false): " "
        case (true, false, false, false, false): "b"
        case (false, true, false, false, false): "d"
        case (false, false, true, false, false): "i"
        case (false, false, false, true, false): "u"
        case (false, false, false, false, true): "r"
        case (true, false, false, true, false): "U"
        case (true, false, false, false, true): "R"
        default: "x"
        }
    }

    /// Holds frames against their file, or records them; the first also as it is without colours.
    static func hold(_ frames: [Frame], _ name: String, _ location: SourceLocation = #_sourceLocation) {
        let first = frames.first.map { picture($0) + attributes($0) } ?? ""
        hold(first + frames.dropFirst().map(picture).joined(), name, at: "\(folder)/\(name).txt", location)
    }

    /// Holds a page of docs against its file, or records it.
    static func hold(document found: String, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        let package = "\(#filePath)".droppingLastPart.droppingLastPart.droppingLastPart.droppingLastPart
        hold(found, name, at: "\(package)/\(name)", location)
    }

    private static func hold(_ found: String, _ name: String, at path: String, _ location: SourceLocation) {
        if isRecording {
            if read(path) != found, !write(found, to: path) {
                Issue.record("\(path) cannot be written", sourceLocation: location)
            }
            return
        }
        guard let wanted = read(path) else {
            Issue.record("there is no \(path); record it as Golden.swift says", sourceLocation: location)
            return
        }
        guard wanted != found else { return }
        Issue.record("\(name) looks different:\n\(difference(wanted, found))", sourceLocation: location)
    }

    /// The scenes that have a file.
    static func names() -> Set<String> {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: Set<String> = []
        while let found = readdir(stream) {
            let name = withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".txt") { names.insert(String(name.dropLast(4))) }
        }
        return names
    }

    private static func difference(_ wanted: String, _ found: String) -> String {
        let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let found = found.split(separator: "\n", omittingEmptySubsequences: false)
        var report: [String] = []
        for line in 0..<max(wanted.count, found.count) {
            let old = line < wanted.count ? wanted[line] : ""
            let new = line < found.count ? found[line] : ""
            if old != new { report += ["line \(line + 1)", "- \(old)", "+ \(new)"] }
        }
        return report.prefix(60).joined(separator: "\n")
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ text: String, to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        let bytes = Array(text.utf8)
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }
}

extension String {
    fileprivate var droppingLastPart: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
