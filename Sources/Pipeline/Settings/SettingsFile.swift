import FoundationEssentials

/// What is wrong with a settings file: which line and key, and what to do.
public struct SettingsMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The key and those around it: `criteria.2.weight`.
    public let key: String
    /// What is wrong, and what to do.
    public let what: String

    /// - Parameters:
    ///   - line: from 1.
    ///   - key: the key and those around it, with dots between; empty when the sentence names it.
    ///   - what: what is wrong, and what to do.
    public init(line: Int, key: String, what: String) {
        self.line = line
        self.key = key
        self.what = what
    }

    /// `key “goal”: …`, without the line.
    public var description: String { key.isEmpty ? what : "key “\(key)”: \(what)" }
}

extension Settings {
    /// Reads a settings file, JSON5. What it does not set keeps its default. Linear in its length.
    ///
    /// - Returns: the settings, and what is wrong, by line. Where something is wrong its default holds, and of numbers
    ///   that contradict each other the defaults of all.
    public static func read(_ bytes: [UInt8]) -> (settings: Settings, mistakes: [SettingsMistake]) {
        do throws(SettingsMistake) {
            var reader = SettingsReader()
            reader.take(try SettingsTree(json5: bytes))
            let text = SettingsText(bytes)
            let mistakes = reader.problems.map {
                SettingsMistake(line: text.line(of: $0.path), key: $0.path.joined(separator: "."), what: $0.what)
            }
            return (reader.settings, mistakes.sorted { $0.line < $1.line })
        } catch {
            return (Settings(), [error])
        }
    }

    /// Reads a settings file in which nothing is wrong.
    ///
    /// - Throws: the first mistake.
    public init(file bytes: [UInt8]) throws(SettingsMistake) {
        let (settings, mistakes) = Settings.read(bytes)
        if let first = mistakes.first { throw first }
        self = settings
    }
}

/// Takes the values of a settings file one by one, and remembers what is wrong with them.
private struct SettingsReader {
    var settings = Settings()
    private(set) var problems: [SettingsProblem] = []

    mutating func take(_ tree: SettingsTree) {
        let keys = [
            "me", "goal", "myHourIsWorth", "leadsAreScarce", "opener", "numbers", "minutes", "criteria", "scripts",
        ]
        for (key, value) in members(of: tree, [], known: keys) {
            switch key {
            case "me":
                for (inner, value) in members(of: value, [key], known: Settings.Me.keys.map(\.key)) {
                    guard let path = Settings.Me.keys.first(where: { $0.key == inner })?.path else { continue }
                    set { settings throws(SettingsProblem) in
                        settings.me[keyPath: path] = try value.string([key, inner])
                    }
                }
            case "goal":
                set { settings throws(SettingsProblem) in settings.dialGoal = try value.integer([key], 1...1000) }
            case "myHourIsWorth":
                set { settings throws(SettingsProblem) in
                    // By way of its digits: 49.99 has no exact binary form, and a cent decides.
                    let worth = try value.number([key], 0...1_000_000)
                    settings.myHourIsWorth = Decimal(string: "\(worth)") ?? Decimal(worth)
                }
            case "leadsAreScarce":
                set { settings throws(SettingsProblem) in settings.leadsAreScarce = try value.bool([key]) }
            case "opener": set { settings throws(SettingsProblem) in settings.opener = try value.string([key]) }
            case "numbers":
                for (inner, value) in members(of: value, [key], known: NumberKey.all.map(\.key)) {
                    guard let number = NumberKey.all.first(where: { $0.key == inner }) else { continue }
                    set { settings throws(SettingsProblem) in
                        settings.numbers[keyPath: number.path] = try value.integer([key, inner], number.range)
                    }
                }
            case "minutes":
                for (inner, value) in members(of: value, [key], known: Channel.allCases.map(\.rawValue)) {
                    guard let channel = Channel(rawValue: inner) else { continue }
                    set { settings throws(SettingsProblem) in
                        settings.minutes[channel] = try value.integer([key, inner], 0...1440)
                    }
                }
            case "criteria": set { settings throws(SettingsProblem) in settings.criteria = try Criterion.list(value) }
            default:
                for (inner, value) in members(of: value, [key], known: Script.Occasion.allCases.map(\.rawValue)) {
                    guard let occasion = Script.Occasion(rawValue: inner) else { continue }
                    set { settings throws(SettingsProblem) in
                        settings.use(try Script.read(value, [key, inner]), on: occasion)
                    }
                }
            }
        }
        checkOrders(tree)
    }

