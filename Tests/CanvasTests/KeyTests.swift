import Canvas
import Testing

@Suite struct KeyTests {
    static let keys: [Key] =
        "abzABZ019!?:/[]~é日".map(Key.character)
        + [.character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right]
        + [.home, .end, .pageUp, .pageDown, .function(1), .function(12), .function(63)]
        + "abcdefgklnopqrstuvwxyz@\\]^_".map(Key.control)

    @Test("The name of a key names that key", arguments: keys)
    func roundTrip(_ key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test func namesOfKeysAreDistinct() {
        #expect(Set(Self.keys.map(\.name)).count == Self.keys.count)
    }

    @Test func namesOfMoreThanOneLetterMayBeInAnyCase() {
        #expect(Key(name: "pgdn") == .pageDown)
        #expect(Key(name: "c-D") == .control("d"))
        #expect(Key(name: "f5") == .function(5))
        #expect(Key(name: "n") != Key(name: "N"))
    }

    @Test("Control keys that a terminal cannot tell from another are that other", arguments: ["i", "m", "h", "["])
    func doubles(_ letter: String) {
        #expect(Key(name: "C-\(letter)").map(\.name)?.hasPrefix("C-") == false)
    }

    @Test(
        "What is not a key has no key",
        arguments: ["", " ", "nn", "C-", "C-é", "C-5", "F0", "F64", "F01", "S-x", "\u{1B}"])
    func unknown(_ name: String) {
        #expect(Key(name: name) == nil)
    }
}
