import Pipeline
import Testing

@Suite("Search: words in any order find leads")
struct SearchTests {
    private func zoe(_ acts: Act...) throws -> (lead: Lead, pipeline: Pipeline) {
        var fields = LeadFields.named(
            "Zoë Müller", phones: ["+49 (30) 123-45.67", "5550100"], emails: ["Zoe@Example.com"])
        fields.company = "Grün & Söhne GmbH"
        fields.title = "Head of Purchasing"
        fields.city = "Köln"
        fields.region = "NRW"
        fields.source = "trade fair"
        fields.note = "likes chess"
        fields.tags = ["warm", "2026-q1"]
        var recorder = Recorder()
        recorder.record(.add(fields))
        for act in acts { recorder.record(act) }
        return (try recorder.ann, recorder.pipeline)
    }

    @Test(arguments: [
        "", "  ", "zoë", "ZOË", "müller zoë", "MÜLLER", "mül", "grün purchasing", "& söhne", "köln nrw", "fair trade",
        "chess",
        "warm", "q1", "zoe@example", "EXAMPLE.COM", "+49", "(30)", "123-45", "1234567", "49301234567", "+49301234567",
        "4930 1234567", "+49-30-1234567", "555-0100", "555.0100", "(555) 0100", "555/0100", "called back", "WROTE",
    ])
    func isFound(text: String) throws {
        let lead = try zoe(.attempt(Attempt(.phone, .noAnswer, note: "called back")), .note("wrote\nlines")).lead
        #expect(Filter(text).matches(SearchText(lead)))
    }

    @Test(arguments: [
        "muller", "zoë smith", "müllergrün", "koln", "12345678", "555-0101", "55-", "1234567 999",
        "wrotelines",
        "zoë\u{0}", "½", "٣",
    ])
    func isNotFound(text: String) throws {
        let lead = try zoe(.note("wrote\nlines")).lead
        #expect(!Filter(text).matches(SearchText(lead)))
    }

    @Test func whatWasTakenBackIsNotFound() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let note = recorder.record(.note("secret"))
        #expect(Filter("secret").matches(SearchText(try recorder.ann)))
        let undo = recorder.undo(note)
        #expect(!Filter("secret").matches(SearchText(try recorder.ann)))
        #expect(recorder.pipeline.leads(meant: "secret").isEmpty)
        recorder.undo(undo)
        #expect(Filter("secret").matches(SearchText(try recorder.ann)))
    }

    @Test func anEmptyFilterMatchesAll() throws {
        #expect(Filter(" ").isEmpty)
        #expect(!Filter("a").isEmpty)
        #expect(Filter(" a ").text == " a ")
    }

    @Test(arguments: [
        ("", "", true), ("a", "", true), ("", "a", false), ("ann", "an", true), ("an", "ann", false),
        ("ann b", "ann", true),
        ("b ann", "ann", true), ("annb", "ann b", true), ("ab", "b a", true), ("a", "a b", false), ("ANN", "ann", true),
        ("é", "e", false), ("(030", "(", false),
        ("(030)", "030", true), ("555-01", "555-", true), ("1-2x", "1-2", true),
    ])
    func aFilterNarrowsAnother(mine: String, other: String, narrows: Bool) {
        #expect(Filter(mine).narrows(Filter(other)) == narrows)
    }

    /// What narrows finds nothing that the other does not find.
    @Test func narrowingKeepsItsPromise() throws {
        var random = SplitMix64(seed: 10)
        let parts = ["a", "A", "b", "1", "2", "3", "-", "(", ")", "+", " ", "é", "\u{301}"]
        let texts = try (0..<60).map { _ in
            var recorder = Recorder()
            let word = (0..<8).map { _ in random.pick(parts) }.joined()
            recorder.record(.add(.named(word, phones: [(0..<8).map { _ in random.pick(parts) }.joined()])))
            return SearchText(try recorder.ann)
        }
        var narrowing = 0
        for _ in 0..<3000 {
            let word = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(parts) }.joined()
            let (longer, shorter) = (Filter(word), Filter(String(word.dropLast(random.oneIn(2) ? 1 : 2))))
            guard longer.narrows(shorter) else { continue }
            narrowing += 1
            #expect(texts.allSatisfy { !longer.matches($0) || shorter.matches($0) }, "\(longer.text), \(shorter.text)")
        }
        #expect(narrowing > 1000)
    }
}

@Suite("Search: the leads that words may mean")
struct MeantTests {
    private let ann = LeadID(bits: 0x2_AAAA_AAAA_AAAA)
    private let bob = LeadID(bits: 0x2_AAAA_AAAA_AAAB)

    private func pipeline() -> Pipeline {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann Example")), of: ann)
        recorder.record(.add(.named("Bob Example")), of: bob)
        recorder.record(.note("not on file"), of: .cleo)
        return recorder.pipeline
    }

    private func meant(_ words: String) -> [LeadID] { pipeline().leads(meant: words).map(\.id) }

    @Test func theWholeIDMeansOneLead() {
        #expect(meant(ann.description) == [ann])
        #expect(meant(" \(bob.description.lowercased()) ") == [bob])
        #expect(meant(LeadID.cleo.description) == [])
        #expect(meant(LeadID(bits: 7).description) == [])
    }

    @Test func theBeginningOfAnIDMeansAllThatBeginSo() throws {
        let prefix = String(ann.description.prefix(9))
        #expect(meant(prefix) == [ann, bob])
        #expect(meant(String(prefix.prefix(2))) == [])
        var recorder = Recorder()
        let zeroAndOne = try #require(LeadID("0101010101"))
        recorder.record(.add(.named("Zed")), of: zeroAndOne)
        #expect(recorder.pipeline.leads(meant: "oiol").map(\.id) == [zeroAndOne])
        #expect(recorder.pipeline.leads(meant: "oiou").isEmpty)
    }

    @Test func wordsMeanAllThatHaveThem() {
        #expect(meant("example") == [ann, bob])
        #expect(meant("example ann") == [ann])
        #expect(meant("nobody") == [])
        #expect(meant("") == [])
        #expect(meant("on file") == [])
    }

    @Test func aNameThatBeginsAnIDMeansBoth() throws {
        var recorder = Recorder()
        let other = try #require(LeadID("ANN4567890"))
        recorder.record(.add(.named("Ann")), of: .ann)
        recorder.record(.add(.named("Zed")), of: other)
        #expect(recorder.pipeline.leads(meant: "ann").map(\.id) == [.ann, other])
        #expect(recorder.pipeline.leads(meant: "ann4").map(\.id) == [other])
    }
}
