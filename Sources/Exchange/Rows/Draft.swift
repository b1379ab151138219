internal import Pipeline

/// A lead while its row is read.
struct Draft {
    var fields = LeadFields()
    var isBlank = true
    var name = ""
    var firstName = ""
    var middleName = ""
    var lastName = ""
    var record = ""
    var doNotContact: String?
    var problems: [String] = []
    private var postcode = ""

    init() {}

    /// Keeps a value that has no field of its own.
    mutating func keep(_ value: String, of column: Column) {
        fields.extra.append(JSON.Member(column.header, .string(value)))
    }

    /// Keeps a value that its field cannot hold, and says so.
    private mutating func refuse(_ value: String, of column: Column, because problem: String) {
        if let member = fields.extra.last, member.key == column.header, case .string(let earlier) = member.value {
            fields.extra[fields.extra.count - 1] = JSON.Member(column.header, .string("\(earlier); \(value)"))
        } else {
            keep(value, of: column)
        }
        problems.append(problem)
    }

    /// Sets a part of the name; of several values the first one counts.
    mutating func set(_ part: WritableKeyPath<Draft, String>, _ value: String, of column: Column) {
        let value = CellList.line(value)
        if self[keyPath: part].isEmpty {
            self[keyPath: part] = value
        } else if self[keyPath: part] != value {
            keep(value, of: column)
        }
    }

    /// Sets a field of one text; of several values the first one counts.
    mutating func set(_ field: ColumnTarget.TextField, _ value: String, of column: Column) {
        switch field {
        case .company: set(\.company, CellList.line(value), of: column)
        case .title: set(\.title, CellList.line(value), of: column)
        case .address: set(\.address, CellList.line(value, joined: ", "), of: column)
        case .postcode: set(\.postcode, CellList.line(value), of: column)
        case .city: set(\.city, CellList.line(value), of: column)
        case .region: set(\.region, CellList.line(value), of: column)
        case .country: set(\.country, CellList.line(value), of: column)
        case .zone: Draft.isZone(value) ? set(\.zone, value, of: column) : keep(value, of: column)
        case .site: set(\.site, CellList.line(value), of: column)
        case .source: set(\.source, CellList.line(value), of: column)
        case .note: set(\.note, value, of: column)
        }
    }

    private mutating func set(_ field: WritableKeyPath<LeadFields, String?>, _ value: String, of column: Column) {
        if fields[keyPath: field] == nil {
            fields[keyPath: field] = value
        } else if fields[keyPath: field] != value {
            keep(value, of: column)
        }
    }

    /// True for a name of the zone database, such as `Europe/London`: other words for zones are not guessed at.
    private static func isZone(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isWords = parts.allSatisfy { part in
            part.first?.isLetter == true
                && part.utf8.allSatisfy {
                    $0 < 0x80 && ($0 > 0x40 || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B)
                }
        }
        return isWords && (parts.count > 1 || text == "UTC")
    }

    mutating func addPhones(_ cell: String, label: String?, of column: Column) {
        for number in PhoneNumber.list(cell) {
            let key = PhoneNumber.key(number)
            if PhoneNumber.isScientific(number) {
                refuse(number, of: column, because: "phone \(number) is in scientific notation and was not stored")
            } else if key.isEmpty {
                refuse(number, of: column, because: "phone \(quoted(number)) has no digits and was not stored")
            } else if !fields.phones.contains(where: { PhoneNumber.key($0.number) == key }) {
                fields.phones.append(LeadFields.Phone(number, label: label.map(Draft.label)))
            }
        }
    }

    mutating func addEmails(_ cell: String, label: String?, of column: Column) {
        for address in CellList.words(cell) {
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            if parts.count < 2 || parts.contains("") {
                refuse(address, of: column, because: "e-mail \(quoted(address)) is no address and was not stored")
            } else if !fields.emails.contains(where: { $0.address.lowercased() == address.lowercased() }) {
                fields.emails.append(LeadFields.Email(address, label: label.map(Draft.label)))
            }
        }
    }

    private static func label(_ text: String) -> String {
        CellList.label(text).lowercased()
    }

    mutating func setWorth(_ cell: String, of column: Column) {
        if let amount = Money.amount(cell), fields.worth == nil {
            fields.worth = amount
        } else if Money.amount(cell) == nil {
            refuse(cell, of: column, because: "worth \(quoted(cell)) is no amount and was not stored")
        }
    }

    /// The lead, with the record that it came from.
    func finished(system: String?) -> LeadFields {
        var fields = fields
        let words = [firstName, middleName, lastName].filter { !$0.isEmpty }
        fields.name = name.isEmpty ? words.joined(separator: " ") : name
        if !postcode.isEmpty { fields.address = fields.address.map { "\($0), \(postcode)" } ?? postcode }
        if !record.isEmpty { fields.extra.insert(JSON.Member(RecordKey.idMember, .string(record)), at: 0) }
        if let system { fields.extra.insert(JSON.Member(RecordKey.systemMember, .string(system)), at: 0) }
        return fields
    }
}
