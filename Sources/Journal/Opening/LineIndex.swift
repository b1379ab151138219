import Glibc
import Pipeline

/// Where in the journal the lines of some leads are.
struct LineIndex {
    /// By lead.
    private(set) var lines: [LeadID: [OpeningFile.Line]] = [:]
    /// By the id of the entry, the lines that take back others.
    private(set) var undos: [EntryID: OpeningFile.Line] = [:]

    /// Looks through files for the lines of leads. Linear, and many times as quick as reading them: what a line holds is
    /// found out when it is read.
    init(of wanted: Set<LeadID>, in files: [String], _ disk: Disk) throws(DiskError) {
        for (source, path) in files.enumerated() {
            guard let file = try disk.openForReading(path) else { continue }
            defer { disk.close(file) }
            try eachLine(of: file, disk) { base, offset, length in
                let line = OpeningFile.Line(source: UInt16(source), offset: offset, length: UInt32(length))
                let (lead, undo) = LineIndex.subject(of: base, length)
                if let undo { undos[undo] = line }
                if let lead, wanted.contains(lead) { lines[lead, default: []].append(line) }
            }
        }
    }

    /// The lead that a line is about, and the id of its entry if that takes back others.
    private static func subject(of base: UnsafePointer<UInt8>, _ length: Int) -> (lead: LeadID?, undo: EntryID?) {
        let raw = UnsafeRawPointer(base)
        var (lead, id, isUndo): (LeadID?, EntryID?, Bool?)
        var at = 0
        while at + 18 < length, lead == nil || isUndo == nil,
            let quote = memchr(base + at, Int32(UInt8(ascii: "\"")), length - at - 18)
        {
            at = UnsafeRawPointer(quote) - raw
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            // `"lead":"`, `"do":"` with the two letters behind it, and `"id":"`, which is the first that is written.
            if word == 0x223A_2264_6165_6C22, lead == nil {
                lead = Base32Reader.lead(base, from: at + 8, to: at + 18)
            } else if word & 0xFFFF_FFFF_FFFF == 0x223A_226F_6422, isUndo == nil {
                isUndo = word >> 48 == 0x6E75
            } else if word & 0xFFFF_FFFF_FFFF == 0x223A_2264_6922, id == nil, at + 32 < length {
                id = Base32Reader.entry(base, from: at + 6, to: at + 32)
            }
            at += 1
        }
        return (lead, isUndo == true ? id : nil)
    }

    private func eachLine(
        of file: Disk.File, _ disk: Disk, _ take: (UnsafePointer<UInt8>, UInt64, Int) -> Void
    ) throws(DiskError) {
        var capacity = 1 << 20
        var buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        defer { buffer.deallocate() }
        var (consumed, filled) = (0, 0)
        while true {
            if filled == capacity {
                let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
                memcpy(bigger, buffer, filled)
                buffer.deallocate()
                (buffer, capacity) = (bigger, capacity * 2)
            }
            let count = try disk.read(file, into: buffer + filled, count: capacity - filled, at: consumed + filled)
            if count == 0 { return }
            var (start, searched) = (0, filled)
            filled += count
            while let newline = memchr(buffer + searched, 10, filled - searched) {
                let end = newline.assumingMemoryBound(to: UInt8.self) - buffer
                take(UnsafePointer(buffer + start), UInt64(consumed + start), end - start)
                start = end + 1
                searched = start
            }
            consumed += start
            filled -= start
            memmove(buffer, buffer + start, filled)
        }
    }
}
