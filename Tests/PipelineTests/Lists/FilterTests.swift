import Pipeline
import Testing

@Suite("Filter: words in any order find leads")
struct FilterWordTests {
    private func zoe(_ acts: Act...) throws -> (lead: Lead, pipeline: Pipeline) {
        var fields = LeadFields.named(
            "Zoë Müller", phones: ["+49 (30) 123-45.67", "5550100"], emails: ["Zoe@Example.com"])
        fields.company = "Grün & Söhne GmbH"
        fields.title = "Head of Purchasing"
        fields.city = "Köln"
        fields.region = "NRW"
        fields.source = "trade fair"
        fields.note = "likes chess; Straße der Łódź, O’Hara"
        fields.tags = ["warm", "2026-q1"]
        var recorder = Recorder()
        recorder.record(.add(fields))
        for act in acts { recorder.record(act) }
        return (try recorder.ann, recorder.pipeline)
    }

    @Test(arguments: [
        "", "  ", "zoë", "ZOË", "müller zoë", "MÜLLER", "mül", "grün purchasing", "& söhne", "köln nrw", "fair trade",
        "zoe muller", "MULLER", "koln", "grun sohne", "zo\u{E9}", "strasse", "o'hara", "o’hara", "łodz", "lodz",
        "chess",
        "warm", "q1", "zoe@example", "EXAMPLE.COM", "+49", "(30)", "123-45", "1234567", "49301234567", "+49301234567",
        "4930 1234567", "+49-30-1234567", "555-0100", "555.0100", "(555) 0100", "555/0100", "called back", "WROTE",
    ])
    func isFound(text: String) throws {
        let lead = try zoe(.attempt(Attempt(.phone, .noAnswer, note: "called back")), .note("wrote\nlines")).lead
        #expect(try lead.passes(text))
    }

    @Test(arguments: [
        "zoë smith", "müllergrün", "12345678", "555-0101", "55-", "1234567 999",
        "wrotelines",
        "zoë\u{0}", "½", "٣",
    ])
    func isNotFound(text: String) throws {
        let lead = try zoe(.note("wrote\nlines")).lead
        #expect(try !lead.passes(text))
    }

    @Test func whatWasTakenBackIsNotFound() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let note = recorder.record(.note("secret"))
        #expect(try recorder.ann.passes("secret"))
        let undo = recorder.undo(note)
        #expect(try !recorder.ann.passes("secret"))
        #expect(recorder.pipeline.leads(meant: "secret").isEmpty)
        recorder.undo(undo)
        #expect(try recorder.ann.passes("secret"))
    }

    @Test func anEmptyFilterMatchesAll() throws {
        #expect(try Filter(" ", .filtering).isEmpty)
        #expect(try !Filter("a", .filtering).isEmpty)
        #expect(try Filter(" a ", .filtering).text == " a ")
    }

    @Test(arguments: [
        ("", "", true), ("a", "", true), ("", "a", false), ("ann", "an", true), ("an", "ann", false),
        ("ann b", "ann", true),
        ("b ann", "ann", true), ("annb", "ann b", true), ("ab", "b a", true), ("a", "a b", false), ("ANN", "ann", true),
        ("é", "e", true), ("(030", "(", false),
        ("(030)", "030", true), ("555-01", "555-", true), ("1-2x", "1-2", true),
        ("a -b", "a", true), ("a", "a -b", false), ("-ab", "-a", false), ("a -b", "-b", true),
        ("is:prospect a", "is:prospect", true), ("is:prospect", "is:customer", false),
        ("attempts>=2 a", "attempts>=2", true), ("attempts>=20", "attempts>=2", false),
        ("city:chi", "city:c", true), ("city:c", "city:chi", false), ("city=chi", "city:c", true),
        ("city:c", "name:c", false), ("city:c", "city=c", false), ("city:cd", "city:x,c", true),
        ("a", "a or b", true), ("a or b", "a", false), ("ab or bc", "a or b", true), ("a or b or c", "a or b", false),
        ("\"a b\"", "a b", true), ("a b", "\"a b\"", false),
    ])
    func aFilterNarrowsAnother(mine: String, other: String, narrows: Bool) throws {
        #expect(try Filter(mine, .filtering).narrows(Filter(other, .filtering)) == narrows)
    }

    /// What narrows finds nothing that the other does not find.
    @Test func narrowingKeepsItsPromise() throws {
        var random = SplitMix64(seed: 10)
        let parts = ["a", "A", "b", "1", "2", "3", "-", "(", ")", "+", " ", "é", "\u{301}"]
        let leads = try (0..<60).map { _ in
            var recorder = Recorder()
            let word = (0..<8).map { _ in random.pick(parts) }.joined()
            recorder.record(.add(.named(word, phones: [(0..<8).map { _ in random.pick(parts) }.joined()])))
            return try recorder.ann
        }
        var narrowing = 0
        for _ in 0..<3000 {
            let word = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(parts) }.joined()
            let longer = try Filter(word, .filtering)
            let shorter = try Filter(String(word.dropLast(random.oneIn(2) ? 1 : 2)), .filtering)
            guard longer.narrows(shorter) else { continue }
            narrowing += 1
            #expect(
                leads.allSatisfy {
                    !longer.matches($0, .filtering, Rules()) || shorter.matches($0, .filtering, Rules())
                },
                "\(longer.text), \(shorter.text)")
        }
        #expect(narrowing > 1000)
    }
}

extension Now {
    /// Monday, 30 March 2026, 09:00.
    static let filtering = Now.at("2026-03-30T09:00:00Z")
}

extension Lead {
    /// Whether the lead passes a filter on that morning.
    func passes(_ filter: String) throws -> Bool {
        try Filter(filter, .filtering).matches(self, .filtering, Rules())
    }
}

@Suite("Filter: the leads that words may mean")
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
