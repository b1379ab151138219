import Glibc
import Testing

/// The shared libraries that an ELF file of this machine names in its dynamic section.
///
/// Read here rather than by a tool, which a user may not have. See elf(5).
enum Binary {
    /// The shipped binary. SwiftPM puts it into the same folder as the tests.
    static var lastcall: String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/lastcall"
    }

    static func libraries(_ bytes: [UInt8]) throws -> [String] {
        try #require(bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), "not a 64-bit little-endian ELF file")
        func number(_ place: Int, _ size: Int) throws -> Int {
            try #require(place >= 0 && place + size <= bytes.count)
            return bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let headers = try number(0x20, 8)
        let size = try number(0x36, 2)
        var segments: [(type: Int, offset: Int, address: Int, length: Int)] = []
        for place in 0..<(try number(0x38, 2)) {
            let header = headers + place * size
            segments.append(
                (
                    try number(header, 4), try number(header + 8, 8), try number(header + 16, 8),
                    try number(header + 32, 8)
                ))
        }
        let dynamic = try #require(segments.first { $0.type == 2 }, "not linked dynamically")
        var names: [Int] = []
        var strings = 0
        for entry in stride(from: dynamic.offset, to: dynamic.offset + dynamic.length, by: 16) {
            let tag = try number(entry, 8)
            if tag == 0 { break }
            if tag == 1 { names.append(try number(entry + 8, 8)) }
            if tag == 5 { strings = try number(entry + 8, 8) }
        }
        let loaded = try #require(
            segments.first { $0.type == 1 && $0.address <= strings && strings < $0.address + $0.length })
        let table = loaded.offset + strings - loaded.address
        return names.map { String(decoding: bytes[(table + $0)...].prefix { $0 != 0 }, as: UTF8.self) }
    }
}
