import Pipeline
import Testing

@Suite("Ids: Crockford's base 32")
struct IDTests {
    /// Two million are held in memory at once.
    @Test func anEntryTakesSeventyTwoBytesAndKnowsItsLeadAndItsWriter() {
        #expect(MemoryLayout<Entry>.stride == 72)
        for lead in [nil, LeadID(bits: 0), LeadID(bits: .max)] {
            for device in [0, 1, 8191] as [UInt16] {
                let entry = Entry(
                    id: EntryID(high: 1, low: 1), lead: lead, at: Moment(seconds: 0), act: .note(""), device: device)
                #expect(entry.lead == lead && entry.device == device)
            }
        }
    }

    @Test func entryIDsGoThereAndBack() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let id = EntryID(high: random.next(), low: random.next())
            #expect(EntryID(id.description) == id)
            #expect(EntryID(id.description.lowercased()) == id)
            #expect(id.description.utf8.count == 26)
        }
    }

    @Test(
        arguments: [
            ("00000000000000000000000000", 0, 0), ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", UInt64.max, UInt64.max),
            ("00000000000000000000000001", 0, 1), ("0000000000000G000000000000", 1, 0),
            ("01KKPP3C8A4S0Z6W9M4K2Q7X3V", 0x019C_ED61_B10A_2641, 0xF371_3424_C573_F47B),
        ] as [(String, UInt64, UInt64)])
    func knownEntryIDs(text: String, high: UInt64, low: UInt64) {
        #expect(EntryID(text) == EntryID(high: high, low: low))
        #expect(EntryID(high: high, low: low).description == text)
    }

    @Test(arguments: [
        "", "80000000000000000000000000", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "0000000000000000000000000",
        "000000000000000000000000000", "0000000000000000000000000U", "0000000000000000000000000-",
        "000000000000000000000000 0", "0000000000000000000000000é", "é00000000000000000000000",
    ])
    func noEntryID(text: String) {
        #expect(EntryID(text) == nil)
    }

    @Test func lettersThatLookLikeDigitsAreRead() {
        #expect(EntryID("oO1iIlL0000000000000000000") == EntryID("00111110000000000000000000"))
        #expect(LeadID("oO1iIlL000") == LeadID("0011111000"))
        #expect(LeadID("0O1iIlL00u") == nil)
    }

    @Test func idsSortAsTheirText() {
        var random = SplitMix64(seed: 4)
        let entries = (0..<500).map { _ in EntryID(high: random.next() >> 40, low: random.next()) }
        #expect(entries.sorted().map(\.description) == entries.map(\.description).sorted())
        let leads = (0..<500).map { _ in LeadID.random(using: &random) }
        #expect(leads.sorted().map(\.description) == leads.map(\.description).sorted())
    }

    @Test func anEntryIDBeginsWithItsTime() {
        var random = SplitMix64(seed: 5)
        let id = EntryID(milliseconds: 1_773_505_613_000, using: &random)
        #expect(id.milliseconds == 1_773_505_613_000)
        #expect(id < EntryID(milliseconds: 1_773_505_613_001, using: &random))
        #expect(EntryID(milliseconds: .max, using: &random).milliseconds == (1 << 48) - 1)
    }

    @Test(
        arguments: [
            (0, 0, 0, 1), (7, UInt64.max, 8, 0), (7, UInt64.max - 1, 7, UInt64.max),
        ] as [(UInt64, UInt64, UInt64, UInt64)])
    func theSuccessorFollows(high: UInt64, low: UInt64, nextHigh: UInt64, nextLow: UInt64) {
        let id = EntryID(high: high, low: low)
        #expect(id.successor == EntryID(high: nextHigh, low: nextLow))
        #expect(id < id.successor)
    }

    @Test func leadIDsGoThereAndBack() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<2000 {
            let id = LeadID.random(using: &random)
            #expect(LeadID(id.description) == id)
            #expect(id.description.utf8.count == 10)
            #expect(id.bits < 1 << 50)
        }
        #expect(LeadID(bits: .max).description == "ZZZZZZZZZZ")
        #expect(LeadID(bits: 1 << 50).bits == 0)
    }

    @Test(arguments: ["", "7Q3K9F2MX", "7Q3K9F2MXTT", "7Q3K9F2MX*", "7Q3K9F2M T", "7Q3K9F2Mé"])
    func noLeadID(text: String) {
        #expect(LeadID(text) == nil)
    }
}
