import FoundationEssentials

extension Theme {
    /// Reads a theme.
    ///
    /// The bytes are JSON5: `about`, what it is for; `inherits`, the name of another theme; `assumes`, the background
    /// that a transparent theme was made for; `palette`, names for colours; `roles`, by role either a colour for the
    /// text or an object of `fg`, `bg`, `bold`, `dim`, `italic`, `underline` and `reverse`. A colour is `#rrggbb`, a
    /// number from 0 to 255, a name of the palette, `none`, or one of the terminal's own such as `red` and
    /// `bright-red`. What a theme says replaces what it inherits, entry by entry; inherited roles use its palette.
    ///
    /// - Parameters:
    ///   - name: The name to give the theme.
    ///   - bytes: What the file holds, in UTF-8.
    ///   - resolve: Gives the bytes of the theme of a name, or nil. A theme that inherits its own name gets the
    ///     shipped one.
    public static func load(
        name: String, bytes: [UInt8], resolve: (String) -> [UInt8]?
    ) throws(ThemeError) -> Theme {
        var files = [try ThemeFile.decode(bytes, name: name)]
        while let last = files.last, let parent = last.inherits {
            guard files.count <= 8 else { throw ThemeError(theme: name, path: ["inherits"], .endless) }
            guard let bytes = parent == last.name ? shipped[parent] : resolve(parent) ?? shipped[parent] else {
                throw ThemeError(theme: last.name, path: ["inherits"], .orphan(parent))
            }
            files.append(try ThemeFile.decode(bytes, name: parent))
        }
        return try files.reversed().reduce(into: ThemeFile(name: name)) { $0.replace(with: $1) }.theme
    }

    /// The themes that come with the program: the bytes of their files by name.
    public static let shipped: [String: [UInt8]] = [
        "catppuccin": PackageResources.catppuccin_json5,
        "colour-blind": PackageResources.colour_blind_json5,
        "colour-blind-light": PackageResources.colour_blind_light_json5,
        "dark": PackageResources.dark_json5,
        "gruvbox": PackageResources.gruvbox_json5,
        "gruvbox-light": PackageResources.gruvbox_light_json5,
        "high-contrast": PackageResources.high_contrast_json5,
        "light": PackageResources.light_json5,
        "monochrome": PackageResources.monochrome_json5,
        "nord": PackageResources.nord_json5,
        "sixteen": PackageResources.sixteen_json5,
    ]

    /// The shipped theme of that name.
    public static func shipped(_ name: String) throws(ThemeError) -> Theme {
        guard let bytes = shipped[name] else { throw ThemeError(theme: name, .missing) }
        return try load(name: name, bytes: bytes) { shipped[$0] }
    }
}

/// What a theme's file says, and what those say from which it inherits.
private struct ThemeFile: Decodable {
    var name = ""
    var about: String?
    var inherits: String?
    var assumes: Paint?
    var palette: [String: Paint] = [:]
    var roles: [String: Entry] = [:]
    // Which file an entry of the palette or a role came from.
    private var origins: [String: String] = [:]

    /// A colour as it is written.
    struct Paint: Decodable {
        let text: String

