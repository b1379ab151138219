import FoundationEssentials
import Pipeline
import Testing

/// What every act changes, and that taking it back and putting it back changes it back and again.
@Suite("Method 1 to 9: every act")
struct ActTests {
    private static let parked = Act.park(until: Day(number: 20_800), why: "busy")

    /// An act, and what has to have happened before for it to be taken and to change anything.
    @Test(
        arguments: [
            (.edit(LeadEdit([.name], to: .named("Anna"))), []), (.attempt(Attempt(.phone, .noAnswer)), []),
            (.trait(.init(.money, .yes, why: "said so")), []), (.question(.init(.budget, .satisfied)), []),
            (.assess(["need": "badly"], criteria: nil, score: nil), []), (.signal(.bidOut), []),
            (.order(100, isPity: true), []), (.next(on: DueTime(Day(number: 20_800)), why: "ask"), []),
            (.next(on: nil, why: nil), [.next(on: DueTime(Day(number: 20_800)), why: "ask")]),
            (.compelling("the only foundry in town"), []), (.compelling(nil), [.compelling("x")]),
            (.goodbye(override: "x"), []), (parked, []), (.letGo(why: "no use", .goodbye), []), (.keep("a hunch"), []),
            (.keep("a hunch"), [.goodbye(override: "x")]), (.revive("they asked"), [parked]),
            (.revive("they asked"), [.letGo(why: nil, .quiet)]), (.doNotContact(words: "no"), []),
            (.allowContact(why: "they called"), [.doNotContact(words: "no")]), (.note("x"), []), (.merge(.bob), []),
        ] as [(Act, [Act])])
    func undoneAndRedone(act: Act, before: [Act]) throws {
        var told = Told()
        told.tell(.add(.named("Bob")), at: "2026-06-01T09:00:00Z", of: .bob)
        for act in before { told.tell(act, at: "2026-06-01T10:00:00Z") }
        let state = told.pipeline.folded
        #expect(told.refusal(act, at: "2026-06-01T11:00:00Z") == nil)
        let id = told.tell(act, at: "2026-06-01T11:00:00Z")
        let changed = told.pipeline.folded
        #expect(changed != state)
        let undo = told.tell(.undo([id]), at: "2026-06-01T12:00:00Z")
        #expect(told.pipeline.folded == state)
        #expect(told.refusal(.undo([undo]), at: "2026-06-01T13:00:00Z") == nil)
        told.tell(.undo([undo]), at: "2026-06-01T13:00:00Z")
        #expect(told.pipeline.folded == changed)
    }

    @Test(
        arguments: [
            (.order(-1, isPity: false), "-1"), (.attempt(Attempt(.phone, .bought, amount: -5)), "-5"),
            (.compelling(" "), "written down"), (.compelling(""), "written down"),
            (.merge(.ann), "itself"), (.merge(.cleo), "no lead"),
            (.keep(""), "reason"),
            (.allowContact(why: "x"), "never asked"), (.note(""), "empty"), (.undo([]), "ref"),
        ] as [(Act, String)])
    func whatMakesNoSenseIsRefused(act: Act, says: String) throws {
        let refusal = try #require(Told().refusal(act, at: "2026-06-01T11:00:00Z"))
        #expect(refusal.sentence.contains(says))
        #expect(!refusal.isRule)
    }

    @Test(
        arguments: [
            (.revive("x"), [], "on the list already"), (.goodbye(override: nil), [], "reconsider"),
            (.letGo(why: nil, .quiet), [.doNotContact(words: nil)], "let go already"),
            (parked, [.letGo(why: nil, .quiet)], "only “revive”"), (.keep("x"), [parked], "not on the list"),
            (.next(on: DueTime(Day(number: 20_800)), why: nil), [parked], "is parked until"),
            (.goodbye(override: "x"), [.letGo(why: nil, .quiet)], "was let go"),
            (.revive("x"), [.doNotContact(words: "no")], "not to be contacted"),
            (.attempt(Attempt(.fax, .sent)), [.doNotContact(words: "no")], "not to be contacted"),
        ] as [(Act, [Act], String)])
    func whatARuleForbidsIsRefused(act: Act, before: [Act], says: String) throws {
        var told = Told()
        for act in before { told.tell(act, at: "2026-06-01T10:00:00Z") }
        let refusal = try #require(told.refusal(act, at: "2026-06-01T11:00:00Z"))
        #expect(refusal.sentence.contains(says), "\(refusal.sentence)")
        #expect(refusal.isRule)
        #expect(refusal.sentence.contains("Ann"))
    }
}
