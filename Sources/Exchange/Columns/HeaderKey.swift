/// What headers are compared by: their letters and digits in small letters, so that `E-mail Address`, `Email address`
/// and `email_address` are one.
struct HeaderKey: Hashable {
    let text: String

    init(_ header: String) {
        text = String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}

extension StringProtocol {
    /// Without white space around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
