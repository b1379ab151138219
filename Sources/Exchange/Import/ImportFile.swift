public import Pipeline

/// A file with people in it: read at once, or in slices between which others have their turn.
public struct ImportFile: Sendable {
    /// The file as the user named it.
    public let name: String
    /// The format: `CSV`, `vCard`, `JSON` or `JSON lines`.
    public let format: String
    /// The encoding: `UTF-8`, `UTF-16`, `Windows-1252`, or as the user named it.
    public let encoding: String
    /// What a place in the file is called: `line`, or `record` where lines tell nothing.
    public let place: String
    /// Its rows in their order, without those that are blank, as far as they are read.
    public private(set) var rows: [ImportRow] = []
    /// Its acts in their order, if it is one of our own that holds acts; then it has no rows.
    public let acts: ImportedActs?

    private var source: any RowSource
    private let chosen: [String]
    private var isDayFirst: [Bool: Int] = [:]

    /// Opens a file, and finds out what it is and what its columns are. Reads no rows.
    ///
    /// - Parameters:
    ///   - name: The file as the user named it, for messages.
    ///   - bytes: What it holds.
    ///   - map: What the user says of columns: a header as in the file, in any case, and one of `ColumnTarget.words`.
    ///   - charset: What the user says it is written in; nil to find out.
    public init(
        opening name: String, bytes: [UInt8], map: [(header: String, field: String)] = [], charset: String? = nil,
        decoders: Decoders
    ) throws(ImportError) {
        self.name = name
        chosen = map.map(\.header)
        do throws(ImportFault) {
            var targets: [(header: String, target: ColumnTarget)] = []
            for (header, field) in map {
                guard let target = ColumnTarget(field) else { throw ImportFault.unknownField(field) }
                targets.append((header, target))
            }
            let kind = try FileKind(bytes)
            if kind == .cards {
                let cards = try Cards(bytes, file: name, chosen: targets, charset: charset, decoders)
                (source, format, encoding, place, acts) = (cards, "vCard", cards.encoding, "line", nil)
                return
            }
            let text = try DecodedText(bytes, charset: charset, decoders)
            switch try FileKind(text: text.bytes) {
            case .json:
                let document = try JSONDocument(text.bytes, decoders)
                (format, place) = (document.format, document.place)
                acts = try document.acts()
                let records = acts == nil ? document.records : []
                source = try Objects(document, records: records, file: name, chosen: targets)
            case .cards, .table:
                source = try CSV(text, file: name, chosen: targets, decoders)
                (format, place, acts) = ("CSV", "line", nil)
            }
            encoding = text.encoding
        } catch {
            throw ImportError(file: name, fault: error)
        }
    }

    /// Reads a file to its end. Linear in its length.
    public init(
        name: String, bytes: [UInt8], map: [(header: String, field: String)] = [], charset: String? = nil,
        decoders: Decoders
    ) throws(ImportError) {
        try self.init(opening: name, bytes: bytes, map: map, charset: charset, decoders: decoders)
        while try read(1000) {}
    }

    /// Reads up to so many rows more; false at the end.
    public mutating func read(_ count: Int) throws(ImportError) -> Bool {
        do throws(ImportFault) {
            for _ in 0..<count {
                guard let row = try source.next() else {
                    try ColumnMap.require(chosen, in: columns.map(\.header))
                    return false
                }
                for cell in row.past where !cell.field.isWord {
                    if let isDayFirst = WrittenDate(cell.text)?.isDayFirst {
                        self.isDayFirst[isDayFirst, default: 0] += 1
                    }
                }
                rows.append(row)
            }
            return true
        } catch {
            throw ImportError(file: name, fault: error)
        }
    }

    /// How much of it is read, from 0 to 1.
    public var fraction: Double { source.fraction }

    /// The system that wrote it, such as `HubSpot`; nil if it is not recognised.
    public var system: String? { source.system }

    /// Its columns in their order, and what becomes of them. Those of cards and objects are found while they are read.
    public var columns: [Column] { source.columns }

    /// Reads what rows say of the time before they came in; asked when all rows are read, since one row may tell how
    /// the days of all are written.
    public func past(now: Now) -> (ImportRow) -> ImportedPast {
        let reader = PastReader(
            isDayFirst: isDayFirst.count == 1 ? isDayFirst.keys.first : nil, headers: columns.map(\.header),
            origin: system ?? name, now: now)
        return reader.past
    }
}
