/// What reading a journal found, besides the entries. Everything unusual is in here; nothing is dropped silently.
///
/// Of each list the first thousand are kept, so that a hostile file cannot fill the memory; the counts are whole.
public struct LoadReport: Hashable, Sendable {
    /// A line, by the path of its file and its number from 1.
    public struct Place: Hashable, Sendable {
        /// The path.
        public let file: String
        /// From 1.
        public let line: Int
    }

    /// A line that is not an entry.
    public struct BadLine: Hashable, Sendable {
        /// The path.
        public let file: String
        /// From 1.
        public let line: Int
        /// What is wrong with it: `is not JSON (at byte 17)`.
        public let what: String
    }

    /// Lines that are not there: `first` to `last` of a file, by their `n`.
    public struct Gap: Hashable, Sendable {
        /// The path.
        public let file: String
        /// The first `n` that is missing.
        public let first: UInt64
        /// The last `n` that is missing, not below the first.
        public let last: UInt64

        /// The lines of a file from `first` to `last`.
        public init(file: String, first: UInt64, last: UInt64) {
            self.file = file
            self.first = first
            self.last = last
        }
    }

    /// What is behind the last newline of another device's file: not arrived yet.
    public struct Tail: Hashable, Sendable {
        /// The path.
        public let file: String
        /// How many there are.
        public let bytes: Int
    }

    /// Entries that were handed out, those in bad lines among them.
    public internal(set) var entries = 0
    /// Lines that are not entries. Whole entries inside them are used.
    public internal(set) var badLines: [BadLine] = []
    /// How many there are, those that are not listed among them.
    public internal(set) var badLineCount = 0
    /// Entries whose CRC differs or is missing: they are used, but somebody changed them outside lastcall.
    public internal(set) var changedOutside: [Place] = []
    /// How many there are, those that are not listed among them.
    public internal(set) var changedOutsideCount = 0
    /// Lost lines.
    public internal(set) var missing: [Gap] = []
    /// Ends of files that are not finished.
    public internal(set) var unfinished: [Tail] = []
    /// What was repaired, each in one sentence.
    public internal(set) var repaired: [String] = []
    /// Files and folders that could not be read, each in one sentence.
    public internal(set) var unreadable: [String] = []
    /// Files that were there and are no more.
    public internal(set) var vanished: [String] = []

    /// Copies that a syncer left of files that two machines had changed. They are read as well.
    public internal(set) var copies: [String] = []
    /// Files that are not there although the same device has written later ones.
    public internal(set) var missingFiles: [String] = []

    // The marks of all that `doctor --accept` would take as it is.
    var unaccepted: [String] = []

    static let limit = 1000

    /// True when lines were damaged or lost.
    var hasLosses: Bool { badLineCount > 0 || !missing.isEmpty }

    mutating func add(_ bad: BadLine) {
        badLineCount += 1
        if badLines.count < LoadReport.limit { badLines.append(bad) }
    }

    mutating func addChanged(_ place: Place) {
        changedOutsideCount += 1
        if changedOutside.count < LoadReport.limit { changedOutside.append(place) }
    }

    /// Adds what was found in one more file.
    mutating func add(_ other: LoadReport) {
        entries += other.entries
        badLineCount += other.badLineCount
        badLines += other.badLines.prefix(LoadReport.limit - badLines.count)
        changedOutsideCount += other.changedOutsideCount
        changedOutside += other.changedOutside.prefix(LoadReport.limit - changedOutside.count)
        unaccepted += other.unaccepted
        missing += other.missing.prefix(LoadReport.limit - missing.count)
        unfinished += other.unfinished
        unreadable += other.unreadable
    }
}
