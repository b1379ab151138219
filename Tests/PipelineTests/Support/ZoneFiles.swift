import FoundationEssentials
import Pipeline
import Testing

/// The zone database of the machine, which most have.
enum ZoneFiles {
    static func bytes(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))).map { [UInt8]($0) }
    }

    static func zone(_ name: String) throws -> Zone {
        try #require(bytes(name).flatMap { Zone(name: name, tzif: $0) })
    }
}

/// The names of zones that this machine has no file of.
func missing(_ names: [String]) -> [String] {
    Set(names).filter { ZoneFiles.bytes($0) == nil }.sorted()
}

/// Writes a file of the zone database, version 2, with an empty block of version 1 before it (RFC 9636).
func tzif(transitions: [(at: Int64, type: UInt8)] = [], types: [Int32] = [0], footer: String) -> [UInt8] {
    func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    func header(_ counts: [Int]) -> [UInt8] {
        Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap { bigEndian(UInt32($0)) }
    }
    var bytes = header([0, 0, 0, 0, 1, 4]) + [UInt8](repeating: 0, count: 10)
    bytes += header([0, 0, 0, transitions.count, types.count, 4])
    for transition in transitions { bytes += bigEndian(transition.at) }
    bytes += transitions.map(\.type)
    for type in types { bytes += bigEndian(type) + [0, 0] }
    return bytes + Array("LMT\0\n".utf8) + Array(footer.utf8) + [10]
}
