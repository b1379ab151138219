internal import Pipeline

/// The record of another system that a lead came from: kept among the extra of the lead, so that a later import of the
/// same record finds it.
struct RecordKey: Hashable {
    static let systemMember = "system"
    static let idMember = "record"

    /// Empty if the user said which column holds the id and the system is unknown.
    let system: String
    let id: String

    /// The record that the fields came from; nil if they name none.
    init?(_ fields: LeadFields) {
        guard let id = fields.extraText(RecordKey.idMember) else { return nil }
        system = fields.extraText(RecordKey.systemMember) ?? ""
        // Salesforce writes the same id with 15 characters in reports, and with three more to check it elsewhere.
        self.id = system == "Salesforce" && id.utf8.count == 18 ? String(id.prefix(15)) : id
    }
}

extension LeadFields {
    func extraText(_ key: String) -> String? {
        for member in extra where member.key == key {
            if case .string(let text) = member.value { return text }
        }
        return nil
    }
}
