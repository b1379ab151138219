/// A look: a style for every role.
public struct Theme: Sendable {
    /// The name of the theme, which is that of its file without `.json5`.
    public let name: String
    /// What is doubtful about the theme, in plain sentences; empty for a sound one.
    ///
    /// Named are roles that do not exist, roles that have no style (they look like plain text), and text with a
    /// contrast below 4.5 to 1 (WCAG 2.2, 1.4.3) to what it lies on, where both are known: a theme with a
    /// transparent background may say in `assumes` which colour it was made for.
    public let findings: [String]

    private let styles: [Style]

    init(name: String, styles: [Role: Style], assumed: Colour?, doubts: [String]) {
        self.name = name
        self.styles = Role.allCases.map { styles[$0] ?? Style() }
        let missing = Role.allCases.filter { styles[$0] == nil }.map { role in
            "Theme \(name) has no style for the role \(role.name)."
        }
        findings = doubts + missing + Theme.faint(name: name, styles: styles, assumed: assumed)
    }

    /// How `role` looks on the ground `ground`, nil for the screen's own, on a terminal of `depth`. A role without a
    /// text colour has that of plain text.
    public func style(for role: Role, on ground: Role? = nil, depth: ColourDepth = .trueColour) -> Style {
        if depth == .monochrome {
            return ground.map { role.plain.on($0.plain) } ?? role.plain
        }
        var own = styles[Int(role.rawValue)]
        own.foreground = own.foreground ?? styles[Int(Role.text.rawValue)].foreground
        guard let ground, ground != role else { return own.degraded(to: depth) }
        return own.on(styles[Int(ground.rawValue)]).degraded(to: depth)
    }

    private static func faint(name: String, styles: [Role: Style], assumed: Colour?) -> [String] {
        let marks: Set<Role> = [.border, .track]
        let text = Role.allCases.filter { !marks.contains($0) }
        let grounds: [Role?] = [nil, .selection, .banner, .input]
        var found: [String] = []
        for ground in grounds {
            for role in text where role != ground {
                guard var style = styles[role] else { continue }
                if let ground, let under = styles[ground] { style = style.on(under) }
                let front = style.foreground ?? styles[.text]?.foreground
                guard let back = style.background ?? assumed, let contrast = front?.contrast(with: back), contrast < 4.5
                else { continue }
                let place = ground.map { " on \($0.name)" } ?? ""
                let ratio = Double(Int(contrast * 10)) / 10
                found.append("Theme \(name) shows \(role.name)\(place) with a contrast of \(ratio), below 4.5 to 1.")
            }
        }
        return found
    }
}
