import Canvas
import Testing

@testable import Interface

/// What stands in the way of recording is said when it comes and when it goes.
@Suite struct TroubleTests {
    private let locked = Trouble("locked", "Another program has it.", isLasting: false)
    private let readOnly = Trouble("read-only", "The folder cannot be written to.", isLasting: true)

    @Test func itIsSaidWhenItComesAndWhenItGoes() {
        let pilot = Pilot()
        pilot.send(.journal(locked))
        #expect(pilot.session.message?.text == locked.sentence)
        #expect(pilot.session.render().lines()[0].contains("locked"))
        pilot.press("j")
        #expect(pilot.session.message == nil)
        pilot.send(.journal(locked))
        #expect(pilot.session.message == nil)
        pilot.send(.journal(nil))
        #expect(pilot.session.message?.text == "Everything can be saved again.")
        #expect(!pilot.session.render().lines()[0].contains("locked"))
    }

    @Test func onlyALastingOneKeepsAnActFromBeingTried() {
        let pilot = Pilot()
        pilot.send(.journal(readOnly))
        pilot.press("n")
        #expect(pilot.session.message?.text == readOnly.sentence)
        pilot.send(.journal(locked))
        pilot.press("n")
        #expect(!pilot.takeEffects().isEmpty)
    }
}
