import Pipeline
import Testing

@Suite("Method 8: what was done today")
struct DayTallyTests {
    private let day = PipelineTests.day("2026-03-10")

    /// It is what `Numbers` counts, whatever comes in, in any order, with undo and merge.
    @Test(arguments: 0..<6)
    func itIsKeptAsNumbersCounts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var pipeline = Pipeline()
        var tally = DayTally(pipeline, on: day)
        var known: [EntryID] = []
        for step in 0..<120 {
            let lead = LeadID(bits: UInt64.random(in: 1...6, using: &random))
            let minutes = Int64.random(in: -1440..<2880, using: &random)
            let id = EntryID(high: UInt64(step + 1) << 16, low: 0)
            let act: Act
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: act = .add(LeadFields(name: "Lead"))
            case 2: act = .letGo(why: nil, nil)
            case 3: act = .revive("again")
            case 4: act = .undo([known.randomElement(using: &random) ?? id])
            case 5: act = .merge(LeadID(bits: UInt64.random(in: 1...6, using: &random)))
            case 6: act = .trait(TraitFinding(Trait.allCases[step % 3], .yes))
            case 7: act = .attempt(Attempt(.phone, .interested))
            default: act = .attempt(Attempt(.phone, .noAnswer))
            }
            known.append(id)
            let at = PipelineTests.moment("2026-03-10T00:00:00Z").adding(seconds: minutes * 60)
            tally.count(pipeline.apply([Entry(id: id, lead: lead, at: at, act: act)]), in: pipeline)
            #expect(tally.sum == DayTally(pipeline, on: day).sum, "step \(step), \(act)")
            let numbers = Numbers(pipeline, from: day, to: day)
            #expect(tally.sum.dials == numbers.dials && tally.sum.conversations == numbers.conversations)
            #expect(tally.sum.qualifiedIn == numbers.qualifiedIn && tally.sum.qualifiedOut == numbers.qualifiedOut)
        }
    }
}
