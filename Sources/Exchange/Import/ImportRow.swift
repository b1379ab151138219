public import Pipeline

/// A row of a list as the lead that it makes.
public struct ImportRow: Hashable, Sendable {
    /// The line of the file that the row starts on, from 1.
    public let line: Int
    /// What it says. The exporting system and the id of the record there are the members `system` and `record` of
    /// `extra`.
    public let fields: LeadFields
    /// The words if the row forbids contact: "DoNotCall was true in Salesforce".
    public let doNotContact: String?
    /// What of the row could not be taken as it stands, in one clause each.
    public let problems: [String]

    /// A row from any source.
    public init(line: Int, fields: LeadFields, doNotContact: String? = nil, problems: [String] = []) {
        self.line = line
        self.fields = fields
        self.doNotContact = doNotContact
        self.problems = problems
    }

    /// The system that exported it, if that is known.
    public var system: String? { fields.extraText(RecordKey.systemMember) }

    /// The id of the record in that system.
    public var recordID: String? { fields.extraText(RecordKey.idMember) }

    /// True if it has no name, company, phone or e-mail, so that there is nobody to sell to.
    public var isEmpty: Bool {
        fields.name.isEmpty && fields.company == nil && fields.phones.isEmpty && fields.emails.isEmpty
    }
}
