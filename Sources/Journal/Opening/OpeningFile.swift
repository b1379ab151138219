import Pipeline

/// The file that an opening is kept in: a head, the rows of each day, and for each lead where its lines are. Whole numbers
/// in it are little-endian. Each part has a CRC of its own, so that only what is needed is read.
enum OpeningFile {
    fileprivate static let magic = Array("lastcall opening 4\n".utf8)

    /// A file of the journal, as it was.
    struct Source {
        let path: String
        let stamp: Disk.Stamp
        let device: UInt16
    }

    /// A line of the journal.
    struct Line: Equatable {
        /// The place of the file among the sources.
        let source: UInt16
        let offset: UInt64
        let length: UInt32

        var end: UInt64 { offset + UInt64(length) }

        func isBelow(_ other: Line) -> Bool { source == other.source && offset == other.end + 1 }
    }

    /// Where the lines are of which a lead is folded.
    struct Record {
        /// Entries of the lead and of those who were merged into it, undos left out.
        let entries: Int
        /// Of the lead and of those who were merged into it.
        let lines: [Line]
        /// Those that take some of them back. One may be of several leads.
        let undos: [Line]
    }

    /// Where in the file a record is.
    struct Place {
        let start: Int
        let length: Int
    }

    /// Something that is not as it was written.
    struct Damage: Error {}

    /// What is read first.
    struct Head {
        let premises: String
        let sources: [Source]
        let zones: [String]
        let totals: Outlook.Totals
        let days: [Part]
        /// Where the records begin in the file.
        let records: Int

        /// The rows of one day.
        struct Part {
            let day: Day
            let counts: [Int]
            let work: DayTally.Part
            let offset: Int
            let count: Int
            let crc: UInt32
        }
    }

    /// All of it, as it goes into the file.
    ///
    /// - Parameters:
    ///   - outlooks: one for each day, all with the same zones.
    ///   - records: of each lead in a row.
    static func bytes(
        _ premises: String, _ sources: [Source], _ outlooks: [Outlook], _ records: [(LeadID, Record)]
    ) -> [UInt8] {
        var places: [LeadID: Place] = [:]
        var body: [UInt8] = []
        for (lead, record) in records {
            let start = body.count
            put(record, lead, to: &body)
            places[lead] = Place(start: start, length: body.count - start)
        }
        var rows: [UInt8] = []
        var head: [UInt8] = []
        head.put(premises)
        head.put(UInt32(sources.count))
        for source in sources {
            head.put(source.path)
            head.put(source.stamp)
            head.put(source.device)
        }
        let zones = outlooks.first?.zones ?? []
        head.put(UInt32(zones.count))
        for zone in zones { head.put(zone) }
        let totals = outlooks.first?.totals
        for count in [totals?.onFile, totals?.parked, totals?.letGo] { head.put(UInt32(clamping: count ?? 0)) }
        head.put(UInt32(outlooks.count))
        for outlook in outlooks {
            let start = rows.count
            for row in outlook.rows { put(row, at: places[row.lead] ?? Place(start: 0, length: 0), to: &rows) }
            head.put(outlook.day.number)
            let work = outlook.work
            for count in outlook.counts + [work.dials, work.conversations, work.qualifiedIn, work.qualifiedOut] {
                head.put(UInt32(clamping: count))
            }
            head.put(UInt64(start))
            head.put(UInt32(outlook.rows.count))
            head.put(CRC32.of(rows[start...]))
        }
        head.put(UInt64(rows.count))
        var bytes = magic
        bytes.put(UInt32(head.count))
        bytes.put(CRC32.of(head[...]))
        return bytes + head + rows + body
    }

    fileprivate static let rowLength = 31

    private static func put(_ row: Outlook.Row, at place: Place, to bytes: inout [UInt8]) {
        bytes.put(row.rank)
        bytes.put(row.lead.bits)
        bytes.put(UInt64(place.start))
        bytes.put(UInt32(clamping: place.length))
        bytes.put(row.zone.map { UInt16(clamping: $0) } ?? .max)
        bytes.put(row.section.rawValue)
    }

    fileprivate static let lineLength = 14

    private static func put(_ record: Record, _ lead: LeadID, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.put(lead.bits)
        bytes.put(UInt32(clamping: record.entries))
        for list in [record.lines, record.undos] { bytes.put(UInt32(list.count)) }
        for line in record.lines + record.undos {
            bytes.put(line.source)
            bytes.put(line.offset)
            bytes.put(line.length)
        }
        bytes.put(CRC32.of(bytes[start...]))
    }
}

extension [OpeningFile.Line] {
    /// Each once, file by file in the order in which they stand.
    var distinct: [OpeningFile.Line] {
        let sorted = sorted { ($0.source, $0.offset) < ($1.source, $1.offset) }
        return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
    }
}

extension OpeningFile {
    /// The file, open to be read. Its methods throw `DiskError`, or `Damage`.
    final class Open {
        private let disk: Disk
        private let file: Disk.File
        private let size: Int

        init(_ path: String, _ disk: Disk) throws {
            guard let file = try disk.openForReading(path) else { throw Damage() }
            self.disk = disk
            self.file = file
            size = (try? disk.stamp(of: file).size) ?? 0
        }

        deinit { disk.close(file) }

        /// A part of the file.
        private func bytes(at offset: Int, count: Int) throws -> [UInt8] {
            guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { throw Damage() }
            return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                guard let start = buffer.baseAddress else { return }
                filled = try disk.read(file, into: start, count: count, at: offset)
                guard filled == count else { throw Damage() }
            }
        }

