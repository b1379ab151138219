extension Settings {
    /// The settings file with the user's own details in it, and all else as it was, comments too. Linear.
    ///
    /// - Parameter bytes: the file as it is; nil for none, and then a commented one is made.
    /// - Returns: nil when they stand there in a way in which they cannot be replaced for certain.
    /// - Throws: the first mistake in the file.
    public static func file(_ bytes: [UInt8]?, introducing me: Me) throws(SettingsMistake) -> [UInt8]? {
        guard let bytes else {
            var settings = Settings()
            settings.me = me
            return Array(settings.commented.utf8)
        }
        var wanted = try Settings(file: bytes)
        let known = wanted.me
        wanted.me = me
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let details = try SettingsTree(json5: bytes).member("me")
        let changed =
            details.map { replacing(known, by: me, in: lines, SettingsText(bytes), $0) } ?? adding(me, to: lines)
        let file = changed.map { Array($0.joined(separator: "\n").utf8) }
        return file.flatMap { (try? Settings(file: $0)) == wanted ? $0 : nil }
    }

    private static func replacing(
        _ known: Me, by me: Me, in lines: [String], _ text: SettingsText, _ details: SettingsTree
    ) -> [String]? {
        var (lines, missing) = (lines, "")
        for (key, path, _) in Me.keys where known[keyPath: path] != me[keyPath: path] {
            if details.member(key) == nil {
                missing += " \(key): \(quoted(me[keyPath: path])),"
                continue
            }
            let line = text.line(of: ["me", key]) - 1
            guard lines.indices.contains(line), let name = lines[line].firstRange(of: key) else { return nil }
            let value = lines[line][name.upperBound...].firstRange(of: quoted(known[keyPath: path]))
            guard let value else { return nil }
            lines[line].replaceSubrange(value, with: quoted(me[keyPath: path]))
        }
        if missing.isEmpty { return lines }
        let line = text.line(of: ["me"]) - 1
        guard lines.indices.contains(line), let name = lines[line].firstRange(of: "me"),
            let brace = lines[line][name.upperBound...].firstIndex(of: "{")
        else { return nil }
        lines[line].insert(contentsOf: missing, at: lines[line].index(after: brace))
        return lines
    }

    private static func adding(_ me: Me, to lines: [String]) -> [String]? {
        guard let opening = lines.firstIndex(where: { $0.hasPrefix("{") }) else { return nil }
        let details = Me.keys.map { "\($0.key): \(quoted(me[keyPath: $0.path]))" }.joined(separator: ", ")
        var lines = lines
        lines[opening] = "{\n  me: { \(details) },\(lines[opening].dropFirst())"
        return lines
    }
}
