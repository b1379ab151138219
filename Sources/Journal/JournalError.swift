import Glibc

/// Why the journal could not do what was asked: what, where and what to do, in one plain sentence.
public struct JournalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is, so that a command can choose its exit status.
    public enum Kind: Hashable, Sendable {
        /// Another process has had the lock for too long; `who` is its pid and program.
        case heldByAnother(who: String)
        /// A folder or file cannot be made.
        case cannotCreate
        /// Reading, writing or syncing failed; a full disk is one of these.
        case inputOutput
        /// What is to be written, or what is there, cannot be used.
        case badData
        /// Nothing may be written here.
        case readOnly
    }

    /// What kind of failure it is.
    public let kind: Kind
    /// One plain sentence.
    public let description: String
    /// The `errno` of the system call behind it; 0 when there was none.
    public let code: Int32

    /// A failure, in one sentence.
    public init(_ kind: Kind, _ description: String, code: Int32 = 0) {
        self.kind = kind
        self.description = description
        self.code = code
    }

    /// True when there was no room for what was to be written.
    public var isFullDisk: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

    /// The exit status for it, as in sysexits.h: 65, 69, 73 or 74.
    public var exitStatus: Int32 {
        switch kind {
        case .heldByAnother: 69
        case .cannotCreate, .readOnly: 73
        case .inputOutput: 74
        case .badData: 65
        }
    }
}
