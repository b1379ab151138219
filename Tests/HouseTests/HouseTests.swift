import FoundationEssentials
import Testing

/// The package holds to its rules, as far as they can be read from the files.
@Suite struct HouseTests {
    @Test func everyTargetImportsOnlyWhatStandsBelowIt() throws {
        let sources = try House.files("Sources")
        #expect(Set(sources.map(\.target)) == Set(Rules.imports.keys))
        #expect(sources.flatMap(Rules.imports) == [])
    }

    @Test func thePureTargetsTouchNoFileAndReadNoClock() throws {
        let sources = try House.files("Sources")
        #expect(sources.flatMap(Rules.purity) == [])
    }

    @Test func nothingTrapsOnData() throws {
        let sources = try House.files("Sources")
        #expect(sources.flatMap(Rules.traps) == [])
    }

    @Test func noFileIsLongerThan500Lines() throws {
        let files = try ["Sources", "Tests"].flatMap(House.files).filter(\.isSwift)
        #expect(files.flatMap(Rules.length) == [])
    }

    @Test func noWorkIsLeftUndoneInACorner() throws {
        let files = try ["Sources", "Tests", "scripts"].flatMap(House.files)
        #expect(files.flatMap(Rules.leftovers) == [])
    }

    @Test func theTopLevelHoldsWhatTheDesignNames() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: House.folder)
        #expect(Rules.topLevel(names) == [])
    }

    @Test func theBinaryLoadsNeitherWholeFoundationNorICU() throws {
        let bytes = try #require(FileManager.default.contents(atPath: Binary.lastcall))
        let libraries = try Binary.libraries(Array(bytes))
        #expect(libraries.contains { $0.hasPrefix("libtinfo") }, "the list is of the shipped binary: \(libraries)")
        #expect(Rules.libraries(libraries) == [])
    }
}

/// A rule that finds nothing wrong anywhere is none.
@Suite struct RulesTests {
    private func swift(_ target: String, _ text: String) -> Source { Source("Sources/\(target)/File.swift", text) }

    @Test(arguments: [
        ("Pipeline", "import Glibc", "Glibc"), ("Canvas", "@testable import Pipeline", "Pipeline"),
        ("Interface", "public import Journal", "Journal"), ("Journal", "import Foundation", "Foundation"),
        ("lastcall", "  internal import struct Foundation.Date", "Foundation"),
        ("Exchange", "@preconcurrency public import class Terminal.Terminal", "Terminal"),
        ("Terminal", "import Canvas\nimport Interface // above it", "Interface"),
    ])
    func anImportFromAboveIsFound(target: String, text: String, module: String) {
        let found = Rules.imports(swift(target, text))
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("\(target) may not import \(module)") == true)
    }

    @Test func anImportFromBelowAndOneInACommentAreLeft() {
        #expect(Rules.imports(swift("Interface", "import Canvas\npublic import Pipeline\n// import Glibc")).isEmpty)
        #expect(Rules.imports(swift("Interface", "let importance = 1\nimportFile(name)")).isEmpty)
    }

    @Test func aTargetThatIsNotInTheTableIsFound() {
        #expect(Rules.imports(swift("Network", "")).count == 1)
    }

    @Test(arguments: [
        "let now = Date()", "let now = Date.now", "FileManager.default.contents(atPath: path)", "print(\"here\")",
        "try Data(contentsOf: url)", "let clock = ContinuousClock()", "leads.randomElement()",
    ])
    func aPureTargetThatReachesOutsideIsFound(line: String) {
        #expect(Rules.purity(swift("Pipeline", line)).count == 1)
        #expect(Rules.purity(swift("Journal", line)).isEmpty)
    }

    @Test(arguments: ["fingerprint(of: lead)", "// not Date()", "frame.print(line)", "let DueDate = dueDate(1)"])
    func aWordThatOnlyLooksLikeItIsLeft(line: String) {
        #expect(Rules.purity(swift("Canvas", line)).isEmpty)
    }

    @Test(arguments: ["try! load()", "fatalError(\"no\")", "let x = y as! Int", "default: preconditionFailure()"])
    func aTrapIsFound(line: String) {
        #expect(Rules.traps(swift("Journal", "func f() {\n    \(line)\n}")).first?.contains(":2: ") == true)
    }

    @Test func aLongFileIsFound() {
        #expect(Rules.length(swift("Canvas", String(repeating: "\n", count: 501))).count == 1)
        #expect(Rules.length(swift("Canvas", String(repeating: "\n", count: 500))).isEmpty)
    }

    @Test func workLeftUndoneIsFoundInCommentsToo() {
        #expect(Rules.leftovers(swift("Canvas", "// TO" + "DO: later")).count == 1)
        #expect(Rules.leftovers(swift("Canvas", "// FIX" + "ME")).count == 1)
    }

    @Test func aStrayFileAtTheTopLevelIsFound() {
        #expect(Rules.topLevel(["Package.swift", "Sources", ".build", "Makefile"]).count == 1)
    }

    @Test(arguments: [
        "libFoundation.so", "libFoundationInternationalization.so", "lib_FoundationICU.so", "libicuuc.so.72",
    ])
    func aHeavyLibraryIsFound(name: String) {
        #expect(Rules.libraries(["libc.so.6", "libFoundationEssentials.so", name]).count == 1)
    }

    @Test func theLibrariesOfABinaryAreReadAsTheLinkerWroteThem() throws {
        // The tests themselves load Testing, which the shipped binary does not.
        let own = try #require(FileManager.default.contents(atPath: "/proc/self/exe"))
        #expect(try Binary.libraries(Array(own)).contains("libTesting.so"))
    }
}
