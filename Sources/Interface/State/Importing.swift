public import Pipeline

/// What a folder holds that may be imported, as the screens show it.
public struct FolderListing: Hashable, Sendable {
    /// The folder as the user writes it, up to its last slash; empty for where the program runs.
    public let folder: String
    /// Its files and folders, in any order.
    public let entries: [Entry]

    /// A listing of a folder.
    public init(folder: String, entries: [Entry]) {
        self.folder = folder
        self.entries = entries
    }

    /// A file or a folder.
    public struct Entry: Hashable, Sendable {
        /// Its path as the user would write it; that of a folder ends in a slash.
        public let path: String
        /// When it was last written to.
        public let modified: Moment

        /// An entry.
        public init(path: String, modified: Moment) {
            self.path = path
            self.modified = modified
        }

        var isFolder: Bool { path.hasSuffix("/") }
    }
}

/// What a column of a file is said to be.
public struct ColumnChoice: Hashable, Sendable {
    /// The header, as in the file.
    public let header: String
    /// The field that it goes to, as `import --map` names them.
    public let field: String

    /// A choice of the user's.
    public init(header: String, field: String) {
        self.header = header
        self.field = field
    }
}

/// What a file would bring in, from its first rows.
public struct ImportPreview: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// What it is, and which program wrote it: `CSV, HubSpot`.
    public let kind: String
    /// Its columns in their order; empty for a file without columns.
    public let columns: [Column]
    /// The first rows: name, company, phone, e-mail, and what becomes of them.
    public let rows: [[String]]
    /// The fields that a column can go to.
    public let fields: [String]
    /// Why it cannot be imported as it stands, in a sentence; nil when it can.
    public let problem: String?

    /// A preview.
    public init(
        file: String, kind: String, columns: [Column], rows: [[String]], fields: [String], problem: String? = nil
    ) {
        self.file = file
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.fields = fields
        self.problem = problem
    }

    /// A column of the file.
    public struct Column: Hashable, Sendable {
        /// Its header, and the field that it goes to.
        public let choice: ColumnChoice
        /// A value in it; empty when there is none.
        public let sample: String

        /// A column.
        public init(_ choice: ColumnChoice, sample: String) {
            self.choice = choice
            self.sample = sample
        }
    }
}

/// What an import did.
public struct ImportOutcome: Hashable, Sendable {
    /// In sentences: how many came in, who was skipped, who is in doubt, and why.
    public let lines: [String]
    /// True when rows were left out that can be written to a file, to be mended.
    public let hasLeftOut: Bool

    /// An outcome.
    public init(lines: [String], hasLeftOut: Bool) {
        self.lines = lines
        self.hasLeftOut = hasLeftOut
    }
}
