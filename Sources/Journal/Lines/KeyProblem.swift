import Pipeline

/// Why the value of a key is not understood, for the person who wrote it.
struct KeyProblem: Error {
    enum Reason {
        case missing
        /// The value should be what the text says: `a string`.
        case wrongType(String)
        /// The value is none of the choices.
        case unknown(found: String, choices: [String])
        /// The value has the right type, but cannot be; the text says what it should be.
        case impossible(found: String, wanted: String)
    }

    let key: Key
    let reason: Reason

    /// One plain sentence without the full stop.
    var sentence: String {
        switch reason {
        case .missing: "\(key.title) is missing\(hint)"
        case .wrongType(let wanted): "\(key.title) should be \(wanted)\(hint)"
        case .unknown(let found, let choices):
            "\(key.title) \(JSON.string(shortened(found)).text) is not known\(key == .do ? " to this version" : "");"
                + " use one of \(choices.joined(separator: ", "))\(hint)"
        case .impossible(let found, let wanted):
            "\(key.title) \(shortened(found)) should be \(wanted)\(hint)"
        }
    }

    /// What is quoted is to be found again, not to fill the screen.
    private func shortened(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(60)
        return String(String.UnicodeScalarView(start)) + (start.endIndex < text.endIndex ? "…" : "")
    }

    private var hint: String { key.title == key.name ? "" : " (key \"\(key.name)\")" }
}
