import Exchange
import Journal
import Pipeline
import Testing

extension Decoders {
    /// The journal's reader of JSON, and of character sets Latin 1.
    static let forTests = Decoders(json: { try JSON(reading: $0) }) { bytes, charset in
        charset.uppercased() == "ISO-8859-1" ? bytes.flatMap { String(Unicode.Scalar($0)).utf8 } : nil
    }
}

extension ImportFile {
    init(name: String, bytes: [UInt8], map: [(header: String, field: String)] = []) throws(ImportError) {
        try self.init(name: name, bytes: bytes, map: map, decoders: .forTests)
    }
}

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

/// The name, company, title, phones and e-mails of a row: `Ada Example | Acme | CEO | +1 (work), 2 | a@b (home)`.
func summary(_ row: ImportRow) -> String {
    func labelled(_ text: String, _ label: String?) -> String { label.map { "\(text) (\($0))" } ?? text }
    return [
        row.fields.name, row.fields.company ?? "", row.fields.title ?? "",
        row.fields.phones.map { labelled($0.number, $0.label) }.joined(separator: ", "),
        row.fields.emails.map { labelled($0.address, $0.label) }.joined(separator: ", "),
    ].joined(separator: " | ")
}

/// What is kept of a row under a header that has no field.
func extra(_ header: String, of row: ImportRow) -> String? {
    for member in row.fields.extra where member.key == header {
        if case .string(let text) = member.value { return text }
    }
    return nil
}

/// The rows as leads on file, with ids that count up from 1.
func onFile(_ rows: [ImportRow]) -> [(LeadID, LeadFields)] {
    rows.enumerated().map { (LeadID(bits: UInt64($0.offset + 1)), $0.element.fields) }
}
