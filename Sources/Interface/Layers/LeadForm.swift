import Canvas
import Pipeline

/// The form to add or change a lead.
enum LeadForm {
    /// What the form asks, in this order.
    private static let rows: [(field: LeadField, label: String, kind: FormField.Kind, hint: String)] = [
        (.name, "Name", .text, ""), (.company, "Company", .text, ""), (.title, "Title", .text, ""),
        (.phones, "Phone", .phones, "several: a comma between"), (.emails, "E-mail", .emails, ""),
        (.address, "Address", .text, "street and number"), (.city, "City", .text, ""),
        (.region, "Region", .text, "state, province or county"), (.country, "Country", .text, ""),
        (.zone, "Time zone", .zone, "where they are, as Europe/Berlin"), (.site, "Site", .text, ""),
        (.source, "Source", .text, ""), (.tags, "Tags", .text, "several: a comma between"),
        (.worth, "Worth", .amount, "the size of the opportunity: 12000, 12k"), (.note, "Note", .text, ""),
    ]

    static func make(
        _ title: String, _ old: LeadFields,
        submit: @escaping @Sendable (inout Session, LeadFields) -> [Effect]
    ) -> Form {
        Form(
            title,
            fields: rows.map {
                FormField(
                    $0.label, $0.kind, text(of: $0.field, in: old), hint: $0.hint, isLong: $0.field == .note)
            }
        ) {
            session, form in
            var new = old
            for (index, row) in rows.enumerated() { set(row.field, from: form, index, in: &new, old) }
            return submit(&session, new)
        }
    }

    private static func text(of field: LeadField, in fields: LeadFields) -> String {
        switch field {
        case .name: fields.name
        case .phones: fields.phones.map(\.number).joined(separator: ", ")
        case .emails: fields.emails.map(\.address).joined(separator: ", ")
        case .tags: fields.tags.joined(separator: ", ")
        case .worth: fields.worth.map { "\($0)" } ?? ""
        default: field.text.flatMap { fields[keyPath: $0] } ?? ""
        }
    }

    private static func set(
        _ field: LeadField, from form: Form, _ index: Int, in new: inout LeadFields, _ old: LeadFields
    ) {
        // What was not touched stays as it is, even where a line of text cannot say it: a number with a comma in it.
        if form.fields[index].isUntouched { return }
        switch field {
        case .name: new.name = form.text(index) ?? ""
        // A number or an address that stays keeps its label, and its mark when it no longer works.
        case .phones:
            new.phones = form.list(index).map { text in old.phones.first { $0.number == text } ?? .init(text) }
        case .emails:
            new.emails = form.list(index).map { text in old.emails.first { $0.address == text } ?? .init(text) }
        case .tags: new.tags = form.list(index)
        case .worth: new.worth = form.text(index).flatMap(Amount.read)
        default: if let path = field.text { new[keyPath: path] = form.text(index) }
        }
    }
}
