import FoundationEssentials
import Testing

/// The pictures of README and docs.
@Suite struct PictureTests {
    private static let house = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    @Test func theyShowWhatTheProgramDrawsNow() throws {
        let desk = try Desk()
        desk.environment["LASTCALL"] = Program.lastcall
        let drawn = desk.home + "/pictures"
        let ending = try desk.run("sh", [PictureTests.house + "/scripts/pictures", drawn])
        try #require(ending.status == 0, "\(ending.errors)")
        let kept = PictureTests.house + "/docs/pictures"
        let names = try FileManager.default.contentsOfDirectory(atPath: drawn).sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == names)
        for name in names {
            let isSame = FileManager.default.contents(atPath: "\(kept)/\(name)") == Data(try read("\(drawn)/\(name)"))
            #expect(
                isSame, "docs/pictures/\(name) shows an older program; run scripts/pictures and look at what changed")
        }
    }

    @Test(arguments: [
        ["--size", "wide"], ["--size", "0x5"], ["--keys", "t Entr"], ["--tab", "0"], ["--theme", "nonesuch"],
    ])
    func aMistakeIsNamed(_ arguments: [String]) throws {
        let desk = try Desk()
        let ending = try desk.run(Program.lastcall, ["demo", "--picture", "-"] + arguments)
        #expect(ending.status == 64 || ending.status == 65)
        #expect(ending.output.isEmpty && ending.errors.contains(arguments[1].split(separator: " ").last ?? ""))
    }

    @Test func aPictureCanGoToStandardOutput() throws {
        let desk = try Desk()
        let text = try desk.done("demo", "--picture", "-", "--size", "80x24", "--keys", "t l")
        #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n") && text.contains("Not now"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.home).filter { $0.contains("demo") } == [])
    }
}
