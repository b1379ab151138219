/// What headers are compared by: their letters and digits in small letters, so that `E-mail Address`, `Email address`
/// and `email_address` are one.
struct HeaderKey: Hashable {
    let text: String

    init(_ header: String) {
        text = String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