        init(_ text: String) { self.text = text }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            // Text first, since nearly all are: what is tried in vain costs as much as all else.
            text = try (try? value.decode(String.self)) ?? String(value.decode(Int.self))
        }
    }

    struct Entry: Decodable {
        var fg, bg: Paint?
        var bold, dim, italic, underline, reverse: Bool?

        init(from decoder: any Decoder) throws {
            if let colour = try? Paint(from: decoder) {
                fg = colour
                return
            }
            let values = try decoder.checked(["fg", "bg", "bold", "dim", "italic", "underline", "reverse"])
            fg = try values.decodeIfPresent(Paint.self, forKey: "fg")
            bg = try values.decodeIfPresent(Paint.self, forKey: "bg")
            bold = try values.decodeIfPresent(Bool.self, forKey: "bold")
            dim = try values.decodeIfPresent(Bool.self, forKey: "dim")
            italic = try values.decodeIfPresent(Bool.self, forKey: "italic")
            underline = try values.decodeIfPresent(Bool.self, forKey: "underline")
            reverse = try values.decodeIfPresent(Bool.self, forKey: "reverse")
        }
    }

    init(name: String) { self.name = name }

    init(from decoder: any Decoder) throws {
        let values = try decoder.checked(["about", "inherits", "assumes", "palette", "roles"])
        about = try values.decodeIfPresent(String.self, forKey: "about")
        inherits = try values.decodeIfPresent(String.self, forKey: "inherits")
        assumes = try values.decodeIfPresent(Paint.self, forKey: "assumes")
        palette = try values.entries("palette")
        roles = try values.entries("roles")
    }

    static func decode(_ bytes: [UInt8], name: String) throws(ThemeError) -> ThemeFile {
        // The decoder traps at some that is not UTF-8.
        guard String(validating: bytes, as: UTF8.self) != nil else { throw ThemeError(theme: name, .syntax) }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            var file = try decoder.decode(ThemeFile.self, from: decodable(bytes))
            file.name = name
            return file
        } catch {
            throw ThemeError(theme: name, decoding: error)
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

    /// Lays what a theme that inherits from this one says over it.
    mutating func replace(with child: ThemeFile) {
        about = child.about
        assumes = child.assumes ?? assumes
        palette.merge(child.palette) { $1 }
        roles.merge(child.roles) { $1 }
        for key in child.palette.keys { origins["palette." + key] = child.name }
        for key in child.roles.keys { origins["roles." + key] = child.name }
    }

    private func origin(of path: [String]) -> String { origins[path.joined(separator: ".")] ?? name }

    var theme: Theme {
        get throws(ThemeError) {
            var styles = [Style?](repeating: nil, count: Role.allCases.count)
            var doubts: [Theme.Finding] = []
            for (key, entry) in roles.sorted(by: { $0.key < $1.key }) {
                let path = ["roles", key]
                guard let role = Role(name: key) else {
                    let near = key.nearest(of: Role.allCases.map(\.name))
                    doubts.append(
                        Theme.Finding(
                            theme: origin(of: path), path: path,
                            description: "role \(key) does not exist; did you mean \(near)?"))
                    continue
                }
                styles[role.rawValue] = Style(
                    foreground: try colour(entry.fg, path, "fg"), background: try colour(entry.bg, path, "bg"),
                    bold: entry.bold ?? false, dim: entry.dim ?? false, italic: entry.italic ?? false,
                    underline: entry.underline ?? false, reverse: entry.reverse ?? false)
            }
            let assumed = try colour(assumes, ["assumes"], nil)
            return Theme(name: name, about: about ?? "", styles: styles, assumed: assumed, doubts: doubts)
        }
    }

    private func colour(_ paint: Paint?, _ path: [String], _ key: String?) throws(ThemeError) -> Colour? {
        guard let text = paint?.text, text != "none" else { return nil }
        let own = ["palette", text]
        let (value, path, end) = palette[text].map { ($0.text, own, nil) } ?? (text, path, key)
        if value == "none" { return nil }
        guard let colour = Colour(literal: value) else {
            throw ThemeError(theme: origin(of: path), path: path + (end.map { [$0] } ?? []), .colour(value))
        }
        return colour
    }
}

extension Decoder {
    /// The object that is read, of which every key must be known.
    fileprivate func checked(_ known: [String]) throws -> KeyedDecodingContainer<Name> {
        let values = try container(keyedBy: Name.self)
        for key in values.allKeys where !known.contains(key.stringValue) {
            let near = key.stringValue.nearest(of: known)
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: codingPath + [key], debugDescription: "there is no such key; did you mean \(near)?"))
        }
        return values
    }
}

/// A key of any object. One kind for all, since the first use of each costs the start of the program a tenth of a
/// millisecond.
private struct Name: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringLiteral: String) { stringValue = stringLiteral }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<Name> {
    /// What an object within this one holds; nothing when there is none.
    fileprivate func entries<Value: Decodable>(_ key: Name) throws -> [String: Value] {
        guard contains(key), try !decodeNil(forKey: key) else { return [:] }
        let values = try nestedContainer(keyedBy: Name.self, forKey: key)
        var found: [String: Value] = [:]
        for key in values.allKeys { found[key.stringValue] = try values.decode(Value.self, forKey: key) }
        return found
    }
}

extension ThemeError {
    /// What a decoder found, in words for who wrote the file.
    fileprivate init(theme: String, decoding error: any Error) {
        let context: DecodingError.Context
        var what = "should be an object in braces"
        switch error as? DecodingError {
        case .typeMismatch(let type, let found), .valueNotFound(let type, let found):
            context = found
            if type == Bool.self { what = "should be true or false" }
            if type == String.self || type == Int.self { what = "should be text in quotation marks" }
        case .dataCorrupted(let found):
            context = found
            what = found.debugDescription
        case .keyNotFound(_, let found): context = found
        default:
            self.init(theme: theme, .syntax)
            return
        }
        let path = context.codingPath.map(\.stringValue)
        if case .dataCorrupted = error as? DecodingError, path.isEmpty {
            self.init(theme: theme, .syntax)
        } else {
            self.init(theme: theme, path: path, .malformed(what))
        }
    }
}

extension String {
    /// The one of several words that is the least different.
    fileprivate func nearest(of words: [String]) -> String {
        words.min { Array(self).difference(from: Array($0)).count < Array(self).difference(from: Array($1)).count }
            ?? ""
    }
}

extension Colour {
    private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    fileprivate init?(literal: String) {
        let bright = literal.hasPrefix("bright-")
        if literal.hasPrefix("#") {
            let digits = literal.dropFirst()
            guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
                return nil
            }
            self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
        } else if let index = UInt8(literal) {
            self = .indexed(index)
        } else if let index = Colour.names.firstIndex(of: bright ? String(literal.dropFirst(7)) : literal) {
            self = .indexed(UInt8(index + (bright ? 8 : 0)))
        } else {
            return nil
        }
    }
}
