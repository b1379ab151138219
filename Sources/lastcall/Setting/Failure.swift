import Exchange
import Journal
import Pipeline

/// Why a command could not do what was asked: one plain sentence and an exit status.
struct Failure: Error {
    let sentence: String
    let status: Int32

    /// A rule of the method forbids it.
    static func refused(_ sentence: String) -> Failure { Failure(sentence: sentence, status: 1) }
    /// The command was called wrongly.
    static func usage(_ sentence: String) -> Failure { Failure(sentence: sentence, status: 64) }
    /// What came in cannot be used.
    static func badData(_ sentence: String) -> Failure { Failure(sentence: sentence, status: 65) }
    /// A file cannot be read or written.
    static func inputOutput(_ sentence: String) -> Failure { Failure(sentence: sentence, status: 74) }

    init(sentence: String, status: Int32) {
        self.sentence = sentence
        self.status = status
    }

    init(_ error: JournalError) {
        self.init(sentence: error.description, status: error.exitStatus)
    }

    init(_ refusal: Refusal) {
        switch refusal {
        case .rule(let sentence): self = .refused(sentence)
        case .bad(let sentence): self = .badData(sentence)
        }
    }

    /// Any error that recording acts may end in.
    init(recording error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as JournalError: self.init(error)
        case let error as ImportError: self = .badData(error.description)
        case let error as Pipeline.Refused: self.init(error.refusal)
        default: self.init(sentence: "\(error)", status: 74)
        }
    }
}
