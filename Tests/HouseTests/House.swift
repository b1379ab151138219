import FoundationEssentials
import Testing

/// A file of the package.
struct Source {
    /// From the package's folder: `Sources/Canvas/Text/TextMetrics.swift`.
    let path: String
    let text: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
    }

    /// The target that it belongs to.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isSwift: Bool { path.hasSuffix(".swift") }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines with their numbers, without comments.
    var code: [(number: Int, text: Substring)] {
        lines.enumerated().map { index, line in
            // Two slashes in a literal are an address.
            let comment = line.firstRange(of: "//").flatMap { range in
                line[..<range.lowerBound].hasSuffix(":") ? nil : range.lowerBound
            }
            return (index + 1, comment.map { line[..<$0] } ?? line)
        }
    }
}

/// The package as it lies on disk.
enum House {
    static let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    /// Every file under a folder of the package.
    static func files(_ folder: String) throws -> [Source] {
        let root = House.folder + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap { name in
            var isFolder = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder), !isFolder,
                let data = FileManager.default.contents(atPath: "\(root)/\(name)")
            else { return nil }
            return Source("\(folder)/\(name)", String(decoding: data, as: UTF8.self))
        }
    }
}
