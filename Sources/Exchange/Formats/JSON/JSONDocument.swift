internal import Pipeline

/// A JSON text as the records, or the acts, that it holds. It knows where they stand, and reads them one by one: as
/// values they would take many times the room of the text.
struct JSONDocument {
    /// `JSON` or `JSON lines`.
    let format: String
    /// What the number of a record is: of its line, or its own.
    let place: String
    /// Where the records are.
    let records: [Place]
    let text: [UInt8]
    let decoders: Decoders

    /// Where a record or an act is.
    struct Place: Sendable {
        /// The number of its line, or of its record.
        let number: Int
        let range: Range<Int>
    }

    /// Finds the records of a UTF-8 text: an array of objects; an object that holds one; one object; or one object on
    /// each line. Linear.
    init(_ text: [UInt8], _ decoders: Decoders) throws(ImportFault) {
        self.text = text
        self.decoders = decoders
        let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
        guard var parts = JSONParts(text, in: start..<text.endIndex) else { throw .noRecords }
        var found: [Place] = []
        var fault: ImportFault?
        do throws(ImportFault) {
            if parts.isObject {
                try JSONDocument.takeList(of: &parts, from: start, in: text, into: &found)
            } else if try !JSONDocument.takeObjects(of: &parts, in: text, into: &found) {
                throw .noRecords
            }
        } catch {
            fault = error
        }
        let isWhole = fault != nil || parts.position == text.endIndex
        (format, place) = isWhole ? ("JSON", "record") : ("JSON lines", "line")
        records = isWhole ? found : JSONDocument.lines(text)
        if let fault {
            // What is wrong with a record may show far behind it.
            if fault != .noRecords { for record in records { _ = try members(of: record) } }
            throw fault
        }
        if isWhole, parts.isObject { try checkWhatIsBesideTheList(from: start) }
        // Where the first line is none, it was one document.
        if !isWhole, let first = records.first, (try? members(of: first)) == nil { throw parts.fault }
        if try all(\.isEmpty) { throw .noRecords }
    }

    /// The members of a record.
    func members(of record: Place) throws(ImportFault) -> [JSON.Member] {
        do {
            if case .object(let members) = try decoders.json(text[record.range]) { return members }
        } catch {
            throw .notJSON("\(place) \(record.number) \(error)")
        }
        throw .noRecords
    }

    /// True when all records pass a test. Reads them up to the first that does not.
    func all(_ test: ([JSON.Member]) -> Bool) throws(ImportFault) -> Bool {
        for record in records {
            guard test(try members(of: record)) else { return false }
        }
        return true
    }

    /// Reads the values of an object that are not its list: nobody else does, and what is damaged is refused.
    private func checkWhatIsBesideTheList(from start: Int) throws(ImportFault) {
        guard let first = records.first?.range.lowerBound, first > start else { return }
        var members = JSONParts(text, in: start..<text.endIndex)
        while let (_, value) = try members?.next() {
            if !value.contains(first), (try? decoders.json(text[value])) == nil {
                throw .notJSON("is not JSON (at byte \(value.lowerBound + 1))")
            }
        }
    }

    // MARK: - Records

    /// Takes the values of an array, until it stops being JSON; false when one is no object.
    private static func takeObjects(
        of parts: inout JSONParts, in text: [UInt8], into places: inout [Place]
    ) throws(ImportFault) -> Bool {
        while let (_, value) = try parts.next() {
            guard text[value.lowerBound] == UInt8(ascii: "{") else { return false }
            places.append(Place(number: places.count + 1, range: value))
        }
        return true
    }

    /// Takes the longest list of objects that an object holds, else the object itself.
    private static func takeList(
        of parts: inout JSONParts, from start: Int, in text: [UInt8], into places: inout [Place]
    ) throws(ImportFault) {
        var (isRecord, isMixed) = (false, false)
        while let (key, value) = try parts.next() {
            let header = HeaderKey(String(decoding: text[key].dropFirst().dropLast(), as: UTF8.self))
            if ColumnNames.meaning(of: header)?.target.identifies ?? false { isRecord = true }
            guard var values = JSONParts(text, in: value), !values.isObject else { continue }
            var list: [Place] = []
            var holdsOthers = false
            defer { if list.count > places.count { (places, isMixed) = (list, holdsOthers) } }
            holdsOthers = try !takeObjects(of: &values, in: text, into: &list)
        }
        if isMixed && !isRecord { throw .noRecords }
        // A person may hold lists of their own.
        if isRecord || places.isEmpty { places = [Place(number: 1, range: start..<parts.position)] }
    }

    private static func lines(_ text: [UInt8]) -> [Place] {
        var places: [Place] = []
        var (number, start) = (1, text.startIndex)
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            let line = text[start..<end].trimmed
            if !line.isEmpty { places.append(Place(number: number, range: line.startIndex..<line.endIndex)) }
            (number, start) = (number + 1, end + 1)
        }
        return places
    }
}

extension [JSON.Member] {
    func value(of key: String) -> JSON? { first { $0.key == key }?.value }

    func text(of key: String) -> String? {
        if case .string(let text)? = value(of: key) { text } else { nil }
    }
}
