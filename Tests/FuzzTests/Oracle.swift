import FoundationEssentials
import Pipeline

/// True for what only the toolchain's decoder takes: a comma before the end of an object, or of some lists.
func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
    let text = bytes.filter { $0 > 0x20 }
    return zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: ",") && "]}".utf8.contains($1) }
}

/// True for what only we take, and RFC 8259 allows: a zero with an exponent, `0e2` or `0.000E2`.
func hasZeroWithExponent(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { place in
        guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return false }
        let digits = bytes[..<place].reversed().prefix { "0123456789.".utf8.contains($0) }
        return digits.contains(UInt8(ascii: "0")) && digits.allSatisfy { "0.".utf8.contains($0) }
    }
}

/// A JSON value as the toolchain's decoder sees it.
enum Oracle: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    /// By its bytes: two texts that look alike are not the same.
    case string([UInt8])
    case array([Oracle])
    case object([String: Oracle])

    enum Verdict: Error { case refused, lenient }

    /// True when a `Double` holds each number: none is beyond it, and none so small that it is nothing to it.
    var isExact: Bool {
        switch self {
        case .number(let value): value.isFinite
        case .array(let values): values.allSatisfy(\.isExact)
        case .object(let members): members.values.allSatisfy(\.isExact)
        default: true
        }
    }

    static func decode(_ bytes: [UInt8]) -> Result<Oracle, Verdict> {
        // It takes a NUL or a byte order mark as a hint at UTF-16, and makes up for bad UTF-8 in places.
        guard !bytes.contains(0), bytes.first != 0xEF, String(validating: bytes, as: UTF8.self) != nil else {
            return .failure(.lenient)
        }
        do {
            return .success(try JSONDecoder().decode(Oracle.self, from: Data(bytes + [10])))
        } catch {
            return .failure(.refused)
        }
    }

    init(_ value: JSON) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let digits):
            let value = Double(digits) ?? .nan
            let isNothing = digits.prefix { $0 != "e" && $0 != "E" }.allSatisfy { !("1"..."9").contains($0) }
            self = .number(value.isNormal || isNothing ? value : .nan)
        case .string(let text): self = .string(Array(text.utf8))
        case .array(let values): self = .array(values.map(Oracle.init))
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.key, Oracle($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(Array(value.utf8))
        } else if let value = try? container.decode([Oracle].self) {
            self = .array(value)
        } else if let value = try? container.decode([String: Oracle].self) {
            self = .object(value)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}
