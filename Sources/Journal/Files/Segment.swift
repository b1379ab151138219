import Pipeline

/// One file of one device, and how far it has been read.
struct Segment {
    let path: String
    /// The number that is the file's name, or the beginning of a copy's.
    let number: Int
    let device: UInt16
    /// The file as it was when it was last read; nil when it has to be looked at again.
    var stamp: Disk.Stamp?
    /// Bytes up to and with the last newline that was read.
    var consumed = 0
    /// Lines in those bytes.
    var lines = 0
    /// The greatest `n`.
    var lastN: UInt64 = 0
    /// The greatest id of a line whose CRC holds.
    var lastID: EntryID?
    /// The version of the format, when it is higher than ours.
    var newerVersion: UInt64?
    /// A digest of all lines that were read, by which a replaced file is known to begin like the old one.
    var digest: UInt64 = 0
    /// What was found in it.
    var findings = LoadReport()

    init(path: String, number: Int, device: UInt16) {
        self.path = path
        self.number = number
        self.device = device
    }

    /// True for what a syncer left beside a segment when two machines had changed it: one more source to read.
    var isCopy: Bool { Disk.name(of: path) != Segment.fileName(number) }

    /// Bytes behind the last newline.
    var tail: Int { max(0, (stamp?.size ?? 0) - consumed) }

    /// What tells something in this segment from all else: `desk-kx7q/000001.jsonl bc29805f`.
    func mark(_ what: String) -> String {
        path.split(separator: "/").suffix(2).joined(separator: "/") + " " + what
    }

    /// Takes in the digest of one more line.
    mutating func count(lineWith crc: UInt32) {
        lines += 1
        digest = (digest ^ UInt64(crc)) &* 0x100_0000_01B3
    }

    /// Takes in the place that one more line claims, and notes those that were left out.
    mutating func count(n: UInt64) {
        if n > lastN {
            if n - lastN > 1, findings.missing.count < LoadReport.limit {
                findings.missing.append(LoadReport.Gap(file: path, first: lastN + 1, last: n - 1))
            }
            lastN = n
        } else if let place = findings.missing.firstIndex(where: { $0.first <= n && n <= $0.last }) {
            // A merge may have put lines in another order: a late one closes its gap.
            let gap = findings.missing.remove(at: place)
            if gap.first < n { findings.missing.append(LoadReport.Gap(file: path, first: gap.first, last: n - 1)) }
            if n < gap.last { findings.missing.append(LoadReport.Gap(file: path, first: n + 1, last: gap.last)) }
        }
    }

    /// The file name of a segment: `000001.jsonl`.
    static func fileName(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits + ".jsonl"
    }

    /// The number of a segment's file name, or of that of a copy which Syncthing made of one
    /// (`000001.sync-conflict-20260314-092653-ABCDEFG.jsonl`); nil for any other name.
    static func number(ofSource name: String) -> Int? {
        if let number = number(ofFile: name) { return number }
        guard let mark = name.firstRange(of: ".sync-conflict-") else { return nil }
        return name.hasSuffix(".jsonl") ? number(ofFile: name[..<mark.lowerBound] + ".jsonl") : nil
    }

    /// The number of a segment's file name; nil for any other name.
    static func number(ofFile name: String) -> Int? {
        guard name.hasSuffix(".jsonl"), let number = Int(name.dropLast(6)), (1..<1_000_000_000).contains(number),
            fileName(number) == name
        else { return nil }
        return number
    }
}
