internal import Pipeline

/// A lead while it is gathered from the cells of a row, or from the lines of a card.
struct LeadBuilder {
    private(set) var fields = LeadFields()
    /// True while nothing was given.
    private(set) var isBlank = true
    private(set) var doNotContact: String?
    private(set) var problems: [String] = []
    /// True when a value could not be stored where it belongs.
    private(set) var lacksValues = false
    private(set) var past: [PastCell] = []
    /// Where the lead comes from, in the words for do not contact.
    private let origin: String
    private var name = ""
    private var firstName = ""
    private var middleName = ""
    private var lastName = ""
    private var postcode = ""
    // What is there already, because a cell may hold a million values.
    private var tags: Set<String> = []
    private var phones: Set<String> = []
    private var emails: Set<String> = []

    /// A lead of whom nothing is known but the record that it comes from.
    init(origin: String, system: String?, record: String) {
        self.origin = origin
        if let system { fields.extra.append(JSON.Member(RecordKey.systemMember, .string(system))) }
        if !record.isEmpty { fields.extra.append(JSON.Member(RecordKey.idMember, .string(record))) }
    }

    /// Takes a value that is not empty to where its column goes.
    ///
    /// - Parameters:
    ///   - label: of a phone or an e-mail, where the list says one beside the value; else empty.
    ///   - place: the index of the column, by which a value of the past is found again.
    mutating func take(_ value: String, of column: Column, label: String = "", place: Int = 0) {
        isBlank = false
        switch column.target {
        case .name: set(\.name, value, of: column)
        case .firstName: set(\.firstName, value, of: column)
        case .middleName: set(\.middleName, value, of: column)
        case .lastName: set(\.lastName, value, of: column)
        case .text(let field): set(field, value, of: column)
        case .phone(let usual):
            addPhones(PhoneNumber.list(value), label: label.isEmpty ? usual : label, of: column)
        case .email(let usual): addEmails(CellList.words(value), label: label.isEmpty ? usual : label, of: column)
        case .tags: addTags(CellList.words(value).map(CellList.label))
        case .worth: setWorth(value, of: column)
        case .doNotContact:
            guard !LeadBuilder.negative.contains(value.lowercased()) else { break }
            forbidContact("\(column.header) was \(value) in \(origin)")
        case .past(let field):
            past.append(PastCell(field: field, column: place, text: value))
            if field.isWord, PastWord(value) == .doNotContact {
                forbidContact("\(column.header) was \(value) in \(origin)")
            }
            keep(value, of: column)
        case .extra: keep(value, of: column)
        case .recordID, .label, .ignored: break
        }
    }

    private static let negative: Set = ["false", "no", "n", "0", "f", "off", "none", "null", "-", "nein", "unchecked"]

    /// Notes something that is not as it should be, in one clause.
    mutating func complain(_ problem: String, lacksValues: Bool = false) {
        problems.append(problem)
        if lacksValues { self.lacksValues = true }
    }

    /// Forbids contact, with the words.
    mutating func forbidContact(_ words: String) {
        isBlank = false
        doNotContact = doNotContact ?? words
    }

    /// Keeps a value that has no field of its own.
    mutating func keep(_ value: String, of column: Column) {
        isBlank = false
        fields.extra.append(JSON.Member(column.header, .string(value)))
    }

    /// Sets a part of the name; of several values the first one counts.
    private mutating func set(_ part: WritableKeyPath<LeadBuilder, String>, _ value: String, of column: Column) {
        let value = CellList.line(value)
        if self[keyPath: part].isEmpty {
            self[keyPath: part] = value
        } else if self[keyPath: part] != value {
            keep(value, of: column)
        }
    }

    /// Sets a field of one text; of several values the first one counts.
    private mutating func set(_ field: ColumnTarget.TextField, _ value: String, of column: Column) {
        switch field {
        case .company: set(\.company, CellList.line(value), of: column)
        case .title: set(\.title, CellList.line(value), of: column)
        case .address: set(\.address, CellList.line(value, joined: ", "), of: column)
        case .postcode: set(\.postcode, CellList.line(value), of: column)
        case .city: set(\.city, CellList.line(value), of: column)
        case .region: set(\.region, CellList.line(value), of: column)
        case .country: set(\.country, CellList.line(value), of: column)
        case .zone: LeadBuilder.isZone(value) ? set(\.zone, value, of: column) : keep(value, of: column)
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

    /// Adds numbers that are not there yet.
    mutating func addPhones(_ numbers: [String], label: String?, of column: Column) {
        var refused: [String] = []
        for number in numbers {
            let key = PhoneNumber.key(number)
            if PhoneNumber.isScientific(number) {
                complain("phone \(number) is in scientific notation and was not stored", lacksValues: true)
                refused.append(number)
            } else if key.isEmpty {
                complain("phone \(quoted(number)) has no digits and was not stored", lacksValues: true)
                refused.append(number)
            } else if phones.insert(key).inserted {
                fields.phones.append(LeadFields.Phone(number, label: label))
            }
        }
        if !refused.isEmpty { keep(refused.joined(separator: "; "), of: column) }
        isBlank = false
    }

    /// Adds addresses that are not there yet.
    mutating func addEmails(_ addresses: [String], label: String?, of column: Column) {
        var refused: [String] = []
        for address in addresses {
            if !LeadFields.Email.isAddress(address) {
                complain("e-mail \(quoted(address)) is no address and was not stored", lacksValues: true)
                refused.append(address)
            } else if emails.insert(address.lowercased()).inserted {
                fields.emails.append(LeadFields.Email(address, label: label))
            }
        }
        if !refused.isEmpty { keep(refused.joined(separator: "; "), of: column) }
        isBlank = false
    }

    /// Adds tags that are not there yet.
    mutating func addTags(_ words: [String]) {
        for tag in words where tags.insert(tag).inserted { fields.tags.append(tag) }
        isBlank = false
    }

    private mutating func setWorth(_ cell: String, of column: Column) {
        let amount = Money.amount(cell)
        if amount == nil { complain("worth \(quoted(cell)) is no amount and was not stored", lacksValues: true) }
        if let amount, fields.worth ?? amount == amount {
            fields.worth = amount
        } else {
            keep(cell, of: column)
        }
    }

    /// The words of a name in small letters, whatever stands between them.
    static func words(of name: String) -> Set<Substring> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }[...])
    }

    /// The row of the lead; nil if nothing was given.
    ///
    /// - Parameters:
    ///   - line: where it starts.
    ///   - cells: its cells as they are written, asked for only when the row may have to be mended.
    func row(line: Int, cells: () -> [String] = { [] }) -> ImportRow? {
        if isBlank { return nil }
        var fields = fields
        let parts = [firstName, middleName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
        fields.name = name.isEmpty ? parts : name
        if !name.isEmpty, !parts.isEmpty,
            !LeadBuilder.words(of: parts).isSubset(of: LeadBuilder.words(of: name))
        {
            if lastName.isEmpty {
                // Beside a first name some lists call the last name the name.
                fields.name = "\(parts) \(name)"
            } else {
                fields.name = parts
                fields.extra.append(JSON.Member("Name", .string(name)))
            }
        }
        if !postcode.isEmpty { fields.address = fields.address.map { "\($0), \(postcode)" } ?? postcode }
        var row = ImportRow(
            line: line, fields: fields, doNotContact: doNotContact, problems: problems, past: past,
            lacksValues: lacksValues)
        if lacksValues || row.isEmpty { row.cells = cells() }
        return row
    }
}
