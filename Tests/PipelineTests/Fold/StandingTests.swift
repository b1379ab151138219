import FoundationEssentials
import Pipeline
import Testing

// Testing has traits too.
import enum Pipeline.Trait

@Suite("Method 1: standing")
struct StandingTests {
    private func finding(_ trait: Trait, _ value: Trait.Value) -> Act { .trait(TraitFinding(trait, value)) }

    /// Every mix of what can be known of the three.
    @Test(arguments: Trait.Value.allCases, Trait.Value.allCases)
    func allThreeTraitsMakeAProspect(money: Trait.Value, authority: Trait.Value) throws {
        for desire in Trait.Value.allCases {
            let lead = try ann(finding(.desire, desire), finding(.authority, authority), finding(.money, money))
            let values = [money, authority, desire]
            #expect(lead.standing == (values == [.yes, .yes, .yes] ? .prospect : .suspect))
            #expect(lead.traits.missing == zip(Trait.allCases, values).filter { $1 != .yes }.map(\.0))
            #expect(Trait.allCases.map(lead.traits.value(of:)) == values)
        }
    }

    @Test func aLeadBeginsAsASuspectOfWhomNothingIsKnown() throws {
        let lead = try ann()
        #expect(lead.standing == .suspect)
        #expect(lead.standingChanges == [])
        for trait in Trait.allCases {
            #expect(lead.traits[trait] == nil)
            #expect(lead.traits.value(of: trait) == .unknown)
        }
    }

    @Test func aTraitKeepsItsEvidenceAndItsDay() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let finding = TraitFinding(.money, .yes, why: "budget of 9,000")
        recorder.record(.trait(finding), at: "2026-02-01T10:00:00Z")
        let known = try #require(try recorder.ann.traits[.money])
        #expect(known.finding == finding)
        #expect(known.on == moment("2026-02-01T10:00:00Z"))
    }

    @Test(arguments: [Trait.Value.no, .unknown])
    func aTraitLostMakesASuspectAgainAndHistoryKeepsBoth(value: Trait.Value) throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        recorder.record(finding(.money, .yes))
        recorder.record(finding(.authority, .yes))
        let promotion = recorder.record(finding(.desire, .yes), at: "2026-04-01T10:00:00Z")
        #expect(try recorder.ann.standing == .prospect)
        let demotion = recorder.record(finding(.authority, value), at: "2026-05-01T10:00:00Z")
        let lead = try recorder.ann
        #expect(lead.standing == .suspect)
        #expect(lead.standingChanges.map(\.entry) == [promotion, demotion])
        #expect(lead.standingChanges.map(\.from) == [.suspect, .prospect])
        #expect(lead.standingChanges.map(\.to) == [.prospect, .suspect])
        #expect(lead.standingChanges.map(\.isDemotion) == [false, true])
        #expect(lead.standingChanges.map(\.at) == [moment("2026-04-01T10:00:00Z"), moment("2026-05-01T10:00:00Z")])
    }

    @Test func anOrderMakesACustomerWhateverTheTraits() throws {
        let bought = Act.attempt(Attempt(.phone, .bought, amount: Decimal(500)))
        let lead = try ann(bought, finding(.money, .no))
        #expect(lead.standing == .customer)
        #expect(lead.standingChanges.map(\.to) == [.customer])
        #expect(lead.standingChanges.contains(where: \.isDemotion) == false)
    }

    @Test func takingBackTheLastTraitTakesBackTheChange() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        recorder.record(finding(.money, .yes))
        recorder.record(finding(.authority, .yes))
        let last = recorder.record(finding(.desire, .yes))
        let undo = recorder.undo(last)
        #expect(try recorder.ann.standing == .suspect)
        #expect(try recorder.ann.standingChanges == [])
        recorder.undo(undo)
        #expect(try recorder.ann.standingChanges.map(\.entry) == [last])
    }
}
