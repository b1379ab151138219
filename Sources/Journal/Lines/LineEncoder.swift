import Pipeline

/// Writes lines of the journal.
enum LineEncoder {
    /// The version of the format that this program writes.
    static let version: UInt64 = 1

    /// Appends the line of an entry, the `n`th of its segment, and returns its CRC.
    static func append(_ entry: Entry, n: UInt64, to bytes: inout [UInt8]) -> UInt32 {
        append(id: entry.id, n: n, EntryJSON.members(of: entry), to: &bytes)
    }

    /// Appends the line that begins a segment, and returns its CRC.
    static func appendHeader(id: EntryID, device: String, to bytes: inout [UInt8]) -> UInt32 {
        let members = [
            JSON.Member(Key.do.name, .string(LineDecoder.segmentAct)),
            JSON.Member(Key.v.name, .number(String(version))), JSON.Member(Key.device.name, .string(device)),
        ]
        return append(id: id, n: 1, members, to: &bytes)
    }

    private static func append(id: EntryID, n: UInt64, _ members: [JSON.Member], to bytes: inout [UInt8]) -> UInt32 {
        let start = bytes.count
        bytes += "{\"id\":\"\(id)\",\"n\":\(n)".utf8
        for member in members {
            bytes.append(UInt8(ascii: ","))
            JSON.write(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.write(to: &bytes)
        }
        let crc = CRC32.of(bytes[start...])
        bytes += ",\"c\":\"\(CRC32.hex(crc))\"}\n".utf8
        return crc
    }
}
