/// The columns of a list in the order of its header, and the system that wrote it.
struct ColumnMap {
    let system: String?
    let columns: [Column]
    /// The index of the column that holds the record id. It may be the column of the site as well.
    let record: Int?
    /// For each column the one that labels its phones or e-mails, as Google's `Phone 1 - Label` does `Phone 1 - Value`.
    let labels: [Int?]
    /// The indices of the columns, best ones for a field first.
    let order: [Int]

    /// Maps a header: what the user says first, then what the system means by it, then by name.
    init(header: [String], chosen: [HeaderKey: ColumnTarget]) {
        let keys = header.map { HeaderKey($0) }
        let system = ExportingSystem.recognised(by: Set(keys))
        let records = system?.record.split(separator: " ").compactMap { name in keys.firstIndex { $0.text == name } }
        let record = keys.firstIndex { chosen[$0] == .recordID } ?? records?.first { chosen[keys[$0]] == nil }
        var taken: Set<String> = record == nil ? [] : [RecordKey.systemMember, RecordKey.idMember]
        let places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
        var labels = [Int?](repeating: nil, count: keys.count)
        var columns: [Column] = []
        var ranks: [Int] = []
        for (index, key) in keys.enumerated() {
            var target: ColumnTarget
            var rank = 0
            if let said = chosen[key] {
                target = said
            } else if let value = ColumnMap.valueKey(of: key).flatMap({ places[$0] }) {
                target = .label(of: header[value])
                labels[value] = index
            } else if let meant = system?.meanings[key.text] {
                target = meant
            } else if let named = ColumnNames.meaning(of: key) {
                (target, rank) = (named.target, named.rank)
            } else {
                target = .extra
            }
            // The address of a LinkedIn profile is both: the record id and the site.
            if index == record, target != .text(.site) { target = .recordID }
            columns.append(
                Column(header: ColumnMap.unique(header[index], column: index + 1, taken: &taken), target: target))
            ranks.append(rank)
        }
        self.system = system?.name
        self.columns = columns
        self.record = record
        self.labels = labels
        order = columns.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }

    /// Fails if the user named a header that is not there.
    static func require(_ chosen: [String], in header: [String]) throws(ImportFault) {
        let keys = Set(header.map { HeaderKey($0) })
        for name in chosen where !keys.contains(HeaderKey(name)) { throw .unknownHeader(name, headers: header) }
    }

    /// The header of the column whose cells the column of this header labels.
    private static func valueKey(of key: HeaderKey) -> HeaderKey? {
        for ending in ["label", "type"] where key.text.hasSuffix(ending) {
            let value = key.text.dropLast(ending.count) + "value"
            return value.hasPrefix("phone") || value.hasPrefix("email") ? HeaderKey(String(value)) : nil
        }
        return nil
    }

    /// The header, made different from those `taken` before: values are kept as extra by it.
    private static func unique(_ header: String, column: Int, taken: inout Set<String>) -> String {
        var name = header.isEmpty ? "Column \(column)" : header
        while taken.contains(name) { name += " (column \(column))" }
        taken.insert(name)
        return name
    }
}
