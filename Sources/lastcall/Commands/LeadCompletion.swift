import ArgumentParser
import Journal
import Pipeline

extension CompletionKind {
    /// Leads, by their names, companies and ids, from the data.
    static let lead = CompletionKind.custom { words, _, typed in
        LeadCompletion.candidates(typed, among: words, for: CompletionShell.requesting)
    }

    /// The themes that there are.
    static let theme = CompletionKind.custom { _, _, _ in ThemeFolder.names }

    /// The words of an enumeration.
    static func words<Word: RawRepresentable & CaseIterable>(of type: Word.Type) -> CompletionKind
    where Word.RawValue == String {
        words(type.allCases.map(\.rawValue))
    }

    /// Words that may have blanks in them, which fish would take for several in a list of the parser's.
    static func words(_ words: [String]) -> CompletionKind {
        .custom { _, _, _ in words.map { Candidate($0).written(for: CompletionShell.requesting) } }
    }
}

/// A word that a shell may put into the command line.
struct Candidate {
    let word: String
    /// What it means, for the shells that show that.
    var about: String?

    init(_ word: String, about: String? = nil) {
        self.word = word
        self.about = about
    }

    /// As the script of a shell takes it. Names come from outside: nothing in them may be run.
    func written(for shell: CompletionShell?) -> String {
        switch shell {
        // Bash expands the words of a list like those of a command line.
        case .bash?: return word.map { $0.isLetter || $0.isNumber ? "\($0)" : "\\\($0)" }.joined()
        case .zsh?:
            let word = word.map { "\\:".contains($0) ? "\\\($0)" : "\($0)" }.joined()
            return about.map { "\(word):\($0)" } ?? word
        case .fish?: return about.map { "\(word)\t\($0)" } ?? word
        default: return word
        }
    }
}

/// What a shell offers where a lead is to be named. It never complains: words in the middle of a command line being
/// typed would be in the way.
enum LeadCompletion {
    private static let limit = 40

    /// - Parameter words: the command line so far.
    static func candidates(_ typed: String, among words: [String], for shell: CompletionShell?) -> [String] {
        guard let clock = try? Clock(), let store = try? StoreOptions.parse(data(in: words)),
            let journal = try? Journal(paths: store.location())
        else { return [] }
        var pipeline = Pipeline(Rules((try? SettingsFile.load()) ?? Settings(), zone: clock.zone))
        let typed = unquoted(typed)
        // What was done with the leads is only asked for when the first of the morning list are offered.
        let isRead =
            typed.isEmpty
            ? (try? pipeline.applyAll { take throws(JournalError) in _ = try journal.load(take) }) != nil
            : (try? pipeline.applyAll { take throws(JournalError) in try journal.loadNames(take) }) != nil
        guard isRead else { return [] }
        let leads: [Lead]
        if typed.isEmpty {
            pipeline.learnZones(ZoneFiles.zone)
            let triage = Triage(pipeline, now: clock.now)
            leads = (0..<min(limit, triage.count)).compactMap { pipeline[triage[$0].lead] }
        } else {
            leads = pipeline.leads.filter(\.isOnFile)
        }
        let found = leads.compactMap { lead in
            word(for: lead, typed).map { (lead: lead, word: $0.word, isName: $0.isName) }
        }
        // A company, or the kind of one, that several leads have names nobody.
        let counts = Dictionary(found.map { ($0.word.lowercased(), 1) }, uniquingKeysWith: +)
        return found.filter { $0.isName || counts[$0.word.lowercased()] == 1 }.prefix(limit).map { lead, word, _ in
            let who = [lead.title, lead.fields.company, lead.fields.city].compactMap(\.self).joined(separator: ", ")
            return Candidate(word, about: Output.visible(who)).written(for: shell)
        }
    }

    private static func data(in words: [String]) -> [String] {
        for (index, word) in words.enumerated() {
            if word == "--data", index + 1 < words.count { return [word, unquoted(words[index + 1])] }
            if word.hasPrefix("--data=") { return [unquoted(word)] }
        }
        return []
    }

    /// What names a lead and begins with what was typed: its name or company from one of their words on, or its id. Of
    /// what was typed nothing is changed, since shells pass over words that do not begin with it.
    private static func word(for lead: Lead, _ typed: String) -> (word: String, isName: Bool)? {
        let (name, id) = (lead.fields.name, lead.id.description)
        if typed.isEmpty { return (name.isEmpty || hasControls(name) ? id : name, true) }
        for (text, isName) in [(name, true), (id, true), (lead.fields.company ?? "", false)] {
            guard mayHold(text, typed), !hasControls(text) else { continue }
            let starts = text.indices.filter { $0 == text.startIndex || text[text.index(before: $0)] == " " }
            for start in starts where text[start...].prefix(typed.count).lowercased() == typed.lowercased() {
                return (typed + text[start...].dropFirst(typed.count), isName)
            }
        }
        return nil
    }

    /// False when no word of a text begins with the letter that was typed first: nearly all texts are told by that, and
    /// letters beyond ASCII are left to a closer look.
    private static func mayHold(_ text: String, _ typed: String) -> Bool {
        guard let wanted = typed.utf8.first, wanted < 0x80 else { return true }
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            if previous == UInt8(ascii: " "), byte >= 0x80 || byte | 0x20 == wanted | 0x20 { return true }
            previous = byte
        }
        return false
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Without the quotes and backslashes of the shell.
    private static func unquoted(_ word: String) -> String {
        var text = ""
        var isEscaped = false
        for character in word {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else if isEscaped || !"'\"".contains(character) {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
