import Canvas
import Pipeline
import Testing

@testable import Interface

/// Choosing a theme.
@Suite("Theme list") struct ThemeListTests {
    private let names = Theme.shipped.keys.sorted()

    @Test func eachThemeIsShownWhileItIsChosen() throws {
        let pilot = Pilot()
        let place = try #require(names.firstIndex(of: "dark"))
        pilot.press("T")
        pilot.expect()
        pilot.press("j")
        pilot.expect(.showTheme(names[place + 1]))
        pilot.press("Down")
        pilot.expect(.showTheme(names[place + 2]))
        pilot.press("k")
        pilot.expect(.showTheme(names[place + 1]))
        pilot.press("Enter")
        pilot.expect(.keepTheme(names[place + 1]))
        #expect(pilot.footer == " Theme: \(names[place + 1])")
        #expect(pilot.session.theme == names[place + 1])
        pilot.press("T Enter")
        pilot.expect(.keepTheme(names[place + 1]))
    }

    @Test(arguments: ["Esc", "q", "C-c"]) func leavingGoesBackToTheOneBefore(_ key: String) {
        let pilot = Pilot()
        let before = pilot.session.render()
        pilot.press("T G \(key)")
        pilot.expect(.showTheme(names[names.count - 1]), .showTheme("dark"))
        #expect(pilot.session.render() == before)
        pilot.press("T \(key)")
        pilot.expect()
    }

    @Test func aThemeWithAMistakeSaysSoAndIsNotShown() throws {
        let broken = ThemeChoice(name: "mine", about: "", problem: "themes/mine.json5:3: role bad: “x” is no colour.")
        let pilot = Pilot(themes: [ThemeChoice(name: "dark", about: "for a dark terminal"), broken])
        pilot.press("T j")
        pilot.expect()
        #expect(pilot.screen.contains("themes/mine.json5:3"))
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " themes/mine.json5:3: role bad: “x” is no colour.")
        #expect(pilot.session.layers.count == 1)
    }

    @Test func aThemeThatIsGoneBeginsAtTheTop() {
        let pilot = Pilot(theme: "gone")
        pilot.press("T")
        #expect(pilot.lines.contains { $0.contains("▌ \(names[0])") })
        pilot.press("j Esc")
        pilot.expect(.showTheme(names[1]), .showTheme("gone"))
    }

    @Test(arguments: [(60, 16), (80, 24), (200, 50)])
    func aClickShowsAThemeAndASecondOneKeepsIt(_ width: Int, _ height: Int) {
        let pilot = Pilot(width, height)
        pilot.press("T")
        pilot.click("colour-blind ")
        pilot.expect(.showTheme("colour-blind"))
        pilot.click("colour-blind ")
        pilot.expect(.keepTheme("colour-blind"))
        pilot.press("T")
        pilot.wheel(.wheelDown, x: 3, y: 3)
        pilot.expect(.showTheme("colour-blind-light"))
        pilot.click(x: 0, y: 0)
        pilot.expect(.showTheme("colour-blind"))
        #expect(pilot.session.layers.isEmpty)
    }
}
