import Canvas
import Pipeline

/// Bringing in a file: chosen, looked at, mended, read, and told of.
struct ImportDialog: Sendable {
    var stage = Stage.choosing
    var path = TextField("")
    var listing = FolderListing(folder: "", entries: [])
    /// The row that is chosen: of the files, of the columns, or the first line of the outcome that is shown.
    var selected = 0
    /// What the user said of columns.
    var choices: [ColumnChoice] = []

    enum Stage: Sendable {
        case choosing
        case mapping(ImportPreview)
        /// From 0 to 1.
        case running(Double)
        case done(ImportOutcome)
    }

    /// The folder that is typed so far, up to its last slash.
    var folder: String {
        let text = path.text
        return text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    }

    /// The files and folders that go on from what is typed: what is typed itself first, then files, the newest first.
    var matches: [FolderListing.Entry] {
        let text = path.text.lowercased()
        func rank(_ entry: FolderListing.Entry) -> Int { entry.path.lowercased() == text ? 0 : entry.isFolder ? 2 : 1 }
        return listing.entries.filter { $0.path.lowercased().hasPrefix(text) }.sorted { a, b in
            if rank(a) != rank(b) { return rank(a) < rank(b) }
            if !a.isFolder, a.modified != b.modified { return a.modified > b.modified }
            return a.path < b.path
        }
    }

    /// What all matches go on with.
    var completion: String {
        guard let first = matches.first?.path else { return path.text }
        return matches.dropFirst().reduce(first) { common, entry in
            String(zip(common, entry.path).prefix { $0 == $1 }.map(\.0))
        }
    }

    /// The keys of the fields that columns go to most; the others are reached by the arrows.
    static let fieldKeys: [(key: Character, field: String)] = [
        ("n", "name"), ("f", "first name"), ("l", "last name"), ("c", "company"), ("t", "title"), ("p", "phone"),
        ("e", "email"), ("a", "address"), ("y", "city"), ("u", "country"), ("z", "zone"), ("s", "site"),
        ("o", "source"), ("g", "tags"), ("w", "worth"), ("m", "note"), ("d", "do not contact"), ("+", "extra"),
        ("x", "ignore"),
    ]
}

extension Session {
    mutating func askImport() -> [Effect] {
        if let readOnlyReason {
            refuse(readOnlyReason)
            return []
        }
        layers.append(.importing(ImportDialog()))
        return [.listFolder("")]
    }

    /// Takes in what the loop found out for the import that is open, if one is.
    mutating func changeImport(_ change: (inout ImportDialog) -> Void) {
        guard let place = layers.lastIndex(where: { if case .importing = $0 { true } else { false } }),
            case .importing(var dialog) = layers[place]
        else { return }
        change(&dialog)
        layers[place] = .importing(dialog)
    }

    mutating func update(_ dialog: inout ImportDialog, _ input: Input) -> [Effect] {
        let effects: [Effect]
        switch dialog.stage {
        case .choosing: effects = choose(&dialog, input)
        case .mapping(let preview): effects = map(&dialog, preview, input)
        case .running:
            guard input == .key(.escape) else { return [] }
            layers.removeLast()
            say("Stopped. Nothing was imported.")
            return [.stopImport]
        case .done(let outcome): effects = read(&dialog, outcome, input)
        }
        if !layers.isEmpty, case .importing = layers[layers.count - 1] { layers[layers.count - 1] = .importing(dialog) }
        return effects
    }

    // MARK: - Choosing a file

    private mutating func choose(_ dialog: inout ImportDialog, _ input: Input) -> [Effect] {
        let layout = ImportLayout(dialog, size)
        switch input {
        case .key(.escape):
            layers.removeLast()
            return []
        case .key(.enter): return open(&dialog)
        case .key(.tab): return type(dialog.completion, into: &dialog)
        case .mouse(let mouse) where mouse.kind == .press:
            guard let row = layout.row(at: mouse.at), row < dialog.matches.count else { return [] }
            let isChosen = row == dialog.selected
            dialog.selected = row
            return isChosen ? open(&dialog) : []
        default:
            if let moved = input.moving(dialog.selected, among: dialog.matches.count, page: layout.list.height) {
                dialog.selected = max(0, moved)
                return []
            }
            let before = dialog.folder
            if dialog.path.take(input) { dialog.selected = 0 }
            return dialog.folder == before ? [] : [.listFolder(dialog.folder)]
        }
    }

