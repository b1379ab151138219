import Canvas
public import Pipeline

extension Keymap {
    /// Reads a file of keys, JSON5: by the id of a command a key, a list of them, or null for none, in place of its
    /// usual ones; and `mouse`, true or false. A key may be several with blanks between: `t i`. Linear in its length.
    ///
    /// - Returns: the keys, and what is wrong, by line. When anything is, the keys are the usual ones: half of what
    ///   somebody wanted is nothing to rely on.
    public static func read(_ bytes: [UInt8]) -> (keymap: Keymap, mistakes: [SettingsMistake]) {
        do throws(SettingsMistake) {
            var reader = KeymapReader(text: SettingsText(bytes))
            reader.take(try SettingsTree(json5: bytes))
            var keymap = Keymap(reader.chosen)
            reader.takeConflicts(of: keymap)
            keymap.usesMouse = reader.usesMouse
            return reader.mistakes.isEmpty ? (keymap, []) : (.standard, reader.mistakes.sorted { $0.line < $1.line })
        } catch {
            return (.standard, [error])
        }
    }

    /// The keys as a file to edit, with a comment on every command. What is as usual is commented out, so that the
    /// file keeps only what its owner decided.
    public var commented: String {
        let names = Key.names.joined(separator: ", ")
        var lines = [
            "// lastcall's keys, JSON5: comments and trailing commas are welcome.",
            "// What stands here takes the place of a command's usual keys: \"n\", [\"n\", \"F5\"], or null for none.",
            "// Keys to be pressed one after the other have a blank between them: \"t i\".",
            "// A key is a letter or a sign, C-d (Ctrl and d), F1, or one of:",
            "// \(names).",
            "// In lists and forms, Enter, Esc, Tab and the arrows are always themselves.",
            "// Check the file with: lastcall keys --check", "{",
            line("mouse: \(usesMouse)", usesMouse, "false leaves the mouse to the terminal, to select text with"),
        ]
        for group in Command.Group.allCases {
            lines += ["", "  // \(group.rawValue)"]
            for command in Command.all where command.group == group {
                let keys = keys(of: command.id)
                lines.append(
                    line(
                        "\"\(command.id)\": \(Keymap.json(keys))", keys == Keymap.standard.keys(of: command.id),
                        command.help))
            }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func line(_ entry: String, _ isUsual: Bool, _ comment: String) -> String {
        let start = (isUsual ? "  // " : "  ") + entry + ","
        return start + String(repeating: " ", count: max(1, 44 - start.count)) + "// " + comment
    }

    private static func json(_ keys: [[Key]]) -> String {
        let texts = keys.map { keys in
            "\"" + name(of: keys).flatMap { "\\\"".contains($0) ? "\\\($0)" : "\($0)" } + "\""
        }
        return texts.count == 1 ? texts[0] : texts.isEmpty ? "null" : "[\(texts.joined(separator: ", "))]"
    }
}

/// Takes in a file of keys, and what is wrong with it.
private struct KeymapReader {
    /// As many keys as a sequence may have.
    private static let longest = 4

    let text: SettingsText
    var chosen: [String: [[Key]]] = [:]
    var usesMouse = true
    var mistakes: [SettingsMistake] = []

    mutating func take(_ tree: SettingsTree) {
        guard case .object(let members) = tree else { return add([], "the file should be an object in braces") }
        for (name, value) in members {
            if name == "mouse" {
                guard case .bool(let wanted) = value else { return add([name], "mouse should be true or false") }
                usesMouse = wanted
            } else if Command.all.contains(where: { $0.id == name }) {
                chosen[name] = sequences(value, of: name)
            } else {
                let near = nearest(name, Command.all.map(\.id) + ["mouse"])
                add([name], "there is no command “\(name)”; did you mean \(near)?")
            }
        }
    }

    private mutating func sequences(_ value: SettingsTree, of id: String) -> [[Key]]? {
        switch value {
        case .null: return []
        case .string(let text): return sequence(text, [id]).map { [$0] }
        case .array(let elements):
            let found = elements.enumerated().compactMap { place, element -> [Key]? in
                let path = [id, "\(place + 1)"]
                if case .string(let text) = element { return sequence(text, path) }
                add(path, "\(id): a key stands in quotation marks, as \"n\"")
                return nil
            }
            return found.count == elements.count ? found : nil
        default:
            add([id], "\(id) takes a key as \"n\", a list of them as [\"n\", \"F5\"], or null for none")
            return nil
        }
    }

    private mutating func sequence(_ text: String, _ path: [String]) -> [Key]? {
        let names = text.split(separator: " ").map(String.init)
        // Every beginning of a sequence is kept.
        guard names.count <= KeymapReader.longest else {
            add(
                path,
                "\(path[0]): \(names.count) keys one after the other are too many; \(KeymapReader.longest) are the most"
            )
            return nil
        }
        var keys: [Key] = []
        for name in names {
            guard let key = Key(name: name) else {
                add(path, "\(path[0]): there is no key “\(name)”; did you mean “\(nearestKey(name))”?")
                return nil
            }
            keys.append(key)
        }
        if keys.isEmpty {
            add(path, "\(path[0]): “\(text)” names no key; a blank is called Space, and null is for none")
            return nil
        }
        if keys.dropFirst().contains(where: { $0 == .escape || $0 == .control("c") }) {
            add(path, "\(path[0]): Esc and C-c leave what other keys began; they can only stand first")
            return nil
        }
        return keys
    }

    /// What is wrong between commands.
    mutating func takeConflicts(of keymap: Keymap) {
        if keymap.keys(of: "quit").isEmpty { add(["quit"], "quit has no key, and nobody could leave; give it one") }
        var owners: [[Key]: Command] = [:]
        var shared: Set<[Key]> = []
        for command in Command.all {
            for keys in keymap.keys(of: command.id) {
                if let other = owners[keys] {
                    shared.insert(keys)
                    let what =
                        other.id == command.id
                        ? "\(command.id) twice; take one away"
                        : "both \(told(other, ",")) and \(told(command)); give one of them another"
                    add([lastChosen(other, command)], "“\(Keymap.name(of: keys))” runs \(what)")
                }
                owners[keys] = command
            }
        }
        for command in Command.all {
            for keys in keymap.keys(of: command.id) {
                for length in 1..<max(1, keys.count) {
                    let first = Array(keys.prefix(length))
                    guard let other = owners[first], !other.isPrefix, !shared.contains(first) else { continue }
                    add(
                        [lastChosen(other, command)],
                        "“\(Keymap.name(of: first))” runs \(told(other)), but “\(Keymap.name(of: keys))” of "
                            + "\(told(command, ",")) begins with it; give one of them another")
                }
            }
        }
    }

    /// The id, and whether its keys are not of the file's doing.
    private func told(_ command: Command, _ comma: String = "") -> String {
        chosen[command.id] == nil ? "\(command.id), by default\(comma)" : command.id
    }

    /// Of two commands the one that stands later in the file.
    private func lastChosen(_ a: Command, _ b: Command) -> String {
        let lines = [a.id, b.id].map { chosen[$0] == nil ? 0 : text.line(of: [$0]) }
        return lines[0] > lines[1] ? a.id : b.id
    }

    private func nearest(_ name: String, _ known: [String]) -> String {
        known.min { name.distance(to: $0) < name.distance(to: $1) } ?? ""
    }

    private func nearestKey(_ name: String) -> String {
        let near = nearest(name, Key.names + (1...12).map { "F\($0)" } + "abcdefgklnopqrstuvwxyz".map { "C-\($0)" })
        // Two or three signs without a blank are meant one after the other.
        let signs = name.map { String($0) }
        let isRow = signs.count < 4 && name.distance(to: near) > 1 && signs.allSatisfy { Key(name: $0) != nil }
        return isRow ? signs.joined(separator: " ") : near
    }

    private mutating func add(_ path: [String], _ what: String) {
        mistakes.append(SettingsMistake(line: text.line(of: path), key: "", what: what))
    }
}
