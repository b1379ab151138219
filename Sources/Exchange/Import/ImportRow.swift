public import Pipeline

/// A row of a list as the lead that it makes.
public struct ImportRow: Hashable, Sendable {
    /// The line of the file that the row starts on, from 1; in a file of records the number of the record.
    public let line: Int
    /// What it says. The exporting system and the id of the record there are the members `system` and `record` of
    /// `extra`.
    public let fields: LeadFields
    /// The lead that it is, where the file is our own and says so.
    public let lead: LeadID?
    /// The words if the row forbids contact: "DoNotCall was true in Salesforce".
    public let doNotContact: String?
    /// What of the row could not be taken as it stands, in one clause each.
    public let problems: [String]
    /// True when a value could not be stored where it belongs: a phone that a spreadsheet ruined, say.
    public let lacksValues: Bool
    /// What it says of the time before it came in.
    let past: [PastCell]
    /// Its cells as they are written, where it may have to be mended: one that is nobody, or lacks values.
    public internal(set) var cells: [String] = []

    /// A row from any source.
    public init(
        line: Int, fields: LeadFields, lead: LeadID? = nil, doNotContact: String? = nil, problems: [String] = []
    ) {
        self.init(
            line: line, fields: fields, lead: lead, doNotContact: doNotContact, problems: problems, past: [],
            lacksValues: false)
    }

    init(
        line: Int, fields: LeadFields, lead: LeadID? = nil, doNotContact: String?, problems: [String],
        past: [PastCell], lacksValues: Bool
    ) {
        self.line = line
        self.fields = fields
        self.lead = lead
        self.doNotContact = doNotContact
        self.problems = problems
        self.past = past
        self.lacksValues = lacksValues
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
