import Testing

@testable import Canvas

/// A frame as a picture.
@Suite struct PictureTests {
    private func frame(_ width: Int = 12, _ height: Int = 2) -> Frame {
        Frame(size: Size(width: width, height: height), text: metrics)
    }

    @Test func whatMeansSomethingInXMLIsWrittenOut() throws {
        var frame = frame()
        frame.write("a<b>&\"c\"", x: 0, y: 0)
        let picture = frame.picture(in: try Theme.shipped("dark"))
        #expect(picture.contains(">a&lt;b&gt;&amp;\"c\""))
        #expect(!picture.contains("a<b"))
    }

    @Test func everyRunSaysHowWideItIs() throws {
        var frame = frame()
        frame.write("ab日c", x: 0, y: 1, role: .bad)
        let picture = frame.picture(in: try Theme.shipped("dark"))
        let top = 12 + 18 + 14
        for (text, x, width) in [("ab", 12, 18), ("日", 30, 18), ("c", 48, 9)] {
            #expect(picture.contains("x=\"\(x)\" y=\"\(top)\" textLength=\"\(width)\">\(text)</text>"), "\(text)")
        }
    }

    @Test func themesHaveTheirGround() throws {
        for (theme, ground) in [("light", true), ("dark", false)] {
            let picture = frame().picture(in: try Theme.shipped(theme))
            let line = try #require(picture.split(separator: "\n").first { $0.contains("rx=\"8\"") })
            let digit = try #require(line.split(separator: "#").last?.first)
            #expect("89abcdef".contains(digit) == ground, "\(theme): \(line)")
        }
    }

    @Test func aSelectionLiesUnderItsText() throws {
        var frame = frame()
        frame.fill(Rect(x: 2, y: 0, width: 3, height: 1), on: .selection)
        for name in Theme.shipped.keys.sorted() {
            let picture = frame.picture(in: try Theme.shipped(name))
            #expect(picture.contains("<rect x=\"30\" y=\"12\" width=\"27\" height=\"18\""), "\(name)")
        }
    }

    @Test func theSameFrameGivesTheSameBytes() throws {
        var frame = frame()
        frame.write("key", x: 0, y: 0, role: .key)
        frame.cursor = Point(x: 3, y: 0)
        let theme = try Theme.shipped("dark")
        #expect(frame.picture(in: theme) == frame.picture(in: theme))
        #expect(frame.picture(in: theme).contains("fill-opacity=\"0.5\""))
        frame.cursor = Point(x: 40, y: 0)
        #expect(!frame.picture(in: theme).contains("fill-opacity"))
    }

    @Test func anEmptyFrameIsAPictureToo() throws {
        #expect(frame(0, 0).picture(in: try Theme.shipped("dark")).hasPrefix("<svg "))
    }
}
