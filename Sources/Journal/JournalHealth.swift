/// Whether anything can be written, and if not, why.
public enum JournalHealth: Hashable, Sendable {
    /// Nothing is known to stand in the way.
    case writable
    /// Nothing may be written in this folder.
    case readOnly(folder: String)
    /// A newer lastcall has written this file, in a version of the format that this one does not write.
    case newerVersion(file: String, version: UInt64)
    /// Another process keeps the journal locked: its pid and program.
    case held(by: String)
    /// The disk is full, or a limit is reached: what happened, in a sentence.
    case full(String)
    /// The disk did not confirm what was written, and then failed to take it elsewhere: what happened, in a sentence.
    case failed(String)

    /// What is wrong, where and what to do, in one plain sentence; nil when nothing is.
    public var sentence: String? {
        switch self {
        case .writable: nil
        case .readOnly(let folder): "\(folder) cannot be written to; check who owns it"
        case .newerVersion(let file, let version):
            "\(file) has version \(version) of the format and this lastcall knows \(LineEncoder.version);"
                + " install a newer lastcall to write here"
        case .held(let who):
            "another program (\(who)) keeps the journal locked; wait until it has finished, or end it"
        case .full(let sentence), .failed(let sentence): sentence
        }
    }

    /// True when nothing is written any more until somebody mends it; else every act is tried all the same.
    public var isLasting: Bool {
        switch self {
        case .writable, .held, .full: false
        case .readOnly, .newerVersion, .failed: true
        }
    }
}

extension Journal {
    /// Looks whether anything can be written now. Costs a look at each folder.
    public func health() -> JournalHealth {
        if let failure { return .failed(failure.description) }
        if let newer = segments.values.filter({ $0.newerVersion != nil }).min(by: { $0.path < $1.path }) {
            return .newerVersion(file: newer.path, version: newer.newerVersion ?? .max)
        }
        for folder in [paths.data, paths.journal, ownFolder, paths.state]
        where (try? disk.stamp(at: folder)) != nil && !disk.isWritable(folder) {
            return .readOnly(folder: folder)
        }
        if case .held = trouble, holder == nil { trouble = .writable }
        return trouble
    }

    /// The process that keeps the journal locked just now, by its pid and program: an act will wait for it. Nil when nobody
    /// does. Costs some system calls.
    public var holder: String? { lock.holder }

    /// Remembers what stood in the way of the last act, until one succeeds.
    func noteTrouble(_ error: JournalError) {
        if case .heldByAnother(let who) = error.kind { trouble = .held(by: who) }
        if error.isFullDisk { trouble = .full(error.description) }
    }

    func refuseUnlessWritable() throws(JournalError) {
        let health = health()
        if let failure { throw failure }
        if health.isLasting, let sentence = health.sentence { throw JournalError(.readOnly, sentence) }
    }
}
