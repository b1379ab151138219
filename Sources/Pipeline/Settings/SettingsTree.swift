import FoundationEssentials

/// A value of a file that the user edits, whatever it should be.
public enum SettingsTree: Decodable, Sendable {
    /// Keys and their values; of a key that stands twice, one of both.
    case object([String: SettingsTree])
    /// A list.
    case array([SettingsTree])
    /// Text.
    case string(String)
    /// A number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null

    /// More bytes than anybody writes by hand. The decoder takes many times the room of what it reads.
    static let mostBytes = 4 << 20

    /// Reads a whole file of JSON5, of `mostBytes` at most. Linear in its length.
    ///
    /// - Throws: where it stops being JSON5.
    public init(json5 bytes: [UInt8]) throws(SettingsMistake) {
        guard bytes.count <= SettingsTree.mostBytes else {
            let megabytes = (bytes.count + 999_999) / 1_000_000
            throw SettingsMistake(
                line: 1, key: "",
                what: "the file has \(megabytes) MB, which nobody writes by hand; put another in its place")
        }
        // The decoder traps at some that is not UTF-8.
        guard String(validating: bytes, as: UTF8.self) != nil else { throw SettingsText(bytes).syntaxMistake() }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            self = try decoder.decode(SettingsTree.self, from: SettingsTree.decodable(bytes))
        } catch {
            throw SettingsText(bytes).syntaxMistake()
        }
    }

    /// Text that means the same to the decoder, which reads on behind a number that ends the text, and traps at an
    /// exponent with a sign and no digits. Escaped, the sign is the same in a text, nothing in a comment, and elsewhere
    /// what it should be: refused.
    private static func decodable(_ bytes: [UInt8]) -> Data {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 1)
        var before: UInt8 = 0
        for (place, byte) in bytes.enumerated() {
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            if isSign, before | 0x20 == UInt8(ascii: "e"), !hasDigit(bytes, place + 1) {
                text += "\\u00\(String(byte, radix: 16))".utf8
            } else {
                text.append(byte)
            }
            before = byte
        }
        text.append(10)
        return Data(text)
    }

    private static func hasDigit(_ bytes: [UInt8], _ place: Int) -> Bool {
        place < bytes.count && (48...57).contains(bytes[place])
    }

    /// Reads a value.
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Double.self) {
            self = .number(value)
        } else if let value = try? single.decode(String.self) {
            self = .string(value)
        } else if let value = try? single.decode([SettingsTree].self) {
            self = .array(value)
        } else {
            self = .object(try single.decode([String: SettingsTree].self))
        }
    }

    /// The members of an object in the order of their keys, all of which must be known.
    func members(_ path: [String], known: [String]) throws(SettingsProblem) -> [(key: String, value: SettingsTree)] {
        let members = try members(path)
        for (key, _) in members where !known.contains(key) { throw .unknown(key, path, known) }
        return members
    }

    /// The members of an object in the order of their keys.
    func members(_ path: [String]) throws(SettingsProblem) -> [(key: String, value: SettingsTree)] {
        guard case .object(let members) = self else { throw SettingsProblem(path, "should be an object in braces") }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The value of a key, when this is an object that has it.
    func member(_ key: String) -> SettingsTree? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    func elements(_ path: [String], _ count: ClosedRange<Int>) throws(SettingsProblem) -> [SettingsTree] {
        guard case .array(let elements) = self, count.contains(elements.count) else {
            let number =
                count.lowerBound == count.upperBound
                ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            throw SettingsProblem(path, "should be a list of \(number) in brackets")
        }
        return elements
    }

    func string(_ path: [String]) throws(SettingsProblem) -> String {
        guard case .string(let value) = self else { throw SettingsProblem(path, "should be text in quotation marks") }
        return value
    }

    func bool(_ path: [String]) throws(SettingsProblem) -> Bool {
        guard case .bool(let value) = self else { throw SettingsProblem(path, "should be true or false") }
        return value
    }

    func number(_ path: [String], _ range: ClosedRange<Double>) throws(SettingsProblem) -> Double {
        guard case .number(let value) = self, range.contains(value) else {
            throw SettingsProblem(
                path,
                "should be a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))")
        }
        return value
    }

    /// `1000` or `0.01`.
    private func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    func integer(_ path: [String], _ range: ClosedRange<Int>) throws(SettingsProblem) -> Int {
        guard case .number(let value) = self, let whole = Int(exactly: value), range.contains(whole) else {
            throw SettingsProblem(path, "should be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }
}