    private mutating func type(_ text: String, into dialog: inout ImportDialog) -> [Effect] {
        let before = dialog.folder
        dialog.path = TextField(text)
        dialog.selected = 0
        return dialog.folder == before ? [] : [.listFolder(dialog.folder)]
    }

    private mutating func open(_ dialog: inout ImportDialog) -> [Effect] {
        let matches = dialog.matches
        if matches.indices.contains(dialog.selected) {
            let entry = matches[dialog.selected]
            if entry.isFolder { return type(entry.path, into: &dialog) }
            dialog.path = TextField(entry.path)
        }
        let path = dialog.path.text.trimmed
        guard !path.isEmpty else {
            refuse("Type the name of a file, or choose one of the list.")
            return []
        }
        dialog.choices = []
        return [.previewImport(path, dialog.choices)]
    }

    // MARK: - Looking at its columns

    private mutating func map(_ dialog: inout ImportDialog, _ preview: ImportPreview, _ input: Input) -> [Effect] {
        let layout = ImportLayout(dialog, size)
        switch input {
        case .key(.escape):
            dialog.stage = .choosing
            dialog.selected = 0
            return []
        case .key(.enter):
            if let problem = preview.problem ?? readOnlyReason {
                refuse(problem)
                return []
            }
            dialog.stage = .running(0)
            return [.startImport(preview.file, dialog.choices)]
        case .key(.right): return choose(1, &dialog, preview)
        case .key(.left): return choose(-1, &dialog, preview)
        case .key(.character(let character)):
            guard let field = ImportDialog.fieldKeys.first(where: { $0.key == character })?.field else {
                refuse("\(character) is no field; the keys stand below the rows.")
                return []
            }
            return choose(field, &dialog, preview)
        case .mouse(let mouse) where mouse.kind == .press:
            guard let row = layout.row(at: mouse.at), row < preview.columns.count else { return [] }
            dialog.selected = row
        default:
            if let moved = input.moving(dialog.selected, among: preview.columns.count, page: layout.list.height) {
                dialog.selected = max(0, moved)
            }
        }
        return []
    }

    /// Gives the chosen column the field that is so far from its own.
    private func choose(_ offset: Int, _ dialog: inout ImportDialog, _ preview: ImportPreview) -> [Effect] {
        guard preview.columns.indices.contains(dialog.selected), !preview.fields.isEmpty else { return [] }
        let field = preview.columns[dialog.selected].choice.field
        let count = preview.fields.count
        let place = preview.fields.firstIndex(of: field) ?? (offset > 0 ? -1 : 0)
        return choose(preview.fields[(place + offset + count) % count], &dialog, preview)
    }

    private func choose(_ field: String, _ dialog: inout ImportDialog, _ preview: ImportPreview) -> [Effect] {
        guard preview.columns.indices.contains(dialog.selected) else { return [] }
        let header = preview.columns[dialog.selected].choice.header
        dialog.choices.removeAll { $0.header == header }
        dialog.choices.append(ColumnChoice(header: header, field: field))
        return [.previewImport(preview.file, dialog.choices)]
    }

    // MARK: - Reading what it did

    private mutating func read(_ dialog: inout ImportDialog, _ outcome: ImportOutcome, _ input: Input) -> [Effect] {
        let layout = ImportLayout(dialog, size)
        switch input {
        case .key(.enter), .key(.escape), .key(.character("q")): layers.removeLast()
        case .key(.character("w")) where outcome.hasLeftOut: return [.writeLeftOut]
        default:
            let count = layout.lines(outcome, text).count - layout.list.height + 1
            if let moved = input.moving(dialog.selected, among: max(1, count), page: layout.list.height) {
                dialog.selected = moved
            }
        }
        return []
    }
}
