import Testing

@testable import Terminal

@Suite struct ClipboardTests {
    /// The examples of RFC 4648, section 10, and all signs.
    static let cases: [(bytes: [UInt8], text: String)] = [
        ([], ""), (Array("f".utf8), "Zg=="), (Array("fo".utf8), "Zm8="), (Array("foo".utf8), "Zm9v"),
        (Array("foob".utf8), "Zm9vYg=="), (Array("fooba".utf8), "Zm9vYmE="), (Array("foobar".utf8), "Zm9vYmFy"),
        ([0xFB, 0xFF, 0xBF], "+/+/"), ([0x00], "AA=="),
    ]

    @Test(arguments: cases) func base64(_ bytes: [UInt8], _ text: String) {
        #expect(Terminal.base64(bytes) == text)
    }
}
