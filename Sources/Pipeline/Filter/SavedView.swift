/// A filter and an order that are kept under a name, each in a file of its own.
public struct SavedView: Hashable, Sendable {
    /// What it is called, which is the name of its file.
    public let name: String
    /// The filter as it was typed.
    public let filter: String
    /// The order; nil for the one that is usual.
    public let order: LeadOrder?

    /// A view.
    public init(name: String, filter: String, order: LeadOrder?) {
        (self.name, self.filter, self.order) = (name, filter, order)
    }

    /// Reads a view from its file, JSON5: `filter`, and `sort` as `list --sort` has it; either may be left out.
    ///
    /// - Throws: the first mistake, with its line.
    public init(name: String, file bytes: [UInt8], _ now: Now) throws(SettingsMistake) {
        self.name = name
        let tree = try SettingsTree(json5: bytes)
        var (filter, order): (String, LeadOrder?) = ("", nil)
        do throws(SettingsProblem) {
            for (key, value) in try tree.members([], known: ["filter", "sort"]) {
                let text = try value.string([key])
                if key == "sort" {
                    order = LeadOrder(text)
                    if order == nil { throw SettingsProblem([key], LeadOrder.mistake(text)) }
                } else {
                    filter = text
                    do throws(FilterMistake) {
                        _ = try Filter(text, now)
                    } catch {
                        throw SettingsProblem([key], error.description)
                    }
                }
            }
        } catch {
            throw SettingsMistake(
                line: SettingsText(bytes).line(of: error.path), key: error.path.joined(separator: "."), what: error.what
            )
        }
        (self.filter, self.order) = (filter, order)
    }

    /// The view as a file to edit.
    public var commented: String {
        let sort = order.map { "  sort: \(JSON.string($0.description).text),\n" } ?? ""
        return """
            // A view of lastcall's, JSON5: filter as in lastcall list FILTER, sort as in lastcall list --sort.
            {
              filter: \(JSON.string(filter).text),
            \(sort)}

            """
    }

    /// Why a view cannot be called so, in a sentence; nil when it can: the name is to be that of a file.
    public static func problem(ofName name: String) -> String? {
        if name.isBlank { return "a view needs a name" }
        let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "/" }
        if !isPlain || name.hasPrefix(".") || name.utf8.count > 100 {
            return "a view is named in a few words, without “/” and not beginning with “.”"
        }
        return nil
    }
}

extension LeadOrder {
    /// What to say of a text that names no order.
    public static func mistake(_ text: String) -> String {
        "“\(text)” is no order; use one of \(Key.allCases.map(\.rawValue).joined(separator: ", ")), with “-” before it for "
            + "the other way round"
    }
}
