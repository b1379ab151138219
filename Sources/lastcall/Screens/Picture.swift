import ArgumentParser
import Canvas
import Glibc
import Interface
import Journal
import Pipeline

/// The program's own screen as a picture, for README and documents.
struct PictureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Draw the screen into an SVG file, - for standard output, and open none.", valueName: "file")
    )
    var picture: String?
    @Option(help: ArgumentHelp("The size of the picture in cells.", valueName: "columns x rows")) var size = "120x40"
    @Option(help: "The theme of the picture.") var theme = "dark"
    @Option(help: "The tab in the picture, by its number.") var tab = 1
    @Option(help: "Keys that are pressed before, such as \"j j t l\".") var keys = ""

    func validate() throws {
        let parts = size.split(separator: "x").map { Int($0) ?? 0 }
        guard parts.count == 2, (1...500).contains(parts[0]), (1...200).contains(parts[1]) else {
            throw ValidationError("--size is “\(size)”; write columns and rows, such as 120x40.")
        }
        if !(1...9).contains(tab) { throw ValidationError("--tab is \(tab); give the number of a tab.") }
        if let name = names.first(where: { Key(name: $0) == nil }) {
            throw ValidationError("“\(name)” in --keys is no key; write them as ? shows them, with blanks between.")
        }
    }

    private var names: [String] { keys.split(separator: " ").map(String.init) }

    /// Draws the screens of a store, with what the keys record.
    func draw(_ store: Store, to file: String) throws {
        let theme = try ThemeFolder.theme(self.theme)
        let parts = size.split(separator: "x").map { Int($0) ?? 0 }
        var session = Session(
            store.pipeline, now: store.clock.now, size: Size(width: parts[0], height: parts[1]), text: Output.metrics,
            device: store.journal.ownDevice, seed: 1, theme: theme.name)
        for name in ["\(tab)"] + names {
            guard let key = Key(name: name) else { continue }
            for case .record(let drafts, let said) in session.update(.input(.key(key))) {
                do {
                    try store.recorder.record(drafts, in: &session) { session, entries in
                        _ = session.update(.recorded(entries, said: said))
                    }
                } catch {
                    throw Failure(recording: error)
                }
            }
        }
        let picture = Array(session.render().picture(in: theme).utf8)
        if file == "-" { Output.write(picture, to: STDOUT_FILENO) } else { try Files.write(picture, to: file) }
    }
}
