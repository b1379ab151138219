internal import Pipeline

extension JSONDocument {
    /// The acts of a file of ours in the order in which they were recorded, without those that were taken back; nil for
    /// a file of other records.
    func acts() throws(ImportFault) -> ImportedActs? {
        if try all({ $0.text(of: "do") != nil }) { return try inOrder(records) }
        if try all({ $0.value(of: "history") != nil }) {
            let entries = try histories()
            // In none of ours is every history empty: it is somebody else's key.
            if !entries.isEmpty { return try inOrder(entries) }
        }
        return nil
    }

    /// The entries of the histories of all records.
    private func histories() throws(ImportFault) -> [Place] {
        var entries: [Place] = []
        for record in records {
            var history: Range<Int>?
            var members = JSONParts(text, in: record.range)
            while let (key, value) = try members?.next() {
                if text[key].elementsEqual("\"history\"".utf8) { history = value }
            }
            guard let history, var values = JSONParts(text, in: history), !values.isObject else { throw .noRecords }
            while let (_, value) = try values.next() {
                guard text[value.lowerBound] == UInt8(ascii: "{") else { continue }
                entries.append(Place(number: record.number, range: value))
            }
        }
        return entries
    }

    /// Orders entries by their ids, where they have some, and leaves out what was taken back.
    private func inOrder(_ places: [Place]) throws(ImportFault) -> ImportedActs {
        var entries: [(id: String, act: String?, place: Place)] = []
        entries.reserveCapacity(places.count)
        for place in places {
            let members = try members(of: place)
            entries.append((members.text(of: "id") ?? "", members.text(of: "do"), place))
        }
        // Ids of one length sort as their texts do; acts without ids stand in their order.
        if entries.allSatisfy({ !$0.id.isEmpty }) { entries.sort { $0.id < $1.id } }
        var undone: Set<String> = []
        for entry in entries.reversed() where entry.act == "undo" && !undone.contains(entry.id) {
            guard case .array(let ids)? = try members(of: entry.place).value(of: "ref") else { continue }
            for case .string(let id) in ids { undone.insert(id) }
        }
        var seen: Set<String> = []
        let acts = entries.filter { id, act, _ in
            if act == "undo" || act == "segment" || undone.contains(id) { return false }
            return id.isEmpty || seen.insert(id).inserted
        }
        return ImportedActs(text, at: acts.map(\.place), decoders)
    }
}
