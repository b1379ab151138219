/// A file with people in it, read.
public struct ImportFile: Sendable {
    /// The format: `CSV`.
    public let format: String
    /// The encoding: `UTF-8`, `UTF-16` or `Windows-1252`.
    public let encoding: String
    /// The system that wrote it, such as `HubSpot`; nil if it is not recognised.
    public let system: String?
    /// Its columns in their order, and what becomes of them.
    public let columns: [Column]
    /// Its rows in their order, without those that are blank.
    public let rows: [ImportRow]

    /// Reads a file. Linear in its length.
    ///
    /// - Parameters:
    ///   - name: The file as the user named it, for messages.
    ///   - bytes: What it holds.
    ///   - map: What the user says of columns: a header as in the file, in any case, and one of `ColumnTarget.words`.
    public init(name: String, bytes: [UInt8], map: [(header: String, field: String)] = []) throws(ImportError) {
        do throws(ImportFault) {
            try FileKind.requireTable(bytes)
            let text = try DecodedText(bytes)
            try FileKind.requireTable(text: text.bytes)
            var chosen: [(header: String, target: ColumnTarget)] = []
            for (header, field) in map {
                guard let target = ColumnTarget(field) else { throw ImportFault.unknownField(field) }
                chosen.append((header, target))
            }
            let csv = try CSV(text, file: name, chosen: chosen)
            format = "CSV"
            encoding = text.encoding
            system = csv.map.system
            columns = zip(csv.map.columns, csv.samples).map { column, samples in
                Column(header: column.header, target: column.target, samples: samples)
            }
            rows = csv.rows
        } catch {
            throw ImportError(file: name, fault: error)
        }
    }
}
