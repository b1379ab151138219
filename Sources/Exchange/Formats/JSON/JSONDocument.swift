internal import Pipeline

/// A JSON text as the records, or the acts, that it holds.
struct JSONDocument {
    /// `JSON` or `JSON lines`.
    let format: String
    /// What the number of a record is: of its line, or its own.
    let place: String
    /// The records, with their places.
    private(set) var records: [(place: Int, members: [JSON.Member])] = []
    /// The acts of a file of ours in the order in which they were recorded, without those that were taken back.
    private(set) var acts: [ImportedAct] = []

    /// Reads a UTF-8 text: an array of objects; an object that holds one; one object; or one object on each line.
    init(_ text: [UInt8], _ decoders: Decoders) throws(ImportFault) {
        let whole: JSON
        do {
            whole = try decoders.json(text[...])
        } catch {
            (format, place) = ("JSON lines", "line")
            try take(try JSONDocument.lines(text, decoders, otherwise: .notJSON("\(error)")))
            return
        }
        (format, place) = ("JSON", "record")
        try take(JSONDocument.list(in: whole).enumerated().map { ($0.offset + 1, $0.element) })
    }

    private static func lines(
        _ text: [UInt8], _ decoders: Decoders, otherwise fault: ImportFault
    ) throws(ImportFault) -> [(place: Int, value: JSON)] {
        var values: [(Int, JSON)] = []
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty { continue }
            do {
                values.append((index + 1, try decoders.json(line)))
            } catch {
                // Where the first line is none, it was one document.
                throw values.isEmpty ? fault : .notJSON("line \(index + 1) \(error)")
            }
        }
        return values
    }

    /// The values of the array that a document is or holds.
    private static func list(in document: JSON) -> [JSON] {
        switch document {
        case .array(let values): return values
        case .object(let members):
            let lists = members.compactMap { member -> [JSON]? in
                guard case .array(let values) = member.value, case .object? = values.first else { return nil }
                return values
            }
            // A person may hold lists of their own.
            let isRecord = members.contains { ColumnNames.meaning(of: HeaderKey($0.key))?.target.identifies ?? false }
            return isRecord || lists.isEmpty ? [document] : lists.max { $0.count < $1.count } ?? []
        default: return []
        }
    }

    private mutating func take(_ values: [(place: Int, value: JSON)]) throws(ImportFault) {
        for (place, value) in values {
            guard case .object(let members) = value else { throw .noRecords }
            records.append((place, members))
        }
        if records.allSatisfy(\.members.isEmpty) { throw .noRecords }
        let histories = records.map { $0.members.value(of: "history") }
        if records.allSatisfy({ $0.members.text(of: "do") != nil }) {
            takeActs(records)
        } else if histories.allSatisfy({ $0 != nil }) {
            var entries: [(place: Int, members: [JSON.Member])] = []
            for (record, history) in zip(records, histories) {
                guard case .array(let values)? = history else { throw .noRecords }
                for case .object(let members) in values { entries.append((record.place, members)) }
            }
            takeActs(entries)
        }
    }

    /// Orders entries by their ids, where they have some, and leaves out what was taken back.
    private mutating func takeActs(_ entries: [(place: Int, members: [JSON.Member])]) {
        var entries = entries.map { (id: $0.members.text(of: "id") ?? "", $0.place, $0.members) }
        // Ids of one length sort as their texts do; acts without ids stand in their order.
        if entries.allSatisfy({ !$0.id.isEmpty }) { entries.sort { $0.id < $1.id } }
        var undone: Set<String> = []
        for entry in entries.reversed() where entry.2.text(of: "do") == "undo" && !undone.contains(entry.id) {
            guard case .array(let ids)? = entry.2.value(of: "ref") else { continue }
            for case .string(let id) in ids { undone.insert(id) }
        }
        let ofTheLine: Set = ["id", "n", "c"]
        var seen: Set<String> = []
        acts = entries.compactMap { id, place, members in
            let act = members.text(of: "do")
            if act == "undo" || act == "segment" || undone.contains(id) { return nil }
            if !id.isEmpty, !seen.insert(id).inserted { return nil }
            return ImportedAct(line: place, json: .object(members.filter { !ofTheLine.contains($0.key) }))
        }
        records = []
    }
}

extension [JSON.Member] {
    func value(of key: String) -> JSON? { first { $0.key == key }?.value }

    func text(of key: String) -> String? {
        if case .string(let text)? = value(of: key) { text } else { nil }
    }
}
