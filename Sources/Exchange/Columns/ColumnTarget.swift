internal import Pipeline

/// The field of a lead that a column goes to.
public enum ColumnTarget: Hashable, Sendable {
    /// The whole name.
    case name
    case firstName, middleName, lastName
    /// A field of one text. Of several columns for the same field the best one with a value wins, the others are kept
    /// as extra where they differ.
    case text(TextField)
    /// One phone number or several.
    case phone(label: String?)
    /// One e-mail address or several.
    case email(label: String?)
    /// The label of the phone or e-mail in the column with this header.
    case label(of: String)
    case tags
    case worth
    /// The id of the record in the exporting system, by which a later import knows it again.
    case recordID
    /// Whether they asked not to be contacted.
    case doNotContact
    /// What was done before the lead came in, or is to be done next: kept under its header, and made history of where
    /// it can be read in one way only.
    case past(PastField)
    /// Kept under its header.
    case extra
    /// Not kept.
    case ignored

    /// A field of one text.
    public enum TextField: String, CaseIterable, Sendable {
        case company, title, address, postcode, city, region, country, zone, site, source, note
    }

    /// The words for the fields, as `--map` takes them.
    public static let words =
        ["name", "first name", "middle name", "last name"] + TextField.allCases.map(\.rawValue)
        + ["phone", "phone:LABEL", "email", "email:LABEL", "tags", "worth", "record", "do not contact"]
        + PastField.allCases.map(\.rawValue) + ["extra", "ignore"]

    /// The field for a word of `words`, in any case and with or without spaces; nil for anything else.
    public init?(_ word: String) {
        let parts = word.split(separator: ":", maxSplits: 1)
        let label = parts.count == 2 ? parts[1].trimmed : nil
        let key = HeaderKey(parts.first.map(String.init) ?? "").text
        switch (key, label) {
        case ("phone", _), ("phones", _): self = .phone(label: label)
        case ("email", _), ("emails", _): self = .email(label: label)
        case (_, .some): return nil
        case ("name", _): self = .name
        case ("firstname", _): self = .firstName
        case ("middlename", _): self = .middleName
        case ("lastname", _): self = .lastName
        case ("tag", _), ("tags", _): self = .tags
        case ("worth", _): self = .worth
        case ("record", _), ("recordid", _): self = .recordID
        case ("donotcontact", _): self = .doNotContact
        case ("extra", _): self = .extra
        case ("ignore", _), ("ignored", _): self = .ignored
        default:
            if let field = TextField(rawValue: key) {
                self = .text(field)
            } else if let field = PastField.allCases.first(where: { HeaderKey($0.rawValue).text == key }) {
                self = .past(field)
            } else {
                return nil
            }
        }
    }

    /// True if a row is worth importing for a value of this column alone.
    var identifies: Bool {
        switch self {
        case .name, .firstName, .middleName, .lastName, .text(.company), .phone, .email: true
        default: false
        }
    }
}

extension ColumnTarget: CustomStringConvertible {
    /// A word that `init(_:)` reads back, but for a label column.
    public var description: String {
        switch self {
        case .name: "name"
        case .firstName: "first name"
        case .middleName: "middle name"
        case .lastName: "last name"
        case .text(let field): field.rawValue
        case .phone(let label): label.map { "phone:\($0)" } ?? "phone"
        case .email(let label): label.map { "email:\($0)" } ?? "email"
        case .label(let header): "label of \(header)"
        case .tags: "tags"
        case .worth: "worth"
        case .recordID: "record"
        case .doNotContact: "do not contact"
        case .past(let field): field.rawValue
        case .extra: "extra"
        case .ignored: "ignore"
        }
    }
}
