internal import FoundationEssentials
internal import Pipeline

/// The rows of a list of JSON objects, whose keys are what headers are elsewhere.
struct Objects: RowSource {
    private let document: JSONDocument
    private let records: [JSONDocument.Place]
    /// True for a list of ours, which is read to the letter.
    private let isOwn: Bool
    private let rowReader: RowReader
    private let headers: [String]
    private var position = 0
    private(set) var columns: [Column]
    let system: String?

    var fraction: Double { Double(position) / Double(max(1, records.count)) }

    /// - Parameter records: those of the document that are rows: all, or none where it holds acts.
    init(
        _ document: JSONDocument, records: [JSONDocument.Place], file: String,
        chosen: [(header: String, target: ColumnTarget)]
    ) throws(ImportFault) {
        self.document = document
        self.records = records
        isOwn = records.isEmpty ? false : try document.all { OwnLead.row(of: $0, line: 1) != nil }
        var headers: [String] = []
        var known: Set<String> = []
        for record in isOwn ? [] : records {
            for (header, _) in FlatObject(try document.members(of: record)).cells where known.insert(header).inserted {
                headers.append(header)
            }
        }
        var targets: [HeaderKey: ColumnTarget] = [:]
        for (header, target) in chosen { targets[HeaderKey(header)] = target }
        try ColumnMap.require(chosen.map(\.header), in: headers)
        let map = ColumnMap(header: headers, chosen: targets)
        guard isOwn || records.isEmpty || map.columns.contains(where: \.target.identifies) else {
            throw .noUsefulColumn(line: records[0].number, headers: headers)
        }
        self.headers = headers
        columns = map.columns
        system = map.system
        rowReader = RowReader(map, origin: map.system ?? file, isRepaired: false)
    }

    mutating func next() throws(ImportFault) -> ImportRow? {
        while position < records.count {
            let record = records[position]
            let members = try document.members(of: record)
            position += 1
            if isOwn { return OwnLead.row(of: members, line: record.number) }
            var cells: [String: String] = [:]
            for (header, text) in FlatObject(members).cells { cells[header] = text }
            if position <= 100 { takeSamples(cells) }
            let row = rowReader.row(line: record.number, cells: headers.count) { cells[headers[$0]] ?? "" }
            if let row { return row }
        }
        return nil
    }

    private mutating func takeSamples(_ cells: [String: String]) {
        for (index, header) in headers.enumerated() where columns[index].samples.count < Column.sampleLimit {
            if let text = cells[header], !text.isEmpty { columns[index].samples.append(text) }
        }
    }
}

/// An object with its inner objects and lists laid out as cells.
private struct FlatObject {
    private(set) var cells: [(header: String, text: String)] = []
    private var headers: Set<String> = []

    init(_ members: [JSON.Member]) {
        for member in members { add(member.value, key: member.key, path: []) }
    }

    private mutating func add(_ value: JSON, key: String, path: [String]) {
        switch value {
        case .object(let members): for member in members { add(member.value, key: member.key, path: path + [key]) }
        case .array(let values):
            let isList = values.contains { if case .object = $0 { true } else { false } }
            if isList {
                for (index, value) in values.enumerated() { add(value, of: key, number: index + 1, path: path) }
            } else {
                add(values.map(FlatObject.text).filter { !$0.isEmpty }.joined(separator: "; "), key, path)
            }
        default: add(FlatObject.text(value), key, path)
        }
    }

    /// An element of a list. Phones and e-mails get headers as in `Phones 2 - Value`; of other lists the first element
    /// speaks for the whole, and the others are told apart by their number.
    private mutating func add(_ value: JSON, of key: String, number: Int, path: [String]) {
        let one = key.hasSuffix("s") ? String(key.dropLast()) : key
        guard case .object(let members) = value else { return add(value, key: "\(one) \(number)", path: path) }
        let meaning = ColumnNames.meaning(of: HeaderKey(key))?.target
        let isContact =
            switch meaning {
            case .phone, .email: true
            default: false
            }
        for member in members {
            let header = HeaderKey(member.key).text
            if isContact, FlatObject.values.contains(header) {
                add(FlatObject.text(member.value), "\(one)s \(number) - value", path)
            } else if isContact, FlatObject.labels.contains(header) {
                add(FlatObject.text(member.value), "\(one)s \(number) - label", path)
            } else {
                add(member.value, key: member.key, path: path + [number == 1 ? one : "\(one) \(number)"])
            }
        }
    }

    private static let values: Set = ["value", "number", "address", "phone", "email", "phonenumber", "emailaddress"]
    private static let labels: Set = ["label", "type", "kind"]

    private mutating func add(_ text: String, _ key: String, _ path: [String]) {
        let full = (path + [key]).joined(separator: ".")
        // `properties.city` is a city, while `owner.email` is not the lead's.
        let isPlain = path.allSatisfy { FlatObject.wrappers.contains(HeaderKey($0).text) }
        let header = isPlain && !headers.contains(key) ? key : full
        headers.insert(header)
        cells.append((header, text))
    }

    private static let wrappers: Set = [
        "properties", "attributes", "fields", "contact", "person", "address", "name", "data", "profile", "details",
        "info", "location", "customfields", "primaryaddress", "fullname", "values",
    ]

    private static func text(_ value: JSON) -> String {
        switch value {
        case .string(let text): text.trimmed
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null: ""
        case .array, .object: value.text
        }
    }
}

/// A lead as `lastcall list --json` prints it.
private enum OwnLead {
    /// The row of it; nil for another object. What is worked out of the history is left out, since that is not here.
    static func row(of members: [JSON.Member], line: Int) -> ImportRow? {
        guard let lead = members.text(of: "lead").flatMap({ LeadID($0) }), let name = members.text(of: "name"),
            members.text(of: "standing") != nil, members.text(of: "place") != nil
        else { return nil }
        var fields = LeadFields(name: name)
        for field in LeadField.allCases {
            if let path = field.text { fields[keyPath: path] = members.text(of: field.rawValue) }
        }
        fields.phones = ways("phones", members).compactMap { way in
            way.text(of: "number").map { .init($0, label: way.text(of: "label"), dead: isDead(way)) }
        }
        fields.emails = ways("emails", members).compactMap { way in
            way.text(of: "address").map { .init($0, label: way.text(of: "label"), dead: isDead(way)) }
        }
        if case .array(let tags)? = members.value(of: "tags") {
            for case .string(let tag) in tags { fields.tags.append(tag) }
        }
        if case .number(let digits)? = members.value(of: "worth") { fields.worth = Decimal(string: digits) }
        var words: String?
        if case .object(let flag)? = members.value(of: "doNotContact") {
            words = flag.text(of: "words") ?? "asked not to be contacted"
        }
        return ImportRow(line: line, fields: fields, lead: lead, doNotContact: words)
    }

    private static func ways(_ key: String, _ members: [JSON.Member]) -> [[JSON.Member]] {
        guard case .array(let values)? = members.value(of: key) else { return [] }
        return values.compactMap { if case .object(let members) = $0 { members } else { nil } }
    }

    private static func isDead(_ way: [JSON.Member]) -> Bool { way.value(of: "dead") == .bool(true) }
}
