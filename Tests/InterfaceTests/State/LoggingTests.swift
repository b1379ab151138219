import Canvas
import FoundationEssentials
import Pipeline
import Testing

@testable import Interface

/// What is logged, and what must not be.
@Suite("Logging") struct LoggingTests {
    @Test(arguments: [
        ("n", Attempt(.phone, .noAnswer), "no answer"), ("v", Attempt(.voicemail, .leftMessage), "voicemail"),
        ("m", Attempt(.liveMessage, .leftMessage), "message"), ("e", Attempt(.email, .sent), "e-mail, sent"),
        ("t i", Attempt(.phone, .interested), "interested"),
        ("t n n", Attempt(.phone, .notInterested), "not interested"),
        ("t b Enter", Attempt(.phone, .bought), "bought"),
        ("L f s", Attempt(.fax, .outOfService), "fax, out of service"),
        ("L p r", Attempt(.phone, .replied, inbound: true), "they called"),
        ("L e r", Attempt(.email, .replied, inbound: true), "e-mail, they got in touch"),
    ])
    func aKeyLogsItsAttempt(_ keys: String, _ attempt: Attempt, _ words: String) {
        let pilot = Pilot()
        pilot.press("\(keys)")
        pilot.expectRecorded(.attempt(attempt), of: People.mira, said: "Saved: \(words) · Mira Lindqvist")
        #expect(pilot.footer == " Saved: \(words) · Mira Lindqvist")
    }

    @Test func everyChannelAndOutcomeOfThePopUpIsLogged() {
        for channel in Channel.allCases {
            let first = Pilot()
            first.press("L")
            guard case .choice(let channels) = first.session.layers.last,
                let option = channels.options.first(where: { $0.title.hasSuffix(channel.title) })
            else {
                Issue.record("\(channel) is not offered")
                continue
            }
            #expect(Set(channels.options.map(\.key)).count == Channel.allCases.count)
            first.send(.input(.key(option.key)))
            guard case .choice(let outcomes) = first.session.layers.last else {
                Issue.record("\(channel) has no outcomes")
                continue
            }
            #expect(Set(outcomes.options.map(\.key)).count == outcomes.options.count)
            for outcome in outcomes.options {
                let pilot = Pilot()
                pilot.press("L \(option.key.name) \(outcome.key.name)")
                if case .choice? = pilot.session.layers.last {
                    pilot.press("n")
                } else if !pilot.session.layers.isEmpty {
                    pilot.type(outcome.title == Outcome.bought.title ? "12k" : "tomorrow")
                    pilot.press("Enter")
                }
                guard case .record(let drafts, _)? = pilot.takeEffects().first,
                    case .attempt(let attempt) = drafts.first?.act
                else {
                    Issue.record("\(channel) \(outcome.title) records nothing")
                    continue
                }
                #expect(attempt.channel == channel && attempt.outcome.title == outcome.title)
                #expect(attempt.inbound == (attempt.outcome == .replied))
            }
        }
    }

    @Test func callMeLaterAsksWhenAndWhatWillHaveChanged() {
        let pilot = Pilot()
        pilot.press("t l")
        pilot.type("tue 14:00")
        #expect(pilot.screen.contains("→ tomorrow 14:00"))
        pilot.press("Tab")
        pilot.type("the budget")
        pilot.press("Tab")
        pilot.type("was in a hurry")
        pilot.expect()
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(
                Attempt(
                    .phone, .notNow, note: "was in a hurry", next: People.day("2026-11-24T14:00"), because: "the budget"
                )),
            of: People.mira, said: "Saved: not now · Mira Lindqvist")
        #expect(pilot.selected == People.dana)
    }

    @Test func withoutAReasonItIsAPutOff() {
        let pilot = Pilot()
        pilot.press("t l")
        pilot.type("2w")
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notNow, next: People.day("2026-12-07"))), of: People.mira,
            said: "Saved: not now · Mira Lindqvist")
        #expect(pilot.session.pipeline[People.mira]?.next?.kind == .putOff)
    }

    /// Method, section 1: a conversation that ended in "bought" is an order, and an order is worth something.
    @Test func boughtAsksForHowMuch() {
        let pilot = Pilot()
        pilot.press("t b")
        pilot.type("12x")
        pilot.press("Enter")
        pilot.expect()
        pilot.press("Backspace")
        pilot.type("k")
        pilot.press("Enter")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .bought, amount: 12000)), of: People.mira, said: "Saved: bought · Mira Lindqvist")
        #expect(pilot.session.pipeline[People.mira]?.lifetime.earned == 12000)
    }

    @Test func doNotContactIsRefusedWithTheDayAndTheWords() {
        let sentence =
            "Ray Stone asked on 2026-11-02 not to be contacted: “Take me off your list, please.”; nothing was logged. "
            + "Only “allow contact” with a reason clears this."
        for keys in ["n", "v", "m", "e", "t i", "t n x", "t b Enter", "L p n", "L t s"] {
            let pilot = Pilot()
            pilot.find(People.ray)
            pilot.press(keys)
            pilot.expect()
            #expect(pilot.session.message == Session.Message(kind: .refused, text: sentence), "\(keys)")
        }
        let pilot = Pilot()
        pilot.find(People.ray)
        pilot.press("t l")
        pilot.type("tomorrow")
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.session.message == Session.Message(kind: .refused, text: sentence))
        #expect(pilot.screen.contains("→ tomorrow"), "the form keeps its text")
        pilot.press("Esc L p r")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .replied, inbound: true)), of: People.ray,
            said: "Saved: they called · Ray Stone · still let go; r revives")
    }

    @Test func doNotContactIsSetWithTheWordsAndClearedWithAReason() {
        let pilot = Pilot()
        pilot.press("D")
        pilot.type("never again")
        pilot.press("Enter")
        pilot.expectRecorded(
            .doNotContact(words: "never again"), of: People.mira, said: "Saved: do not contact · Mira Lindqvist")
        pilot.find(People.mira)
        pilot.press("C-a Enter")
        pilot.expect()
        #expect(pilot.screen.contains("cannot be empty"))
        pilot.type("she called")
        pilot.press("Enter")
        pilot.expectRecorded(
            .allowContact(why: "she called"), of: People.mira, said: "Saved: may be contacted again · Mira Lindqvist")
    }
}
