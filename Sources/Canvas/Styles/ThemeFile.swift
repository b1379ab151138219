import FoundationEssentials

/// What is wrong with a theme: one plain sentence that names the theme, the place in it and the remedy.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found.
    public enum Reason: Hashable, Sendable {
        /// There is no theme of that name.
        case missing
        /// The file is not JSON5 of the expected form; the text says where.
        case malformed(String)
        /// A role or a palette entry names a colour that does not exist.
        case colour(String, at: String)
        /// The themes that it inherits from lead back to itself, or there are more than eight.
        case endless
    }

    /// The name of the theme that holds the fault.
    public let theme: String
    /// What was found in it.
    public let reason: Reason

    /// The sentence for the user.
    public var description: String {
        switch reason {
        case .missing:
            "There is no theme called \(theme)."
        case .malformed(let detail):
            "Theme \(theme) cannot be read: \(detail)"
        case .colour(let colour, let place):
            "Theme \(theme) names the colour \"\(colour)\" at \(place), which is neither #rrggbb, nor a number from 0 "
                + "to 255, nor a name of its palette or of the terminal's colours."
        case .endless:
            "Theme \(theme) inherits from itself, or from more than eight themes."
        }
    }
}

extension Theme {
    /// Reads a theme.
    ///
    /// The bytes are JSON5: `inherits`, the name of another theme; `assumes`, the background that a transparent theme
    /// was made for; `palette`, names for colours; `roles`, by role either a colour for the text or an object of
    /// `fg`, `bg`, `bold`, `dim`, `italic`, `underline` and `reverse`. A colour is `#rrggbb`, a number from 0 to 255,
    /// a name of the palette, `none`, or one of the terminal's own such as `red` and `bright-red`. What a theme says
    /// replaces what it inherits, entry by entry; inherited roles use its palette.
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
        var last = name
        while let parent = files[files.count - 1].inherits {
            guard files.count <= 8 else { throw ThemeError(theme: name, reason: .endless) }
            guard let bytes = parent == last ? shipped[parent] : resolve(parent) ?? shipped[parent] else {
                throw ThemeError(theme: parent, reason: .missing)
            }
            files.append(try ThemeFile.decode(bytes, name: parent))
            last = parent
        }
        return try files.reversed().reduce(into: ThemeFile()) { $0.replace(with: $1) }.theme(name: name)
    }

    /// The themes that come with the program: the bytes of their files by name.
    public static let shipped: [String: [UInt8]] = [
        "dark": PackageResources.dark_json5,
        "light": PackageResources.light_json5,
    ]

    /// The shipped theme of that name.
    public static func shipped(_ name: String) throws(ThemeError) -> Theme {
        guard let bytes = shipped[name] else { throw ThemeError(theme: name, reason: .missing) }
        return try load(name: name, bytes: bytes) { shipped[$0] }
    }
}

private struct ThemeFile: Decodable {
    var inherits: String?
    var assumes: String?
    var palette: [String: String]?
    var roles: [String: Entry]?

    struct Entry: Decodable {
        var fg: String?
        var bg: String?
        var bold, dim, italic, underline, reverse: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case fg, bg, bold, dim, italic, underline, reverse
        }

        init(from decoder: any Decoder) throws {
            if let colour = try? decoder.singleValueContainer().decode(String.self) {
                fg = colour
                return
            }
            let keys = try decoder.container(keyedBy: AnyKey.self).allKeys
            if let odd = keys.first(where: { CodingKeys(stringValue: $0.stringValue) == nil }) {
                let known = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\(odd.stringValue) is not one of \(known)")
                )
            }
            let values = try decoder.container(keyedBy: CodingKeys.self)
            fg = try values.decodeIfPresent(String.self, forKey: .fg)
            bg = try values.decodeIfPresent(String.self, forKey: .bg)
            bold = try values.decodeIfPresent(Bool.self, forKey: .bold)
            dim = try values.decodeIfPresent(Bool.self, forKey: .dim)
            italic = try values.decodeIfPresent(Bool.self, forKey: .italic)
            underline = try values.decodeIfPresent(Bool.self, forKey: .underline)
            reverse = try values.decodeIfPresent(Bool.self, forKey: .reverse)
        }
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    static func decode(_ bytes: [UInt8], name: String) throws(ThemeError) -> ThemeFile {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(ThemeFile.self, from: Data(bytes))
        } catch {
            throw ThemeError(theme: name, reason: .malformed(explain(error)))
        }
    }

    private static func explain(_ error: any Error) -> String {
        let context: DecodingError.Context
        switch error as? DecodingError {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
            .dataCorrupted(let found):
            context = found
        default: return "it is not JSON5."
        }
        let place = context.codingPath.map(\.stringValue).joined(separator: ".")
        let detail = context.underlyingError.map { "\(context.debugDescription) \($0)" } ?? context.debugDescription
        return (place.isEmpty ? "" : "at \(place), ") + detail + (detail.hasSuffix(".") ? "" : ".")
    }

    mutating func replace(with child: ThemeFile) {
        assumes = child.assumes ?? assumes
        palette = (palette ?? [:]).merging(child.palette ?? [:]) { $1 }
        roles = (roles ?? [:]).merging(child.roles ?? [:]) { $1 }
    }

    func theme(name: String) throws(ThemeError) -> Theme {
        var styles: [Role: Style] = [:]
        var doubts: [String] = []
        for (key, entry) in (roles ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let role = Role(name: key) else {
                doubts.append("Theme \(name) names the role \(key), which does not exist.")
                continue
            }
            styles[role] = Style(
                foreground: try colour(entry.fg, at: "roles.\(key).fg", in: name),
                background: try colour(entry.bg, at: "roles.\(key).bg", in: name),
                bold: entry.bold ?? false, dim: entry.dim ?? false, italic: entry.italic ?? false,
                underline: entry.underline ?? false, reverse: entry.reverse ?? false)
        }
        let assumed = try colour(assumes, at: "assumes", in: name)
        return Theme(name: name, styles: styles, assumed: assumed, doubts: doubts)
    }

    private func colour(_ text: String?, at place: String, in theme: String) throws(ThemeError) -> Colour? {
        guard let text, text != "none" else { return nil }
        if let value = palette?[text] {
            guard value != "none" else { return nil }
            guard let colour = Colour(literal: value) else {
                throw ThemeError(theme: theme, reason: .colour(value, at: "palette.\(text)"))
            }
            return colour
        }
        guard let colour = Colour(literal: text) else {
            throw ThemeError(theme: theme, reason: .colour(text, at: place))
        }
        return colour
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