    /// Sets something; what is wrong with it leaves it as it is.
    private mutating func set(_ change: (inout Settings) throws(SettingsProblem) -> Void) {
        do throws(SettingsProblem) { try change(&settings) } catch { problems.append(error) }
    }

    /// The known members of an object in the order of their keys.
    private mutating func members(
        of tree: SettingsTree, _ path: [String], known: [String]
    ) -> [(key: String, value: SettingsTree)] {
        do throws(SettingsProblem) {
            let members = try tree.members(path)
            for (key, _) in members where !known.contains(key) { problems.append(.unknown(key, path, known)) }
            return members.filter { known.contains($0.key) }
        } catch {
            problems.append(error)
            return []
        }
    }

    /// Refuses numbers that contradict each other. The one that the file sets is named, the lower one if it sets both.
    private mutating func checkOrders(_ tree: SettingsTree) {
        let numbers = settings.numbers
        for (low, high, mayBeEqual) in NumberKey.orders {
            let (less, more) = (numbers[keyPath: low.path], numbers[keyPath: high.path])
            if less < more || mayBeEqual && less == more { continue }
            settings.numbers = MethodNumbers()
            if tree.member("numbers")?.member(low.key) != nil {
                let limit = mayBeEqual ? "above" : "not below"
                problems.append(
                    SettingsProblem(
                        ["numbers", low.key], "\(less) is \(limit) \(high.key), \(more); lower it, or raise the other"))
            } else {
                let limit = mayBeEqual ? "below" : "not above"
                problems.append(
                    SettingsProblem(
                        ["numbers", high.key], "\(more) is \(limit) \(low.key), \(less); raise it, or lower the other"))
            }
        }
    }
}

extension Script {
    fileprivate static func read(_ tree: SettingsTree, _ path: [String]) throws(SettingsProblem) -> Script {
        let script = Script(try tree.string(path))
        if let name = script.unknownPlaceholders.first {
            let known = Script.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
            throw SettingsProblem(path, "there is no placeholder {\(name)}; use \(known)")
        }
        return script
    }
}

extension Criterion {
    fileprivate static func list(_ tree: SettingsTree) throws(SettingsProblem) -> [Criterion] {
        var criteria: [Criterion] = []
        for (index, tree) in try tree.elements(["criteria"], 1...20).enumerated() {
            let path = ["criteria", "\(index + 1)"]
            var criterion = Criterion("", "", weight: 1, [])
            for (key, value) in try tree.members(path, known: ["name", "question", "weight", "answers"]) {
                switch key {
                case "name": criterion.name = try value.string(path + [key])
                case "question": criterion.question = try value.string(path + [key])
                case "weight": criterion.weight = try value.number(path + [key], 0.01...1000)
                default:
                    for (place, pair) in try value.elements(path + [key], 2...5).enumerated() {
                        let path = path + [key, "\(place + 1)"]
                        let parts = try pair.elements(path, 2...2)
                        criterion.answers.append(
                            .init(try parts[0].string(path), try parts[1].number(path, 0...1)))
                    }
                }
            }
            if criterion.name.isBlank { throw SettingsProblem(path, "the criterion has no name; give it one") }
            if criterion.answers.isEmpty {
                throw SettingsProblem(path, "the criterion has no answers; give it two to five")
            }
            if criteria.contains(where: { $0.name == criterion.name }) {
                throw SettingsProblem(path + ["name"], "“\(criterion.name)” stands twice; name each criterion once")
            }
            criteria.append(criterion)
        }
        return criteria
    }
}

/// What is wrong with the value of a key.
struct SettingsProblem: Error {
    let path: [String]
    let what: String

    init(_ path: [String], _ what: String) {
        self.path = path
        self.what = what
    }

    /// A key that is none of those that may stand there.
    static func unknown(_ key: String, _ path: [String], _ known: [String]) -> SettingsProblem {
        let near = known.min { key.distance(to: $0) < key.distance(to: $1) }
        return SettingsProblem(
            path + [key],
            "is not known; did you mean \(near ?? "")? The keys here are \(known.joined(separator: ", "))")
    }
}

extension String {
    /// How many letters must be put in, left out or changed to make the other. The product of the lengths.
    public func distance(to other: String) -> Int {
        let (a, b) = (Array(lowercased()), Array(other.lowercased()))
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var last = row[0]
            row[0] = i + 1
            for (j, wanted) in b.enumerated() {
                let change = last + (letter == wanted ? 0 : 1)
                last = row[j + 1]
                row[j + 1] = Swift.min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
