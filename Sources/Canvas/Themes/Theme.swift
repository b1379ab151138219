/// A look: a style for every role.
public struct Theme: Sendable {
    /// The name of the theme, which is that of its file without `.json5`.
    public let name: String
    /// What it is for, in a few words; empty when its file does not say.
    public let about: String
    /// What is doubtful about the theme; empty for a sound one.
    ///
    /// Named are roles that do not exist, roles that have no style (they look like plain text), and text with a
    /// contrast below 4.5 to 1 (WCAG 2.2, 1.4.3) to what it lies on, where both are known: a theme with a
    /// transparent background may say in `assumes` which colour it was made for.
    public var findings: [Finding] {
        let missing = Role.allCases.filter { given[$0.rawValue] == nil }.map { role in
            Finding(
                theme: name, path: ["roles"],
                description: "role \(role.name) has no style and looks like plain text; give it one, or inherit a theme"
            )
        }
        return doubts + missing + faint
    }

    /// The background that the theme was made for, where it leaves that to the terminal.
    let assumed: Colour?

    // By role; nil where the theme says nothing.
    private let given: [Style?]
    private let styles: [Style]
    private let doubts: [Finding]

    /// Something doubtful.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// The theme in whose file it stands, which may be one that was inherited.
        public let theme: String
        /// Where it stands there: `roles`, `dim`.
        public let path: [String]
        /// What is doubtful and what to do, without the place.
        public let description: String
    }

    init(name: String, about: String, styles: [Style?], assumed: Colour?, doubts: [Finding]) {
        self.name = name
        self.about = about
        self.assumed = assumed
        self.doubts = doubts
        given = styles
        self.styles = styles.map { $0 ?? Style() }
    }

    /// How `role` looks on the ground `ground`, nil for the screen's own, on a terminal of `depth`. A role without a
    /// colour of its own has that of plain text; without any colours, every theme looks like `monochrome`.
    public func style(for role: Role, on ground: Role? = nil, depth: ColourDepth = .trueColour) -> Style {
        let styles = depth == .monochrome ? Theme.plain : self.styles
        var own = styles[role.rawValue]
        let text = styles[Role.text.rawValue]
        own.foreground = own.foreground ?? text.foreground
        if depth == .sixteen {
            // A background of the whole screen would be all reversed.
            if own.background == text.background { own.background = nil }
            own = own.withoutGrey(Theme.plain[role.rawValue])
        } else {
            own.background = own.background ?? text.background
        }
        guard let ground, ground != role else { return own.degraded(to: depth) }
        // Reversed, each colour of text would be a patch of ground.
        if styles[ground.rawValue].reverse { own.foreground = text.foreground }
        return own.on(styles[ground.rawValue]).degraded(to: depth)
    }

    /// The styles of `monochrome`: what must be told apart still is.
    private static let plain: [Style] =
        (try? shipped("monochrome").styles) ?? Role.allCases.map { _ in Style() }

    /// How much text differs from what it lies on, at least (WCAG 2.2, 1.4.3).
    static let leastContrast = 4.5

    /// Text that is hard to read.
    private var faint: [Finding] {
        let marks = [Role.border, .track]
        let words = Role.allCases.filter { !marks.contains($0) }
        let text = given[Role.text.rawValue]
        var found: [Finding] = []
        let grounds: [Role?] = [nil, .selection, .banner, .input]
        for ground in grounds {
            // Of two grounds, one does not lie on the other.
            for role in words where ground == nil || !grounds.contains(role) {
                guard var style = given[role.rawValue] else { continue }
                style.background = style.background ?? text?.background
                if let ground, let under = given[ground.rawValue] { style = style.on(under) }
                let front = style.foreground ?? text?.foreground
                guard let back = style.background ?? assumed, let contrast = front?.contrast(with: back),
                    contrast < Theme.leastContrast
                else { continue }
                let place = ground.map { " on \($0.name)" } ?? ""
                let ratio = Double(Int(contrast * 10)) / 10
                found.append(
                    Finding(
                        theme: name, path: ["roles", role.name],
                        description: "role \(role.name)\(place) has a contrast of \(ratio), below 4.5 to 1; "
                            + "make it lighter or darker"))
            }
        }
        return found
    }
}
