import Canvas
import Testing

/// What is wrong, and what is doubtful, in a theme.
@Suite("Theme lint") struct ThemeLintTests {
    private static func load(_ text: String, _ others: [String: String] = [:]) throws(ThemeError) -> Theme {
        try Theme.load(name: "mine", bytes: Array(text.utf8)) { others[$0].map { Array($0.utf8) } }
    }

    private static let shipped = Theme.shipped.keys.sorted()

    @Test(arguments: shipped) func theShippedThemesAreSound(_ name: String) throws {
        let theme = try Theme.shipped(name)
        #expect(theme.findings == [])
        #expect(!theme.about.isEmpty && theme.about.count <= 26, "it says in a few words what it is for")
    }

    @Test(arguments: shipped) func whatCountsIsToldApartOnEveryTerminal(_ name: String) throws {
        let theme = try Theme.shipped(name)
        for depth in [ColourDepth.trueColour, .palette256, .sixteen, .monochrome] {
            let style = { (role: Role, ground: Role?) in theme.style(for: role, on: ground, depth: depth) }
            #expect(style(.selection, nil) != style(.text, nil), "\(depth)")
            #expect(style(.text, .selection) != style(.text, nil), "\(depth)")
            #expect(style(.text, .banner) != style(.text, nil), "\(depth)")
            #expect(style(.bad, nil) != style(.good, nil), "\(depth)")
            #expect(style(.bad, nil) != style(.warn, nil), "\(depth)")
            #expect(style(.dim, nil) != style(.text, nil), "\(depth)")
            #expect(style(.bar, nil) != style(.track, nil), "\(depth)")
            #expect(style(.tab, nil) != style(.dim, nil), "\(depth)")
        }
    }

    @Test(arguments: shipped) func textReadsInThePaletteOf256Too(_ name: String) throws {
        let theme = try Theme.shipped(name)
        let grounds: [Role?] = [nil, .selection, .banner, .input]
        for ground in grounds {
            for role in Role.allCases where role != .border && role != .track {
                if ground != nil, grounds.contains(role) { continue }
                let style = theme.style(for: role, on: ground, depth: .palette256)
                guard let front = style.foreground, let back = style.background else { continue }
                if let contrast = front.contrast(with: back) {
                    #expect(contrast >= 4.5, "\(role) on \(ground.map(\.name) ?? "the screen")")
                }
            }
        }
    }

    /// A theme that cannot be shown: where in it, and why.
    private static let mistakes: [(text: String, path: [String], sentence: String)] = [
        ("", [], "this is not JSON5"),
        ("{", [], "this is not JSON5"),
        ("{ roles: { bad: ", [], "this is not JSON5"),
        ("\u{0}", [], "this is not JSON5"),
        ("[]", [], "should be an object in braces"),
        ("{ roles: 3 }", ["roles"], "roles: should be an object in braces"),
        ("{ about: 3 }", ["about"], "about: should be text in quotation marks"),
        ("{ pallete: {} }", ["pallete"], "pallete: there is no such key; did you mean palette?"),
        (
            "{ roles: { bad: { bolt: true } } }", ["roles", "bad", "bolt"],
            "role bad, bolt: there is no such key; did you mean bold?"
        ),
        ("{ roles: { bad: { bold: 'yes' } } }", ["roles", "bad", "bold"], "role bad, bold: should be true or false"),
        ("{ roles: { bad: true } }", ["roles", "bad"], "role bad: should be an object in braces"),
        ("{ roles: { bad: { fg: 'reddish' } } }", ["roles", "bad", "fg"], "role bad, fg: “reddish” is no colour"),
        ("{ roles: { bad: '256' } }", ["roles", "bad", "fg"], "role bad, fg: “256” is no colour"),
        ("{ roles: { bad: '#12345g' } }", ["roles", "bad", "fg"], "role bad, fg: “#12345g” is no colour"),
        ("{ palette: { a: '#12' }, roles: { bad: 'a' } }", ["palette", "a"], "palette.a: “#12” is no colour"),
        ("{ assumes: 'paper' }", ["assumes"], "assumes: “paper” is no colour"),
        ("{ inherits: 'nowhere' }", ["inherits"], "inherits names “nowhere”, which is no theme"),
        ("{ inherits: 'round' }", ["inherits"], "inherits leads back to the theme itself"),
    ]

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlace(_ text: String, _ path: [String], _ sentence: String) {
        let others = ["round": "{ inherits: 'trip' }", "trip": "{ inherits: 'round' }"]
        let error = #expect(throws: ThemeError.self) { _ = try Self.load(text, others) }
        #expect(error?.theme == "mine")
        #expect(error?.path == path)
        #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func aMistakeInAnInheritedThemeIsThatThemes() {
        let error = #expect(throws: ThemeError.self) {
            _ = try Self.load("{ inherits: 'base' }", ["base": "{ roles: { bad: 'reddish' } }"])
        }
        #expect(error?.theme == "base")
        #expect(error?.path == ["roles", "bad", "fg"])
    }

    /// A theme with something doubtful in it.
    private static let doubts: [(text: String, theme: String, path: [String], sentence: String)] = [
        (
            "{ inherits: 'dark', roles: { bads: 'red' } }", "mine", ["roles", "bads"],
            "role bads does not exist; did you mean bad?"
        ),
        ("{ inherits: 'base' }", "base", ["roles", "acent"], "role acent does not exist; did you mean accent?"),
        (
            "{ inherits: 'dark', roles: { dim: { fg: '#777777', bg: '#888888' } } }", "mine", ["roles", "dim"],
            "role dim has a contrast of 1.2, below 4.5 to 1; make it lighter or darker"
        ),
        (
            "{ inherits: 'dark', roles: { selection: { bg: '#d7dae0' } } }", "mine", ["roles", "text"],
            "role text on selection has a contrast of 1.0, below 4.5 to 1; make it lighter or darker"
        ),
        (
            "{ inherits: 'dark', assumes: '#ffffff' }", "mine", ["roles", "text"],
            "role text has a contrast of 1.4, below 4.5 to 1; make it lighter or darker"
        ),
        (
            "{ roles: { text: 'none' } }", "mine", ["roles"],
            "role bad has no style and looks like plain text; give it one, or inherit a theme"
        ),
    ]

    @Test(arguments: doubts)
    func whatIsDoubtfulIsToldWithItsPlace(_ text: String, _ theme: String, _ path: [String], _ sentence: String) throws
    {
        let findings = try Self.load(text, ["base": "{ inherits: 'dark', roles: { acent: 'red' } }"]).findings
        #expect(findings.contains { $0.theme == theme && $0.path == path && $0.description == sentence }, "\(findings)")
    }

    @Test func nobodyKnowsTheContrastOfTheUsersOwnColours() throws {
        #expect(try Self.load("{ inherits: 'dark', roles: { good: 'green' } }").findings == [])
    }
}
