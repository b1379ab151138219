internal import Pipeline

/// A lead while its row is read.
struct Draft {
    var fields = LeadFields()
    var isBlank = true
    var name = ""
    var firstName = ""
    var middleName = ""
    var lastName = ""
    var doNotContact: String?
    var problems: [String] = []
    private var postcode = ""
    // What is there already, because a cell may hold a million values.
    var tags: Set<String> = []
    private var phones: Set<String> = []
    private var emails: Set<String> = []

    /// A lead of whom nothing is known but the record that it comes from.
    init(system: String?, record: String) {
        if let system { fields.extra.append(JSON.Member(RecordKey.systemMember, .string(system))) }
        if !record.isEmpty { fields.extra.append(JSON.Member(RecordKey.idMember, .string(record))) }
    }

    /// Keeps a value that has no field of its own.
    mutating func keep(_ value: String, of column: Column) {
        fields.extra.append(JSON.Member(column.header, .string(value)))
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
        var refused: [String] = []
        for number in PhoneNumber.list(cell) {
            let key = PhoneNumber.key(number)
            if PhoneNumber.isScientific(number) {
                problems.append("phone \(number) is in scientific notation and was not stored")
                refused.append(number)
            } else if key.isEmpty {
                problems.append("phone \(quoted(number)) has no digits and was not stored")
                refused.append(number)
            } else if phones.insert(key).inserted {
                fields.phones.append(LeadFields.Phone(number, label: label))
            }
        }
        if !refused.isEmpty { keep(refused.joined(separator: "; "), of: column) }
    }

    mutating func addEmails(_ cell: String, label: String?, of column: Column) {
        var refused: [String] = []
        let at = UInt8(ascii: "@")
        for address in CellList.words(cell) {
            if address.utf8.first == at || address.utf8.last == at || !address.utf8.contains(at) {
                problems.append("e-mail \(quoted(address)) is no address and was not stored")
                refused.append(address)
            } else if emails.insert(address.lowercased()).inserted {
                fields.emails.append(LeadFields.Email(address, label: label))
            }
        }
        if !refused.isEmpty { keep(refused.joined(separator: "; "), of: column) }
    }

    mutating func setWorth(_ cell: String, of column: Column) {
        let amount = Money.amount(cell)
        if amount == nil { problems.append("worth \(quoted(cell)) is no amount and was not stored") }
        if let amount, fields.worth ?? amount == amount {
            fields.worth = amount
        } else {
            keep(cell, of: column)
        }
    }

    /// Completes the fields from what was gathered for them.
    mutating func finish() {
        if name.isEmpty {
            for part in [firstName, middleName, lastName] where !part.isEmpty {
                fields.name += fields.name.isEmpty ? part : " \(part)"
            }
        } else {
            fields.name = name
        }
        if !postcode.isEmpty { fields.address = fields.address.map { "\($0), \(postcode)" } ?? postcode }
    }
}
