import Journal
import Pipeline

/// What a command says about what it recorded.
enum Report {
    /// One sentence, or the entries as JSON.
    static func recorded(_ entries: [Entry], json: Bool, _ sentence: () -> String) {
        if json { Output.print(.array(entries.map(EntryJSON.json(of:)))) } else { Output.print(sentence()) }
    }
}
