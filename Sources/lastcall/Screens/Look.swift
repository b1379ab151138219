import Canvas
import Interface

/// The user's keys and themes as the screens open. A mistake in a file of them, or of the settings, keeps nobody out:
/// what is usual takes the place, and the mistake is said.
struct Look {
    let keymap: Keymap
    let theme: Theme
    /// What is wrong, in a sentence; nil when nothing is.
    let problem: String?

    /// - Parameter settings: what is wrong with the settings, whose defaults hold there.
    init(settings: [String] = []) throws {
        let (keymap, mistakes) = KeysFile.load()
        self.keymap = keymap
        var problems: [String] = []
        if let first = settings.first {
            problems.append("\(first). The default holds there\(SettingsFile.more(than: settings)).")
        }
        if let first = mistakes.first {
            let more = mistakes.count > 1 ? "; lastcall keys --check names \(mistakes.count - 1) more" : ""
            problems.append("\(first). The usual keys hold\(more).")
        }
        let usual = Look.usualTheme
        do throws(Failure) {
            theme = try ThemeFolder.theme(RememberedTheme.name ?? usual)
        } catch {
            theme = try Theme.shipped(usual)
            problems.append("\(error.sentence). The theme is \(usual) until then.")
        }
        problem = problems.isEmpty ? nil : problems.joined(separator: " ")
    }

    /// The theme for the terminal's background, where the terminal says what it is: `COLORFGBG` ends in the number of
    /// the background's colour, and 7 and 15 are the white ones.
    private static var usualTheme: String {
        let colours = Environment["COLORFGBG"] ?? ""
        return colours.hasSuffix(";7") || colours.hasSuffix(";15") ? "light" : "dark"
    }
}