        func head() throws -> Head {
            let magic = OpeningFile.magic
            var start = Bytes(try bytes(at: 0, count: magic.count + 8))
            guard Array(try start.take(magic.count)) == magic else { throw Damage() }
            let length = Int(try start.number(UInt32.self))
            let crc = try start.number(UInt32.self)
            let bytes = try bytes(at: magic.count + 8, count: length)
            guard CRC32.of(bytes[...]) == crc else { throw Damage() }
            var head = Bytes(bytes)
            return try Head(&head, rows: magic.count + 8 + length)
        }

        /// The rows of a day, and where in the file the record of each one's lead is.
        func rows(_ part: Head.Part, _ head: Head) throws -> (rows: [Outlook.Row], places: [Place]) {
            let bytes = try bytes(at: part.offset, count: part.count * OpeningFile.rowLength)
            guard CRC32.of(bytes[...]) == part.crc else { throw Damage() }
            var (reader, rows, places) = (Bytes(bytes), [Outlook.Row](), [Place]())
            rows.reserveCapacity(part.count)
            places.reserveCapacity(part.count)
            for _ in 0..<part.count {
                let rank = try reader.number(Int64.self)
                let lead = LeadID(bits: try reader.number(UInt64.self))
                let start = head.records + (try reader.offset())
                let length = Int(try reader.number(UInt32.self))
                let zone = try reader.number(UInt16.self)
                guard let section = Section(rawValue: try reader.number(UInt8.self)),
                    zone == .max || Int(zone) < head.zones.count
                else { throw Damage() }
                rows.append(Outlook.Row(section: section, rank: rank, lead: lead, zone: zone == .max ? nil : Int(zone)))
                places.append(Place(start: start, length: length))
            }
            return (rows, places)
        }

        /// The record of a lead at a place of the file.
        func record(of lead: LeadID, at place: Place) throws -> Record {
            let bytes = try bytes(at: place.start, count: place.length)
            var reader = Bytes(bytes)
            guard try reader.number(UInt64.self) == lead.bits else { throw Damage() }
            let entries = Int(try reader.number(UInt32.self))
            let counts = (Int(try reader.number(UInt32.self)), Int(try reader.number(UInt32.self)))
            guard bytes.count == 24 + (counts.0 + counts.1) * OpeningFile.lineLength else { throw Damage() }
            func lines(_ count: Int) throws -> [Line] {
                try (0..<count).map { _ in
                    Line(
                        source: try reader.number(UInt16.self), offset: UInt64(try reader.offset()),
                        length: try reader.number(UInt32.self))
                }
            }
            let (own, undos) = (try lines(counts.0), try lines(counts.1))
            guard CRC32.of(bytes.dropLast(4)) == (try reader.number(UInt32.self)) else { throw Damage() }
            return Record(entries: entries, lines: own, undos: undos)
        }
    }
}

extension OpeningFile.Head {
    /// - Parameter rows: where the rows begin in the file.
    fileprivate init(_ head: inout Bytes, rows: Int) throws {
        premises = try head.text()
        sources = try head.list {
            OpeningFile.Source(path: try $0.text(), stamp: try $0.stamp(), device: try $0.number(UInt16.self))
        }
        zones = try head.list { try $0.text() }
        let counts = try (0..<3).map { _ in Int(try head.number(UInt32.self)) }
        totals = Outlook.Totals(onFile: counts[0], parked: counts[1], letGo: counts[2])
        days = try head.list { head in
            let day = Day(number: try head.number(Int32.self))
            let counts = try Section.allCases.map { _ in Int(try head.number(UInt32.self)) }
            let work = try (0..<4).map { _ in Int(try head.number(UInt32.self)) }
            return Part(
                day: day, counts: counts,
                work: DayTally.Part(
                    dials: work[0], conversations: work[1], qualifiedIn: work[2], qualifiedOut: work[3]),
                offset: rows + (try head.offset()), count: Int(try head.number(UInt32.self)),
                crc: try head.number(UInt32.self))
        }
        records = rows + (try head.offset())
    }
}

extension [UInt8] {
    fileprivate mutating func put(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func put(_ text: String) {
        put(UInt32(text.utf8.count))
        append(contentsOf: text.utf8)
    }

    fileprivate mutating func put(_ stamp: Disk.Stamp) {
        put(stamp.volume)
        put(stamp.inode)
        for number in [stamp.size, stamp.modified, stamp.nanoseconds] { put(Int64(number)) }
    }
}

/// Reads numbers and texts from bytes, one after another.
private struct Bytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw OpeningFile.Damage() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let bytes = try take(MemoryLayout<Number>.size)
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
    }

    /// A place in a file, none of which is a terabyte long.
    mutating func offset() throws -> Int {
        let number = try number(UInt64.self)
        guard number < 1 << 40 else { throw OpeningFile.Damage() }
        return Int(number)
    }

    mutating func text() throws -> String {
        String(decoding: try take(Int(try number(UInt32.self))), as: UTF8.self)
    }

    mutating func list<Element>(_ element: (inout Bytes) throws -> Element) throws -> [Element] {
        let count = try number(UInt32.self)
        var list: [Element] = []
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    mutating func stamp() throws -> Disk.Stamp {
        Disk.Stamp(
            volume: try number(UInt64.self), inode: try number(UInt64.self), size: Int(try number(Int64.self)),
            modified: Int(try number(Int64.self)), nanoseconds: Int(try number(Int64.self)), isRegular: true,
            isFolder: false)
    }
}
