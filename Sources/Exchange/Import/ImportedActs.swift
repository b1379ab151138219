public import Pipeline

/// An act of one of our own files, as it is written there.
public struct ImportedAct: Hashable, Sendable {
    /// The line, or the number of the record, that holds it.
    public let line: Int
    /// The act, with the keys of the journal but those of its line.
    public let json: JSON
}

/// The acts of one of our own files, in the order in which they were recorded. Each is read when it is asked for, so
/// that they take hardly more room than the file.
public struct ImportedActs: RandomAccessCollection, Sendable {
    private let text: [UInt8]
    private let places: [JSONDocument.Place]
    private let decoders: Decoders

    /// The acts at places of which each holds an object.
    init(_ text: [UInt8], at places: [JSONDocument.Place], _ decoders: Decoders) {
        self.text = text
        self.places = places
        self.decoders = decoders
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// How many they are.
    public var endIndex: Int { places.count }

    /// Reads one. Linear in its length.
    public subscript(index: Int) -> ImportedAct {
        let place = places[index]
        guard case .object(let members)? = try? decoders.json(text[place.range]) else {
            return ImportedAct(line: place.number, json: .null)
        }
        let json = JSON.object(members.filter { !ImportedActs.ofTheLine.contains($0.key) })
        return ImportedAct(line: place.number, json: json)
    }

    private static let ofTheLine: Set = ["id", "n", "c"]
}
