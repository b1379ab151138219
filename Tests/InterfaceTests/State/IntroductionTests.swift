import Canvas
import Pipeline
import Testing

@testable import Interface

/// Who the user is: asked once, for the scripts.
@Suite("My details") struct IntroductionTests {
    private func pilot() -> Pilot {
        var past = Past()
        past.add(People.dana, "Dana Whitfield", "2026-09-01T09:00", company: "Northgate", phone: "+1 312 555 0142")
        return Pilot(80, 24, on: past.entries)
    }

    private var me: Settings.Me {
        var me = Settings.Me()
        me.name = "Ada"
        me.phone = "555 0100"
        return me
    }

    @Test func aScriptWithGapsSaysHowToFillThem() {
        let pilot = pilot()
        pilot.press("y s v")
        guard case .copy(_, let said)? = pilot.takeEffects().first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(said == "Copied: the script “goodbye voicemail” · W fills in [me], [my company], [my phone]")
    }

    @Test func theFormAsksForThemAndTheScriptsAreComplete() {
        let pilot = pilot()
        pilot.press("W Enter")
        #expect(pilot.screen.contains("cannot be empty"))
        pilot.type("Ada")
        pilot.press("Down Down Down")
        pilot.type("555 0100")
        pilot.press("Enter")
        pilot.expect(.introduce(me))
        pilot.send(.introduced(me))
        #expect(pilot.footer == " Saved: your details. The scripts name you from now on.")
        #expect(pilot.session.introductionWanted(by: "[my company]") == "W fills in [my company]")
        pilot.press("y s v")
        guard case .copy(let text, _)? = pilot.takeEffects().first else { return }
        #expect(text.hasPrefix("Hello Dana, Ada from"))
    }

    @Test func whatIsNotKnownOfTheLeadIsNotAskedOfTheUser() {
        var past = BreakUps.past(BreakUps.maybe, BreakUps.enough)
        past.did(BreakUps.lena, .edit(LeadEdit([.company], to: LeadFields())), at: "2026-11-22T08:00")
        past.did(BreakUps.lena, .goodbye(override: nil), at: "2026-11-23T08:00")
        let pilot = BreakUps.pilot(past.entries, width: 120, height: 40)
        #expect(pilot.screen.contains("Not known: me, my company, my phone. Esc, then W, says who you are."))
        #expect(pilot.screen.contains("Not known of the lead: company. Esc, then E, fills it in."))
    }

    @Test func whatCouldNotBeWrittenIsStillInTheForm() {
        let pilot = pilot()
        pilot.press("W")
        pilot.type("Ada")
        pilot.press("Enter")
        _ = pilot.takeEffects()
        pilot.send(.failed("no"))
        #expect(pilot.session.layers.count == 1 && pilot.screen.contains("Ada"))
    }
}
