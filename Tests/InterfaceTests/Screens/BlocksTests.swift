import Testing

@testable import Interface
@testable import Pipeline

/// What is drawn of blocks and dots.
@Suite("Blocks") struct BlocksTests {
    @Test(arguments: [
        (0.0, ""), (1, "████"), (0.5, "██"), (0.28125, "█▏"), (0.999, "████"), (0.97, "███▉"), (7, "████"),
    ])
    func aBarIsDrawnToAnEighth(_ share: Double, _ bar: String) {
        #expect(Blocks.bar(share, width: 4) == bar)
    }

    @Test(arguments: [
        (1.0, 1.0, false, "████"), (1, 0.28125, false, "█▏░░"), (0.6, 0.5, false, "██░ "), (0, 0, false, "    "),
        (0.01, 0, false, "░   "), (0.5, 0.5, true, "░░  "), (1.001, 0, false, "░░░░"),
    ])
    func aBarOfAChartIsShadedBehindItsSolidPart(_ length: Double, _ solid: Double, _ isFew: Bool, _ bar: String) {
        #expect(Chart.Bar("Mon", length: length, solid: solid, "", isFew: isFew).drawn(width: 4) == bar)
    }

    @Test(arguments: [
        (0, 50, 0, "▱▱▱▱▱"), (1, 50, 0, "▱▱▱▱▱"), (1, 50, 1, "▰▱▱▱▱"), (0, 50, 1, "▱▱▱▱▱"), (25, 50, 0, "▰▰▱▱▱"),
        (49, 50, 1, "▰▰▰▰▱"), (50, 50, 0, "▰▰▰▰▰"), (70, 50, 0, "▰▰▰▰▰"), (0, 0, 0, "▱▱▱▱▱"), (3, 0, 0, "▰▰▰▰▰"),
    ])
    func aGaugeIsFullOnlyWhenAllIsDone(_ part: Int, _ whole: Int, _ least: Int, _ gauge: String) {
        #expect(Blocks.gauge(part, of: whole, width: 5, least: least).map(\.text).joined() == gauge)
    }

    @Test func aColumnIsFilledFromBelow() {
        #expect((0...9).map { Blocks.column($0).map(String.init) ?? "" }.joined() == "▁▂▃▄▅▆▇██")
    }

    @Test func shadesDifferWithoutColour() {
        #expect([0, 0.1, 0.25, 0.4, 0.7, 1].map(Blocks.shade) == ["·", "░", "░", "▒", "▓", "█"])
    }

    @Test func anAreaIsFilledDotByDot() {
        #expect(Blocks.area([1, 1, 0.5, 0.25, 0], height: 1) == ["⣿⣄⠀"])
        #expect(Blocks.area([0.5, 1], height: 2) == ["⢸", "⣿"])
        #expect(Blocks.area([], height: 2) == ["", ""])
    }

    @Test func aNumberIsAsLargeAsThereIsRoomFor() {
        #expect(BigText.rows("17", width: 14, height: 5)?.count == 5)
        #expect(BigText.rows("17", width: 13, height: 5) == ["▄█  ▀▀█", " █    █", "▀▀▀   ▀"])
        #expect(BigText.rows("17", width: 6, height: 5) == nil)
        #expect(BigText.rows("17", width: 14, height: 2) == nil)
        #expect(BigText.rows("17 ext", width: 99, height: 5) == nil)
        #expect(BigText.rows("", width: 99, height: 5) == nil)
    }
}
