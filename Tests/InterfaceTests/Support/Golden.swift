import Canvas
import Glibc
import Testing

/// Frames that were looked at and found right, one file for each scene in `Golden`, as text and as roles.
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

    /// Holds frames against their file, or records them.
    static func hold(_ frames: [Frame], _ name: String, _ location: SourceLocation = #_sourceLocation) {
        hold(frames.map(picture).joined(), name, at: "\(folder)/\(name).txt", location)
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
