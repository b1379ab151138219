import Exchange
import Testing

/// Reads a text as a file called `list.csv`.
func read(_ text: String, map: [(header: String, field: String)] = []) throws -> ImportFile {
    try ImportFile(name: "list.csv", bytes: Array(text.utf8), map: map)
}

/// The sentence with which a file is refused, or nil.
func refusal(_ bytes: some Sequence<UInt8>, map: [(header: String, field: String)] = []) -> String? {
    do throws(ImportError) {
        _ = try ImportFile(name: "list.csv", bytes: Array(bytes), map: map)
        return nil
    } catch {
        return error.description
    }
}
