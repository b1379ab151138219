import Glibc
import Interface
import Journal
import Pipeline

/// The views that are kept, each in a file of its own that its owner may edit.
enum ViewFolder {
    /// Where they belong.
    static var path: String { Environment.configuration + "/views" }

    private static func path(of name: String) -> String { "\(path)/\(name).json5" }

    private static var names: [String] {
        Files.names(in: path).filter { $0.hasSuffix(".json5") }.map { String($0.dropLast(6)) }
    }

    /// The views to choose from, by name. One with a mistake says where.
    static func choices(_ now: Now) -> [ViewChoice] {
        names.map { name in
            do throws(Failure) {
                return ViewChoice(try view(name, now))
            } catch {
                return ViewChoice(SavedView(name: name, filter: "", order: nil), problem: error.sentence)
            }
        }
    }

    /// - Throws: `Failure` when there is none of that name, and with the line of a mistake.
    static func view(_ name: String, _ now: Now) throws(Failure) -> SavedView {
        guard SavedView.problem(ofName: name) == nil, let bytes = Files.read(path(of: name)) else {
            let known = names
            let list = known.isEmpty ? "none is kept yet; F on the screens keeps one" : known.joined(separator: ", ")
            throw Failure.usage("there is no view “\(name)”; there are: \(list)")
        }
        do throws(SettingsMistake) {
            return try SavedView(name: name, file: bytes, now)
        } catch {
            throw Failure.badData("\(path(of: name)):\(error.line): \(error)")
        }
    }

    /// Keeps a view, in place of one of that name.
    ///
    /// - Throws: `Failure` when it cannot be written.
    static func keep(_ view: SavedView) throws {
        try Files.makeFolder(above: path(of: view.name))
        try Files.write(Array(view.commented.utf8), to: path(of: view.name))
    }

    /// Deletes a view.
    ///
    /// - Throws: `Failure` when it cannot be deleted.
    static func forget(_ name: String) throws {
        guard unlink(path(of: name)) == 0 || errno == ENOENT else {
            throw Failure.inputOutput(
                "\(path(of: name)): cannot be deleted (\(systemWords(errno))); check who owns it")
        }
    }
}
