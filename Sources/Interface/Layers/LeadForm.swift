import Canvas
import Pipeline

/// The form to add or change a lead.
enum LeadForm {
    /// The fields of one line of text, as the form has them, in order.
    private static let texts: [(label: String, field: LeadField)] = [
        ("Company", .company), ("Title", .title), ("City", .city), ("Time zone", .zone), ("Source", .source),
        ("Site", .site), ("Note", .note),
    ]

    static func make(
        _ title: String, _ old: LeadFields,
        submit: @escaping @Sendable (inout Session, LeadFields) -> [Effect]
    ) -> Form {
        let first = [
            FormField("Name", .text, old.name),
            FormField(
                "Phone", .phones, old.phones.map(\.number).joined(separator: ", "), hint: "several: a comma between"),
            FormField("E-mail", .emails, old.emails.map(\.address).joined(separator: ", ")),
            FormField("Tags", .text, old.tags.joined(separator: ", "), hint: "a comma between"),
        ]
        let rest = texts.map { label, field in
            FormField(
                label, field == .zone ? .zone : .text, field.text.flatMap { old[keyPath: $0] } ?? "",
                hint: field == .zone ? "where they are, as Europe/Berlin" : "")
        }
        return Form(title, fields: first + rest) { session, form in
            var new = old
            new.name = form.text(0) ?? ""
            // A number or an address that stays keeps its label, and its mark when it no longer works.
            new.phones = form.list(1).map { text in old.phones.first { $0.number == text } ?? .init(text) }
            new.emails = form.list(2).map { text in old.emails.first { $0.address == text } ?? .init(text) }
            new.tags = form.list(3)
            for (index, text) in texts.enumerated() {
                if let path = text.field.text { new[keyPath: path] = form.text(first.count + index) }
            }
            return submit(&session, new)
        }
    }
}
