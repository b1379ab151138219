import Canvas
import FoundationEssentials
import Testing

@Suite struct ThemeTests {
    private func load(_ text: String, name: String = "mine", others: [String: String] = [:]) throws -> Theme {
        try Theme.load(name: name, bytes: Array(text.utf8)) { others[$0].map { Array($0.utf8) } }
    }

    @Test func everyThemeFileIsShipped() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../themes").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == Theme.shipped.keys.map { "\($0).json5" }.sorted())
    }

    @Test func aThemeMayHaveCommentsAndTrailingCommas() throws {
        let theme = try load(
            """
            // mine
            { palette: { sky: '#0a141e' }, roles: { text: 'sky', bad: { fg: 'bright-red', bg: 236, bold: true, }, }, }
            """.replacing("236", with: "'236'"))
        #expect(theme.style(for: .text).foreground == .rgb(10, 20, 30))
        #expect(theme.style(for: .bad) == Style(foreground: .indexed(9), background: .indexed(236), bold: true))
        #expect(try load("{ roles: { text: 203, bad: { bg: 17 } } }").style(for: .text).foreground == .indexed(203))
    }

    @Test func theBackgroundOfTextIsThatOfTheWholeScreen() throws {
        let theme = try load(
            "{ roles: { text: { fg: '#ffffff', bg: '#000000' }, bad: 'red', banner: { bg: 'blue' } } }")
        #expect(theme.style(for: .bad).background == .rgb(0, 0, 0))
        #expect(theme.style(for: .bad, on: .banner).background == .indexed(4))
    }

    @Test func inSixteenColoursAGreySaysWhatItSaysWithoutColours() throws {
        let dark = { (role: Role) in try Theme.shipped("dark").style(for: role, depth: .sixteen) }
        #expect(try dark(.text) == Style())
        #expect(try dark(.dim) == Style(dim: true))
        #expect(try dark(.track) == Style(dim: true))
        #expect(try dark(.good) == Style(foreground: .indexed(10)))
        #expect(try Set([Role.good, .warn, .bad, .promise, .accent].map { try dark($0).foreground }).count == 5)
    }

    @Test func aReversedRowHasOneGround() throws {
        for depth in [ColourDepth.sixteen, .palette256, .trueColour, .monochrome] {
            let styles = try Role.allCases.filter { $0 != .selection }.map {
                try Theme.shipped("sixteen").style(for: $0, on: .selection, depth: depth)
            }
            #expect(styles.allSatisfy { $0.reverse && $0.foreground == nil && $0.background == nil && !$0.dim })
        }
    }

    @Test(arguments: [
        (Role.text, Role.dim), (.focus, .border), (.key, .dim), (.tab, .dim), (.title, .text), (.bad, .text),
        (.warn, .text), (.input, .text), (.bar, .track),
    ])
    func withoutColoursTheyAreToldApart(_ one: Role, _ other: Role) throws {
        for name in Theme.shipped.keys {
            let theme = try Theme.shipped(name)
            let style = { theme.style(for: $0, depth: .monochrome) }
            #expect(style(one) != style(other), "\(name)")
            #expect(theme.style(for: one, on: .selection, depth: .monochrome).reverse, "\(name)")
        }
    }

    @Test func aThemeReplacesWhatItInheritsEntryByEntry() throws {
        let base = "{ palette: { a: '#010203', b: '#040506' }, roles: { text: 'a', bad: { fg: 'b', bold: true } } }"
        let theme = try load(
            "{ inherits: 'base', palette: { b: '#070809' }, roles: { text: 'green' } }", others: ["base": base])
        #expect(theme.style(for: .text).foreground == .indexed(2))
        #expect(theme.style(for: .bad) == Style(foreground: .rgb(7, 8, 9), bold: true))
    }

    @Test func aThemeThatInheritsItsOwnNameGetsTheShippedOne() throws {
        let mine = "{ inherits: 'dark', roles: { dim: 'cyan' } }"
        let theme = try load(mine, name: "dark", others: ["dark": mine])
        #expect(theme.style(for: .dim).foreground == .indexed(6))
        #expect(theme.style(for: .bad) == (try Theme.shipped("dark")).style(for: .bad))
    }

    @Test func contrastIsThatOfTheStandard() throws {
        let white = Colour.rgb(255, 255, 255)
        #expect(abs(try #require(white.contrast(with: .rgb(0, 0, 0))) - 21) < 0.001)
        #expect(abs(try #require(white.contrast(with: .rgb(118, 118, 118))) - 4.54) < 0.01)
        #expect(white.contrast(with: .indexed(1)) == nil)
    }

    static let degrees: [(colour: Colour, depth: ColourDepth, shown: Colour?)] = [
        (.rgb(1, 2, 3), .trueColour, .rgb(1, 2, 3)),
        (.rgb(255, 0, 0), .palette256, .indexed(196)),
        (.rgb(95, 135, 175), .palette256, .indexed(67)),
        (.rgb(118, 118, 118), .palette256, .indexed(243)),
        (.rgb(0, 0, 0), .palette256, .indexed(16)),
        (.rgb(255, 255, 255), .palette256, .indexed(231)),
        (.rgb(0x25, 0x6b, 0x2f), .palette256, .indexed(22)),
        (.rgb(0x6f, 0x42, 0xb5), .palette256, .indexed(98)),
        (.indexed(3), .palette256, .indexed(3)),
        (.rgb(250, 10, 10), .sixteen, .indexed(9)),
        (.rgb(200, 0, 0), .sixteen, .indexed(1)),
        (.rgb(0x93, 0xc4, 0x7d), .sixteen, .indexed(10)),
        (.rgb(0x25, 0x6b, 0x2f), .sixteen, .indexed(2)),
        (.rgb(0xe3, 0xb5, 0x66), .sixteen, .indexed(11)),
        (.rgb(0x7f, 0xb4, 0xe8), .sixteen, .indexed(12)),
        (.rgb(0xc3, 0xa1, 0xe8), .sixteen, .indexed(13)),
        (.rgb(0x88, 0xc0, 0xd0), .sixteen, .indexed(14)),
        (.rgb(0xf0, 0x80, 0x80), .sixteen, .indexed(9)),
        (.indexed(231), .sixteen, .indexed(15)),
        (.indexed(3), .sixteen, .indexed(3)),
        (.rgb(1, 2, 3), .monochrome, nil),
        (.indexed(3), .monochrome, nil),
    ]

    @Test("A colour becomes the nearest one that the terminal shows", arguments: degrees)
    func degrade(_ colour: Colour, _ depth: ColourDepth, _ shown: Colour?) {
        #expect(colour.degraded(to: depth) == shown)
    }

    @Test func withoutColourWhatMustBeToldApartStillIs() throws {
        let theme = try Theme.shipped("dark")
        let mono = { (role: Role, ground: Role?) in theme.style(for: role, on: ground, depth: .monochrome) }
        #expect(mono(.text, .selection).reverse)
        #expect(mono(.heading, nil).bold)
        #expect(mono(.dim, nil).dim)
        #expect(mono(.bad, nil) != mono(.good, nil) && mono(.bad, nil) != mono(.warn, nil))
        #expect(mono(.bar, nil) != mono(.track, nil))
        for role in Role.allCases {
            for ground in [nil, Role.selection, .banner] {
                let style = mono(role, ground)
                #expect(style.foreground == nil && style.background == nil)
            }
        }
    }

    @Test func aSelectionInSixteenColoursIsReverse() throws {
        let style = try Theme.shipped("dark").style(for: .good, on: .selection, depth: .sixteen)
        #expect(style.reverse && style.background == nil)
    }

    @Test func theGroundLiesUnderTheRole() throws {
        let theme = try load(
            "{ roles: { text: '#111111', good: 'green', selection: { bg: 'blue', bold: true }, banner: { fg: 'red' } } }"
        )
        #expect(
            theme.style(for: .good, on: .selection)
                == Style(foreground: .indexed(2), background: .indexed(4), bold: true))
        #expect(theme.style(for: .good, on: .banner).foreground == .indexed(1))
        #expect(theme.style(for: .selection).foreground == .rgb(0x11, 0x11, 0x11))
    }

    static let depths: [(environment: [String: String], colours: Int, depth: ColourDepth)] = [
        (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .monochrome),
        (["NO_COLOR": ""], 256, .palette256),
        (["COLORTERM": "truecolor"], 256, .trueColour),
        (["COLORTERM": "24bit"], 8, .trueColour),
        (["COLORTERM": "yes"], 8, .sixteen),
        (["TERM": "xterm-direct"], 16_777_216, .trueColour),
        (["TERM": "screen-256color", "COLORTERM": "truecolor"], 256, .palette256),
        (["TERM": "screen-256color", "TERM_PROGRAM": "tmux", "COLORTERM": "truecolor"], 256, .trueColour),
        ([:], 16, .sixteen),
        ([:], -1, .monochrome),
        (["COLORTERM": "truecolor"], -1, .monochrome),
    ]

    @Test("The depth of colour follows NO_COLOR, COLORTERM, TERM and terminfo", arguments: depths)
    func depth(_ environment: [String: String], _ colours: Int, _ depth: ColourDepth) {
        #expect(ColourDepth(environment: environment, colours: colours) == depth)
    }
}
