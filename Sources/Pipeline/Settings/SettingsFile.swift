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
    /// - Throws: the first mistake.
    public init(file bytes: [UInt8]) throws(SettingsMistake) {
        self.init()
        let tree = try SettingsTree(json5: bytes)
        do throws(SettingsProblem) {
            try take(tree)
        } catch {
            throw SettingsMistake(
                line: SettingsText(bytes).line(of: error.path), key: error.path.joined(separator: "."), what: error.what
            )
        }
    }

    private mutating func take(_ tree: SettingsTree) throws(SettingsProblem) {
        let keys = [
            "me", "goal", "myHourIsWorth", "leadsAreScarce", "opener", "numbers", "minutes", "criteria", "scripts",
        ]
        for (key, value) in try tree.members([], known: keys) {
            switch key {
            case "me":
                for (inner, value) in try value.members(["me"], known: Me.keys.map(\.key)) {
                    guard let path = Me.keys.first(where: { $0.key == inner })?.path else { continue }
                    me[keyPath: path] = try value.string(["me", inner])
                }
            case "goal": dialGoal = try value.integer([key], 1...1000)
            case "myHourIsWorth":
                // By way of its digits: 49.99 has no exact binary form, and a cent decides.
                let worth = try value.number([key], 0...1_000_000)
                myHourIsWorth = Decimal(string: "\(worth)") ?? Decimal(worth)
            case "leadsAreScarce": leadsAreScarce = try value.bool([key])
            case "opener": opener = try value.string([key])
            case "numbers":
                for (inner, value) in try value.members(["numbers"], known: NumberKey.all.map(\.key)) {
                    guard let number = NumberKey.all.first(where: { $0.key == inner }) else { continue }
                    numbers[keyPath: number.path] = try value.integer(["numbers", inner], number.range)
                }
            case "minutes":
                for (inner, value) in try value.members(["minutes"], known: Channel.allCases.map(\.rawValue)) {
                    guard let channel = Channel(rawValue: inner) else { continue }
                    minutes[channel] = try value.integer(["minutes", inner], 0...1440)
                }
            case "criteria": criteria = try Criterion.list(value)
            default:
                for (inner, value) in try value.members(["scripts"], known: Script.Occasion.allCases.map(\.rawValue)) {
                    guard let occasion = Script.Occasion(rawValue: inner) else { continue }
                    let script = Script(try value.string(["scripts", inner]))
                    if let name = script.unknownPlaceholders.first {
                        let known = Script.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                        throw SettingsProblem(["scripts", inner], "there is no placeholder {\(name)}; use \(known)")
                    }
                    scripts[occasion] = script
                }
            }
        }
        try checkOrders(tree)
    }

    /// Refuses numbers that contradict each other. The one that the file sets is named, the lower one if it sets both.
    private func checkOrders(_ tree: SettingsTree) throws(SettingsProblem) {
        for (low, high, mayBeEqual) in NumberKey.orders {
            let (less, more) = (numbers[keyPath: low.path], numbers[keyPath: high.path])
            if less < more || mayBeEqual && less == more { continue }
            if tree.member("numbers")?.member(low.key) != nil {
                let limit = mayBeEqual ? "above" : "not below"
                throw SettingsProblem(
                    ["numbers", low.key], "\(less) is \(limit) \(high.key), \(more); lower it, or raise the other")
            }
            let limit = mayBeEqual ? "below" : "not above"
            throw SettingsProblem(
                ["numbers", high.key], "\(more) is \(limit) \(low.key), \(less); raise it, or lower the other")
        }
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
