import Pipeline

/// Reads the numbers and the addresses of a lead.
extension LineKeys {
    /// What `make` makes of each value, its label, and whether it is dead.
    ///
    /// - Parameter name: the key of the value.
    mutating func contacts<Contact>(
        _ key: Key, _ name: StaticString, _ make: (String, String?, Bool) -> Contact
    ) throws(KeyProblem) -> [Contact] {
        guard let span = take(key) else { return [] }
        var plain: [Contact] = []
        if (try? plainContacts(span, name) { plain.append(make($0, $1, $2)) }) == true { return plain }
        let problem = KeyProblem(
            key: key, reason: .wrongType("an array of objects with \"\(name)\", \"label\" and \"dead\""))
        guard case .array(let values) = value(span) else { throw problem }
        var result: [Contact] = []
        for value in values {
            guard case .object(let members) = value else { throw problem }
            var (text, label, dead): (String?, String?, Bool) = (nil, nil, false)
            for member in members {
                switch (member.key, member.value) {
                case (name.description, .string(let value)): text = value
                case ("label", .string(let value)): label = value
                case ("dead", .bool(let value)): dead = value
                case ("label", .null), ("dead", .null): break
                case (name.description, _), ("label", _), ("dead", _): throw problem
                default: break
                }
            }
            guard let text else { throw problem }
            result.append(make(text, label, dead))
        }
        return result
    }

    /// Reads contacts as we write them, without building a tree of values; false, or a thrown error, for any others.
    private func plainContacts(
        _ span: Span, _ name: StaticString, _ take: (String, String?, Bool) -> Void
    ) throws(ScanError) -> Bool {
        var scanner = Scanner(base, from: span.start, to: span.end)
        try scanner.expect(UInt8(ascii: "["))
        if try scanner.isClosed(by: UInt8(ascii: "]")) { return true }
        repeat {
            var (text, label, dead): (String?, String?, Bool) = (nil, nil, false)
            try scanner.expect(UInt8(ascii: "{"))
            repeat {
                try scanner.expect(UInt8(ascii: "\""))
                let start = scanner.at
                _ = try scanner.skipString()
                let end = scanner.at - 1
                try scanner.expect(UInt8(ascii: ":"))
                if scanner.byte != UInt8(ascii: "\"") {
                    try scanner.skipWord("true")
                    guard isWord("dead", from: start, to: end) else { return false }
                    dead = true
                } else if isWord(name, from: start, to: end) {
                    text = try scanner.string()
                } else if isWord("label", from: start, to: end) {
                    label = try scanner.string()
                } else {
                    return false
                }
            } while try scanner.isContinued(or: UInt8(ascii: "}"))
            guard let text else { return false }
            take(text, label, dead)
        } while try scanner.isContinued(or: UInt8(ascii: "]"))
        return true
    }

    private func isWord(_ word: StaticString, from start: Int, to end: Int) -> Bool {
        guard end - start == word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where base[start + index] != word.utf8Start[index] { return false }
        return true
    }
}
